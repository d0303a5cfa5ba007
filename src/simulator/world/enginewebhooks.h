#pragma once

#include <QString>

/// Where the simulated Nixflex sends a number's calls: like the real one, not the host of its API.
namespace numbers::simulator::engine {

inline const QString voiceUrl = QStringLiteral("https://engine.nixflex.example/twilio/voice");
inline const QString smsUrl = QStringLiteral("https://engine.nixflex.example/twilio/sms");
inline const QString statusUrl = QStringLiteral("https://engine.nixflex.example/twilio/status");

} // namespace numbers::simulator::engine

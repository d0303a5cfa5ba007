#pragma once

#include <QDateTime>
#include <QString>

namespace numbers::models {

/// Date and time in the user's zone and short format, without seconds, which some locales have in it; empty
/// for an invalid time.
[[nodiscard]] QString shortTime(const QDateTime &utc);

} // namespace numbers::models

#pragma once

#include "routing/routing.h"

#include <QList>
#include <QString>

#include <optional>

namespace numbers::gui {

/// One line of "who answers this number".
struct RoutingLine
{
    routing::Channel channel = routing::Channel::Voice;
    bool isFallback = false; ///< answers when the channel's owner fails
    QString title;           ///< "Voice calls", "If voice fails"
    QString who;             ///< "Twilio Studio flow FW12…cdef", "Nobody: nothing is set up"
    QString address;         ///< the URL or SID behind it; empty when there is none
    QString doubt;           ///< why it is not certain, as a sentence; empty for what is
    bool isLive = false;     ///< somebody answers there
    bool isNixflex = false;
};

/// A line for each channel, and one more for each fallback.
[[nodiscard]] QList<RoutingLine> routingLines(const routing::Routing &routing);

/// The same from a record of the number alone: what it shares with others of its account is not known then.
/// `baseline` is what Nixflex set: an address equal to one of its is named Nixflex.
[[nodiscard]] QList<RoutingLine> routingLines(const WebhookConfiguration &webhooks,
                                              const std::optional<WebhookConfiguration> &baseline = {});

/// What is behind a line, one thing a line: its address, and why it is not certain.
[[nodiscard]] QString toolTipOf(const QString &address, const QString &doubt);

} // namespace numbers::gui

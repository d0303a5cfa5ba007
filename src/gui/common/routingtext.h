#pragma once

#include "base/webhookconfiguration.h"

#include <QList>
#include <QString>

#include <optional>

namespace numbers::gui {

/// Who answers at one of a number's doors, in plain words.
struct RoutingLine
{
    enum class Door { Voice, VoiceFallback, Sms, SmsFallback, StatusCallback };
    enum class Owner { Nobody, Nixflex, Trunk, Application, Studio, TwimlBin, Function, Url };

    Door door = Door::Voice;
    Owner owner = Owner::Nobody;
    QString title;   ///< "Voice calls"
    QString who;     ///< "Twilio Studio flow FW12…cdef", "Nobody: nothing is set up"
    QString address; ///< the URL or SID behind it; empty when there is none
    /// Set, but never reached, since something else takes precedence (trunk over application over URL).
    bool isShadowed = false;

    [[nodiscard]] bool isLive() const { return owner != Owner::Nobody && !isShadowed; }
};

/// The doors with Twilio's precedence applied (contract: trunk > TwiML application > URL; for texts
/// application > URL). Voice, SMS and status callback are always there; fallbacks only where set. `baseline`
/// is what Nixflex sets: an address equal to it is named Nixflex.
[[nodiscard]] QList<RoutingLine> describeRouting(const WebhookConfiguration &webhooks,
                                                 const std::optional<WebhookConfiguration> &baseline = {});

} // namespace numbers::gui

#pragma once

#include "routing/owner.h"
#include "routing/resources.h"
#include "twilio/types.h"

#include <QStringList>

#include <array>
#include <optional>

namespace numbers::routing {

enum class Channel { Voice, Sms, CallStatus };

/// How sure an answer is. `reason` of an Answer says why it is not Certain.
enum class Certainty {
    Certain, ///< documented by Twilio, and everything needed was read
    Assumed, ///< Twilio does not document this case; what is said is the likely reading
    Unread,  ///< something that takes precedence could not be read; what is said holds only without it
};

/// Who answers at one door of a number, by Twilio's precedence.
struct Answer
{
    enum class Via { Number, Application, Trunk, MessagingService };
    enum class Reason {
        None,
        NoCapability,   ///< the number cannot take calls, or texts
        FaxMode,        ///< calls are received as faxes
        NoMainAddress,  ///< only a fallback is set, which is never reached
        TextsDropped,   ///< a Messaging Service without an inbound address
        ResourceUnread, ///< the TwiML app is named, but could not be read
        ResourceGone,   ///< the TwiML app or trunk is named, but the account does not have it
        ServicesUnread, ///< a Messaging Service may keep the texts
        ServiceUnclear, ///< a Messaging Service has the number, but does not say whether it keeps the texts
        StatusUndocumented, ///< which status callback is used with a trunk or an app
    };

    Channel channel = Channel::Voice;
    Owner owner;
    Via via = Via::Number;
    QString viaSid;                ///< of the application, trunk or service; empty for Via::Number
    QString viaName;               ///< its friendly name, where it was read
    std::optional<Owner> fallback; ///< answers when the owner fails
    QStringList shadowed;          ///< JSON names of fields that are set but have no effect here
    Certainty certainty = Certainty::Certain;
    Reason reason = Reason::None;
};

/// Who answers a number: one Answer for each Channel, in its order.
struct Routing
{
    std::array<Answer, 3> answers;

    [[nodiscard]] const Answer &of(Channel channel) const { return answers[static_cast<size_t>(channel)]; }
};

/// Applies Twilio's precedence (contract: trunk > TwiML app > URL for calls; for texts a Messaging Service,
/// unless it defers to the number, > TwiML app > URL). Pure: asks nobody.
[[nodiscard]] Routing resolve(const twilio::IncomingNumber &number, const AccountResources &resources,
                              const NixflexAddresses &nixflex);

/// Stable words for JSON output and tests: "voice", "twiml_app", "assumed", "texts_dropped".
[[nodiscard]] QLatin1StringView wordOf(Channel channel);
[[nodiscard]] QLatin1StringView wordOf(Answer::Via via);
[[nodiscard]] QLatin1StringView wordOf(Certainty certainty);
[[nodiscard]] QLatin1StringView wordOf(Answer::Reason reason);

} // namespace numbers::routing

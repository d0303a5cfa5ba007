#pragma once

#include "base/error.h"
#include "base/webhookconfiguration.h"
#include "routing/routing.h"
#include "store/records.h"

#include <QList>
#include <QString>

#include <optional>

namespace numbers::operations {

/// What a health check may find, the most serious first. Their words (`wordOf`) are stable: they are in the
/// ledger and in JSON output.
enum class HealthCode {
    NotAtNixflex,
    AgentGone,
    AgentInactive,
    AccountClosed,
    AccountSuspended,
    NumberGone,   ///< not in its Twilio account, nor in another one known here
    NumberMoved,  ///< in another account that is known here
    TokenRefused, ///< the Auth Token no longer works; Nixflex most likely has the same
    TrunkStillSet,
    VoiceApplicationStillSet,
    RoutingDrifted,
    WebhooksNotChanged, ///< found right after the import, and still so
    SmsApplicationStillSet,
    MessagingServiceKeepsTexts,
    UnknownHere, ///< at Nixflex, but the ledger does not have it yet
    Other,       ///< of a newer version

    // What could not be found out; from here on nothing is known to be wrong.
    AccountUnknown, ///< which Twilio account it belongs to is not known here
    TokenUnknown,   ///< this computer has no Auth Token of the account
    NotChecked,     ///< Twilio could not be read
    NotATwilioNumber,
    BaselineUnknown, ///< what Nixflex had set up was never seen here, so nothing can be compared
    TextsNotChecked, ///< the account's Messaging Services could not be read, or do not say
    AgentNotChecked, ///< the list of agents may be cut off, or uses words that are not known
    ListIncomplete,  ///< Nixflex's list of numbers may be cut off, and this one is not in it
};

struct DriftedField
{
    QString field; ///< Twilio's JSON name
    QString expected;
    QString now;

    friend bool operator==(const DriftedField &, const DriftedField &) = default;
};

/// One thing that is wrong with a number, or could not be found out. Members that do not apply are empty.
struct HealthFinding
{
    HealthCode code = HealthCode::Other;
    QList<DriftedField> fields; ///< of RoutingDrifted
    QString sid;                ///< the account, trunk, application, service or agent it is about
    QString name;               ///< what that is called
    QString reason;             ///< of NotChecked: why, in words for people

    [[nodiscard]] bool needsAttention() const { return code <= HealthCode::Other; }

    friend bool operator==(const HealthFinding &, const HealthFinding &) = default;
};

/// What was read of one number.
struct HealthInput
{
    enum class AtNixflex { Present, Absent, Unsure };
    enum class AgentState { Active, Inactive, Gone, Unsure };
    enum class AtTwilio {
        Found, ///< `number` is what Twilio shows
        Moved, ///< the same, in another account
        Gone,
        AccountClosed,
        AccountSuspended,
        TokenRefused,
        TokenUnknown,
        AccountUnknown,
        NotATwilioNumber,
        NotChecked,
    };

    std::optional<WebhookConfiguration> baseline;
    QList<HealthFinding> former; ///< of the last check

    AtNixflex atNixflex = AtNixflex::Present;
    AgentState agentState = AgentState::Active;
    QString agentId;
    QString agentName;

    AtTwilio atTwilio = AtTwilio::Found;
    QString accountSid; ///< where it is looked for; of Moved: where it was found
    twilio::IncomingNumber number;
    routing::AccountResources resources;
    routing::NixflexAddresses addresses;
    QString reason; ///< of NotChecked
};

/// Everything that is wrong, and everything that could not be found out, the most serious first. What the
/// last check found at Twilio stays where Twilio could not be read now. Pure.
[[nodiscard]] QList<HealthFinding> findHealth(const HealthInput &input);
/// Gone when it is not at Nixflex, Unknown when nothing is wrong but something could not be found out.
[[nodiscard]] store::Health healthOf(const QList<HealthFinding> &findings);

[[nodiscard]] QString wordOf(HealthCode code);
/// The stable text in the ledger: a JSON list of `{code, …}`; empty for no findings.
[[nodiscard]] QString findingsText(const QList<HealthFinding> &findings);
[[nodiscard]] QJsonArray findingsJson(const QList<HealthFinding> &findings);
/// What the ledger says of a number: all findings of its last check, or the one that something else noted.
[[nodiscard]] QList<HealthFinding> findingsOf(const store::NumberRecord &number);

} // namespace numbers::operations

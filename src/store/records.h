#pragma once

#include "base/accountsid.h"
#include "base/agentid.h"
#include "base/error.h"
#include "base/phonenumber.h"
#include "base/webhookconfiguration.h"
#include "nixflex/types.h"
#include "twilio/types.h"

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace numbers::store {

/// A Twilio account somebody worked with on this computer. The token is in the keychain, never here.
struct AccountRecord
{
    AccountSid sid;
    AccountSid ownerSid;
    QString friendlyName; ///< as at Twilio
    QString label;        ///< as the user calls it
    QString customer;
    twilio::Account::Status status = twilio::Account::Status::UnknownStatus;
    twilio::Account::Type type = twilio::Account::Type::UnknownType;
    bool isTokenRemembered = false;
    QString region; ///< empty for us1
    QString edge;
    QDateTime verifiedAt; ///< UTC
};

/// What is wrong with a number in the fleet, by the last look at it.
enum class Health { Unknown, Good, NeedsAttention, Gone };

/// A number in the fleet of one Nixflex key.
struct NumberRecord
{
    qint64 id = 0; ///< of the ledger; 0 for a new one
    QString keyId; ///< the Nixflex key whose fleet it belongs to
    PhoneNumber phoneNumber;
    AgentId agentId;
    QString agentName; ///< stored with the row, for sorting and searching; `saveAgents` keeps it up to date
    AccountSid accountSid; ///< null when Nixflex knows the number but this computer never saw its account
    QString accountLabel;  ///< the account's label, else its friendly name; stored like `agentName`
    QString numberSid;
    QString friendlyName;
    QString customer;
    std::optional<twilio::Capabilities> capabilities;
    std::optional<bool> isInboundEnabled;
    std::optional<bool> isOutboundEnabled;
    QString customPrompt;
    QString provider;
    QJsonObject settings; ///< what else Nixflex says of it: see nixflex::chosenSettingsOf
    Health health = Health::Unknown;
    QString healthDetail; ///< stable code of the first finding, empty when there is none
    QString
        healthFindings; ///< JSON: all of them, as the last health check wrote them; empty when there are none
    QDateTime importedAt;
    QDateTime checkedAt;
    std::optional<WebhookConfiguration> baseline; ///< as read right after the import: Nixflex's own webhooks
    std::optional<WebhookConfiguration> lastSeen; ///< as last read at Twilio
};

struct OperationRecord
{
    enum class Kind {
        Import,
        Remove,
        Restore,  ///< the webhooks from before the import are set back at Twilio
        Undo,     ///< removed from Nixflex, and the webhooks from before the import set back: both or neither
        Reassign, ///< removed from one agent and imported to another: both or neither
        Profile,  ///< the business profile is changed at Nixflex
        Adopt,    ///< what Twilio shows is taken for what Nixflex set up; nothing is sent
        Forget,   ///< a number that Nixflex no longer has is taken out of the fleet; nothing is sent
        Unknown,  ///< of a newer version: to be shown, never to be acted on
    };
    /// Where a crash left it. Written before each step is begun.
    enum class Phase {
        Prepared, ///< recorded with its backup; nothing was sent
        Sending,  ///< the write call is about to leave or has left
        Answered, ///< the provider answered; reading back is under way
        Finished,
    };
    enum class Outcome {
        None, ///< not finished
        Succeeded,
        Refused,     ///< a provider said no; nothing changed
        NotSent,     ///< failed or cancelled before the write call left; nothing changed
        NotExecuted, ///< proven afterwards; whether it was lost or refused is not known; nothing changed
        Unknown,     ///< sent, and could not be settled yet
    };

    QString id; ///< UUID without braces
    /// Its place in the ledger's order: a later operation has a higher one, whatever the clock said. Given
    /// out by the ledger when the operation is begun; 0 before that.
    qint64 sequence = 0;
    Kind kind = Kind::Import;
    Phase phase = Phase::Prepared;
    Outcome outcome = Outcome::None;
    QString keyId;
    PhoneNumber phoneNumber;
    AgentId agentId;
    AccountSid accountSid;
    QString numberSid;
    QString customPrompt;
    AgentId formerAgentId; ///< of Undo and Reassign: who answered before, to roll back to
    QString formerCustomPrompt;
    QByteArray idempotencyKey;
    std::optional<Error> error;
    QString requestId;
    QString note;       ///< stable code that says how a left-over operation was settled; empty otherwise
    QString instanceId; ///< the running program that holds it; see Ledger::unfinishedOperations
    int epoch = 0;      ///< how often it was taken over; see Ledger::takeOver
    QDateTime startedAt;
    QDateTime sentAt; ///< when Sending was recorded
    QDateTime finishedAt;
};

/// One line of an operation's history.
struct StepRecord
{
    QString name;   ///< stable: "plan", "backup", "post", "read_back", "settle", …
    QString detail; ///< redacted, English
    QDateTime at;
};

/// Every webhook field of a number at one moment.
struct BackupRecord
{
    enum class Reason {
        BeforeImport,
        AfterImport,
        BeforeRemove,
        AfterRemove,
        BeforeRestore,
        AfterRestore,
        Planned,        ///< what the number is to look like at the end
        FormerBaseline, ///< what it was compared with before something else was adopted
        Adopted,        ///< what it is compared with from then on
        Unknown
    };

    qint64 id = 0; ///< of the ledger; a later snapshot has a higher one, whatever the clock said
    QString operationId;
    Reason reason = Reason::BeforeImport;
    PhoneNumber phoneNumber;
    AccountSid accountSid;
    QString numberSid;
    QString friendlyName;
    WebhookConfiguration webhooks;
    QDateTime takenAt;
    /// That has the number in its pool; empty when none has, nothing when that could not be read.
    std::optional<QString> messagingServiceSid;
};

/// What the fleet window shows. Empty members do not filter.
struct FleetQuery
{
    enum class Sort {
        PhoneNumber,
        Country,
        Customer,
        Account,
        Agent,
        Health,
        ImportedAt,
        CheckedAt,
        FriendlyName
    };

    QString keyId;
    /// Words that must all occur somewhere (number in any format, friendly name, customer, agent, account,
    /// country).
    QString text;
    std::optional<Health> health;
    AgentId agentId;
    AccountSid accountSid;
    QString customer;
    /// What countries are called where the list is shown, by ISO 3166-1 code: what they are found and sorted
    /// by. Empty: in English.
    QHash<QString, QString> countryNames;
    Sort sort = Sort::PhoneNumber;
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// What a history shows, newest first. Empty members do not filter.
struct OperationQuery
{
    /// Words that must all occur somewhere: number in any format, what the fleet knows of it, ids, errors.
    QString text;
    PhoneNumber phoneNumber;
    std::optional<OperationRecord::Kind> kind;
    std::optional<OperationRecord::Outcome> outcome;
    QDateTime since; ///< started then or later
    QDateTime until; ///< started before then
};

/// An operation with everything that was recorded of it.
struct OperationHistory
{
    OperationRecord operation;
    QList<StepRecord> steps;
    QList<BackupRecord> backups;
};

} // namespace numbers::store

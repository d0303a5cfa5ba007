#pragma once

#include "base/agentid.h"
#include "base/phonenumber.h"
#include "base/webhookconfiguration.h"
#include "nixflex/types.h"
#include "routing/routing.h"
#include "twilio/types.h"

#include <QList>
#include <QString>

#include <optional>

namespace numbers::operations {

/// Something the user should know before importing. `code` is stable (JSON output, tests), `text` translated.
struct Note
{
    QString code;
    QString text;
};

/// A webhook field that is set now and will be replaced.
struct ReplacedField
{
    QString jsonName; ///< Twilio's name, "voice_url"
    QString value;
    bool isLive = false; ///< somebody may answer there: not one of Twilio's demonstration URLs
};

/// The destinations that are set, in the order of WebhookConfiguration::fields().
[[nodiscard]] QList<ReplacedField> replacedFields(const WebhookConfiguration &before);

/// What an import is going to do, established by reading only.
struct ImportPlan
{
    PhoneNumber phoneNumber;
    twilio::Credentials credentials; ///< of the account that owns the number (a subaccount's own pair)
    twilio::Account account;         ///< type and status are Unknown where the account could not be read
    twilio::IncomingNumber before;
    routing::Routing routing;                 ///< who answers now
    std::optional<nixflex::Number> atNixflex; ///< it is connected to an agent already
    bool isAtNixflexByLedger = false;         ///< the ledger's word: Nixflex's list is not complete
    bool isAbsenceProven = false;             ///< without `atNixflex`: Nixflex does not have the number
    QString formerAgentName;                  ///< of that agent; empty where it is not known
    AgentId agentId;
    QString agentName;
    QString customPrompt; ///< for a reassign: null keeps the one it has, empty clears it
    QList<ReplacedField> replaced;
    QList<Note> problems; ///< an import would fail or do harm; it is not offered
    QList<Note> warnings;

    [[nodiscard]] bool isPossible() const { return problems.isEmpty(); }
    /// Something live is replaced: needs the user's explicit yes.
    [[nodiscard]] bool needsConfirmation() const;
    /// The agent takes the number, but does not answer before it is activated at Nixflex (warning
    /// `agent_inactive`). False also where its state is not known.
    [[nodiscard]] bool isAgentInactive() const;
};

} // namespace numbers::operations

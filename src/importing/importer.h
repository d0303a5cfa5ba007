#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/result.h"
#include "importing/plan.h"
#include "nixflex/client.h"
#include "store/ledger.h"
#include "twilio/client.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <optional>

namespace numbers::importing {

struct PlanInput
{
    twilio::Credentials credentials;
    twilio::Account account; ///< as verified; a default one is read first
    PhoneNumber phoneNumber;
    AgentId agentId;
    QString customPrompt;
};

/// The steps a user sees, in this order.
enum class ImportStep {
    SaveBackup, ///< record the intent and the webhooks as they are
    Send,       ///< POST /v1/phone-numbers; cancelling is over when this begins to leave
    ReadBack,   ///< learn Nixflex's webhooks from Twilio
    Settle,     ///< only after a lost answer: find out from both providers what happened
    Record,
};

/// How an import or a removal ended; the same words as in the ledger.
struct OperationOutcome
{
    enum class Kind {
        Succeeded,
        Refused, ///< a provider said no; nothing changed
        NotSent, ///< not reachable, cancelled or our own storage failed before sending; nothing changed
        Unknown, ///< sent, and not even reading back told; the ledger keeps it and asks again at the next
                 ///< start
    };
    Kind kind = Kind::NotSent;
    QString operationId; ///< empty when not even the intent could be recorded
    std::optional<nixflex::Number> number; ///< as Nixflex has it after an import
    std::optional<WebhookConfiguration> baseline; ///< the webhooks read right after the import
    std::optional<Error> error;                   ///< why, for all but Succeeded
    QList<Note> warnings; ///< found after the import: trunk still in the way, could not be read back, …
};

using OnImportStep = std::function<void(ImportStep)>;

/// Timing of settling a lost answer.
struct SettlePolicy
{
    /// A request may still be executed for this long after it was sent; "not there" is believed only
    /// afterwards.
    std::chrono::milliseconds executionWindow{45'000};
    std::chrono::milliseconds pollInterval{3'000};
};

/// The main job: plan an import, carry it out so that it happens once, record what happened. Owned by the
/// application, never by a window. One thread. Borrows its services.
class Importer
{
public:
    Importer(twilio::Client &twilio, nixflex::Client &nixflex, store::Ledger &ledger, Clock &clock,
             SettlePolicy settle = {});

    /// Reads Twilio and Nixflex, changes nothing. Findings are in the plan; an Error means that nothing could
    /// be said: NotFound (number not in this account), Unauthorized, network errors and so on.
    [[nodiscard]] QCoro::Task<Result<ImportPlan>> plan(PlanInput input, CancelToken cancel);

    /// Carries a plan out. The plan must be possible and, where it says so, confirmed by the user: else
    /// NotSent with Error Invalid. Exactly one POST. Always ends in one of the four outcomes, each recorded.
    [[nodiscard]] QCoro::Task<OperationOutcome> run(ImportPlan plan, bool isConfirmed, OnImportStep onStep,
                                                 CancelToken cancel);

    /// Finds out what became of operations that a crash or a lost answer left open. `tokens` gives the Auth
    /// Token of an account when it is known (else Nixflex's word alone decides). Returns the operations with
    /// their outcome.
    using TokenSource = std::function<QCoro::Task<std::shared_ptr<const SecretString>>(AccountSid)>;
    [[nodiscard]] QCoro::Task<Result<QList<store::OperationRecord>>> settleUnfinished(TokenSource tokens,
                                                                                      CancelToken cancel);

    /// DELETE at Nixflex: clears the number's webhooks at Twilio; the number stays with the customer and goes
    /// on being billed. Recorded like an import. `credentials` may be incomplete: then no backup can be taken
    /// first.
    [[nodiscard]] QCoro::Task<OperationOutcome> remove(PhoneNumber number, twilio::Credentials credentials,
                                                    CancelToken cancel);

private:
    struct Attempt;

    twilio::Client &m_twilio;
    nixflex::Client &m_nixflex;
    store::Ledger &m_ledger;
    Clock &m_clock;
    SettlePolicy m_settle;
};

} // namespace numbers::importing

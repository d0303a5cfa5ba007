#include "operations/changes/changeover.h"

#include "operations/changes/retriedwrites.h"
#include "operations/common/journal.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using std::chrono::milliseconds;
using store::BackupRecord;
using store::OperationRecord;

struct ChangeoverText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Changeover)
};

constexpr auto afterRestart = "settled_after_restart"_L1;
constexpr auto rollBackCall = "roll_back"_L1;

AgentAssignment wantedOf(const OperationRecord &operation)
{
    return {operation.agentId, operation.customPrompt, u"post"_s};
}

AgentAssignment formerOf(const OperationRecord &operation)
{
    return {operation.formerAgentId, operation.formerCustomPrompt, rollBackCall};
}

Error takenByAnother(const nixflex::Number &number)
{
    Error error =
        Error::make(Error::Kind::Conflict,
                    ChangeoverText::tr("In the meantime this number was connected to another agent (%1).")
                        .arg(number.agentId.toString()));
    error.provider = Error::Provider::Nixflex;
    error.effect = Error::Effect::Answered;
    error.providerCode = u"number_already_imported"_s;
    return error;
}

Error rolledBack(OperationRecord::Kind kind, const std::optional<Error> &cause)
{
    Error error = cause.value_or(Error::make(Error::Kind::Internal, {}));
    error.effect = Error::Effect::Answered;
    const QString why = error.userText;
    error.userText =
        kind == OperationRecord::Kind::Undo
            ? ChangeoverText::tr("The former settings were refused, so the number was connected to its "
                                 "agent again: everything is as before. %1")
                  .arg(why)
            : ChangeoverText::tr("The new agent was refused, so the number was connected to its former "
                                 "agent again: everything is as before. %1")
                  .arg(why);
    return error;
}

Error nobodyAnswers(OperationRecord::Kind kind, const std::optional<Error> &cause)
{
    Error error = cause.value_or(Error::make(Error::Kind::Offline, {}));
    const QString why = error.userText;
    error.effect = Error::Effect::Unknown;
    error.detail = QStringList{error.providerCode, error.detail}.join(u' ').trimmed();
    error.providerCode = u"nobody_answers"_s;
    error.userText =
        (kind == OperationRecord::Kind::Undo
             ? ChangeoverText::tr(
                   "The number was taken away from its agent, but its former settings are not back "
                   "yet: nobody answers it now. This goes on at the next start, and as soon as what "
                   "stands in the way is mended. %1")
             : ChangeoverText::tr(
                   "The number was taken away from its agent, but is not connected to the next one "
                   "yet: nobody answers it now. This goes on at the next start, and as soon as what "
                   "stands in the way is mended. %1"))
            .arg(why);
    return error;
}

Error notRemoved(const std::optional<Error> &cause)
{
    Error error = cause.value_or(Error::make(Error::Kind::Storage, {}));
    error.provider = Error::Provider::Nixflex;
    error.userText =
        ChangeoverText::tr("The number was not taken away from its agent: nothing has changed. You can "
                           "try again.");
    return error;
}

Error notKnown(const std::optional<Error> &cause)
{
    Error error = cause.value_or(Error{});
    error.effect = Error::Effect::Unknown;
    error.provider = Error::Provider::Nixflex;
    error.userText =
        ChangeoverText::tr("The request was sent, but no answer came, and it could not be found out yet who "
                           "answers this number. This goes on as soon as Nixflex can be read.");
    return error;
}

Note somebodysChanges(const QStringList &fields)
{
    return {u"kept_changes"_s,
            ChangeoverText::tr("Somebody changed this at Twilio, so it was left as it is: %1.")
                .arg(fields.join(u", "_s))};
}

QCoro::Task<OperationOutcome> recordUndone(OperationServices services, OperationRecord operation, Write write,
                                           QString note)
{
    const twilio::IncomingNumber number = *write.atTwilio;
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::Succeeded;
    outcome.operationId = operation.id;
    if (!write.kept.isEmpty()) {
        outcome.warnings.append(somebodysChanges(write.kept));
    }
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.epoch = operation.epoch;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.note = std::move(note);
    finish.removed = operation.phoneNumber;
    finish.backup = backupOf(operation, BackupRecord::Reason::AfterRestore, number, services.utcNow());
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

QCoro::Task<OperationOutcome> stayOpen(OperationServices services, OperationRecord operation, Error error,
                                       QString note)
{
    const std::optional<Error> why = std::move(error);
    OperationOutcome open =
        co_await recordEnd(services, operation, OperationRecord::Outcome::Unknown, why, note);
    co_return open;
}

QCoro::Task<OperationOutcome> endWithAnother(OperationServices services, OperationRecord operation,
                                             nixflex::Number number, QString note)
{
    const std::optional<Error> why = takenByAnother(number);
    OperationOutcome ended =
        co_await recordEnd(services, operation, OperationRecord::Outcome::Refused, why, note);
    co_return ended;
}

/// Back to the agent that answered before.
QCoro::Task<OperationOutcome> rollBack(OperationServices services, OperationRecord operation,
                                       twilio::Credentials credentials, std::optional<Error> cause,
                                       QString note, CancelToken cancel)
{
    const auto kind = operation.kind;
    const AgentAssignment former = formerOf(operation);
    Write back;
    if (!former.agentId.isNull()) {
        back = co_await importTo(services, operation, credentials, former, cancel);
    }
    if (back.end == Write::End::Done) {
        const nixflex::Number number = *back.number;
        const std::optional<Error> why = rolledBack(kind, cause);
        operation.customPrompt = former.customPrompt;
        OperationOutcome ended = co_await recordRolledBack(services, operation, number, credentials, why);
        co_return ended;
    }
    if (back.end == Write::End::WithAnother) {
        const nixflex::Number number = *back.number;
        OperationOutcome ended = co_await endWithAnother(services, operation, number, note);
        co_return ended;
    }
    const Error why = nobodyAnswers(kind, cause);
    OperationOutcome open = co_await stayOpen(services, operation, why, note);
    co_return open;
}

/// The number has left Nixflex: everything from there on.
QCoro::Task<OperationOutcome> answerAnew(OperationServices services, OperationRecord operation,
                                         twilio::Credentials credentials, QString note, CancelToken cancel)
{
    const auto kind = operation.kind;
    if (!credentials.isComplete()) {
        const Error why = nobodyAnswers(kind, tokenNotKnown());
        OperationOutcome open = co_await stayOpen(services, operation, why, note);
        co_return open;
    }
    const bool isUndo = kind == OperationRecord::Kind::Undo;
    const AgentAssignment wanted = wantedOf(operation);
    Write write;
    if (isUndo) {
        write = co_await setBack(services, operation, credentials, cancel);
    } else {
        write = co_await importTo(services, operation, credentials, wanted, cancel);
    }
    switch (write.end) {
    case Write::End::Done: {
        if (isUndo) {
            OperationOutcome undone = co_await recordUndone(services, operation, write, note);
            co_return undone;
        }
        const nixflex::Number number = *write.number;
        operation.requestId = number.requestId;
        const std::optional<WebhookConfiguration> before; // Nixflex's own, like what comes after it.
        OperationOutcome moved =
            co_await recordImported(services, operation, number, credentials, before, note);
        co_return moved;
    }
    case Write::End::WithAnother: {
        const nixflex::Number number = *write.number;
        OperationOutcome ended = co_await endWithAnother(services, operation, number, note);
        co_return ended;
    }
    case Write::End::Refused: {
        const std::optional<Error> cause = write.error;
        OperationOutcome back = co_await rollBack(services, operation, credentials, cause, note, cancel);
        co_return back;
    }
    case Write::End::Open:
        break;
    }
    const Error why = nobodyAnswers(kind, write.error);
    OperationOutcome open = co_await stayOpen(services, operation, why, note);
    co_return open;
}

/// The first write and all that follows.
QCoro::Task<OperationOutcome> removeAndAnswerAnew(OperationServices services, OperationRecord operation,
                                                  twilio::Credentials credentials, bool wasSeen,
                                                  CancelToken cancel)
{
    const PhoneNumber number = operation.phoneNumber;
    const QByteArray key = operation.idempotencyKey;
    const auto answer = co_await services.nixflex.deleteNumber(number, key, cancel);
    QString note;
    if (!answer) {
        const std::optional<Error> error = answer.error();
        // Somebody removed it since it was seen: what was begun goes on, unless the list has it all the same.
        const bool isSaidToBeGone = wasSeen && error->kind == Error::Kind::NotFound;
        if (error->isProvenNotExecuted() && !isSaidToBeGone) {
            OperationOutcome ended = co_await recordNotExecuted(services, operation, *error);
            co_return ended;
        }
        if (!isSaidToBeGone) {
            note = u"settled"_s;
        }
        const QList<AgentId> agents{operation.formerAgentId};
        Result<NumberAtNixflex> found;
        if (isSaidToBeGone) {
            const auto presence = co_await lookUpNumber(services, number, agents, services.closing);
            found = presence ? presence->number : std::nullopt;
        } else {
            const auto window = services.settle.executionWindow;
            const StopPredicate isEnough = [window](const NumberAtNixflex &there, milliseconds waited) {
                return !there || waited >= window;
            };
            found = co_await readNumberUntil(services, number, agents, isEnough, error, cancel);
        }
        if (!found) {
            const Error why = notKnown(error);
            OperationOutcome open = co_await stayOpen(services, operation, why, note);
            co_return open;
        }
        // Somebody may have imported it again after it was removed: theirs is not taken away.
        if (*found && (*found)->agentId != operation.formerAgentId) {
            const nixflex::Number there = **found;
            OperationOutcome ended = co_await endWithAnother(services, operation, there, note);
            co_return ended;
        }
        if (*found) {
            const std::optional<Error> why = notRemoved(error);
            OperationOutcome ended =
                co_await recordEnd(services, operation, OperationRecord::Outcome::NotExecuted, why, note);
            co_return ended;
        }
    }
    OperationOutcome outcome = co_await answerAnew(services, operation, credentials, note, cancel);
    co_return outcome;
}

/// Reads the number once more, records the intent and begins. `wasSeen`: Nixflex listed the number when this
/// was planned.
QCoro::Task<OperationOutcome> begin(OperationServices services, OperationRecord operation,
                                    twilio::Credentials credentials, twilio::IncomingNumber seen,
                                    std::function<QList<BackupRecord>(const OperationRecord &)> backups,
                                    bool wasSeen, CancelToken cancel)
{
    const AccountSid account = credentials.accountSid;
    operation.accountSid = account;
    operation.numberSid = seen.sid;
    const QString numberSid = seen.sid;
    const auto service = co_await messagingServiceOf(services, credentials, numberSid, cancel);
    const auto fresh = co_await services.twilio.fetchIncomingNumber(credentials, account, seen.sid, cancel);
    if (!fresh) {
        co_return notSent(fresh.error());
    }
    if (!fresh->webhooks.differences(seen.webhooks).isEmpty()) {
        co_return notSent(changedSinceReview());
    }
    QList<BackupRecord> saved = backups(operation);
    noteMessagingService(saved, service);
    auto notToBeSent = co_await beginSending(services, operation, saved, cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    OperationOutcome outcome =
        co_await removeAndAnswerAnew(services, operation, credentials, wasSeen, cancel);
    co_return outcome;
}

bool hasCall(const QList<store::StepRecord> &steps, QLatin1StringView call)
{
    return std::any_of(steps.cbegin(), steps.cend(),
                       [call](const store::StepRecord &step) { return step.name == call; });
}

} // namespace

QCoro::Task<OperationOutcome> undoImport(OperationServices services, OperationRecord operation,
                                         RestoreOffer offer, CancelToken cancel)
{
    if (!offer.isPossible()) {
        co_return notSent(refusedByUs(offer.problems.first()));
    }
    operation.formerAgentId = offer.atNixflex->agentId;
    operation.formerCustomPrompt = offer.atNixflex->customPrompt;
    const twilio::Credentials credentials = offer.credentials;
    const twilio::IncomingNumber now = offer.now;
    const QDateTime time = services.utcNow();
    QStringList keptFields;
    for (const auto &entry : std::as_const(offer.plan.kept)) {
        keptFields << QString(entry.field->jsonName);
    }
    const bool wasSeen = !offer.isAtNixflexByLedger;
    std::function<QList<BackupRecord>(const OperationRecord &)> backups =
        [offer = std::move(offer), time](const OperationRecord &begun) {
            return backupsOf(begun, BackupRecord::Reason::BeforeRemove, offer.now, offer, time);
        };
    OperationOutcome outcome =
        co_await begin(services, operation, credentials, now, std::move(backups), wasSeen, cancel);
    if (outcome.kind == OperationOutcome::Kind::Succeeded && !keptFields.isEmpty()) {
        outcome.warnings.prepend(somebodysChanges(keptFields));
    }
    co_return outcome;
}

QCoro::Task<OperationOutcome> reassignNumber(OperationServices services, OperationRecord operation,
                                             ImportPlan plan, CancelToken cancel)
{
    if (!plan.isPossible()) {
        co_return notSent(refusedByUs(plan.problems.first()));
    }
    operation.agentId = plan.agentId;
    // Null: it keeps the profile it has; empty: it is to have none.
    operation.customPrompt = plan.customPrompt.isNull() ? plan.atNixflex->customPrompt : plan.customPrompt;
    operation.formerAgentId = plan.atNixflex->agentId;
    operation.formerCustomPrompt = plan.atNixflex->customPrompt;
    const twilio::Credentials credentials = plan.credentials;
    const twilio::IncomingNumber now = plan.before;
    const bool wasSeen = !plan.isAtNixflexByLedger;
    const QDateTime time = services.utcNow();
    std::function<QList<BackupRecord>(const OperationRecord &)> backups =
        [now, time](const OperationRecord &begun) -> QList<BackupRecord> {
        return {backupOf(begun, BackupRecord::Reason::BeforeRemove, now, time)};
    };
    OperationOutcome outcome =
        co_await begin(services, operation, credentials, now, std::move(backups), wasSeen, cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> settleChangeover(OperationServices services, OperationRecord operation,
                                               twilio::Credentials credentials, milliseconds age,
                                               CancelToken cancel)
{
    const PhoneNumber number = operation.phoneNumber;
    const QString note = afterRestart;
    const auto steps = co_await services.ledger.steps(operation.id);
    const QList<store::StepRecord> calls = steps.value_or(QList<store::StepRecord>());
    const bool wasRolledBack = hasCall(calls, rollBackCall);
    // An import may still be on its way; the removal cannot come twice, and only takes away what is there.
    const bool mayArrive = wasRolledBack || hasCall(calls, "post"_L1);
    const bool isReassign = operation.kind == OperationRecord::Kind::Reassign;
    const auto window = services.settle.executionWindow;
    const StopPredicate isEnough = [operation, window, age, mayArrive, wasRolledBack,
                                    isReassign](const NumberAtNixflex &found, milliseconds waited) {
        const bool isLate = age + waited >= window;
        if (!found) {
            return !mayArrive || isLate;
        }
        const bool isWithFormer = found->agentId == operation.formerAgentId;
        return !isWithFormer || wasRolledBack || isLate ||
               (isReassign && found->agentId == operation.agentId);
    };
    const std::optional<Error> cause;
    const QList<AgentId> agents{operation.agentId, operation.formerAgentId};
    const auto found = co_await readNumberUntil(services, number, agents, isEnough, cause, cancel);
    if (!found) {
        const Error why = notKnown(found.error());
        OperationOutcome open = co_await stayOpen(services, operation, why, note);
        co_return open;
    }
    if (!*found) {
        OperationOutcome outcome = co_await answerAnew(services, operation, credentials, note, cancel);
        co_return outcome;
    }
    const nixflex::Number there = **found;
    if (isReassign && there.agentId == operation.agentId) {
        const std::optional<WebhookConfiguration> before;
        OperationOutcome moved =
            co_await recordImported(services, operation, there, credentials, before, note);
        co_return moved;
    }
    if (there.agentId != operation.formerAgentId) {
        OperationOutcome ended = co_await endWithAnother(services, operation, there, note);
        co_return ended;
    }
    if (wasRolledBack) {
        const std::optional<Error> why = rolledBack(operation.kind, operation.error);
        operation.customPrompt = operation.formerCustomPrompt;
        OperationOutcome back = co_await recordRolledBack(services, operation, there, credentials, why);
        co_return back;
    }
    const std::optional<Error> why = notRemoved({});
    OperationOutcome ended =
        co_await recordEnd(services, operation, OperationRecord::Outcome::NotExecuted, why, note);
    co_return ended;
}

} // namespace numbers::operations

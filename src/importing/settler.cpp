#include "importing/settler.h"

#include "importing/readback.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::importing {

namespace {

using store::OperationRecord;

struct SettleText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::importing::Settle)
};

enum class Verdict { Executed, NotExecuted, OtherAgent, Undecided };

struct Look
{
    Verdict verdict = Verdict::Undecided;
    std::optional<nixflex::Number> number;
    std::optional<Error> error; ///< why it is undecided
};

/// One look at Nixflex's list. `isLate`: the request cannot be executed any more.
QCoro::Task<Look> look(OperationServices services, OperationRecord operation, bool isLate, CancelToken cancel)
{
    Look result;
    auto found = co_await services.nixflex.findNumber(operation.phoneNumber, cancel);
    if (!found) {
        result.error = found.error();
        co_return result;
    }
    result.number = std::move(*found);
    const bool isThere = result.number.has_value();
    if (operation.kind == OperationRecord::Kind::Remove) {
        result.verdict = !isThere ? Verdict::Executed : isLate ? Verdict::NotExecuted : Verdict::Undecided;
    } else if (isThere) {
        result.verdict =
            result.number->agentId == operation.agentId ? Verdict::Executed : Verdict::OtherAgent;
    } else {
        result.verdict = isLate ? Verdict::NotExecuted : Verdict::Undecided;
    }
    co_return result;
}

Error unknownError(const std::optional<Error> &cause, OperationRecord::Kind kind)
{
    Error error = cause.value_or(Error{});
    error.effect = Error::Effect::Unknown;
    error.provider = Error::Provider::Nixflex;
    error.userText =
        kind == OperationRecord::Kind::Import
            ? SettleText::tr("The request was sent, but no answer came, and it could not be found out "
                             "yet whether the number was imported. Do not import it again: this is "
                             "settled as soon as Nixflex can be read.")
            : SettleText::tr("The request was sent, but no answer came, and it could not be found out "
                             "yet whether the number was removed. This is settled as soon as Nixflex "
                             "can be read.");
    return error;
}

Error notExecutedError(const std::optional<Error> &cause, OperationRecord::Kind kind)
{
    Error error = cause.value_or(Error::make(Error::Kind::Offline, {}));
    error.effect = Error::Effect::NothingSent;
    error.provider = Error::Provider::Nixflex;
    error.userText =
        kind == OperationRecord::Kind::Import
            ? SettleText::tr("The connection was lost before Nixflex imported the number: it is not in "
                             "Nixflex's list. Nothing has changed. You can try again.")
            : SettleText::tr("The connection was lost before Nixflex removed the number: it is still "
                             "in Nixflex's list. Nothing has changed. You can try again.");
    return error;
}

Error halfDoneError(const std::optional<Error> &cause)
{
    Error error = cause.value_or(Error{});
    error.kind = Error::Kind::Conflict;
    error.effect = Error::Effect::Answered;
    error.provider = Error::Provider::Nixflex;
    error.providerCode = u"webhooks_changed_not_imported"_s;
    error.userText =
        SettleText::tr("Nixflex changed the number's webhooks at Twilio but did not import the number. "
                       "Import it again, or set the former webhooks by hand: they are kept in this "
                       "operation's backup.");
    return error;
}

store::NumberRecord numberRecord(const OperationRecord &operation, const nixflex::Number &number,
                                 const std::optional<twilio::IncomingNumber> &atTwilio, const QDateTime &now)
{
    store::NumberRecord record;
    record.keyId = operation.keyId;
    record.phoneNumber = operation.phoneNumber;
    record.agentId = number.agentId;
    record.accountSid = operation.accountSid;
    record.numberSid = !operation.numberSid.isEmpty() ? operation.numberSid : number.twilioNumberSid;
    record.isInboundEnabled = number.isInboundEnabled;
    record.isOutboundEnabled = number.isOutboundEnabled;
    record.customPrompt = !number.customPrompt.isEmpty() ? number.customPrompt : operation.customPrompt;
    record.provider = number.provider;
    record.health = store::Health::Unknown;
    record.importedAt = number.createdAt.isValid() ? number.createdAt : now;
    if (atTwilio) {
        record.friendlyName = atTwilio->friendlyName;
        record.capabilities = atTwilio->capabilities;
        record.baseline = atTwilio->webhooks;
        record.lastSeen = atTwilio->webhooks;
        record.checkedAt = now;
        record.health = store::Health::Good;
    }
    return record;
}

Note notRecorded(const Error &error)
{
    return {
        u"not_recorded"_s,
        SettleText::tr("This could not be recorded on this computer (%1). It is completed at the next start.")
            .arg(error.userText)};
}

OperationOutcome::Kind kindOf(OperationRecord::Outcome outcome)
{
    switch (outcome) {
    case OperationRecord::Outcome::Succeeded:
        return OperationOutcome::Kind::Succeeded;
    case OperationRecord::Outcome::Refused:
        return OperationOutcome::Kind::Refused;
    case OperationRecord::Outcome::NotSent:
        return OperationOutcome::Kind::NotSent;
    case OperationRecord::Outcome::None:
    case OperationRecord::Outcome::Unknown:
        break;
    }
    return OperationOutcome::Kind::Unknown;
}

} // namespace

store::BackupRecord backupOf(const OperationRecord &operation, store::BackupRecord::Reason reason,
                             const twilio::IncomingNumber &number, const QDateTime &now)
{
    store::BackupRecord backup;
    backup.operationId = operation.id;
    backup.reason = reason;
    backup.phoneNumber = operation.phoneNumber;
    backup.accountSid = number.accountSid;
    backup.numberSid = number.sid;
    backup.friendlyName = number.friendlyName;
    backup.webhooks = number.webhooks;
    backup.takenAt = now;
    return backup;
}

QCoro::Task<OperationOutcome> recordImported(OperationServices services, OperationRecord operation,
                                             nixflex::Number number, twilio::Credentials credentials,
                                             std::optional<WebhookConfiguration> before, QString note)
{
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::Succeeded;
    outcome.operationId = operation.id;
    outcome.number = number;
    if (operation.numberSid.isEmpty()) {
        operation.numberSid = number.twilioNumberSid;
    }

    const CancelToken lifetime = services.lifetime;
    const ReadBack after = co_await readBackImport(services, std::move(credentials), operation.numberSid,
                                                   std::move(before), lifetime);
    if (lifetime.isCancelled()) {
        co_return outcome;
    }
    outcome.warnings = after.warnings;

    const QDateTime now = services.clock.utcNow();
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.requestId = operation.requestId;
    finish.note = std::move(note);
    finish.number = numberRecord(operation, number, after.number, now);
    if (after.number) {
        outcome.baseline = after.number->webhooks;
        finish.backup = backupOf(operation, store::BackupRecord::Reason::AfterImport, *after.number, now);
    }
    if (!after.warnings.isEmpty() && after.number) {
        finish.number->health = store::Health::NeedsAttention;
        finish.number->healthDetail = after.warnings.first().code;
    }
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

QCoro::Task<OperationOutcome> recordRemoved(OperationServices services, OperationRecord operation,
                                            twilio::Credentials credentials, QString note)
{
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::Succeeded;
    outcome.operationId = operation.id;

    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.requestId = operation.requestId;
    finish.note = std::move(note);
    finish.removed = operation.phoneNumber;
    if (credentials.isComplete() && !operation.numberSid.isEmpty()) {
        const CancelToken lifetime = services.lifetime;
        const AccountSid account = credentials.accountSid;
        const auto number =
            co_await services.twilio.fetchIncomingNumber(credentials, account, operation.numberSid, lifetime);
        if (lifetime.isCancelled()) {
            co_return outcome;
        }
        if (number) {
            finish.backup = backupOf(operation, store::BackupRecord::Reason::AfterRemove, *number,
                                     services.clock.utcNow());
        }
    }
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

QCoro::Task<OperationOutcome> recordEnd(OperationServices services, OperationRecord operation,
                                        OperationRecord::Outcome end, std::optional<Error> error,
                                        QString note)
{
    OperationOutcome outcome;
    outcome.kind = kindOf(end);
    outcome.operationId = operation.id;
    outcome.error = error;
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.outcome = end;
    finish.error = error;
    finish.requestId = error && !error->requestId.isEmpty() ? error->requestId : operation.requestId;
    finish.note = std::move(note);
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded && end != OperationRecord::Outcome::Unknown) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

QCoro::Task<OperationOutcome> settleOperation(OperationServices services, SettleInput input,
                                              CancelToken cancel)
{
    const auto kind = input.operation.kind;
    const QString note = input.cause ? u"settled"_s : u"settled_after_restart"_s;
    const auto start = services.clock.monotonic();
    std::optional<Error> reason = input.cause;
    Look seen;
    for (;;) {
        const auto waited = services.clock.monotonic() - start;
        const bool isLate = input.age + waited >= services.settle.executionWindow;
        seen = co_await look(services, input.operation, isLate, cancel);
        if (services.lifetime.isCancelled()) {
            OperationOutcome interrupted;
            interrupted.kind = OperationOutcome::Kind::Unknown;
            interrupted.operationId = input.operation.id;
            interrupted.error = unknownError(reason, kind);
            co_return interrupted;
        }
        if (seen.verdict != Verdict::Undecided) {
            break;
        }
        if (seen.error) {
            reason = seen.error;
        }
        const bool isHopeless = seen.error && (seen.error->kind == Error::Kind::Unauthorized ||
                                               seen.error->kind == Error::Kind::Forbidden);
        const bool isOver = isHopeless || cancel.isCancelled() ||
                            services.clock.monotonic() - start >= services.settle.patience;
        if (isOver || !co_await services.clock.sleep(services.settle.pollInterval, cancel)) {
            break;
        }
    }

    OperationRecord operation = input.operation;
    std::optional<Error> error;
    auto end = OperationRecord::Outcome::Unknown;
    switch (seen.verdict) {
    case Verdict::Executed: {
        // Named locals: temporaries in an awaited call are destroyed twice by g++ 12.
        twilio::Credentials credentials = input.credentials;
        if (kind == OperationRecord::Kind::Remove) {
            OperationOutcome removed = co_await recordRemoved(services, operation, credentials, note);
            co_return removed;
        }
        nixflex::Number number = *seen.number;
        std::optional<WebhookConfiguration> before = input.before;
        OperationOutcome imported =
            co_await recordImported(services, operation, number, credentials, before, note);
        co_return imported;
    }
    case Verdict::OtherAgent:
        end = OperationRecord::Outcome::Refused;
        error = Error::make(Error::Kind::Conflict,
                            SettleText::tr("In the meantime this number was connected to another agent (%1).")
                                .arg(seen.number->agentId.toString()));
        error->provider = Error::Provider::Nixflex;
        error->effect = Error::Effect::Answered;
        error->providerCode = u"number_already_imported"_s;
        break;
    case Verdict::NotExecuted:
        end = OperationRecord::Outcome::NotSent;
        error = notExecutedError(input.cause, kind);
        if (kind == OperationRecord::Kind::Import && input.before && input.credentials.isComplete() &&
            !operation.numberSid.isEmpty()) {
            const CancelToken lifetime = services.lifetime;
            const AccountSid account = input.credentials.accountSid;
            const auto number = co_await services.twilio.fetchIncomingNumber(input.credentials, account,
                                                                             operation.numberSid, lifetime);
            if (lifetime.isCancelled()) {
                break;
            }
            if (number && !number->webhooks.differences(*input.before).isEmpty()) {
                end = OperationRecord::Outcome::Refused;
                error = halfDoneError(input.cause);
            }
        }
        break;
    case Verdict::Undecided:
        error = unknownError(reason, kind);
        break;
    }
    if (services.lifetime.isCancelled()) {
        OperationOutcome interrupted;
        interrupted.kind = OperationOutcome::Kind::Unknown;
        interrupted.operationId = operation.id;
        co_return interrupted;
    }
    OperationOutcome ended = co_await recordEnd(services, operation, end, error, note);
    co_return ended;
}

} // namespace numbers::importing

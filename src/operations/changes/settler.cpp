#include "operations/changes/settler.h"

#include "operations/common/journal.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct SettleText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Settle)
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

/// Says no more than is known: without a cause a refusal may have come and not been recorded.
Error notExecutedError(const std::optional<Error> &cause, OperationRecord::Kind kind)
{
    const bool isImport = kind == OperationRecord::Kind::Import;
    Error error = cause.value_or(Error::make(Error::Kind::Storage, {}, u"answer not recorded"_s));
    error.effect = Error::Effect::Unknown;
    error.provider = Error::Provider::Nixflex;
    if (cause) {
        error.userText = isImport
                             ? SettleText::tr("Nixflex gave no usable answer, and the number is not in its "
                                              "list: it was not imported. Nothing has changed. You can "
                                              "try again.")
                             : SettleText::tr("Nixflex gave no usable answer, and the number is still in "
                                              "its list: it was not removed. Nothing has changed. You can "
                                              "try again.");
    } else {
        error.userText = isImport
                             ? SettleText::tr("What Nixflex answered was not recorded, and the number is "
                                              "not in its list: it was not imported. Nothing has changed. "
                                              "You can try again.")
                             : SettleText::tr("What Nixflex answered was not recorded, and the number is "
                                              "still in its list: it was not removed. Nothing has changed. "
                                              "You can try again.");
    }
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

} // namespace

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
        end = OperationRecord::Outcome::NotExecuted;
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

} // namespace numbers::operations

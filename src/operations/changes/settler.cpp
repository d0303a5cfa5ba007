#include "operations/changes/settler.h"

#include "operations/common/journal.h"
#include "operations/common/nixflexnumber.h"

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

Error otherAgentError(const AgentId &agentId)
{
    Error error =
        Error::make(Error::Kind::Conflict,
                    SettleText::tr("In the meantime this number was connected to another agent (%1).")
                        .arg(agentId.toString()));
    error.provider = Error::Provider::Nixflex;
    error.effect = Error::Effect::Answered;
    error.providerCode = u"number_already_imported"_s;
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

/// Not at Nixflex, and nothing may come any more.
QCoro::Task<OperationOutcome> recordImportNotExecuted(OperationServices services, SettleInput input,
                                                      QString note)
{
    const OperationRecord operation = input.operation;
    std::optional<Error> error = notExecutedError(input.cause, operation.kind);
    auto end = OperationRecord::Outcome::NotExecuted;
    if (input.before && input.credentials.isComplete() && !operation.numberSid.isEmpty()) {
        const AccountSid account = input.credentials.accountSid;
        const auto number = co_await services.twilio.fetchIncomingNumber(
            input.credentials, account, operation.numberSid, services.closing);
        if (number && !number->webhooks.differences(*input.before).isEmpty()) {
            end = OperationRecord::Outcome::Refused;
            error = halfDoneError(input.cause);
        }
    }
    OperationOutcome ended = co_await recordEnd(services, operation, end, error, note);
    co_return ended;
}

QCoro::Task<OperationOutcome> recordUnknown(OperationServices services, OperationRecord operation,
                                            Error cause, QString note)
{
    const std::optional<Error> error = unknownError(cause, operation.kind);
    OperationOutcome open =
        co_await recordEnd(services, operation, OperationRecord::Outcome::Unknown, error, note);
    co_return open;
}

QCoro::Task<OperationOutcome> settleImport(OperationServices services, SettleInput input, QString note,
                                           CancelToken cancel)
{
    const OperationRecord operation = input.operation;
    const twilio::Credentials credentials = input.credentials;
    const std::optional<Error> cause = input.cause;
    const StopPredicate isEnough = [age = input.age, window = services.settle.executionWindow](
                                       const NumberAtNixflex &found, std::chrono::milliseconds waited) {
        return found.has_value() || age + waited >= window;
    };
    const QList<AgentId> agents{operation.agentId};
    const auto found =
        co_await readNumberUntil(services, operation.phoneNumber, agents, isEnough, cause, cancel);
    if (!found) {
        OperationOutcome open = co_await recordUnknown(services, operation, found.error(), note);
        co_return open;
    }
    if (!*found) {
        OperationOutcome ended = co_await recordImportNotExecuted(services, input, note);
        co_return ended;
    }
    const nixflex::Number number = **found;
    if (number.agentId == operation.agentId) {
        const std::optional<WebhookConfiguration> before = input.before;
        OperationOutcome imported =
            co_await recordImported(services, operation, number, credentials, before, note);
        co_return imported;
    }
    const std::optional<Error> error = otherAgentError(number.agentId);
    OperationOutcome ended =
        co_await recordEnd(services, operation, OperationRecord::Outcome::Refused, error, note);
    co_return ended;
}

QCoro::Task<OperationOutcome> settleRemoval(OperationServices services, SettleInput input, QString note,
                                            CancelToken cancel)
{
    const OperationRecord operation = input.operation;
    const twilio::Credentials credentials = input.credentials;
    const std::optional<Error> cause = input.cause;
    const StopPredicate isEnough = [age = input.age, window = services.settle.executionWindow](
                                       const NumberAtNixflex &found, std::chrono::milliseconds waited) {
        return !found || age + waited >= window;
    };
    const QList<AgentId> agents{operation.agentId};
    const auto found =
        co_await readNumberUntil(services, operation.phoneNumber, agents, isEnough, cause, cancel);
    if (!found) {
        OperationOutcome open = co_await recordUnknown(services, operation, found.error(), note);
        co_return open;
    }
    if (!*found) {
        OperationOutcome removed = co_await recordRemoved(services, operation, credentials, note);
        co_return removed;
    }
    // Somebody may have imported it again after it was removed: theirs is not taken away.
    const AgentId there = (*found)->agentId;
    const bool isWithAnother = !operation.agentId.isNull() && there != operation.agentId;
    const std::optional<Error> error =
        isWithAnother ? otherAgentError(there) : notExecutedError(cause, operation.kind);
    const auto end =
        isWithAnother ? OperationRecord::Outcome::Refused : OperationRecord::Outcome::NotExecuted;
    OperationOutcome ended = co_await recordEnd(services, operation, end, error, note);
    co_return ended;
}

} // namespace

QCoro::Task<OperationOutcome> settleOperation(OperationServices services, SettleInput input,
                                              CancelToken cancel)
{
    const QString note = input.cause ? u"settled"_s : u"settled_after_restart"_s;
    if (input.operation.kind == OperationRecord::Kind::Remove) {
        return settleRemoval(std::move(services), std::move(input), note, std::move(cancel));
    }
    return settleImport(std::move(services), std::move(input), note, std::move(cancel));
}

} // namespace numbers::operations

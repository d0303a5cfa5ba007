#include "operations/changes/retriedwrites.h"

#include "operations/changes/restorer.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using std::chrono::milliseconds;
using store::OperationRecord;

/// Asking again later may help.
bool isTemporary(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
    case Error::Kind::NotFound:
    case Error::Kind::Conflict:
    case Error::Kind::Invalid:
    case Error::Kind::PaymentRequired:
        return false;
    default:
        return true;
    }
}

QStringList destinationsOf(const QList<RestorePlan::Entry> &entries)
{
    QStringList names;
    for (const auto &entry : entries) {
        if (entry.field->isDestination) {
            names << QString(entry.field->jsonName);
        }
    }
    return names;
}

Write whereItIs(const std::optional<nixflex::Number> &found, const AgentId &wanted)
{
    Write write;
    write.number = found;
    write.end = found && found->agentId == wanted ? Write::End::Done : Write::End::WithAnother;
    return write;
}

/// Somebody else sends the second write now. That a ledger cannot be written keeps nothing from being sent:
/// it says already that something may have left, and until it has, no one answers.
bool isTakenOver(const Result<void> &marked)
{
    return !marked && marked.error().providerCode == store::takenOverCode;
}

} // namespace

QCoro::Task<Write> importTo(OperationServices services, OperationRecord operation,
                            twilio::Credentials credentials, AgentAssignment answerer, CancelToken cancel)
{
    const Patience patience(services, cancel);
    const PhoneNumber phoneNumber = operation.phoneNumber;
    Write write;
    for (;;) {
        const auto marked = co_await services.ledger.markSending(operation, answerer.call);
        if (isTakenOver(marked)) {
            write.error = marked.error();
            co_return write;
        }
        nixflex::ImportRequest request;
        request.phoneNumber = phoneNumber;
        request.credentials = credentials;
        request.agentId = answerer.agentId;
        request.customPrompt = answerer.customPrompt;
        request.idempotencyKey = operation.idempotencyKey + '-' + answerer.call.toLatin1();
        const auto answer = co_await services.nixflex.importNumber(std::move(request), services.closing);
        if (answer) {
            write.end = Write::End::Done;
            write.number = *answer;
            co_return write;
        }
        const std::optional<Error> error = answer.error();
        write.error = error;
        const bool isConflict = error->kind == Error::Kind::Conflict;
        if (error->isProvenNotExecuted() && !isConflict && !isTemporary(*error)) {
            write.end = Write::End::Refused;
            co_return write;
        }
        if (isConflict || !error->isProvenNotExecuted()) {
            const auto window = isConflict ? milliseconds(0) : services.settle.executionWindow;
            const StopPredicate isEnough = [window](const NumberAtNixflex &found, milliseconds waited) {
                return found.has_value() || waited >= window;
            };
            const QList<AgentId> agents{answerer.agentId};
            const auto found =
                co_await readNumberUntil(services, phoneNumber, agents, isEnough, error, cancel);
            if (!found) {
                co_return write;
            }
            if (*found) {
                Write there = whereItIs(*found, answerer.agentId);
                there.error = error;
                co_return there;
            }
            if (isConflict) {
                write.end = Write::End::Refused; // with somebody whose list this key does not see
                co_return write;
            }
        }
        if (!co_await patience.pause(error)) {
            co_return write;
        }
    }
}

QCoro::Task<Write> setBack(OperationServices services, OperationRecord operation,
                           twilio::Credentials credentials, CancelToken cancel)
{
    const Patience patience(services, cancel);
    const AccountSid account = credentials.accountSid;
    const QString sid = operation.numberSid;
    Write write;
    const auto aim = co_await restoreTargetOf(services, operation);
    if (!aim) {
        write.error = aim.error();
        co_return write;
    }
    bool isSent = false; // Once is enough for what makes no difference.
    for (;;) {
        const auto now =
            co_await services.twilio.fetchIncomingNumber(credentials, account, sid, services.closing);
        std::optional<Error> error;
        if (!now) {
            error = now.error();
        } else if (const RestorePlan plan = aim->planFrom(now->webhooks);
                   plan.isEmpty() && (plan.methods.isEmpty() || isSent)) {
            write.end = Write::End::Done;
            write.atTwilio = *now;
            write.kept = destinationsOf(plan.kept) + destinationsOf(plan.unavailable);
            co_return write;
        } else {
            const QString call = u"update"_s;
            const auto marked = co_await services.ledger.markSending(operation, call);
            if (isTakenOver(marked)) {
                write.error = marked.error();
                co_return write;
            }
            const auto form = plan.form();
            const bool isAgain = std::exchange(isSent, true);
            const auto answer = co_await services.twilio.updateIncomingNumber(credentials, account, sid, form,
                                                                              services.closing);
            if (plan.isEmpty() || (answer && aim->planFrom(answer->webhooks).isEmpty())) {
                // What it shows afterwards is what counts; it may be late with that.
                if (isAgain && !co_await patience.pause({})) {
                    co_return write;
                }
                continue;
            }
            error = answer ? std::nullopt : std::optional(answer.error());
        }
        write.error = error;
        const bool isRefused = error && error->isProvenNotExecuted() && !isTemporary(*error);
        // A token that does not work may be replaced.
        if (isRefused && error->kind != Error::Kind::Unauthorized) {
            write.end = Write::End::Refused;
            co_return write;
        }
        if (isRefused || !co_await patience.pause(error)) {
            co_return write;
        }
    }
}

} // namespace numbers::operations

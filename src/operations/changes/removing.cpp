#include "operations/changes/removing.h"

#include "operations/changes/settler.h"
#include "operations/common/journal.h"
#include "operations/common/operationregistry.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

using store::OperationRecord;

QCoro::Task<OperationOutcome> removeNumber(OperationServices services, PhoneNumber number,
                                           twilio::Credentials credentials, CancelToken cancel)
{
    OperationRecord operation = newOperation(OperationRecord::Kind::Remove, services, number);
    operation.accountSid = credentials.accountSid;
    const auto release = services.registry.enter(operation.id);

    const QString keyId = services.nixflex.key().keyId();
    const auto known = co_await services.ledger.number(keyId, number);
    if (known && known->has_value()) {
        operation.agentId = (*known)->agentId;
    }
    QList<store::BackupRecord> backups;
    if (credentials.isComplete()) {
        const AccountSid account = credentials.accountSid;
        const auto before = co_await services.twilio.findIncomingNumber(credentials, account, number, cancel);
        // Gone from the account, or a token that no longer works, must not keep the user from cleaning up.
        if (before) {
            operation.numberSid = before->sid;
            backups.append(
                backupOf(operation, store::BackupRecord::Reason::BeforeRemove, *before, services.utcNow()));
            const QString numberSid = before->sid;
            const auto service = co_await messagingServiceOf(services, credentials, numberSid, cancel);
            noteMessagingService(backups, service);
        }
    }
    auto notToBeSent = co_await beginSending(services, operation, std::move(backups), cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    const auto answer = co_await services.nixflex.deleteNumber(number, operation.idempotencyKey, cancel);
    if (answer) {
        const QString note;
        OperationOutcome removed = co_await recordRemoved(services, operation, credentials, note);
        co_return removed;
    }
    // A 404 is a refusal like others: nothing of ours was sent before, so nothing of ours removed it.
    if (answer.error().isProvenNotExecuted()) {
        const Error &error = answer.error();
        OperationOutcome ended = co_await recordNotExecuted(services, operation, error);
        co_return ended;
    }
    SettleInput input;
    input.operation = operation;
    input.credentials = credentials;
    input.cause = answer.error();
    OperationOutcome settled = co_await settleOperation(services, std::move(input), cancel);
    co_return settled;
}

} // namespace numbers::operations

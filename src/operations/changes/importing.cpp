#include "operations/changes/importing.h"

#include "operations/changes/settler.h"
#include "operations/common/journal.h"
#include "operations/common/operationregistry.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct ImportText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Operations)
};

Error refusedByUs(const ImportPlan &plan)
{
    return operations::refusedByUs(
        !plan.isPossible()
            ? plan.problems.first()
            : Note{u"confirmation_needed"_s,
                   ImportText::tr("Something that answers now would be replaced. Confirm this first.")});
}

/// The import's write call, once it is marked as sending, and everything after it.
QCoro::Task<OperationOutcome> sendImport(OperationServices services, OperationRecord operation,
                                         ImportPlan plan, OnImportStep onStep, CancelToken cancel)
{
    onStep(ImportStep::Send);
    nixflex::ImportRequest request;
    request.phoneNumber = plan.phoneNumber;
    request.credentials = plan.credentials;
    request.agentId = plan.agentId;
    request.customPrompt = plan.customPrompt;
    request.idempotencyKey = operation.idempotencyKey;
    const auto answer = co_await services.nixflex.importNumber(std::move(request), cancel);
    std::optional<WebhookConfiguration> before = plan.before.webhooks;
    if (!answer && answer.error().isProvenNotExecuted()) {
        const Error &error = answer.error();
        OperationOutcome ended = co_await recordNotExecuted(services, operation, error);
        co_return ended;
    }
    if (!answer) {
        onStep(ImportStep::Settle);
        SettleInput input;
        input.operation = operation;
        input.credentials = plan.credentials;
        input.before = before;
        input.cause = answer.error();
        OperationOutcome settled = co_await settleOperation(services, std::move(input), cancel);
        co_return settled;
    }

    // A ledger that cannot be written now is not worth losing the answer for: the operation is settled later.
    operation.requestId = answer->requestId;
    const auto noted = co_await services.ledger.markAnswered(operation, operation.requestId);
    static_cast<void>(noted);
    onStep(ImportStep::ReadBack);
    const nixflex::Number &number = *answer;
    twilio::Credentials credentials = plan.credentials;
    const QString note;
    OperationOutcome imported =
        co_await recordImported(services, operation, number, credentials, before, note);
    onStep(ImportStep::Record);
    co_return imported;
}

} // namespace

QCoro::Task<OperationOutcome> importNumber(OperationServices services, ImportPlan plan, bool isConfirmed,
                                           OnImportStep onStep, CancelToken cancel)
{
    if (!plan.isPossible() || (plan.needsConfirmation() && !isConfirmed)) {
        co_return notSent(refusedByUs(plan));
    }
    OperationRecord operation = newOperation(OperationRecord::Kind::Import, services, plan.phoneNumber);
    operation.agentId = plan.agentId;
    operation.accountSid = plan.credentials.accountSid;
    operation.numberSid = plan.before.sid;
    operation.customPrompt = plan.customPrompt;
    const auto release = services.registry.enter(operation.id);

    onStep(ImportStep::SaveBackup);
    const AccountSid account = plan.credentials.accountSid;
    const QString numberSid = plan.before.sid;
    const auto service = co_await messagingServiceOf(services, plan.credentials, numberSid, cancel);
    const auto fresh =
        co_await services.twilio.fetchIncomingNumber(plan.credentials, account, plan.before.sid, cancel);
    if (!fresh) {
        co_return notSent(fresh.error());
    }
    if (!fresh->webhooks.differences(plan.before.webhooks).isEmpty()) {
        co_return notSent(changedSinceReview());
    }
    plan.before = *fresh;
    QList<store::BackupRecord> backups{
        backupOf(operation, store::BackupRecord::Reason::BeforeImport, *fresh, services.utcNow())};
    noteMessagingService(backups, service);
    auto notToBeSent = co_await beginSending(services, operation, std::move(backups), cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    OperationOutcome outcome = co_await sendImport(services, operation, std::move(plan), onStep, cancel);
    co_return outcome;
}

} // namespace numbers::operations

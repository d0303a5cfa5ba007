#include "operations/changes/unfinishedoperations.h"

#include "operations/changes/changeover.h"
#include "operations/changes/profilechange.h"
#include "operations/changes/restorer.h"
#include "operations/changes/settler.h"
#include "operations/common/journal.h"
#include "operations/common/operationregistry.h"
#include "store/operationkinds.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct OpenText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Operations)
};

QCoro::Task<OperationOutcome> settleImportOrRemoval(OperationServices services, OperationRecord operation,
                                                    twilio::Credentials credentials,
                                                    std::chrono::milliseconds age, CancelToken cancel)
{
    SettleInput input;
    const auto backups = co_await services.ledger.backups(operation.id);
    if (backups) {
        for (const store::BackupRecord &backup : *backups) {
            if (backup.reason == store::BackupRecord::Reason::BeforeImport) {
                input.before = backup.webhooks;
            }
        }
    }
    input.operation = operation;
    input.credentials = credentials;
    input.age = age;
    OperationOutcome settled = co_await settleOperation(services, std::move(input), cancel);
    co_return settled;
}

/// An operation whose request may have left; `age`: so long ago at least.
QCoro::Task<OperationOutcome> settleByKind(OperationServices services, OperationRecord operation,
                                           twilio::Credentials credentials, std::chrono::milliseconds age,
                                           CancelToken cancel)
{
    using Settling = store::OperationKind::Settling;
    switch (store::describe(operation.kind).settling) {
    case Settling::Webhooks:
        return settleRestore(services, operation, credentials, age, cancel);
    case Settling::TwoWrites:
        return settleChangeover(services, operation, credentials, age, cancel);
    case Settling::BusinessProfile:
        return settleProfileChange(services, operation, {}, age, cancel);
    case Settling::NixflexsList:
    case Settling::Never: // Never open.
        break;
    }
    return settleImportOrRemoval(services, operation, credentials, age, cancel);
}

bool isFinished(const Result<std::optional<OperationRecord>> &operation)
{
    return operation && *operation && (*operation)->phase == OperationRecord::Phase::Finished;
}

/// `credentials` are used when they are of the operation's account. `age`: so long ago at least its request
/// left.
QCoro::Task<OperationOutcome> settle(OperationServices services, OperationRecord operation,
                                     twilio::Credentials credentials, CancelToken cancel)
{
    const auto release = services.registry.enterSettling(operation.id);
    // From here on a former holder that still runs can record nothing more, and sends nothing more.
    auto taken = co_await services.ledger.takeOver(operation.id);
    if (!taken || taken->phase == OperationRecord::Phase::Finished) {
        OperationOutcome asItIs;
        asItIs.kind = taken ? outcomeKindOf(taken->outcome) : OperationOutcome::Kind::Unknown;
        asItIs.operationId = operation.id;
        asItIs.error = taken ? taken->error : std::optional(taken.error());
        co_return asItIs;
    }
    operation = *std::move(taken);
    if (operation.phase == OperationRecord::Phase::Prepared) {
        const std::optional<Error> error =
            Error::make(Error::Kind::Cancelled,
                        OpenText::tr("The program ended before anything was sent. Nothing has changed."));
        const QString note = u"ended_before_sending"_s;
        OperationOutcome ended =
            co_await recordEnd(services, operation, OperationRecord::Outcome::NotSent, error, note);
        co_return ended;
    }
    if (credentials.accountSid != operation.accountSid) {
        credentials = {};
    }
    const auto age = services.registry.ageOf(operation.id, services.monotonic());
    OperationOutcome settled = co_await settleByKind(services, operation, credentials, age, cancel);
    if (settled.kind != OperationOutcome::Kind::Unknown) {
        services.registry.forgetAge(operation.id);
    }
    co_return settled;
}

/// What the ledger says of the operation, as soon as nobody here is finding out its outcome. Error:
/// Cancelled.
QCoro::Task<Result<std::optional<OperationRecord>>> onceSettled(OperationServices services,
                                                                QString operationId, CancelToken cancel)
{
    for (;;) {
        auto now = co_await services.ledger.operation(operationId);
        if (!services.registry.isSettling(operationId)) {
            co_return now;
        }
        const auto pause = services.settle.pollInterval;
        if (!co_await services.sleep(pause, cancel)) {
            co_return failure(Error::cancelled());
        }
    }
}

/// Those of this key's; none when the ledger cannot be read.
QCoro::Task<QList<OperationRecord>> openOperations(OperationServices services)
{
    const auto open = co_await services.ledger.unfinishedOperations(true);
    QList<OperationRecord> ours = open.value_or(QList<OperationRecord>());
    const QString keyId = services.nixflex.key().keyId();
    ours.removeIf([&keyId](const OperationRecord &operation) { return operation.keyId != keyId; });
    co_return ours;
}

} // namespace

QCoro::Task<Result<QList<Note>>> settleOpenOf(OperationServices services, PhoneNumber number,
                                              twilio::Credentials credentials, CancelToken cancel)
{
    const OperationRegistry &registry = services.registry;
    bool isOpen = false;
    bool isOfNewerVersion = false;
    const QList<OperationRecord> operations = co_await openOperations(services);
    for (const OperationRecord &operation : operations) {
        const bool isBusy = registry.isActive(operation.id) && !registry.isSettling(operation.id);
        if (operation.phoneNumber != number || isBusy) {
            continue;
        }
        if (operation.kind == OperationRecord::Kind::Unknown) {
            isOfNewerVersion = true;
            continue;
        }
        const QString id = operation.id;
        const auto now = co_await onceSettled(services, id, cancel);
        if (cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (isFinished(now) || registry.isActive(id)) {
            continue;
        }
        const OperationOutcome outcome = co_await settle(services, operation, credentials, cancel);
        if (cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        isOpen = isOpen || outcome.kind == OperationOutcome::Kind::Unknown;
    }
    QList<Note> problems;
    if (isOpen) {
        problems.append({u"unsettled_operation"_s,
                         OpenText::tr("An earlier operation on this number has no known outcome yet. It "
                                      "has to be settled first; try again when Nixflex can be read.")});
    }
    if (isOfNewerVersion) {
        problems.append(
            {u"operation_of_newer_version"_s,
             OpenText::tr("A newer version of this program began an operation on this number and has not "
                          "finished it. Finish it with that version.")});
    }
    co_return problems;
}

QCoro::Task<void> settleProfileChangesOf(OperationServices services, PhoneNumber number, CancelToken cancel)
{
    const QList<OperationRecord> operations = co_await openOperations(services);
    for (const OperationRecord &earlier : operations) {
        if (earlier.kind != OperationRecord::Kind::Profile || earlier.phoneNumber != number ||
            services.registry.isActive(earlier.id)) {
            continue;
        }
        const twilio::Credentials none;
        const OperationOutcome settled = co_await settle(services, earlier, none, cancel);
        static_cast<void>(settled); // What stays open refuses the new one.
        if (cancel.isCancelled()) {
            co_return;
        }
    }
}

QCoro::Task<Result<QList<OperationRecord>>> settleAllOpen(OperationServices services, AuthTokenSource tokens,
                                                          std::optional<std::chrono::milliseconds> patience,
                                                          CancelToken cancel)
{
    services.settle.patience = patience.value_or(services.settle.patience);
    const QString keyId = services.nixflex.key().keyId();
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (!open) {
        co_return failure(open.error());
    }
    QList<OperationRecord> settled;
    for (const OperationRecord &operation : *open) {
        if (cancel.isCancelled() || services.closing.isCancelled()) {
            break;
        }
        if (services.registry.isActive(operation.id) || operation.keyId != keyId ||
            operation.kind == OperationRecord::Kind::Unknown) {
            continue;
        }
        twilio::Credentials credentials;
        credentials.accountSid = operation.accountSid;
        if (tokens && !operation.accountSid.isNull()) {
            const auto token = co_await tokens(operation.accountSid);
            credentials.authToken = token.value_or(nullptr);
        }
        // Somebody else here may have settled it meanwhile, or be at it now.
        const QString id = operation.id;
        const auto before = co_await services.ledger.operation(id);
        if (!before) {
            co_return failure(before.error());
        }
        if (isFinished(before) || services.registry.isActive(id)) {
            continue;
        }
        const OperationOutcome outcome = co_await settle(services, operation, credentials, cancel);
        static_cast<void>(outcome); // The ledger has it; what is asked for below is what it says now.
        const auto now = co_await services.ledger.operation(id);
        settled.append(now && now->has_value() ? **now : operation);
    }
    co_return settled;
}

} // namespace numbers::operations

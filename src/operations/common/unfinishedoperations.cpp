#include "operations/common/unfinishedoperations.h"

#include "operations/changes/changeover.h"
#include "operations/changes/profilechange.h"
#include "operations/changes/restorer.h"
#include "operations/changes/settler.h"
#include "operations/common/journal.h"

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
    if (services.lifetime.isCancelled()) {
        co_return interrupted(operation, OperationOutcome::Kind::Unknown);
    }
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
    switch (operation.kind) {
    case OperationRecord::Kind::Restore:
        return settleRestore(services, operation, credentials, age, cancel);
    case OperationRecord::Kind::Undo:
    case OperationRecord::Kind::Reassign:
        return settleChangeover(services, operation, credentials, age, cancel);
    case OperationRecord::Kind::Profile:
        return settleProfileChange(services, operation, {}, age, cancel);
    case OperationRecord::Kind::Import:
    case OperationRecord::Kind::Remove:
    case OperationRecord::Kind::Adopt: // never open
    case OperationRecord::Kind::Forget:
    case OperationRecord::Kind::Unknown:
        break;
    }
    return settleImportOrRemoval(services, operation, credentials, age, cancel);
}

bool isFinished(const Result<std::optional<OperationRecord>> &operation)
{
    return operation && *operation && (*operation)->phase == OperationRecord::Phase::Finished;
}

} // namespace

UnfinishedOperations::UnfinishedOperations(OperationServices services)
    : m_services(std::move(services))
    , m_work(std::make_shared<Work>())
{
}

QScopeGuard<std::function<void()>> UnfinishedOperations::enter(const OperationRecord &operation)
{
    const auto work = m_work;
    work->active.insert(operation.id);
    return QScopeGuard<std::function<void()>>([work, id = operation.id] { work->active.remove(id); });
}

QCoro::Task<Result<std::optional<OperationRecord>>> UnfinishedOperations::onceSettled(QString operationId,
                                                                                      CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    for (;;) {
        auto now = co_await services.ledger.operation(operationId);
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!work->settling.contains(operationId)) {
            co_return now;
        }
        const auto pause = services.settle.pollInterval;
        const bool hasPaused = co_await services.clock.sleep(pause, cancel);
        if (services.lifetime.isCancelled() || !hasPaused) {
            co_return failure(Error::cancelled());
        }
    }
}

QCoro::Task<Result<QList<Note>>>
UnfinishedOperations::settleOf(PhoneNumber number, twilio::Credentials credentials, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (services.lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    bool isOpen = false;
    bool isOfNewerVersion = false;
    const QList<OperationRecord> operations = open ? *open : QList<OperationRecord>();
    for (const OperationRecord &operation : operations) {
        const bool isBusy = work->active.contains(operation.id) && !work->settling.contains(operation.id);
        if (operation.phoneNumber != number || isBusy || operation.keyId != services.nixflex.key().keyId()) {
            continue;
        }
        if (operation.kind == OperationRecord::Kind::Unknown) {
            isOfNewerVersion = true;
            continue;
        }
        const QString id = operation.id;
        const auto now = co_await onceSettled(id, cancel);
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (isFinished(now) || work->active.contains(id)) {
            continue;
        }
        const OperationOutcome outcome =
            co_await settle(operation, credentials, services.settle.patience, cancel);
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
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

QCoro::Task<void> UnfinishedOperations::settleProfileChanges(PhoneNumber number, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (services.lifetime.isCancelled()) {
        co_return;
    }
    const QList<OperationRecord> operations = open ? *open : QList<OperationRecord>();
    for (const OperationRecord &earlier : operations) {
        if (earlier.kind != OperationRecord::Kind::Profile || earlier.phoneNumber != number ||
            earlier.keyId != services.nixflex.key().keyId() || work->active.contains(earlier.id)) {
            continue;
        }
        const twilio::Credentials none;
        const auto patience = services.settle.patience;
        const OperationOutcome settled = co_await settle(earlier, none, patience, cancel);
        static_cast<void>(settled); // What stays open refuses the new one.
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return;
        }
    }
}

// Only the monotonic clock counts: a wall clock that was set forward must not make a request look old.
std::chrono::milliseconds UnfinishedOperations::ageOf(const OperationRecord &operation)
{
    const auto now = m_services.clock.monotonic();
    const auto openSince = m_work->openSince.constFind(operation.id);
    if (openSince != m_work->openSince.constEnd()) {
        return now - *openSince;
    }
    m_work->openSince.insert(operation.id, now);
    return std::chrono::milliseconds(0);
}

QCoro::Task<OperationOutcome> UnfinishedOperations::settle(OperationRecord operation,
                                                           twilio::Credentials credentials,
                                                           std::chrono::milliseconds patience,
                                                           CancelToken cancel)
{
    OperationServices services = m_services;
    services.settle.patience = patience;
    const auto work = m_work;
    const auto release = enter(operation);
    work->settling.insert(operation.id);
    const auto known = qScopeGuard([work, id = operation.id] { work->settling.remove(id); });

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
    const auto age = ageOf(operation);
    OperationOutcome settled = co_await settleByKind(services, operation, credentials, age, cancel);
    if (settled.kind != OperationOutcome::Kind::Unknown) {
        work->openSince.remove(operation.id);
    }
    co_return settled;
}

QCoro::Task<Result<QList<OperationRecord>>>
UnfinishedOperations::settleAll(TokenSource tokens, std::optional<std::chrono::milliseconds> patience,
                                CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (services.lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!open) {
        co_return failure(open.error());
    }
    QList<OperationRecord> settled;
    for (const OperationRecord &operation : *open) {
        if (cancel.isCancelled()) {
            break;
        }
        if (work->active.contains(operation.id) || operation.keyId != services.nixflex.key().keyId() ||
            operation.kind == OperationRecord::Kind::Unknown) {
            continue;
        }
        twilio::Credentials credentials;
        credentials.accountSid = operation.accountSid;
        if (tokens && !operation.accountSid.isNull()) {
            credentials.authToken = co_await tokens(operation.accountSid);
            if (services.lifetime.isCancelled()) {
                co_return failure(Error::cancelled());
            }
        }
        // Somebody else here may have looked meanwhile, or be looking now.
        const QString id = operation.id;
        const auto before = co_await services.ledger.operation(id);
        if (services.lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (isFinished(before) || work->active.contains(id)) {
            continue;
        }
        const auto longest = patience.value_or(services.settle.patience);
        const OperationOutcome outcome = co_await settle(operation, credentials, longest, cancel);
        static_cast<void>(outcome); // The ledger has it; what is asked for below is what it says now.
        if (services.lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        const auto now = co_await services.ledger.operation(id);
        if (services.lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        settled.append(now && now->has_value() ? **now : operation);
    }
    co_return settled;
}

} // namespace numbers::operations

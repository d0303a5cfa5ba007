#include "store/ledger.h"

#include "store/accountrepository.h"
#include "store/fleetrepository.h"
#include "store/ledgerthread.h"
#include "store/numberrepository.h"
#include "store/operationrepository.h"
#include "store/operationsearch.h"
#include "store/sequence.h"

#include <QPointer>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

Ledger::Ledger(std::unique_ptr<LedgerThread> thread)
    : d(std::move(thread))
{
    d->owner = this;
}

Ledger::~Ledger() = default;

void Ledger::close()
{
    d->close();
}

QCoro::Task<Result<std::unique_ptr<Ledger>>> Ledger::open(QString filePath, Clock *clock,
                                                          std::chrono::milliseconds watchInterval)
{
    auto priv = std::make_unique<LedgerThread>(std::move(filePath), *clock);
    LedgerThread *const state = priv.get();
    const Completion<Result<void>> done;
    QMetaObject::invokeMethod(
        state->worker.get(), [state, done] { done.complete(state->open()); }, Qt::QueuedConnection);
    auto opened = co_await done.awaiter();
    if (!opened) {
        co_return failure(opened.error());
    }
    auto instance = InstanceLock::acquire(state->filePath);
    if (!instance) {
        co_return failure(instance.error());
    }
    state->instance = std::move(*instance);
    state->instanceId = state->instance->id();
    std::unique_ptr<Ledger> ledger(new Ledger(std::move(priv)));
    QMetaObject::invokeMethod(
        state->worker.get(), [state, watchInterval] { state->watch(watchInterval); }, Qt::QueuedConnection);
    co_return ledger;
}

std::optional<Error> Ledger::whyReadOnly() const
{
    return d->whyReadOnly;
}

QCoro::Task<Result<qint64>> Ledger::latestSequence()
{
    return d->read<qint64>([](Database &open) { return store::latestSequence(open); });
}

QString Ledger::instanceId() const
{
    return d->instanceId;
}

QCoro::Task<Result<void>> Ledger::saveAccount(AccountRecord account)
{
    return d->write([account = std::move(account)](Database &open) { return writeAccount(open, account); },
                    Accounts | Numbers);
}

QCoro::Task<Result<QList<AccountRecord>>> Ledger::accounts()
{
    return d->read<QList<AccountRecord>>([](Database &open) { return readAccounts(open); });
}

QCoro::Task<Result<void>> Ledger::forgetAccount(AccountSid sid)
{
    return d->write([sid = std::move(sid)](Database &open) { return deleteAccount(open, sid); }, Accounts);
}

QCoro::Task<Result<void>> Ledger::saveAgents(QString keyId, QList<nixflex::Agent> agents)
{
    return d->write([keyId = std::move(keyId), agents = std::move(agents),
                     now = d->now()](Database &open) { return writeAgents(open, keyId, agents, now); },
                    Numbers);
}

QCoro::Task<Result<QList<nixflex::Agent>>> Ledger::agents(QString keyId)
{
    return d->read<QList<nixflex::Agent>>(
        [keyId = std::move(keyId)](Database &open) { return readAgents(open, keyId); });
}

QCoro::Task<Result<void>> Ledger::beginOperation(OperationRecord operation, QList<BackupRecord> backups)
{
    operation.instanceId = instanceId();
    return d->write([operation = std::move(operation), backups = std::move(backups)](
                        Database &open) { return journalIntent(open, operation, backups); },
                    Operations);
}

QCoro::Task<Result<void>> Ledger::markSending(OperationRecord operation, QString call)
{
    return d->write([id = operation.id, epoch = operation.epoch, call = std::move(call),
                     now = d->now()](Database &open) { return journalSending(open, id, epoch, call, now); },
                    Operations);
}

QCoro::Task<Result<void>> Ledger::markAnswered(OperationRecord operation, QString requestId)
{
    return d->write(
        [id = operation.id, epoch = operation.epoch, requestId = std::move(requestId),
         now = d->now()](Database &open) { return journalAnswer(open, id, epoch, requestId, now); },
        Operations);
}

QCoro::Task<Result<void>> Ledger::finishOperation(Finish finish)
{
    return d->write([finish = std::move(finish),
                     now = d->now()](Database &open) { return journalFinish(open, finish, now); },
                    Operations | Numbers);
}

QCoro::Task<Result<OperationRecord>> Ledger::takeOver(QString operationId)
{
    return d->writeAndGive<OperationRecord>(
        [priv = d.get(), operationId = std::move(operationId)](Database &open) {
            return journalTakeOver(open, operationId, priv->instance->id(), priv->instance->others());
        },
        Nothing);
}

QCoro::Task<Result<QList<OperationRecord>>> Ledger::unfinishedOperations(bool includeOwn)
{
    return d->read<QList<OperationRecord>>([priv = d.get(), includeOwn](Database &open) {
        QSet<QString> living = priv->instance->others();
        if (!includeOwn) {
            living.insert(priv->instance->id());
        }
        return readUnfinished(open, living);
    });
}

QCoro::Task<Result<QList<OperationRecord>>> Ledger::operations(int limit, int offset)
{
    return d->read<QList<OperationRecord>>(
        [limit, offset](Database &open) { return readOperations(open, limit, offset); });
}

QCoro::Task<Result<QList<OperationRecord>>> Ledger::operationsOf(PhoneNumber number)
{
    return d->read<QList<OperationRecord>>(
        [number = std::move(number)](Database &open) { return readOperationsOf(open, number); });
}

QCoro::Task<Result<QStringList>> Ledger::operationIds(OperationQuery query)
{
    return d->read<QStringList>(
        [query = std::move(query)](Database &open) { return readOperationIds(open, query); });
}

QCoro::Task<Result<QList<OperationRecord>>> Ledger::operationsById(QStringList ids)
{
    return d->read<QList<OperationRecord>>(
        [ids = std::move(ids)](Database &open) { return readOperationsById(open, ids); });
}

QCoro::Task<Result<QList<OperationHistory>>> Ledger::histories(QStringList ids)
{
    return d->read<QList<OperationHistory>>(
        [ids = std::move(ids)](Database &open) { return readHistories(open, ids); });
}

QCoro::Task<Result<std::optional<OperationRecord>>> Ledger::operation(QString id)
{
    return d->read<std::optional<OperationRecord>>(
        [id = std::move(id)](Database &open) { return readOperation(open, id); });
}

QCoro::Task<Result<QList<StepRecord>>> Ledger::steps(QString operationId)
{
    return d->read<QList<StepRecord>>(
        [operationId = std::move(operationId)](Database &open) { return readSteps(open, operationId); });
}

QCoro::Task<Result<QList<BackupRecord>>> Ledger::backups(QString operationId)
{
    return d->read<QList<BackupRecord>>(
        [operationId = std::move(operationId)](Database &open) { return readBackups(open, operationId); });
}

QCoro::Task<Result<void>> Ledger::saveSyncPage(QString keyId, QString syncId, QList<nixflex::Number> page)
{
    return d->write(
        [priv = d.get(), keyId = std::move(keyId), syncId = std::move(syncId),
         page = std::move(page)](Database &open) -> Result<void> {
            if (!priv->syncStarts.contains(syncId)) {
                const auto start = store::latestSequence(open);
                if (!start) {
                    return failure(start.error());
                }
                priv->syncStarts.insert(syncId, *start);
            }
            return mergeSyncPage(open, keyId, syncId, page, priv->syncStarts.value(syncId));
        },
        Numbers);
}

QCoro::Task<Result<int>> Ledger::finishSync(QString keyId, QString syncId)
{
    return d->writeAndGive<int>(
        [priv = d.get(), keyId = std::move(keyId), syncId = std::move(syncId)](Database &open) {
            const auto latest = store::latestSequence(open);
            if (!latest) {
                return Result<int>(failure(latest.error()));
            }
            const qint64 start = priv->syncStarts.value(syncId, *latest);
            priv->syncStarts.remove(syncId);
            return markUnseen(open, keyId, syncId, start);
        },
        Numbers);
}

QCoro::Task<Result<void>> Ledger::saveNumber(NumberRecord number)
{
    return d->write([number = std::move(number)](Database &open) { return writeNumber(open, number); },
                    Numbers);
}

QCoro::Task<Result<std::optional<NumberRecord>>> Ledger::number(QString keyId, PhoneNumber number)
{
    return d->read<std::optional<NumberRecord>>(
        [keyId = std::move(keyId), number = std::move(number)](Database &open) {
            return readNumber(open, keyId, number);
        });
}

QCoro::Task<Result<QList<qint64>>> Ledger::numberIds(FleetQuery query)
{
    return d->read<QList<qint64>>(
        [query = std::move(query)](Database &open) { return readNumberIds(open, query); });
}

QCoro::Task<Result<qint64>> Ledger::numberCount(FleetQuery query)
{
    return d->read<qint64>([query = std::move(query)](Database &open) { return countNumbers(open, query); });
}

QCoro::Task<Result<QList<NumberRecord>>> Ledger::numbersById(QList<qint64> ids)
{
    return d->read<QList<NumberRecord>>(
        [ids = std::move(ids)](Database &open) { return readNumbersById(open, ids); });
}

QCoro::Task<Result<QHash<PhoneNumber, AgentId>>> Ledger::importedNumbers(QString keyId)
{
    return d->read<QHash<PhoneNumber, AgentId>>(
        [keyId = std::move(keyId)](Database &open) { return readImported(open, keyId); });
}

QCoro::Task<Result<QSet<qint64>>> Ledger::saveHealth(QString keyId, QList<HealthRecord> records, qint64 since)
{
    return d->writeAndGive<QSet<qint64>>(
        [keyId = std::move(keyId), records = std::move(records), since](Database &open) {
            return writeHealth(open, keyId, records, since);
        },
        Numbers);
}

QCoro::Task<Result<void>> Ledger::saveBaseline(OperationRecord operation, WebhookConfiguration webhooks,
                                               HealthRecord health)
{
    return d->write(
        [operation = std::move(operation), webhooks = std::move(webhooks), health = std::move(health)](
            Database &open) { return writeBaseline(open, operation, webhooks, health); },
        Numbers | Operations);
}

QCoro::Task<Result<void>> Ledger::forgetNumber(OperationRecord operation)
{
    return d->write(
        [operation = std::move(operation)](Database &open) { return deleteGoneNumber(open, operation); },
        Numbers | Operations);
}

QCoro::Task<Result<void>> Ledger::revertLedgerChange(OperationRecord operation, QString ofId)
{
    return d->write(
        [operation = std::move(operation), ofId = std::move(ofId)](Database &open) {
            return operation.kind == OperationRecord::Kind::Adopt ? takeBackBaseline(open, operation, ofId)
                                                                  : takeBackNumber(open, operation, ofId);
        },
        Numbers | Operations);
}

QCoro::Task<Result<LedgerSummary>> Ledger::summary(CancelToken cancel)
{
    const QPointer<Ledger> self(this);
    const std::function<Result<LedgerSummary>(Database &)> outline = readOutline;
    auto summary = co_await d->read<LedgerSummary>(outline, cancel);
    if (!summary) {
        co_return summary;
    }
    for (auto &[table, count] : summary->rowCounts) {
        if (self.isNull()) {
            co_return failure(Error::cancelled());
        }
        const std::function<Result<qint64>(Database &)> job = [name = table](Database &open) {
            return countRows(open, name);
        };
        const auto counted = co_await d->read<qint64>(job, cancel);
        if (!counted) {
            co_return failure(counted.error());
        }
        count = *counted;
    }
    co_return summary;
}

} // namespace numbers::store

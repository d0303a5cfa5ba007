#include "store/ledger.h"

#include "base/completion.h"
#include "store/accountrepository.h"
#include "store/database.h"
#include "store/fleetrepository.h"
#include "store/instancelock.h"
#include "store/migrator.h"
#include "store/numberrepository.h"
#include "store/operationrepository.h"
#include "store/operationsearch.h"

#include <QPointer>
#include <QThread>
#include <QTimer>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

/// A bit for each signal.
enum Change : unsigned { Nothing = 0, Numbers = 1, Operations = 2, Accounts = 4 };

} // namespace

class Ledger::Private
{
public:
    Private(QString givenPath, Clock &givenClock)
        : filePath(std::move(givenPath))
        , clock(givenClock)
        , worker(std::make_unique<QObject>())
    {
        thread.setObjectName(u"ledger"_s);
        worker->moveToThread(&thread);
        thread.start();
    }

    ~Private() { close(); }

    /// Thread of creation.
    void close()
    {
        if (isClosed) {
            return;
        }
        isClosed = true;
        // Queued jobs come first, since events are delivered in order.
        QMetaObject::invokeMethod(
            worker.get(),
            [this] {
                delete watchTimer; // It may be due already, and would look into a closed database.
                database.reset();
                worker.release()->deleteLater(); // Its own event is being handled.
                thread.quit();
            },
            Qt::QueuedConnection);
        thread.wait();
        instance.reset(); // Other programs may settle what this one left open.
    }

    Q_DISABLE_COPY_MOVE(Private)

    /// The time for a record. Nothing is recorded after closing, when the clock may have gone.
    [[nodiscard]] QDateTime now() const { return isClosed ? QDateTime() : clock.utcNow(); }

    /// Runs `job` in the database's thread; after a success tells `owner` what changed.
    template <typename T>
    [[nodiscard]] QCoro::Task<Result<T>> run(std::function<Result<T>(Database &)> job,
                                             unsigned changes = Nothing)
    {
        if (isClosed) {
            co_return failure(Error::cancelled());
        }
        const Completion<Result<T>> done;
        QMetaObject::invokeMethod(
            worker.get(),
            [this, job = std::move(job), done, changes] {
                Result<T> result = job(*database);
                if (result && changes != Nothing) {
                    tell(changes);
                }
                done.complete(std::move(result));
            },
            Qt::QueuedConnection);
        co_return co_await done.awaiter();
    }

    template <typename T>
    [[nodiscard]] QCoro::Task<Result<T>> read(std::function<Result<T>(Database &)> job)
    {
        return run<T>(std::move(job));
    }

    /// For what takes its time. Cancelled as soon as `cancel` is; what is not begun by then never is.
    template <typename T>
    [[nodiscard]] QCoro::Task<Result<T>> read(std::function<Result<T>(Database &)> job, CancelToken cancel)
    {
        if (isClosed) {
            co_return failure(Error::cancelled());
        }
        const Completion<Result<T>> done;
        QObject context;
        cancel.onCancelled(&context, [done] { done.complete(failure(Error::cancelled())); });
        QMetaObject::invokeMethod(
            worker.get(),
            [this, job = std::move(job), done] {
                if (!done.isComplete()) {
                    done.complete(job(*database));
                }
            },
            Qt::QueuedConnection);
        co_return co_await done.awaiter();
    }

    /// In one transaction.
    [[nodiscard]] QCoro::Task<Result<void>> write(std::function<Result<void>(Database &)> job,
                                                  unsigned changes)
    {
        return run<void>(
            [job = std::move(job)](Database &open) { return open.transaction([&] { return job(open); }); },
            changes);
    }

    /// Database thread.
    void tell(unsigned changes)
    {
        QMetaObject::invokeMethod(
            owner,
            [target = owner, changes] {
                if (target->d->isClosed) {
                    return;
                }
                if ((changes & Numbers) != 0) {
                    Q_EMIT target->numbersChanged();
                }
                if ((changes & Operations) != 0) {
                    Q_EMIT target->operationsChanged();
                }
                if ((changes & Accounts) != 0) {
                    Q_EMIT target->accountsChanged();
                }
            },
            Qt::QueuedConnection);
    }

    /// Database thread.
    [[nodiscard]] Result<void> open()
    {
        if (auto ours = refuseOthers(filePath); !ours) {
            return ours;
        }
        database = std::make_unique<Database>();
        if (auto opened = database->open(filePath); !opened) {
            return opened;
        }
        return migrate(*database, clock.utcNow());
    }

    /// Database thread: looks for what other programs wrote.
    void watch(std::chrono::milliseconds interval)
    {
        lastDataVersion = database->dataVersion();
        watchTimer = new QTimer(worker.get());
        QObject::connect(watchTimer, &QTimer::timeout, worker.get(), [this] {
            const qint64 version = database->dataVersion();
            if (version != lastDataVersion) {
                lastDataVersion = version;
                tell(Numbers | Operations | Accounts);
            }
        });
        watchTimer->start(interval);
    }

    QString filePath;
    Clock &clock;
    Ledger *owner = nullptr;
    std::unique_ptr<InstanceLock> instance;
    QString instanceId;
    bool isClosed = false;                ///< thread of creation
    QHash<QString, QDateTime> syncStarts; ///< database thread

    QThread thread;
    std::unique_ptr<QObject> worker;
    std::unique_ptr<Database> database; ///< database thread
    QTimer *watchTimer = nullptr;       ///< database thread; of the worker
    qint64 lastDataVersion = 0;         ///< database thread
};

Ledger::Ledger(std::unique_ptr<Private> priv)
    : d(std::move(priv))
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
    auto priv = std::make_unique<Private>(std::move(filePath), *clock);
    Private *const state = priv.get();
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

QCoro::Task<Result<void>> Ledger::markSending(QString operationId, QString call)
{
    return d->write([operationId = std::move(operationId), call = std::move(call),
                     now = d->now()](Database &open) { return journalSending(open, operationId, call, now); },
                    Operations);
}

QCoro::Task<Result<void>> Ledger::markAnswered(QString operationId, QString requestId)
{
    return d->write([operationId = std::move(operationId), requestId = std::move(requestId), now = d->now()](
                        Database &open) { return journalAnswer(open, operationId, requestId, now); },
                    Operations);
}

QCoro::Task<Result<void>> Ledger::finishOperation(Finish finish)
{
    return d->write([finish = std::move(finish),
                     now = d->now()](Database &open) { return journalFinish(open, finish, now); },
                    Operations | Numbers);
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
        [priv = d.get(), keyId = std::move(keyId), syncId = std::move(syncId), page = std::move(page),
         now = d->now()](Database &open) {
            auto &start = priv->syncStarts[syncId];
            if (!start.isValid()) {
                start = now;
            }
            return mergeSyncPage(open, keyId, syncId, page, start, now);
        },
        Numbers);
}

QCoro::Task<Result<int>> Ledger::finishSync(QString keyId, QString syncId)
{
    return d->run<int>(
        [priv = d.get(), keyId = std::move(keyId), syncId = std::move(syncId),
         now = d->now()](Database &open) {
            const QDateTime start = priv->syncStarts.take(syncId);
            return markUnseen(open, keyId, syncId, start.isValid() ? start : now);
        },
        Numbers);
}

QCoro::Task<Result<void>> Ledger::saveNumber(NumberRecord number)
{
    return d->write([number = std::move(number),
                     now = d->now()](Database &open) { return writeNumber(open, number, now); },
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

QCoro::Task<Result<QSet<qint64>>> Ledger::saveHealth(QString keyId, QList<HealthRecord> records,
                                                     QDateTime since)
{
    return d->run<QSet<qint64>>(
        [keyId = std::move(keyId), records = std::move(records), since = std::move(since),
         now = d->now()](Database &open) -> Result<QSet<qint64>> {
            QSet<qint64> leftOut;
            const auto written = open.transaction([&]() -> Result<void> {
                auto result = writeHealth(open, keyId, records, since, now);
                if (!result) {
                    return failure(result.error());
                }
                leftOut = std::move(*result);
                return {};
            });
            return written ? Result<QSet<qint64>>(leftOut) : failure(written.error());
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

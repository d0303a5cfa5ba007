#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/completion.h"
#include "base/result.h"
#include "store/database.h"
#include "store/instancelock.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QObject>
#include <QTemporaryDir>
#include <QThread>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QTimer;

namespace numbers::store {

class Ledger;

/// What a write changed: a bit for each of the ledger's signals.
enum Change : unsigned { Nothing = 0, Numbers = 1, Operations = 2, Accounts = 4 };

/// A ledger's thread with its database. Made and destroyed in the ledger's own thread; jobs are run in order.
class LedgerThread
{
public:
    LedgerThread(QString givenPath, Clock &givenClock);

    ~LedgerThread();
    /// Thread of creation.
    void close();

    Q_DISABLE_COPY_MOVE(LedgerThread)

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
            [this, job = std::move(job)](Database &open) {
                return whyReadOnly ? failure(*whyReadOnly) : open.transaction([&] { return job(open); });
            },
            changes);
    }

    /// In one transaction, for what gives something back.
    template <typename T>
    [[nodiscard]] QCoro::Task<Result<T>> writeAndGive(std::function<Result<T>(Database &)> job,
                                                      unsigned changes)
    {
        return run<T>(
            [this, job = std::move(job)](Database &open) -> Result<T> {
                if (whyReadOnly) {
                    return failure(*whyReadOnly);
                }
                Result<T> given = failure(Error::cancelled());
                const auto written = open.transaction([&]() -> Result<void> {
                    given = job(open);
                    return given ? Result<void>() : failure(given.error());
                });
                return written ? std::move(given) : failure(written.error());
            },
            changes);
    }

    /// Database thread.
    void tell(unsigned changes);

    /// Database thread.
    [[nodiscard]] Result<void> open();
    /// Database thread.
    [[nodiscard]] Result<void> openFile();

    /// Database thread: looks for what other programs wrote.
    void watch(std::chrono::milliseconds interval);

    QString filePath; ///< the database thread's until it has opened
    Clock &clock;
    std::unique_ptr<QTemporaryDir> copyFolder; ///< of a ledger that cannot be written
    std::optional<Error> whyReadOnly;
    Ledger *owner = nullptr;
    std::unique_ptr<InstanceLock> instance;
    QString instanceId;
    bool isClosed = false;             ///< thread of creation
    QHash<QString, qint64> syncStarts; ///< database thread

    QThread thread;
    std::unique_ptr<QObject> worker;
    std::unique_ptr<Database> database; ///< database thread
    QTimer *watchTimer = nullptr;       ///< database thread; of the worker
    qint64 lastDataVersion = 0;         ///< database thread
};

} // namespace numbers::store

#include "store/ledgerthread.h"

#include "store/ledger.h"
#include "store/migrator.h"
#include "store/readonlycopy.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace numbers::store {

LedgerThread::LedgerThread(QString givenPath, Clock &givenClock)
    : filePath(std::move(givenPath))
    , clock(givenClock)
    , worker(std::make_unique<QObject>())
{
    thread.setObjectName(u"ledger"_s);
    worker->moveToThread(&thread);
    thread.start();
}

LedgerThread::~LedgerThread()
{
    close();
}

void LedgerThread::close()
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

void LedgerThread::tell(unsigned changes)
{
    QMetaObject::invokeMethod(
        owner,
        [this, changes] {
            if (isClosed) {
                return;
            }
            if ((changes & Numbers) != 0) {
                Q_EMIT owner->numbersChanged();
            }
            if ((changes & Operations) != 0) {
                Q_EMIT owner->operationsChanged();
            }
            if ((changes & Accounts) != 0) {
                Q_EMIT owner->accountsChanged();
            }
        },
        Qt::QueuedConnection);
}

Result<void> LedgerThread::open()
{
    if (!isReadOnlyFile(filePath)) {
        return openFile();
    }
    auto folder = copyForReading(filePath);
    if (!folder) {
        return failure(folder.error());
    }
    whyReadOnly = readOnlyLedger(filePath);
    copyFolder = std::move(*folder);
    const QString original = std::exchange(filePath, copyFolder->filePath(u"ledger.sqlite"_s));
    auto opened = openFile();
    if (!opened) {
        Error error = opened.error();
        error.userText.replace(filePath, original); // Nobody knows of the copy.
        return failure(error);
    }
    return opened;
}

Result<void> LedgerThread::openFile()
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

void LedgerThread::watch(std::chrono::milliseconds interval)
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

} // namespace numbers::store

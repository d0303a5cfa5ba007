#include "store/migrator.h"
#include "storetest.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using test::runTask;
using test::SmallDisk;

/// A ledger that cannot be written is read all the same: on a disk that is mounted read-only.
class TestReadOnlyLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatIsThere();
    void readsWhatIsStillInTheLog();
    void readsAnOlderSchema();
    void leavesNothingBehind();
    void refusesToWrite();
    void refusesWhatIsNoLedger();

private:
    static void put(const SmallDisk &disk, const QString &from);

    SystemClock m_clock;
};

namespace {

constexpr qint64 diskSize = 1'048'576;

QString filePath(const SmallDisk &disk)
{
    return disk.filePath(u"ledger.sqlite"_s);
}

QString golden(int schema)
{
    return QStringLiteral(GOLDEN_DIRECTORY "/schema-%1.sqlite").arg(schema);
}

QStringList filesOn(const SmallDisk &disk)
{
    return QDir(disk.path()).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

void TestReadOnlyLedger::init()
{
    if (!test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(test::whyNoOwnMounts()));
    }
}

void TestReadOnlyLedger::put(const SmallDisk &disk, const QString &from)
{
    QVERIFY(QFile::copy(from, filePath(disk)));
    if (QFile::exists(from + u"-wal"_s)) {
        QVERIFY(QFile::copy(from + u"-wal"_s, filePath(disk) + u"-wal"_s));
    }
    disk.setReadOnly(true);
}

void TestReadOnlyLedger::readsWhatIsThere()
{
    const SmallDisk disk(diskSize);
    put(disk, golden(newestSchema()));
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QVERIFY(ledger->whyReadOnly());
    QVERIFY(!runTask(ledger->operations(0, 0)).value().isEmpty());
    QVERIFY(!runTask(ledger->accounts()).value().isEmpty());
    const auto ids = runTask(ledger->operationIds(OperationQuery())).value();
    QCOMPARE(runTask(ledger->histories(ids)).value().size(), ids.size());
}

void TestReadOnlyLedger::readsWhatIsStillInTheLog()
{
    const QTemporaryDir elsewhere;
    const QString path = elsewhere.filePath(u"ledger.sqlite"_s);
    const auto killed = test::openLedger(path, m_clock);
    const auto operation = test::operationRecord(u"+442079460018"_s);
    QVERIFY(runTask(killed->beginOperation(operation, {})));
    QVERIFY(Database::hasLog(path));

    const SmallDisk disk(diskSize);
    put(disk, path);
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QCOMPARE(runTask(ledger->operations(0, 0)).value().first().id, operation.id);
}

void TestReadOnlyLedger::readsAnOlderSchema()
{
    const SmallDisk disk(diskSize);
    put(disk, golden(1));
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QVERIFY(!runTask(ledger->operations(0, 0)).value().isEmpty());
}

void TestReadOnlyLedger::leavesNothingBehind()
{
    const QDir temporary(QDir::tempPath());
    const auto copies = [&temporary] {
        QStringList found;
        for (const QString &folder : temporary.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (QFile::exists(temporary.filePath(folder) + u"/ledger.sqlite"_s)) {
                found << folder;
            }
        }
        return found;
    };
    const SmallDisk disk(diskSize);
    put(disk, golden(newestSchema()));
    const QStringList onDisk = filesOn(disk);
    const QStringList before = copies();
    {
        const auto ledger = test::openLedger(filePath(disk), m_clock);
        QCOMPARE(copies().size(), before.size() + 1);
    }
    QCOMPARE(copies(), before);
    QCOMPARE(filesOn(disk), onDisk);
}

void TestReadOnlyLedger::refusesToWrite()
{
    const SmallDisk disk(diskSize);
    put(disk, golden(newestSchema()));
    {
        const auto ledger = test::openLedger(filePath(disk), m_clock);
        const auto before = runTask(ledger->operations(0, 0)).value().size();
        const auto operation = test::operationRecord(u"+442079460099"_s);
        Ledger::Finish finish;
        finish.operationId = operation.id;
        for (const auto &written :
             {runTask(ledger->beginOperation(operation, {})), runTask(ledger->finishOperation(finish)),
              runTask(ledger->saveSyncPage(test::keyId, u"sync"_s, {}))}) {
            QVERIFY(!written);
            QVERIFY(written.error().kind == Error::Kind::Storage);
            QCOMPARE(written.error().providerCode, u"ledger_read_only"_s);
            QVERIFY(written.error().userText.contains(filePath(disk)));
        }
        QVERIFY(!runTask(ledger->takeOver(operation.id)));
        QVERIFY(!runTask(ledger->finishSync(test::keyId, u"sync"_s)));
        QCOMPARE(runTask(ledger->operations(0, 0)).value().size(), before);
    }
    disk.setReadOnly(false);
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QVERIFY(!ledger->whyReadOnly());
    QVERIFY(runTask(ledger->beginOperation(test::operationRecord(u"+442079460099"_s), {})));
}

void TestReadOnlyLedger::refusesWhatIsNoLedger()
{
    const QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(u"ledger.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5'000, 'x')) > 0);
    file.close();
    const SmallDisk disk(diskSize);
    put(disk, file.fileName());
    const auto refused = runTask(Ledger::open(filePath(disk), &m_clock));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Storage);
    QVERIFY2(refused.error().userText.contains(filePath(disk)), qPrintable(refused.error().userText));
}

int main(int argc, char **argv)
{
    test::enterOwnMounts();
    const QCoreApplication application(argc, argv);
    TestReadOnlyLedger test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_readonlyledger.moc"

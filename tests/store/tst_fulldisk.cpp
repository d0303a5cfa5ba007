#include "goldenledger.h"
#include "storetest.h"
#include "support/smalldisk.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using test::contentsOf;
using test::integrityOf;
using test::runTask;
using test::SmallDisk;

namespace {

constexpr qint64 diskSize = 1'048'576;

using Write = std::function<Result<void>(Ledger &)>;

Result<void> withoutValue(const Result<int> &result)
{
    return result ? Result<void>() : failure(result.error());
}

QString filePath(const SmallDisk &disk)
{
    return disk.filePath(u"ledger.sqlite"_s);
}

} // namespace

Q_DECLARE_METATYPE(Write)

/// What fault injection cannot show: a disk that is full, and one that is mounted read-only.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAllOrNothing_data();
    void writesAllOrNothing();
    void opensAgainOnceThereIsSpace_data();
    void opensAgainOnceThereIsSpace();
    void keepsWhatWasWrittenBeforeTheDiskFilledUp();
    void saysThatANewLedgerCannotBeWritten();

private:
    static void prepare(Ledger &ledger);

    SystemClock m_clock;
};

namespace {

const OperationRecord &openOperation()
{
    static const OperationRecord operation = test::operationRecord(u"+442079460018"_s);
    return operation;
}

} // namespace

void TestFullDisk::init()
{
    if (!test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(test::whyNoOwnMounts()));
    }
}

void TestFullDisk::prepare(Ledger &ledger)
{
    for (const auto &account : test::goldenAccounts()) {
        QVERIFY(runTask(ledger.saveAccount(account)));
    }
    QVERIFY(runTask(ledger.saveNumber(test::numberRecord(u"+12125550001"_s))));
    QVERIFY(runTask(ledger.beginOperation(openOperation(), {})));
}

void TestFullDisk::writesAllOrNothing_data()
{
    QTest::addColumn<bool>("isFull");
    QTest::addColumn<Write>("write");
    const auto row = [](const char *name, const Write &write) {
        QTest::addRow("%s, full", name) << true << write;
        QTest::addRow("%s, read-only", name) << false << write;
    };
    row("beginOperation", [](Ledger &ledger) {
        BackupRecord backup;
        auto operation = test::operationRecord(u"+442079460019"_s);
        backup.operationId = operation.id;
        return runTask(ledger.beginOperation(operation, {backup}));
    });
    row("markSending", [](Ledger &ledger) { return runTask(ledger.markSending(openOperation())); });
    row("markAnswered",
        [](Ledger &ledger) { return runTask(ledger.markAnswered(openOperation(), u"req_1"_s)); });
    row("finishOperation", [](Ledger &ledger) {
        Ledger::Finish finish;
        finish.operationId = openOperation().id;
        finish.number = test::numberRecord(openOperation().phoneNumber.e164());
        finish.backup = BackupRecord();
        finish.backup->operationId = finish.operationId;
        return runTask(ledger.finishOperation(finish));
    });
    row("saveSyncPage", [](Ledger &ledger) {
        QList<nixflex::Number> page;
        for (int i = 0; i < 100; ++i) {
            nixflex::Number number;
            number.phoneNumber = test::phoneNumber(u"+1212555%1"_s.arg(1000 + i));
            page << number;
        }
        return runTask(ledger.saveSyncPage(test::keyId, u"sync"_s, page));
    });
    row("finishSync",
        [](Ledger &ledger) { return withoutValue(runTask(ledger.finishSync(test::keyId, u"sync"_s))); });
    row("saveNumber",
        [](Ledger &ledger) { return runTask(ledger.saveNumber(test::numberRecord(u"+12125550002"_s))); });
    row("saveAccount", [](Ledger &ledger) {
        auto account = test::goldenAccounts().first();
        account.label = u"Other"_s;
        return runTask(ledger.saveAccount(account));
    });
    row("forgetAccount",
        [](Ledger &ledger) { return runTask(ledger.forgetAccount(test::goldenAccounts().first().sid)); });
    row("saveAgents",
        [](Ledger &ledger) { return runTask(ledger.saveAgents(test::keyId, test::goldenAgents())); });
}

void TestFullDisk::writesAllOrNothing()
{
    QFETCH(bool, isFull);
    QFETCH(Write, write);
    const SmallDisk disk(diskSize);
    {
        const auto ledger = test::openLedger(filePath(disk), m_clock);
        prepare(*ledger);
        const QStringList before = contentsOf(filePath(disk));
        QVERIFY(before.size() >= 6);

        isFull ? disk.fill() : disk.turnReadOnly(true);
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto written = write(*ledger);
            QVERIFY(!written);
            QVERIFY(written.error().kind == Error::Kind::Storage);
            QVERIFY2(written.error().userText.contains(isFull ? u"disk is full"_s : u"is read-only"_s),
                     qPrintable(written.error().report()));
            QVERIFY(written.error().userText.contains(filePath(disk)));
        }
        QCOMPARE(contentsOf(filePath(disk)), before);

        isFull ? disk.empty() : disk.turnReadOnly(false);
        const auto written = write(*ledger);
        QVERIFY2(written, written ? "" : qPrintable(written.error().report()));
        QVERIFY(contentsOf(filePath(disk)) != before);
    }
    QCOMPARE(integrityOf(filePath(disk)), u"ok"_s);
}

void TestFullDisk::opensAgainOnceThereIsSpace_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("a new ledger") << false;
    QTest::newRow("a ledger") << true;
}

void TestFullDisk::opensAgainOnceThereIsSpace()
{
    QFETCH(bool, isThere);
    const SmallDisk disk(diskSize);
    if (isThere) {
        prepare(*test::openLedger(filePath(disk), m_clock));
    }
    disk.fill();
    const auto refused = runTask(Ledger::open(filePath(disk), &m_clock));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Storage);
    QVERIFY2(refused.error().userText.contains(u"disk is full"_s), qPrintable(refused.error().report()));

    disk.empty();
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QCOMPARE(runTask(ledger->operations(0, 0)).value().size(), isThere ? 1 : 0);
    QCOMPARE(integrityOf(filePath(disk)), u"ok"_s);
}

void TestFullDisk::keepsWhatWasWrittenBeforeTheDiskFilledUp()
{
    const SmallDisk disk(diskSize);
    // What the user deletes afterwards.
    QFile ballast(disk.filePath(u"ballast"_s));
    QVERIFY(ballast.open(QIODevice::WriteOnly));
    QCOMPARE(ballast.write(QByteArray(diskSize / 4, 'x')), diskSize / 4);
    ballast.close();
    int written = 0;
    {
        const auto ledger = test::openLedger(filePath(disk), m_clock);
        // The log grows until nothing is left.
        for (int i = 0; i < 10'000; ++i) {
            if (!runTask(
                    ledger->beginOperation(test::operationRecord(u"+4420%1"_s.arg(70'000'000 + i)), {}))) {
                break;
            }
            ++written;
        }
        QVERIFY(written > 10 && written < 10'000);
        QCOMPARE(runTask(ledger->operations(0, 0)).value().size(), written);
    } // Closing has to copy the log into a file that cannot grow.
    if (const auto full = runTask(Ledger::open(filePath(disk), &m_clock)); full) {
        QCOMPARE(runTask((*full)->operations(0, 0)).value().size(), written);
    } else {
        QVERIFY2(full.error().userText.contains(u"disk"_s), qPrintable(full.error().report()));
    }
    QVERIFY(ballast.remove());
    QCOMPARE(integrityOf(filePath(disk)), u"ok"_s);
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QCOMPARE(runTask(ledger->operations(0, 0)).value().size(), written);
}

void TestFullDisk::saysThatANewLedgerCannotBeWritten()
{
    const SmallDisk disk(diskSize);
    disk.setReadOnly(true);
    const auto refused = runTask(Ledger::open(filePath(disk), &m_clock));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Storage);
    const QString text = refused.error().userText;
    QVERIFY2(text.contains(u"read-only"_s) && text.contains(u"--profile"_s), qPrintable(text));
    QVERIFY(text.contains(filePath(disk)));

    disk.setReadOnly(false);
    const auto ledger = test::openLedger(filePath(disk), m_clock);
    QCOMPARE(runTask(ledger->operations(0, 0)).value().size(), 0);
    QCOMPARE(integrityOf(filePath(disk)), u"ok"_s);
}

int main(int argc, char **argv)
{
    test::enterOwnMounts();
    const QCoreApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fulldisk.moc"

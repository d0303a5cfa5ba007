#include "store/database.h"
#include "storetest.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;

/// Files that are no ledger, broken, full, or shared.
class TestLedgerFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAFileThatIsNoLedgerAsItIs_data();
    void leavesAFileThatIsNoLedgerAsItIs();
    void saysWhenTheFolderIsMissing();
    void saysWhenTheDiskIsFullAndChangesNothing();
    void saysWhenTheLedgerIsReadOnly();
    void saysWhenAnotherProgramLocksIt();
    void opensTwiceAtOnce();
    void noticesWhatAnotherProgramWrites();
    void closesWhileItLooksForWhatOthersWrote();
    void leavesTheWorkOfLivingProgramsAlone();
    void isNotReadableByOthers();
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

QByteArray ledgerBytes()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    SystemClock clock;
    {
        auto ledger = test::openLedger(path, clock);
        for (int i = 0; i < 200; ++i) {
            const auto record = test::numberRecord(u"+1212555%1"_s.arg(1000 + i), QString(200, u'x'));
            if (!test::runTask(ledger->saveNumber(record))) {
                qFatal("cannot write a number");
            }
        }
    }
    return contents(path);
}

QByteArray databaseWith(const QStringList &statements)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"other.sqlite"_s);
    {
        Database database;
        if (!database.open(path)) {
            qFatal("cannot open");
        }
        for (const QString &statement : statements) {
            if (!database.execute(statement)) {
                qFatal("cannot run %s", qPrintable(statement));
            }
        }
    }
    return contents(path);
}

} // namespace

void TestLedgerFile::leavesAFileThatIsNoLedgerAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    QTest::newRow("text") << QByteArray("Dear diary, today I imported a number.\n").repeated(40)
                          << u"not a ledger"_s;
    const QByteArray good = ledgerBytes();
    QTest::newRow("cut in half") << good.left(good.size() / 2) << u"damaged"_s;
    QByteArray overwritten = good;
    for (qsizetype page = 4096 * 2; page + 4096 <= overwritten.size(); page += 4096) {
        overwritten.replace(page, 64, QByteArray(64, '\x7f'));
    }
    QTest::newRow("overwritten") << overwritten << u"damaged"_s;
    QTest::newRow("of another program")
        << databaseWith({u"CREATE TABLE songs (title TEXT)"_s}) << u"another program"_s;
    QTest::newRow("of a newer version")
        << databaseWith({u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT)"_s,
                         u"INSERT INTO schema_migrations VALUES (99, '')"_s})
        << u"newer version"_s;
}

void TestLedgerFile::leavesAFileThatIsNoLedgerAsItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    write(path, bytes);
    SystemClock clock;
    const auto ledger = test::runTask(Ledger::open(path, &clock));
    QVERIFY(!ledger);
    QVERIFY(ledger.error().kind == Error::Kind::Storage);
    QVERIFY2(ledger.error().userText.contains(word), qPrintable(ledger.error().userText));
    QVERIFY(ledger.error().userText.contains(u"left as it is"_s) ||
            ledger.error().userText.contains(u"left as it"_s));
    QVERIFY(contents(path) == bytes);
}

void TestLedgerFile::saysWhenTheFolderIsMissing()
{
    const QTemporaryDir directory;
    SystemClock clock;
    const auto ledger = test::runTask(Ledger::open(directory.filePath(u"no/such/ledger.sqlite"_s), &clock));
    QVERIFY(!ledger);
    QVERIFY(ledger.error().kind == Error::Kind::Storage);
    QVERIFY2(ledger.error().userText.contains(u"folder exists"_s), qPrintable(ledger.error().userText));
}

void TestLedgerFile::saysWhenTheDiskIsFullAndChangesNothing()
{
    const QTemporaryDir directory;
    Database database;
    QVERIFY(database.open(directory.filePath(u"full.sqlite"_s)));
    QVERIFY(database.prepareForWriting());
    QVERIFY(database.execute(u"CREATE TABLE texts (body TEXT)"_s));
    // SQLite reports its own limit exactly as it reports a full disk.
    QVERIFY(database.query(u"PRAGMA max_page_count = 20"_s));
    const auto written = database.transaction([&]() -> Result<void> {
        for (int i = 0; i < 100; ++i) {
            if (const auto done = database.execute(u"INSERT INTO texts VALUES (?)"_s, {QString(4000, u'x')});
                !done) {
                return failure(done.error());
            }
        }
        return {};
    });
    QVERIFY(!written);
    QVERIFY(written.error().kind == Error::Kind::Storage);
    QVERIFY2(written.error().userText.contains(u"disk is full"_s), qPrintable(written.error().userText));
    auto count = database.query(u"SELECT COUNT(*) FROM texts"_s);
    QVERIFY(count && count->next());
    QCOMPARE(count->value(0).toInt(), 0);
}

void TestLedgerFile::saysWhenTheLedgerIsReadOnly()
{
    const QTemporaryDir directory;
    Database database;
    QVERIFY(database.open(directory.filePath(u"ledger.sqlite"_s)));
    QVERIFY(database.execute(u"CREATE TABLE texts (body TEXT)"_s));
    QVERIFY(database.query(u"PRAGMA query_only = ON"_s)); // Permissions do not stop root.
    const auto written = database.execute(u"INSERT INTO texts VALUES ('x')"_s);
    QVERIFY(!written);
    QVERIFY(written.error().kind == Error::Kind::Storage);
    QVERIFY2(written.error().userText.contains(u"read-only"_s), qPrintable(written.error().userText));
}

void TestLedgerFile::saysWhenAnotherProgramLocksIt()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    Database first;
    QVERIFY(first.open(path));
    QVERIFY(first.prepareForWriting());
    Database second;
    QVERIFY(second.open(path));
    QVERIFY(second.query(u"PRAGMA busy_timeout = 50"_s));
    const auto held = first.transaction([&]() -> Result<void> {
        const auto refused = second.transaction([] { return Result<void>(); });
        return refused ? Result<void>() : failure(refused.error());
    });
    QVERIFY(!held);
    QVERIFY2(held.error().userText.contains(u"locked"_s), qPrintable(held.error().userText));
}

void TestLedgerFile::opensTwiceAtOnce()
{
    SystemClock clock;
    for (int round = 0; round < 8; ++round) {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"ledger.sqlite"_s);
        // Both threads create the same new ledger.
        auto first = Ledger::open(path, &clock);
        auto second = Ledger::open(path, &clock);
        const auto one = test::runTask(std::move(first));
        const auto two = test::runTask(std::move(second));
        QVERIFY2(one, one ? "" : qPrintable(one.error().report()));
        QVERIFY2(two, two ? "" : qPrintable(two.error().report()));
    }
}

void TestLedgerFile::noticesWhatAnotherProgramWrites()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    SystemClock clock;
    const auto ours = test::openLedger(path, clock);
    const auto other = test::openLedger(path, clock);
    int changes = 0;
    connect(ours.get(), &Ledger::numbersChanged, this, [&changes] { ++changes; });
    QVERIFY(test::runTask(other->saveNumber(test::numberRecord(u"+442079460018"_s))));
    // A write of our own in between must not hide it.
    QVERIFY(test::runTask(ours->beginOperation(test::operationRecord(u"+442079460019"_s), std::nullopt)));
    QTRY_VERIFY_WITH_TIMEOUT(changes > 0, 8'000);
    const auto number = test::runTask(ours->number(test::keyId, test::phoneNumber(u"+442079460018"_s)));
    QVERIFY(number && *number);
}

void TestLedgerFile::closesWhileItLooksForWhatOthersWrote()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    SystemClock clock;
    for (int round = 0; round < 100; ++round) {
        const auto ledger = test::runTask(Ledger::open(path, &clock, std::chrono::milliseconds(0)));
        QVERIFY(ledger);
        QVERIFY(test::runTask((*ledger)->accounts())); // The watch has begun.
    }
}

void TestLedgerFile::leavesTheWorkOfLivingProgramsAlone()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    SystemClock clock;
    const auto ours = test::openLedger(path, clock);
    auto other = test::openLedger(path, clock);
    QVERIFY(test::runTask(other->beginOperation(test::operationRecord(u"+442079460018"_s), std::nullopt)));
    QCOMPARE(test::runTask(ours->unfinishedOperations(true)).value().size(), 0); // Somebody works on it.
    other.reset();
    QCOMPARE(test::runTask(ours->unfinishedOperations(false)).value().size(), 1);
    // A file that a dead program left, with the id of a process that lives.
    write(directory.filePath(u"instances/dead.lock"_s),
          QByteArray::number(QCoreApplication::applicationPid()) + "\ntst_ledgerfile\nhost\n");
    QCOMPARE(test::runTask(ours->unfinishedOperations(false)).value().size(), 1);
    QVERIFY(!QFile::exists(directory.filePath(u"instances/dead.lock"_s)));
}

void TestLedgerFile::isNotReadableByOthers()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    SystemClock clock;
    const auto ledger = test::openLedger(path, clock);
    QVERIFY(test::runTask(ledger->saveNumber(test::numberRecord(u"+442079460018"_s))));
    const auto files = QDir(directory.path()).entryInfoList({u"ledger*"_s}, QDir::Files);
    for (const QFileInfo &file : files) {
        QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
    }
#endif
}

QTEST_GUILESS_MAIN(TestLedgerFile)
#include "tst_ledgerfile.moc"

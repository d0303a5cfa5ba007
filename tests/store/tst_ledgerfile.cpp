#include "store/database.h"
#include "store/migrator.h"
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
    void leavesWhatOthersHaveNotFinishedWriting();
    void saysWhenAFolderStandsInItsPlace();
    void saysWhenItsProgramHoldsItAlone();
    void leavesAProtectedFileProtected();
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

QByteArray newer(const QByteArray &ledger)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    write(path, ledger);
    {
        Database database;
        if (!database.open(path) || !database.execute(u"INSERT INTO schema_migrations VALUES (99, '')"_s)) {
            qFatal("cannot make it newer");
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
    QTest::newRow("a few bytes") << QByteArray("Hi") << u"not a ledger"_s;
    QTest::newRow("zeros") << QByteArray(8'192, '\0') << u"not a ledger"_s;
    QTest::newRow("only its head") << good.left(100) << u"damaged"_s;
    const QString mark = u"PRAGMA application_id = %1"_s.arg(ledgerApplicationId);
    const QString ourMigrations =
        u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT)"_s;
    QTest::newRow("without its schema")
        << databaseWith({mark, u"CREATE TABLE operations (id TEXT)"_s}) << u"damaged"_s;
    QTest::newRow("without its schema's number")
        << databaseWith({mark, ourMigrations, u"CREATE TABLE operations (id TEXT)"_s}) << u"damaged"_s;
    QTest::newRow("of another program")
        << databaseWith({u"CREATE TABLE songs (title TEXT)"_s}) << u"another program"_s;
    const QString theirMigrations = u"CREATE TABLE schema_migrations (version VARCHAR NOT NULL)"_s;
    QTest::newRow("of another program, made by Rails")
        << databaseWith({theirMigrations, u"INSERT INTO schema_migrations VALUES ('20240101120000')"_s,
                         u"CREATE TABLE songs (title TEXT)"_s})
        << u"another program"_s;
    QTest::newRow("of another program, with few migrations")
        << databaseWith({theirMigrations, u"INSERT INTO schema_migrations VALUES ('99')"_s,
                         u"CREATE TABLE operations (title TEXT)"_s})
        << u"another program"_s;
    QTest::newRow("of another program, with migrations of another kind")
        << databaseWith({u"CREATE TABLE schema_migrations (id INTEGER, name TEXT)"_s,
                         u"CREATE TABLE songs (title TEXT)"_s})
        << u"another program"_s;
    QTest::newRow("of another program, all virtual")
        << databaseWith({u"CREATE VIEW schema_migrations AS SELECT 99 AS version"_s}) << u"another program"_s;
    QByteArray damagedOther =
        databaseWith({u"CREATE TABLE songs (title TEXT)"_s, u"CREATE TABLE singers (name TEXT)"_s,
                      u"PRAGMA application_id = 7"_s});
    damagedOther.replace(4'096, 64, QByteArray(64, '\x7f'));
    QTest::newRow("of another program, damaged") << damagedOther << u"another program"_s;
    QTest::newRow("of a newer version")
        << databaseWith({mark, ourMigrations, u"INSERT INTO schema_migrations VALUES (99, '')"_s})
        << u"newer version"_s;
    QTest::newRow("of a newer version, with records") << newer(good) << u"newer version"_s;
    QByteArray damagedNewer = newer(good);
    damagedNewer.replace(damagedNewer.size() - 4'096, 64, QByteArray(64, '\x7f'));
    QTest::newRow("of a newer version, and damaged") << damagedNewer << u"newer version"_s;
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
    QVERIFY(!ledger.error().detail.isEmpty());
    QVERIFY(contents(path) == bytes);
    QCOMPARE(QDir(directory.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"ledger.sqlite"_s});
}

void TestLedgerFile::leavesWhatOthersHaveNotFinishedWriting()
{
    // A program that writes ahead and was killed: everything it wrote is still in the log beside its file.
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    const QStringList files{path, path + u"-wal"_s};
    const QTemporaryDir theirs;
    {
        Database database;
        const QString original = theirs.filePath(u"songs.sqlite"_s);
        QVERIFY(database.open(original));
        QVERIFY(database.prepareForWriting());
        QVERIFY(database.execute(u"CREATE TABLE songs (title TEXT)"_s));
        QVERIFY(QFile::copy(original, files.at(0)) && QFile::copy(original + u"-wal"_s, files.at(1)));
    }
    const QList<QByteArray> before{contents(files.at(0)), contents(files.at(1))};
    QVERIFY(before.at(1).size() > 4'096);
    SystemClock clock;
    const auto ledger = test::runTask(Ledger::open(path, &clock));
    QVERIFY(!ledger);
    QVERIFY2(ledger.error().userText.contains(u"another program"_s), qPrintable(ledger.error().userText));
    QVERIFY(contents(files.at(0)) == before.at(0));
    QVERIFY(contents(files.at(1)) == before.at(1));
    // And it is all still there for its own program.
    Database database;
    QVERIFY(database.open(path));
    QCOMPARE(database.hasTable(u"songs"_s).value_or(false), true);
}

void TestLedgerFile::saysWhenAFolderStandsInItsPlace()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    QVERIFY(QDir().mkdir(path));
    SystemClock clock;
    const auto ledger = test::runTask(Ledger::open(path, &clock));
    QVERIFY(!ledger);
    QVERIFY2(ledger.error().userText.contains(u"not a ledger"_s), qPrintable(ledger.error().userText));
    QVERIFY(QFileInfo(path).isDir());
}

void TestLedgerFile::saysWhenItsProgramHoldsItAlone()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    const QByteArray bytes = ledgerBytes();
    write(path, bytes);
    Database holder;
    QVERIFY(holder.open(path));
    QVERIFY(holder.query(u"PRAGMA locking_mode = EXCLUSIVE"_s));
    QVERIFY(holder.execute(u"BEGIN EXCLUSIVE"_s));
    SystemClock clock;
    const auto refused = test::runTask(Ledger::open(path, &clock));
    QVERIFY(!refused);
    QVERIFY2(refused.error().userText.contains(u"locked"_s), qPrintable(refused.error().userText));
    QVERIFY(holder.execute(u"ROLLBACK"_s));
    QVERIFY(contents(path) == bytes);
}

void TestLedgerFile::leavesAProtectedFileProtected()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    write(path, ledgerBytes());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    SystemClock clock;
    const auto ledger = test::runTask(Ledger::open(path, &clock)); // Root may write all the same.
    QVERIFY((QFile::permissions(path) & (QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther)) ==
            QFile::Permissions());
#endif
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
    QVERIFY(test::runTask(ours->beginOperation(test::operationRecord(u"+442079460019"_s), {})));
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
    QVERIFY(test::runTask(other->beginOperation(test::operationRecord(u"+442079460018"_s), {})));
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

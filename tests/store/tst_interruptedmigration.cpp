#include "store/migrator.h"
#include "storetest.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using test::contentsOf;
using test::integrityOf;
using test::runTask;
using test::SmallDisk;

namespace {

constexpr auto migrateArgument = "--migrate";
/// More than SQLite keeps in memory until the end of a step.
constexpr int manyNumbers = 2'000;
/// The newest one of the program itself, which has a golden file.
constexpr int shippedSchema = 5;

QString before(const QString &path, const QString &name)
{
    const QDir folder(QFileInfo(path).absolutePath());
    const auto files = folder.entryList({name}, QDir::Files);
    return files.isEmpty() ? QString() : folder.filePath(files.first());
}

QString copyOf(const QString &path)
{
    return before(path, u"ledger-before-101-*.sqlite"_s);
}

QString unfinishedCopyOf(const QString &path)
{
    return before(path, u"ledger-before-101-*.part"_s);
}

/// A ledger of the schema before the later one, with that many numbers more.
void makeShippedSchema(const QString &path, int numbers)
{
    Database database;
    QVERIFY(
        QFile::copy(u"%1/schema-%2.sqlite"_s.arg(QStringLiteral(GOLDEN_DIRECTORY)).arg(shippedSchema), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(database.open(path));
    QVERIFY(database.setApplicationId(ledgerApplicationId));
    QVERIFY(database.execute(
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO numbers "
        "(key_id, phone_number, customer) SELECT 'nxf', '+4420' || (70000000 + i), 'Customer ' || i FROM n"_s,
        {numbers}));
    QCOMPARE(schemaOf(database).value_or(0), shippedSchema);
}

int schemaIn(const QString &path)
{
    Database database;
    return database.open(path) ? schemaOf(database).value_or(-1) : -1;
}

struct Sizes
{
    qint64 copy = 0;
    qint64 log = 0; ///< once the step is written
};

Sizes sizesOfAMigration()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    makeShippedSchema(path, manyNumbers);
    Database database;
    if (!database.open(path) || !migrate(database, QDateTime::currentDateTimeUtc())) {
        qFatal("an undisturbed migration fails");
    }
    return {QFileInfo(copyOf(path)).size(), QFileInfo(path + u"-wal"_s).size()};
}

} // namespace

/// A later version changes the ledger, and the disk fills up or the program is killed on the way. The later
/// schema comes from this test's own resources.
class TestInterruptedMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAsItWasUntilThereIsSpace();
    void staysAsItWasWhenKilled_data();
    void staysAsItWasWhenKilled();

private:
    SystemClock m_clock;
};

void TestInterruptedMigration::staysAsItWasUntilThereIsSpace()
{
    if (!test::whyNoOwnMounts().isEmpty()) {
        QSKIP(qPrintable(test::whyNoOwnMounts()));
    }
    int withoutCopy = 0;
    int withoutStep = 0;
    bool isWhole = false;
    // Little by little more space, from none to enough for all.
    for (qint64 space = 0; space < 3'000'000 && !isWhole; space += 163'840) {
        const SmallDisk disk(4'000'000);
        const QString path = disk.filePath(u"ledger.sqlite"_s);
        makeShippedSchema(path, 500);
        const QStringList records = contentsOf(path);
        QVERIFY(records.size() > 500);
        disk.fill(space);

        const auto opened = runTask(Ledger::open(path, &m_clock));
        isWhole = opened.has_value();
        if (!isWhole) {
            const QString text = opened.error().userText;
            QVERIFY2(text.contains(u"disk is full"_s), qPrintable(opened.error().report()));
            (text.contains(u"could not be copied first"_s) ? withoutCopy : withoutStep) += 1;
            QCOMPARE(unfinishedCopyOf(path), QString());
            QCOMPARE(copyOf(path), QString()); // It would only take space that the next try needs.
            disk.empty();
            QCOMPARE(schemaIn(path), shippedSchema);
            QCOMPARE(contentsOf(path), records);
            QCOMPARE(integrityOf(path), u"ok"_s);
            const auto again = runTask(Ledger::open(path, &m_clock));
            QVERIFY2(again, again ? "" : qPrintable(again.error().report()));
        }
        QCOMPARE(schemaIn(path), 101);
        QCOMPARE(contentsOf(path), records);
        QCOMPARE(schemaIn(copyOf(path)), shippedSchema);
        QCOMPARE(contentsOf(copyOf(path)), records);
    }
    const QString seen = u"%1 %2"_s.arg(withoutCopy).arg(withoutStep);
    QVERIFY2(isWhole && withoutCopy > 0 && withoutStep > 0, qPrintable(seen));
}

void TestInterruptedMigration::staysAsItWasWhenKilled_data()
{
    QTest::addColumn<qint64>("size");
    const Sizes sizes = sizesOfAMigration();
    const QString both = u"%1 %2"_s.arg(sizes.copy).arg(sizes.log);
    QVERIFY2(sizes.log > 2 * sizes.copy, qPrintable(both));
    for (const int percent : {10, 90}) {
        QTest::addRow("with %d %% of the copy", percent) << sizes.copy * percent / 100;
    }
    for (const int percent : {1, 30, 60, 90}) {
        QTest::addRow("with %d %% of the step", percent)
            << sizes.copy + (sizes.log - sizes.copy) * percent / 100;
    }
    QTest::newRow("with all of the step but its last byte") << sizes.log - 1;
}

void TestInterruptedMigration::staysAsItWasWhenKilled()
{
    QFETCH(qint64, size);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    makeShippedSchema(path, manyNumbers);
    const QStringList records = contentsOf(path);
    QProcess program;
    program.start(QCoreApplication::arguments().constFirst(),
                  {QString::fromLatin1(migrateArgument), path, QString::number(size)});
    QVERIFY2(program.waitForStarted(), qPrintable(program.errorString()));
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    QCOMPARE(program.exitCode(), SIGKILL);

    // What is called a copy is one.
    if (const QString copy = copyOf(path); !copy.isEmpty()) {
        QCOMPARE(contentsOf(copy), records);
        QCOMPARE(schemaIn(copy), shippedSchema);
    }
    QCOMPARE(schemaIn(path), shippedSchema);
    QCOMPARE(contentsOf(path), records);
    QCOMPARE(integrityOf(path), u"ok"_s);
    const auto again = runTask(Ledger::open(path, &m_clock));
    QVERIFY2(again, again ? "" : qPrintable(again.error().report()));
    QCOMPARE(schemaIn(path), 101);
    QCOMPARE(contentsOf(path), records);
    QCOMPARE(contentsOf(copyOf(path)), records);
    QCOMPARE(integrityOf(path), u"ok"_s);
}

/// Opens the ledger and is killed by the first write that would make a file larger than `size`.
int migrateUntil(const QString &path, qint64 size)
{
    std::signal(SIGXFSZ, [](int) { kill(getpid(), SIGKILL); });
    const rlimit limit{.rlim_cur = static_cast<rlim_t>(size), .rlim_max = RLIM_INFINITY};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) {
        return 2;
    }
    SystemClock clock;
    const auto opened = runTask(Ledger::open(path, &clock));
    std::fputs(opened ? "" : qPrintable(opened.error().report()), stderr);
    return opened ? 0 : 1;
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], migrateArgument) == 0) {
        const QCoreApplication application(argc, argv);
        return migrateUntil(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toLongLong());
    }
    test::enterOwnMounts();
    const QCoreApplication application(argc, argv);
    TestInterruptedMigration test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_interruptedmigration.moc"

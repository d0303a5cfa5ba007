#include "store/migrator.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;

/// Later schemas come from this test's own resources: 101 works, 102 fails half way.
class TestMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesALedgerBeforeChangingItAndKeepsWholeSteps();
    void leavesNoCopyForEveryTry();
    void copiesNothingOfANewOne();
    void changesNothingWhenItCannotCopy();
    void leavesDatabasesOfOthersAlone_data();
    void leavesDatabasesOfOthersAlone();
    void marksALedgerOnlyWhenItIsWhole();

private:
    static void makeFirstSchema(const QString &file);
    static QStringList copies(const QTemporaryDir &directory);

    const QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
};

void TestMigrator::makeFirstSchema(const QString &file)
{
    Database database;
    QVERIFY(database.open(file));
    QFile sql(u":/migrations/001_initial.sql"_s);
    QVERIFY(sql.open(QIODevice::ReadOnly));
    QString text;
    const auto lines = QString::fromUtf8(sql.readAll()).split(u'\n');
    for (const QString &line : lines) {
        text += line.startsWith("--"_L1) ? QString() : line + u'\n';
    }
    const auto statements = text.split(u";\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty()) {
            QVERIFY(database.execute(statement));
        }
    }
    QVERIFY(database.execute(
        u"CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)"_s));
    QVERIFY(database.execute(u"INSERT INTO schema_migrations VALUES (1, '2026-01-01T00:00:00.000Z')"_s));
    QVERIFY(database.execute(u"INSERT INTO accounts (account_sid, label) VALUES ('AC1', 'kept')"_s));
}

QStringList TestMigrator::copies(const QTemporaryDir &directory)
{
    return QDir(directory.path()).entryList({u"ledger-before-*.sqlite"_s}, QDir::Files);
}

void TestMigrator::copiesALedgerBeforeChangingItAndKeepsWholeSteps()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"ledger.sqlite"_s);
    makeFirstSchema(file);
    {
        Database database;
        QVERIFY(database.open(file));
        const auto migrated = migrate(database, m_now);
        QVERIFY(!migrated); // 102 is broken ...
        QCOMPARE(schemaOf(database).value(), 101);
        auto row = database.query(u"SELECT label, colour FROM accounts"_s);
        QVERIFY(row && row->next());
        QCOMPARE(row->value(0).toString(), u"kept"_s);
        QCOMPARE(row->value(1).toString(), u"blue"_s);
        QVERIFY(!database.query(u"SELECT shape FROM accounts"_s)); // ... and left nothing behind.
    }
    QCOMPARE(copies(directory), QStringList{u"ledger-before-002-20260301-120000-000.sqlite"_s});
    Database copy;
    QVERIFY(copy.open(directory.filePath(copies(directory).constFirst())));
    QCOMPARE(schemaOf(copy).value(), 1);
    auto row = copy.query(u"SELECT label FROM accounts"_s);
    QVERIFY(row && row->next());
    QCOMPARE(row->value(0).toString(), u"kept"_s);
}

void TestMigrator::leavesNoCopyForEveryTry()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"ledger.sqlite"_s);
    makeFirstSchema(file);
    for (int start = 0; start < 3; ++start) {
        Database database;
        QVERIFY(database.open(file));
        QVERIFY(!migrate(database, m_now.addDays(start)));
        QCOMPARE(schemaOf(database).value(), 101);
    }
    // Of the step that was done; those before the broken one are copies of what is still there.
    QCOMPARE(copies(directory), QStringList{u"ledger-before-002-20260301-120000-000.sqlite"_s});
}

void TestMigrator::copiesNothingOfANewOne()
{
    const QTemporaryDir directory;
    Database database;
    QVERIFY(database.open(directory.filePath(u"ledger.sqlite"_s)));
    QVERIFY(!migrate(database, m_now));
    QCOMPARE(schemaOf(database).value(), 101);
    QCOMPARE(copies(directory), QStringList());
}

void TestMigrator::changesNothingWhenItCannotCopy()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"ledger.sqlite"_s);
    makeFirstSchema(file);
    // In the copy's place stands something that is not empty.
    QFile obstacle(directory.filePath(u"ledger-before-002-20260301-120000-000.sqlite"_s));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.write("somebody's");
    obstacle.close();

    Database database;
    QVERIFY(database.open(file));
    const auto migrated = migrate(database, m_now);
    QVERIFY(!migrated);
    QVERIFY(migrated.error().kind == Error::Kind::Storage);
    QCOMPARE(schemaOf(database).value(), 1);
    QVERIFY(obstacle.exists());
}

void TestMigrator::leavesDatabasesOfOthersAlone_data()
{
    QTest::addColumn<QStringList>("statements");
    const QString theirMigrations = u"CREATE TABLE schema_migrations (version INTEGER, dirty INTEGER)"_s;
    QTest::newRow("tables") << QStringList{u"CREATE TABLE songs (title TEXT)"_s};
    // What golang-migrate makes.
    QTest::newRow("migrations of its own")
        << QStringList{theirMigrations, u"CREATE TABLE songs (title TEXT)"_s,
                       u"INSERT INTO schema_migrations VALUES (1, 0)"_s};
    QTest::newRow("another mark") << QStringList{u"PRAGMA application_id = 252006674"_s, theirMigrations,
                                                 u"CREATE TABLE webhook_backups (title TEXT)"_s,
                                                 u"INSERT INTO schema_migrations VALUES (1, 0)"_s};
    QTest::newRow("another mark, still empty") << QStringList{u"PRAGMA application_id = 252006674"_s};
}

void TestMigrator::leavesDatabasesOfOthersAlone()
{
    QFETCH(QStringList, statements);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"theirs.sqlite"_s);
    {
        Database database;
        QVERIFY(database.open(path));
        for (const QString &statement : statements) {
            QVERIFY(database.execute(statement));
        }
    }
    const auto bytes = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = bytes();
    {
        Database database;
        QVERIFY(database.open(path));
        const auto migrated = migrate(database, m_now);
        QVERIFY(!migrated);
        QVERIFY(migrated.error().kind == Error::Kind::Storage);
        QVERIFY2(migrated.error().userText.contains(u"another program"_s),
                 qPrintable(migrated.error().userText));
    }
    QVERIFY(bytes() == before);
}

void TestMigrator::marksALedgerOnlyWhenItIsWhole()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    makeFirstSchema(path);
    Database database;
    QVERIFY(database.open(path));
    QCOMPARE(database.applicationId().value_or(-1), 0);
    QVERIFY(!migrate(database, m_now)); // The last step is broken.
    QCOMPARE(database.applicationId().value_or(-1), 0);
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"

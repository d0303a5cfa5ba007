#include "goldenledger.h"
#include "store/database.h"
#include "store/migrator.h"
#include "storetest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using test::fieldsOf;
using test::runTask;

/// Ledgers as earlier versions wrote them, in tests/store/golden. For a new schema make the next file with
/// `NUMBERS_WRITE_GOLDEN=tests/store/golden tst_goldenledger writesTheNextFile`; it refuses to replace one.
class TestGoldenLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheNextFile();
    void readsBackEveryField_data();
    void readsBackEveryField();
    void opensAnEmptyOne_data();
    void opensAnEmptyOne();
    void readsWordsOfTheFutureCarefully();

private:
    [[nodiscard]] QString copyOf(const QString &goldenFile, const QTemporaryDir &directory) const;
    void compare(Ledger &ledger, int schema);
};

namespace {

const QDir golden(QStringLiteral(GOLDEN_DIRECTORY));

QString fileOf(int schema)
{
    return u"schema-%1.sqlite"_s.arg(schema);
}

template <typename T>
QStringList fieldsOrError(const Result<QList<T>> &records)
{
    return records ? fieldsOf(*records) : QStringList{records.error().report()};
}

QStringList one(Database &database, const QString &sql)
{
    auto rows = database.query(sql);
    QStringList values;
    while (rows && rows->next()) {
        values << rows->value(0).toString();
    }
    return values;
}

} // namespace

QString TestGoldenLedger::copyOf(const QString &goldenFile, const QTemporaryDir &directory) const
{
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    if (!QFile::copy(golden.filePath(goldenFile), path)) {
        qFatal("cannot copy %s", qPrintable(goldenFile));
    }
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return path;
}

void TestGoldenLedger::writesTheNextFile()
{
    const QString folder = qEnvironmentVariable("NUMBERS_WRITE_GOLDEN");
    if (folder.isEmpty()) {
        QSKIP("only by hand, for a new schema");
    }
    const QString path = QDir(folder).absoluteFilePath(fileOf(newestSchema()));
    QVERIFY2(!QFile::exists(path), "what a version wrote is not written anew");
    const QTemporaryDir directory; // Beside it there would be the locks of running programs.
    const QString fresh = directory.filePath(u"ledger.sqlite"_s);
    test::writeGoldenLedger(fresh);
    QVERIFY(!QFile::exists(fresh + u"-wal"_s));
    QVERIFY(QFile::copy(fresh, path));
}

void TestGoldenLedger::readsBackEveryField_data()
{
    QTest::addColumn<int>("schema");
    for (int schema = 1; schema <= newestSchema(); ++schema) {
        QTest::newRow(qPrintable(fileOf(schema))) << schema;
    }
}

void TestGoldenLedger::compare(Ledger &ledger, int schema)
{
    QCOMPARE(fieldsOrError(runTask(ledger.accounts())), fieldsOf(test::goldenAccounts()));
    QCOMPARE(fieldsOrError(runTask(ledger.agents(test::goldenKey))), fieldsOf(test::goldenAgents()));
    QCOMPARE(fieldsOrError(runTask(ledger.agents(test::goldenOtherKey))), QStringList());
    for (const QString &key : {test::goldenKey, test::goldenOtherKey}) {
        FleetQuery query;
        query.keyId = key;
        const auto ids = runTask(ledger.numberIds(query));
        QVERIFY(ids);
        QCOMPARE(fieldsOrError(runTask(ledger.numbersById(*ids))),
                 fieldsOf(test::goldenNumbers(key, schema)));
    }
    QList<OperationRecord> newestFirst;
    QList<OperationRecord> unfinished;
    for (const auto &expected : test::goldenOperations(schema)) {
        newestFirst.prepend(expected.record);
        if (expected.record.phase != OperationRecord::Phase::Finished) {
            unfinished.append(expected.record);
        }
        QCOMPARE(fieldsOrError(runTask(ledger.steps(expected.record.id))), fieldsOf(expected.steps));
        QCOMPARE(fieldsOrError(runTask(ledger.backups(expected.record.id))), fieldsOf(expected.backups));
    }
    QCOMPARE(fieldsOrError(runTask(ledger.operations(0, 0))), fieldsOf(newestFirst));
    QCOMPARE(fieldsOrError(runTask(ledger.unfinishedOperations(false))), fieldsOf(unfinished));
}

void TestGoldenLedger::readsBackEveryField()
{
    QFETCH(int, schema);
    const QString file = fileOf(schema);
    QVERIFY2(golden.exists(file), "every schema has to have its file");
    const QTemporaryDir directory;
    const QString path = copyOf(file, directory);
    SystemClock clock;
    // The second time nothing is left to be changed.
    for (int time = 0; time < 2; ++time) {
        const auto ledger = test::openLedger(path, clock);
        compare(*ledger, schema);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    const bool isNewest = file == fileOf(newestSchema());
    QCOMPARE(QDir(directory.path()).entryList({u"ledger-before-*"_s}, QDir::Files).size(), isNewest ? 0 : 1);
    Database database;
    QVERIFY(database.open(path));
    QCOMPARE(one(database, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
    QCOMPARE(one(database, u"PRAGMA foreign_key_check"_s), QStringList());
    QCOMPARE(schemaOf(database).value_or(-1), newestSchema());
    QCOMPARE(database.applicationId().value_or(-1), ledgerApplicationId); // Schema 1 had none.
    // What no function gives back: which synchronisation saw a number, and what came after what.
    QCOMPARE(
        one(database, u"SELECT sync_id || ' ' || changed_sequence FROM numbers ORDER BY key_id DESC, "
                      "phone_number"_s),
        schema < 5
            ? (QStringList{u" 0"_s, u"sync-golden 0"_s, u"sync-golden 0"_s, u" 0"_s, u" 0"_s, u" 0"_s})
            : (QStringList{u" 4"_s, u"sync-golden 21"_s, u"sync-golden 21"_s, u" 7"_s, u" 1"_s, u" 2"_s}));
    QCOMPARE(one(database, u"SELECT finished_sequence FROM operations WHERE finished_sequence > 0 "
                           "ORDER BY sequence"_s),
             schema < 5 ? QStringList() : (QStringList{u"6"_s, u"9"_s, u"11"_s, u"17"_s}));
    QCOMPARE(one(database, u"SELECT latest FROM ledger_sequence"_s),
             QStringList{QString::number(schema < 5 ? test::goldenOperations(schema).size() : 21)});
}

void TestGoldenLedger::opensAnEmptyOne_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("no file") << u"nothing"_s;
    QTest::newRow("no bytes") << u"empty"_s;
    QTest::newRow("nothing but the schema") << u"schema"_s;
}

void TestGoldenLedger::opensAnEmptyOne()
{
    QFETCH(QString, what);
    const QTemporaryDir directory;
    const QString path = directory.filePath(u"ledger.sqlite"_s);
    SystemClock clock;
    if (what == u"empty"_s) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else if (what == u"schema"_s) {
        Database database;
        QVERIFY(database.open(path));
        QVERIFY(migrate(database, clock.utcNow()));
    }
    for (const qsizetype known : {0, 1}) {
        const auto ledger = test::openLedger(path, clock);
        QCOMPARE(runTask(ledger->accounts()).value().size(), 0);
        QCOMPARE(runTask(ledger->operations(0, 0)).value().size(), 0);
        QCOMPARE(runTask(ledger->importedNumbers(test::keyId)).value().size(), known);
        QVERIFY(runTask(ledger->saveNumber(test::numberRecord(u"+442079460018"_s))));
    }
    QVERIFY(QDir(directory.path()).entryList({u"ledger-before-*"_s}, QDir::Files).isEmpty());
}

void TestGoldenLedger::readsWordsOfTheFutureCarefully()
{
    const QTemporaryDir directory;
    const QString path = copyOf(fileOf(newestSchema()), directory);
    {
        Database database;
        QVERIFY(database.open(path));
        for (const QString &statement :
             {u"UPDATE accounts SET account_sid = 'MG1', owner_sid = '?', status = 'frozen', type = 'Huge', "
              "is_token_remembered = 2, verified_at = 'yesterday' WHERE label = 'Alpha'"_s,
              u"UPDATE numbers SET health = 9, capabilities = 'known voice hologram', baseline = '[]', "
              "last_seen = 'not JSON', agent_id = 'a b', account_sid = 'x', imported_at = '2026', "
              "settings = 'not JSON' "
              "WHERE phone_number = '+442079460001'"_s,
              u"UPDATE numbers SET health = -1, phone_number = 'nobody' WHERE phone_number = '+4930901820'"_s,
              u"UPDATE operations SET kind = 'swap', phase = 'archived', outcome = 'half', error = 'not "
              u"JSON', "
              "phone_number = '?', started_at = '', idempotency_key = 'ü' WHERE request_id = 'req_1'"_s,
              u"UPDATE operations SET error = "
              u"'{\"kind\":\"quantum\",\"effect\":\"maybe\",\"provider\":\"x\"}' "
              "WHERE request_id = 'req_2'"_s,
              u"UPDATE webhook_backups SET reason = 'before_swap', webhooks = '{\"voice_url\":7}' "
              "WHERE backup_id = 1"_s}) {
            QCOMPARE(database.execute(statement).value_or(-1), 1);
        }
    }
    SystemClock clock;
    const auto ledger = test::openLedger(path, clock);

    const auto accounts = runTask(ledger->accounts());
    QVERIFY(accounts);
    QCOMPARE(accounts->size(), 4);
    const AccountRecord &account = accounts->first();
    QVERIFY(account.sid.isNull() && account.ownerSid.isNull() && account.isTokenRemembered);
    QVERIFY(account.status == twilio::Account::Status::UnknownStatus);
    QVERIFY(account.type == twilio::Account::Type::UnknownType);
    QVERIFY(!account.verifiedAt.isValid());

    FleetQuery query;
    query.keyId = test::goldenKey;
    const auto ids = runTask(ledger->numberIds(query));
    QVERIFY(ids);
    const auto numbers = runTask(ledger->numbersById(*ids));
    QVERIFY(numbers);
    QCOMPARE(numbers->size(), 3);
    const NumberRecord &number = numbers->first();
    QVERIFY(number.health == Health::Unknown); // Not Gone: nobody said so.
    QVERIFY((number.capabilities == twilio::Capabilities{true, false, false, false}));
    QVERIFY(number.baseline && number.baseline->isEmpty() && number.lastSeen && number.lastSeen->isEmpty());
    QVERIFY(number.agentId.isNull() && number.accountSid.isNull());
    QVERIFY(number.settings.isEmpty());
    QVERIFY(numbers->last().health == Health::Unknown);
    QVERIFY(numbers->last().phoneNumber.isNull());

    const auto first = test::goldenOperations().first().record;
    const auto operation = runTask(ledger->operation(first.id));
    QVERIFY(operation && *operation);
    const OperationRecord &swap = **operation;
    QVERIFY(swap.phase == OperationRecord::Phase::Sending); // May have been sent: has to be settled.
    QVERIFY(swap.outcome == OperationRecord::Outcome::Unknown);
    QVERIFY(swap.kind == OperationRecord::Kind::Unknown);
    QVERIFY(swap.phoneNumber.isNull() && !swap.startedAt.isValid());
    QVERIFY(swap.error && swap.error->kind == Error::Kind::Internal);
    QVERIFY(swap.error->effect == Error::Effect::Unknown);
    const auto unfinished = runTask(ledger->unfinishedOperations(true));
    QVERIFY(unfinished);
    QVERIFY(std::any_of(unfinished->begin(), unfinished->end(),
                        [&first](const OperationRecord &open) { return open.id == first.id; }));
    const auto refused = runTask(ledger->operation(test::goldenOperations().at(1).record.id));
    QVERIFY(refused && *refused && (*refused)->error);
    QVERIFY((*refused)->error->kind == Error::Kind::Internal);
    QVERIFY((*refused)->error->effect == Error::Effect::Unknown);

    const auto backups = runTask(ledger->backups(first.id));
    QVERIFY(backups);
    QCOMPARE(backups->size(), 2);
    QVERIFY(backups->first().reason == BackupRecord::Reason::Unknown); // Never one to go back to.
    QVERIFY(backups->first().webhooks.isEmpty());
}

QTEST_GUILESS_MAIN(TestGoldenLedger)
#include "tst_goldenledger.moc"

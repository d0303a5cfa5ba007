#include "store/migrator.h"
#include "storetest.h"
#include "support/fakeclock.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::store;
using test::runTask;

/// What came later is told by the ledger's sequence, and who may write by an operation's epoch; neither by a
/// clock.
class TestLedgerOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsOperationsInTheOrderInWhichTheyBegan_data();
    void listsOperationsInTheOrderInWhichTheyBegan();
    void givesOldOperationsTheOrderOfTheirRows();
    void ordersWhatAnEarlierVersionStillWrites();
    void leavesAloneWhatChangedSinceACheckBegan_data();
    void leavesAloneWhatChangedSinceACheckBegan();
    void synchronisesWhatWasImportedBefore_data();
    void synchronisesWhatWasImportedBefore();
    void forgetsAgentsThatAreNoLongerListedWithinOneMoment();
    void raisesTheEpochOfAnOperationThatIsTakenOver();
    void refusesALateWriteOfAFormerHolder_data();
    void refusesALateWriteOfAFormerHolder();
    void takesOverNothingFromAProgramThatRuns();
    void leavesAFinishedOperationAsItIs();

private:
    [[nodiscard]] OperationRecord begun(const QString &e164);
    /// Begun and succeeded, with its row in the fleet.
    void importNumber(const QString &e164);

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;
    test::FakeClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
};

namespace {

const QString london = u"+442079460018"_s;
const QString york = u"+12125550123"_s;

/// How a wall clock may jump between two moments.
void addClockColumn()
{
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("the clock stands still") << qint64(0);
    QTest::newRow("it is set back a day") << qint64(-86'400);
    QTest::newRow("it is set forward a day") << qint64(86'400);
}

nixflex::Number listed(const QString &e164)
{
    nixflex::Number number;
    number.phoneNumber = test::phoneNumber(e164);
    number.provider = u"twilio"_s;
    number.customPrompt = u"as Nixflex says now"_s;
    return number;
}

} // namespace

void TestLedgerOrder::init()
{
    m_ledger.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_path = m_directory->filePath(u"ledger.sqlite"_s);
    m_ledger = test::openLedger(m_path, m_clock);
}

OperationRecord TestLedgerOrder::begun(const QString &e164)
{
    OperationRecord operation = test::operationRecord(e164);
    operation.startedAt = m_clock.utcNow();
    const auto written = runTask(m_ledger->beginOperation(operation, {}));
    if (!written) {
        qFatal("%s", qPrintable(written.error().report()));
    }
    return operation;
}

void TestLedgerOrder::importNumber(const QString &e164)
{
    Ledger::Finish finish;
    finish.operationId = begun(e164).id;
    finish.number = test::numberRecord(e164);
    QVERIFY(runTask(m_ledger->finishOperation(finish)));
}

void TestLedgerOrder::listsOperationsInTheOrderInWhichTheyBegan_data()
{
    addClockColumn();
}

void TestLedgerOrder::listsOperationsInTheOrderInWhichTheyBegan()
{
    QFETCH(qint64, seconds);
    QStringList newestFirst;
    for (int time = 0; time < 4; ++time) {
        const auto operation = begun(london);
        newestFirst.prepend(operation.id);
        Ledger::Finish finish;
        finish.operationId = operation.id;
        QVERIFY(runTask(m_ledger->finishOperation(finish)));
        m_clock.setUtcNow(m_clock.utcNow().addSecs(seconds));
    }
    const QString open = begun(york).id;
    m_clock.setUtcNow(m_clock.utcNow().addSecs(seconds));
    const QString openLater = begun(u"+12125550124"_s).id;

    const auto idsOf = [](const Result<QList<OperationRecord>> &operations) {
        QStringList ids;
        for (const OperationRecord &operation : operations.value()) {
            ids << operation.id;
        }
        return ids;
    };
    const QStringList all = QStringList{openLater, open} + newestFirst;
    QCOMPARE(idsOf(runTask(m_ledger->operations(0, 0))), all);
    QCOMPARE(runTask(m_ledger->operationIds(OperationQuery())).value(), all);
    QCOMPARE(idsOf(runTask(m_ledger->operationsOf(test::phoneNumber(london)))), newestFirst);
    QCOMPARE(idsOf(runTask(m_ledger->unfinishedOperations(true))), (QStringList{open, openLater}));
}

void TestLedgerOrder::givesOldOperationsTheOrderOfTheirRows()
{
    const QString path = m_directory->filePath(u"old.sqlite"_s);
    QVERIFY(QFile::copy(QStringLiteral(GOLDEN_DIRECTORY "/schema-4.sqlite"), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    const QString first = u"00000000-0000-4000-8000-000000000001"_s;
    {
        Database database;
        QVERIFY(database.open(path));
        QVERIFY(database.execute(
            u"UPDATE operations SET started_at = '2030-01-01T00:00:00.000Z' WHERE operation_id = ?"_s,
            {first}));
    }
    const auto ledger = test::openLedger(path, m_clock);
    const auto operations = runTask(ledger->operations(0, 0)).value();
    QCOMPARE(operations.last().id, first);
    QCOMPARE(operations.last().sequence, 1);
    const auto later = test::operationRecord(london);
    QVERIFY(runTask(ledger->beginOperation(later, {})));
    QCOMPARE(runTask(ledger->operations(1, 0)).value().first().id, later.id);
}

void TestLedgerOrder::ordersWhatAnEarlierVersionStillWrites()
{
    importNumber(york);
    {
        Database theirs; // Opened before this schema was there, and still at work.
        QVERIFY(theirs.open(m_path));
        QVERIFY(theirs.execute(
            u"INSERT INTO operations (operation_id, kind, phase, outcome, key_id, phone_number, "
            "started_at) VALUES ('old-1', 'import', 'finished', 'succeeded', ?, ?, '')"_s,
            {test::keyId, london}));
    }
    importNumber(london);
    const auto operations = runTask(m_ledger->operations(0, 0)).value();
    QCOMPARE(operations.size(), 3);
    QCOMPARE(operations.at(1).id, u"old-1"_s);
    QVERIFY(operations.at(0).sequence > operations.at(1).sequence);
    QVERIFY(operations.at(1).sequence > operations.at(2).sequence);
}

void TestLedgerOrder::leavesAloneWhatChangedSinceACheckBegan_data()
{
    addClockColumn();
}

void TestLedgerOrder::leavesAloneWhatChangedSinceACheckBegan()
{
    QFETCH(qint64, seconds);
    importNumber(london);
    importNumber(york);
    m_clock.setUtcNow(m_clock.utcNow().addSecs(seconds));
    const qint64 since = runTask(m_ledger->latestSequence()).value();
    m_clock.setUtcNow(m_clock.utcNow().addSecs(seconds));
    importNumber(york);

    QList<HealthRecord> records;
    for (const QString &e164 : {london, york}) {
        const auto row = runTask(m_ledger->number(test::keyId, test::phoneNumber(e164))).value();
        QVERIFY(row);
        HealthRecord record;
        record.id = row->id;
        record.phoneNumber = row->phoneNumber;
        record.health = Health::NeedsAttention;
        records << record;
    }
    const auto leftOut = runTask(m_ledger->saveHealth(test::keyId, records, since));
    QCOMPARE(leftOut.value(), QSet<qint64>{records.last().id});
    QVERIFY(runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value()->health ==
            Health::NeedsAttention);
}

void TestLedgerOrder::synchronisesWhatWasImportedBefore_data()
{
    addClockColumn();
}

void TestLedgerOrder::synchronisesWhatWasImportedBefore()
{
    QFETCH(qint64, seconds);
    importNumber(london);
    importNumber(york);
    m_clock.setUtcNow(m_clock.utcNow().addSecs(seconds));
    const QString sync = u"sync-1"_s;
    QVERIFY(runTask(m_ledger->saveSyncPage(test::keyId, sync, {})));
    m_clock.setUtcNow(m_clock.utcNow().addSecs(seconds));
    const QString meanwhile = u"+12125550124"_s;
    importNumber(meanwhile);
    QVERIFY(runTask(m_ledger->saveSyncPage(test::keyId, sync, {listed(london), listed(meanwhile)})));
    QCOMPARE(runTask(m_ledger->finishSync(test::keyId, sync)).value(), 1);

    const auto row = [this](const QString &e164) {
        return runTask(m_ledger->number(test::keyId, test::phoneNumber(e164))).value().value();
    };
    QCOMPARE(row(london).customPrompt, u"as Nixflex says now"_s);
    QVERIFY(row(york).health == Health::Gone);
    QVERIFY(row(meanwhile).health != Health::Gone);
    QCOMPARE(row(meanwhile).customPrompt, QString()); // The page may be older.
}

void TestLedgerOrder::forgetsAgentsThatAreNoLongerListedWithinOneMoment()
{
    nixflex::Agent stays;
    stays.id = *AgentId::parse(u"agent_a"_s);
    nixflex::Agent goes;
    goes.id = *AgentId::parse(u"agent_b"_s);
    QVERIFY(runTask(m_ledger->saveAgents(test::keyId, {stays, goes})));
    QVERIFY(runTask(m_ledger->saveAgents(test::keyId, {stays})));
    QCOMPARE(runTask(m_ledger->agents(test::keyId)).value().size(), 1);
}

void TestLedgerOrder::raisesTheEpochOfAnOperationThatIsTakenOver()
{
    const auto operation = begun(london);
    m_ledger.reset();
    m_ledger = test::openLedger(m_path, m_clock);
    for (int epoch = 1; epoch <= 2; ++epoch) {
        const auto taken = runTask(m_ledger->takeOver(operation.id));
        QVERIFY(taken);
        QCOMPARE(taken->epoch, epoch);
        QCOMPARE(taken->instanceId, m_ledger->instanceId());
    }
    QVERIFY(runTask(m_ledger->unfinishedOperations(false)).value().isEmpty());
    QVERIFY(!runTask(m_ledger->takeOver(u"no such"_s)));
}

void TestLedgerOrder::refusesALateWriteOfAFormerHolder_data()
{
    using Write = std::function<Result<void>(Ledger &, OperationRecord)>;
    QTest::addColumn<Write>("write");
    QTest::addColumn<bool>("isFinished");
    const Write sending = [](Ledger &ledger, const OperationRecord &operation) {
        return runTask(ledger.markSending(operation));
    };
    const Write answered = [](Ledger &ledger, const OperationRecord &operation) {
        return runTask(ledger.markAnswered(operation, u"req_1"_s));
    };
    const Write finished = [](Ledger &ledger, const OperationRecord &operation) {
        Ledger::Finish finish;
        finish.operationId = operation.id;
        finish.epoch = operation.epoch;
        finish.number = test::numberRecord(london);
        return runTask(ledger.finishOperation(finish));
    };
    QTest::newRow("that a request leaves") << sending << false;
    QTest::newRow("an answer") << answered << false;
    QTest::newRow("an outcome") << finished << false;
    QTest::newRow("an outcome after the new holder's") << finished << true;
}

void TestLedgerOrder::refusesALateWriteOfAFormerHolder()
{
    using Write = std::function<Result<void>(Ledger &, OperationRecord)>;
    QFETCH(Write, write);
    QFETCH(bool, isFinished);
    const auto asleep = begun(london);
    const auto taken = runTask(m_ledger->takeOver(asleep.id));
    QVERIFY(taken);
    if (isFinished) {
        Ledger::Finish finish;
        finish.operationId = taken->id;
        finish.epoch = taken->epoch;
        finish.outcome = OperationRecord::Outcome::NotSent;
        QVERIFY(runTask(m_ledger->finishOperation(finish)));
    }
    const auto before = runTask(m_ledger->histories({asleep.id})).value().first();

    const auto late = write(*m_ledger, asleep);
    QVERIFY(!late);
    QVERIFY(late.error().kind == Error::Kind::Conflict);
    QCOMPARE(late.error().providerCode, QString(takenOverCode));
    const auto after = runTask(m_ledger->histories({asleep.id})).value().first();
    QVERIFY(after.operation.phase == before.operation.phase);
    QVERIFY(after.operation.outcome == before.operation.outcome);
    QCOMPARE(after.steps.size(), before.steps.size());
    QVERIFY(!runTask(m_ledger->number(test::keyId, test::phoneNumber(london))).value());
    if (!isFinished) {
        QVERIFY(write(*m_ledger, *taken));
    }
}

void TestLedgerOrder::takesOverNothingFromAProgramThatRuns()
{
    const auto operation = begun(london);
    const auto other = test::openLedger(m_path, m_clock);
    const auto refused = runTask(other->takeOver(operation.id));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Conflict);
    QCOMPARE(refused.error().providerCode, u"operation_under_way"_s);
    QVERIFY(runTask(m_ledger->markSending(operation)));

    // Of two that want it afterwards, one gets it.
    m_ledger.reset();
    const auto third = test::openLedger(m_path, m_clock);
    QVERIFY(runTask(third->takeOver(operation.id)));
    QVERIFY(!runTask(other->takeOver(operation.id)));
}

void TestLedgerOrder::leavesAFinishedOperationAsItIs()
{
    importNumber(london);
    const auto done = runTask(m_ledger->operations(1, 0)).value().first();
    const auto taken = runTask(m_ledger->takeOver(done.id));
    QVERIFY(taken);
    QVERIFY(taken->phase == OperationRecord::Phase::Finished);
    QCOMPARE(taken->epoch, 0);
}

QTEST_GUILESS_MAIN(TestLedgerOrder)
#include "tst_ledgerorder.moc"

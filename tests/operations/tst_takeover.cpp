#include "operations/changeoverscene.h"
#include "operations/common/journal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::OperationOutcome;
using store::OperationRecord;
using test::ChangeoverScene;
using test::runTask;

/// An operation has one holder: who settles it takes it over, and the former one records and sends nothing
/// more.
class TestTakeover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsNothingForAHolderThatSlept();
    void sendsNoSecondWriteForAHolderThatSlept_data();
    void sendsNoSecondWriteForAHolderThatSlept();
    void leavesAloneWhatSomebodyElseHolds();
};

namespace {

OperationRecord importOf(ChangeoverScene &scene)
{
    OperationRecord operation =
        operations::newOperation(OperationRecord::Kind::Import, scene.fixture.services(), scene.number);
    operation.agentId = scene.input.agentId;
    operation.accountSid = scene.input.credentials.accountSid;
    return operation;
}

/// As a crash leaves it: its request may have left, and was not executed.
OperationRecord leftOpen(ChangeoverScene &scene)
{
    OperationRecord operation = importOf(scene);
    if (!runTask(scene.fixture.ledger->beginOperation(operation, {})) ||
        !runTask(scene.fixture.ledger->markSending(operation))) {
        qFatal("the operation cannot be begun");
    }
    return operation;
}

} // namespace

void TestTakeover::recordsNothingForAHolderThatSlept()
{
    ChangeoverScene scene;
    const OperationRecord asleep = leftOpen(scene);
    scene.fixture.restart();
    QCOMPARE(scene.settle().size(), 1);
    const OperationRecord settled = scene.last();
    QVERIFY(settled.epoch > asleep.epoch);
    QVERIFY(settled.outcome == OperationRecord::Outcome::NotExecuted);

    store::Ledger::Finish finish;
    finish.operationId = asleep.id;
    finish.epoch = asleep.epoch;
    const auto late = runTask(scene.fixture.ledger->finishOperation(finish));
    QVERIFY(!late);
    QCOMPARE(late.error().providerCode, QString(store::takenOverCode));
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::NotExecuted);
}

void TestTakeover::sendsNoSecondWriteForAHolderThatSlept_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("reassign") << false;
}

void TestTakeover::sendsNoSecondWriteForAHolderThatSlept()
{
    QFETCH(const bool, isUndo);
    ChangeoverScene scene;
    scene.import();
    const auto offer = scene.undoOffer();
    const auto plan = scene.reassignPlan();
    QVERIFY(offer && plan);
    scene.fixture.simulator->resetRequests();
    simulator::Fault slow;
    slow.method = u"DELETE"_s;
    slow.delayAnswer = std::chrono::milliseconds(1'500);
    scene.fixture.simulator->armFault(slow);

    std::optional<OperationOutcome> outcome;
    QObject context;
    auto task =
        isUndo ? scene.fixture.importer->undo(*offer, {}) : scene.fixture.importer->reassign(*plan, {});
    QCoro::connect(std::move(task), &context, [&outcome](const OperationOutcome &end) { outcome = end; });
    QTRY_COMPARE(scene.fixture.simulator->countRequests(u"DELETE"_s, {}), 1);
    QVERIFY(runTask(scene.fixture.ledger->takeOver(scene.last().id)));
    QTRY_VERIFY(outcome.has_value());
    QVERIFY(outcome->kind == OperationOutcome::Kind::Unknown);
    QCOMPARE(scene.fixture.posts(), 0);

    // Who took it over does what is left to do.
    scene.fixture.restart();
    QCOMPARE(scene.settle().size(), 1);
    QVERIFY(scene.isNew(isUndo));
}

void TestTakeover::leavesAloneWhatSomebodyElseHolds()
{
    ChangeoverScene scene;
    scene.fixture.restart();
    auto other = runTask(store::Ledger::open(scene.fixture.ledgerPath(), &scene.fixture.clock));
    QVERIFY(other);
    OperationRecord operation = importOf(scene);
    QVERIFY(runTask((*other)->beginOperation(operation, {})));
    QCOMPARE(scene.settle().size(), 0);
    QVERIFY(scene.last().phase == OperationRecord::Phase::Prepared);
    other->reset(); // It ends without having sent anything.
    QCOMPARE(scene.settle().size(), 1);
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::NotSent);
}

QTEST_GUILESS_MAIN(TestTakeover)
#include "tst_takeover.moc"

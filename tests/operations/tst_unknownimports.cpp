#include "operations/operationsfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::ImportStep;
using operations::OperationOutcome;
using store::OperationRecord;
using test::codesOf;
using test::OperationsFixture;
using test::runTask;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

/// Imports whose outcome is not known at once, and how they are settled.
class TestUnknownImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostAnswerIsSettled_data();
    void lostAnswerIsSettled();
    void slowExecutionIsNotTakenForNone();
    void aJumpingClockMakesNoRequestOld_data();
    void aJumpingClockMakesNoRequestOld();
    void webhooksChangedButNotImportedIsSaid();
    void otherAgentInTheMeantimeIsSaid();
    void keepsUnknownOutcomeUntilReconciled();
    void unsettledOperationBlocksAnotherImport();
    void preparedOperationOfACrashIsClosed();
    void leavesOperationsOfANewerVersionAlone_data();
    void leavesOperationsOfANewerVersionAlone();
};

void TestUnknownImports::lostAnswerIsSettled_data()
{
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isExecuted");
    simulator::Fault post;
    post.method = u"POST"_s;
    for (const auto &lost : test::lostAnswers(post)) {
        QTest::newRow(lost.name) << lost.fault << lost.isExecuted;
    }
}

void TestUnknownImports::lostAnswerIsSettled()
{
    QFETCH(simulator::Fault, fault);
    QFETCH(bool, isExecuted);
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    fixture.simulator->armFault(fault);
    const auto outcome = fixture.run(plan);
    QCOMPARE(fixture.posts(), 1);
    QCOMPARE(fixture.simulator->nixflexNumber(plan.phoneNumber.e164()).has_value(), isExecuted);
    QCOMPARE(outcome.kind,
             isExecuted ? OperationOutcome::Kind::Succeeded : OperationOutcome::Kind::NotExecuted);
    const auto operations = fixture.operations();
    QCOMPARE(operations.size(), 1);
    QCOMPARE(operations.first().phase, OperationRecord::Phase::Finished);
    QCOMPARE(operations.first().outcome,
             isExecuted ? OperationRecord::Outcome::Succeeded : OperationRecord::Outcome::NotExecuted);
    QVERIFY(isExecuted == !outcome.error.has_value());
}

void TestUnknownImports::slowExecutionIsNotTakenForNone()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.delay = std::chrono::milliseconds(400); // Still under way when the client has given up.
    fixture.simulator->armFault(slow);
    fixture.parts->http.setLongestAttempt(std::chrono::milliseconds(150));
    const auto outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(fixture.posts(), 1);
}

void TestUnknownImports::aJumpingClockMakesNoRequestOld_data()
{
    QTest::addColumn<std::chrono::milliseconds>("jump");
    QTest::newRow("forward") << std::chrono::milliseconds(std::chrono::hours(24));
    QTest::newRow("back") << std::chrono::milliseconds(std::chrono::hours(-24));
}

void TestUnknownImports::aJumpingClockMakesNoRequestOld()
{
    QFETCH(std::chrono::milliseconds, jump);
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.delay = std::chrono::milliseconds(500); // Within the window in which it may be executed.
    fixture.simulator->armFault(slow);
    fixture.parts->http.setLongestAttempt(std::chrono::milliseconds(100));
    auto ended = fixture.importer->run(plan, true, [](ImportStep) {}, {});
    QTRY_COMPARE(fixture.posts(), 1);
    fixture.close();
    QCOMPARE(runTask(std::move(ended)).kind, OperationOutcome::Kind::Unknown);
    fixture.clock.jump(jump);
    fixture.restart();
    fixture.parts->http.setLongestAttempt(std::chrono::seconds(30));

    const auto looked = runTask(fixture.importer->settleUnfinished({}, std::chrono::milliseconds(0), {}));
    QVERIFY(looked);
    QCOMPARE(looked->size(), 1);
    QCOMPARE(looked->first().outcome, OperationRecord::Outcome::Unknown);
    QVERIFY(looked->first().phase != OperationRecord::Phase::Finished);
    const auto settled = runTask(fixture.importer->settleUnfinished({}, {}, {}));
    QVERIFY(settled);
    QCOMPARE(settled->first().outcome, OperationRecord::Outcome::Succeeded);
    QCOMPARE(fixture.posts(), 1);
}

void TestUnknownImports::webhooksChangedButNotImportedIsSaid()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault lost;
    lost.method = u"POST"_s;
    lost.drop = simulator::Drop::BeforeExecuting;
    fixture.simulator->armFault(lost);
    fixture.simulator->changeNumber(plan.phoneNumber.e164(), [](simulator::TwilioNumber &) {});
    auto task = fixture.importer->run(plan, true, [](ImportStep) {}, {});
    QTRY_COMPARE(fixture.posts(), 1);
    fixture.simulator->changeNumber(plan.phoneNumber.e164(), [](simulator::TwilioNumber &number) {
        number.voiceUrl = u"https://engine.nixflex.example/voice"_s;
    });
    const auto outcome = runTask(std::move(task));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Refused);
    QCOMPARE(outcome.error->providerCode, u"webhooks_changed_not_imported"_s);
}

void TestUnknownImports::otherAgentInTheMeantimeIsSaid()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault lost;
    lost.method = u"POST"_s;
    lost.drop = simulator::Drop::AfterExecuting;
    lost.delayAnswer = std::chrono::milliseconds(300);
    fixture.simulator->armFault(lost);
    auto task = fixture.importer->run(plan, true, [](ImportStep) {}, {});
    QTRY_VERIFY(fixture.simulator->nixflexNumber(plan.phoneNumber.e164()));
    const QString other = fixture.simulator->inactiveAgentId();
    fixture.simulator->changeNixflexNumber(
        plan.phoneNumber.e164(), [&other](simulator::NixflexNumber &number) { number.agentId = other; });
    const auto outcome = runTask(std::move(task));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Refused);
    QCOMPARE(outcome.error->providerCode, u"number_already_imported"_s);
}

void TestUnknownImports::keepsUnknownOutcomeUntilReconciled()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault lost;
    lost.method = u"POST"_s;
    lost.drop = simulator::Drop::AfterExecuting;
    fixture.simulator->armFault(lost);
    simulator::Fault revoked;
    revoked.method = u"GET"_s;
    revoked.path = u"^/v1/phone-numbers"_s;
    revoked.times = 0;
    revoked.status = 401;
    fixture.simulator->armFault(revoked);
    const auto outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Unknown);
    QVERIFY(outcome.error->effect == Error::Effect::Unknown);
    QCOMPARE(fixture.operations().first().outcome, OperationRecord::Outcome::Unknown);
    QVERIFY(fixture.operations().first().phase != OperationRecord::Phase::Finished);

    fixture.restart();
    QVERIFY(fixture.operations().first().phase != OperationRecord::Phase::Finished);
    fixture.simulator->clearFaults();
    const auto settled = runTask(fixture.importer->settleUnfinished({}, {}, {}));
    QVERIFY(settled);
    QCOMPARE(settled->size(), 1);
    QCOMPARE(settled->first().outcome, OperationRecord::Outcome::Succeeded);
    QCOMPARE(settled->first().note, u"settled_after_restart"_s);
    QCOMPARE(fixture.posts(), 1);
}

void TestUnknownImports::unsettledOperationBlocksAnotherImport()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault lost;
    lost.method = u"POST"_s;
    lost.drop = simulator::Drop::BeforeExecuting;
    fixture.simulator->armFault(lost);
    simulator::Fault revoked;
    revoked.method = u"GET"_s;
    revoked.path = u"^/v1/phone-numbers"_s;
    revoked.times = 1;
    revoked.status = 401;
    fixture.simulator->armFault(revoked);
    QCOMPARE(fixture.run(plan).kind, OperationOutcome::Kind::Unknown);
    // Running the old plan again is refused by the ledger, whatever it says.
    const auto again = fixture.run(plan);
    QCOMPARE(again.kind, OperationOutcome::Kind::NotSent);
    QVERIFY(again.error->kind == Error::Kind::Conflict);
    QCOMPARE(fixture.posts(), 1);
    // A new plan settles it first; nothing was executed, so the number can be imported now.
    const auto fresh = fixture.examplePlan();
    QCOMPARE(fixture.run(fresh).kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(fixture.posts(), 2);
}

void TestUnknownImports::preparedOperationOfACrashIsClosed()
{
    OperationsFixture fixture;
    OperationRecord operation;
    operation.id = u"0b3c0cbe-5a6b-4b11-9a58-8f6a54ac1a4f"_s;
    operation.keyId = fixture.nixflex->key().keyId();
    operation.phoneNumber = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    operation.startedAt = fixture.clock.utcNow();
    QVERIFY(runTask(fixture.ledger->beginOperation(operation, {})));
    fixture.restart();
    fixture.simulator->resetRequests();
    const auto settled = runTask(fixture.importer->settleUnfinished({}, {}, {}));
    QVERIFY(settled);
    QCOMPARE(settled->size(), 1);
    QCOMPARE(settled->first().outcome, OperationRecord::Outcome::NotSent);
    QCOMPARE(settled->first().note, u"ended_before_sending"_s);
    QCOMPARE(fixture.simulator->countRequests({}, {}), 0);
}

void TestUnknownImports::leavesOperationsOfANewerVersionAlone_data()
{
    QTest::addColumn<OperationRecord::Phase>("phase");
    QTest::newRow("prepared") << OperationRecord::Phase::Prepared;
    QTest::newRow("sending") << OperationRecord::Phase::Sending;
}

void TestUnknownImports::leavesOperationsOfANewerVersionAlone()
{
    QFETCH(OperationRecord::Phase, phase);
    OperationsFixture fixture;
    const auto input = fixture.exampleInput();
    OperationRecord operation;
    operation.id = u"0b3c0cbe-5a6b-4b11-9a58-8f6a54ac1a4f"_s;
    operation.kind = OperationRecord::Kind::Unknown;
    operation.phase = phase;
    operation.keyId = fixture.nixflex->key().keyId();
    operation.phoneNumber = input.phoneNumber;
    operation.startedAt = fixture.clock.utcNow();
    QVERIFY(runTask(fixture.ledger->beginOperation(operation, {})));
    fixture.restart();
    fixture.simulator->resetRequests();
    const auto settled = runTask(fixture.importer->settleUnfinished({}, {}, {}));
    QVERIFY(settled && settled->isEmpty());
    QCOMPARE(fixture.simulator->countRequests({}, {}), 0);

    const auto plan = runTask(fixture.importer->plan(input, {}));
    QVERIFY(plan);
    QCOMPARE(codesOf(plan->problems), QStringList{u"operation_of_newer_version"_s});
    const auto left = fixture.operations();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().phase, phase);
    QCOMPARE(left.first().outcome, OperationRecord::Outcome::None);
    const auto steps = runTask(fixture.ledger->steps(operation.id));
    QVERIFY(steps && steps->isEmpty());
}

QTEST_GUILESS_MAIN(TestUnknownImports)
#include "tst_unknownimports.moc"

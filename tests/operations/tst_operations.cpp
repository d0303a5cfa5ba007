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

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void learnsTheBaselineFromTheReadBack();
    void reportsItsStepsInOrder();
    void sendsNothingWithoutConfirmation();
    void sendsNothingWhenTheNumberChangedSinceTheReview();
    void twoRunsOfOneNumberAreOneImport();
    void cancelBeforeSendingChangesNothing();
    void cancelAfterSendingWaitsForTheAnswer();
    void refusalIsRecordedAndChangesNothing();
    void lostAnswerIsSettled_data();
    void lostAnswerIsSettled();
    void slowExecutionIsNotTakenForNone();
    void aJumpingClockMakesNoRequestOld_data();
    void aJumpingClockMakesNoRequestOld();
    void webhooksChangedButNotImportedIsSaid();
    void otherAgentInTheMeantimeIsSaid();
    void keepsUnknownOutcomeUntilReconciled();
    void unsettledOperationBlocksAnotherImport();
    void importWithoutReadBackIsStillAnImport();
    void preparedOperationOfACrashIsClosed();
    void leavesOperationsOfANewerVersionAlone_data();
    void leavesOperationsOfANewerVersionAlone();
    void warnsOfATrunkThatStayed();
    void removesAndRemembersWhatWasThere();
    void removingWhatIsNotThereSucceeds();
    void keepsWhatIsWronglySaidNotToBeThere();
};

void TestImporter::learnsTheBaselineFromTheReadBack()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    const OperationOutcome outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QVERIFY(outcome.baseline);
    QVERIFY(!outcome.baseline->voiceUrl.isEmpty());
    QVERIFY(outcome.baseline->voiceUrl != plan.before.webhooks.voiceUrl);
    QVERIFY(outcome.warnings.isEmpty());

    const QString keyId = fixture.nixflex->key().keyId();
    const auto number = runTask(fixture.ledger->number(keyId, plan.phoneNumber));
    QVERIFY(number && number->has_value());
    QCOMPARE(number->value().agentId, plan.agentId);
    QCOMPARE(number->value().accountSid, plan.credentials.accountSid);
    QVERIFY(number->value().baseline == outcome.baseline);
    QCOMPARE(number->value().health, store::Health::Good);
    QCOMPARE(number->value().settings, (QJsonObject{{u"sms_reply_enabled"_s, false}})); // as was answered

    const auto backups = runTask(fixture.ledger->backups(outcome.operationId));
    QVERIFY(backups);
    QCOMPARE(backups->size(), 2);
    QVERIFY(backups->at(0).webhooks == plan.before.webhooks);
    QVERIFY(backups->at(1).webhooks == *outcome.baseline);

    const auto steps = runTask(fixture.ledger->steps(outcome.operationId));
    QVERIFY(steps);
    QStringList names;
    for (const auto &step : *steps) {
        names << step.name;
    }
    QCOMPARE(names, (QStringList{u"backup"_s, u"post"_s, u"answered"_s, u"read_back"_s, u"record"_s}));
}

void TestImporter::reportsItsStepsInOrder()
{
    OperationsFixture fixture;
    QList<ImportStep> steps;
    const auto onStep = [&steps](ImportStep step) { steps << step; };
    const auto plan = fixture.examplePlan();
    const auto outcome = runTask(fixture.importer->run(plan, true, onStep, {}));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(steps, (QList<ImportStep>{ImportStep::SaveBackup, ImportStep::Send, ImportStep::ReadBack,
                                       ImportStep::Record}));
}

void TestImporter::sendsNothingWithoutConfirmation()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    QVERIFY(plan.needsConfirmation());
    const auto outcome = runTask(fixture.importer->run(plan, false, [](ImportStep) {}, {}));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"confirmation_needed"_s);
    QCOMPARE(fixture.posts(), 0);
    QVERIFY(fixture.operations().isEmpty());
}

void TestImporter::sendsNothingWhenTheNumberChangedSinceTheReview()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    fixture.simulator->changeNumber(plan.phoneNumber.e164(), [](simulator::TwilioNumber &number) {
        number.voiceUrl = u"https://somebody.example/new"_s;
    });
    const auto outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"changed_since_review"_s);
    QCOMPARE(fixture.posts(), 0);
}

void TestImporter::twoRunsOfOneNumberAreOneImport()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    const auto ignore = [](ImportStep) {};
    auto first = fixture.importer->run(plan, true, ignore, {});
    auto second = fixture.importer->run(plan, true, ignore, {});
    const auto one = runTask(std::move(first));
    const auto two = runTask(std::move(second));
    QCOMPARE(fixture.posts(), 1);
    const int succeeded = (one.kind == OperationOutcome::Kind::Succeeded ? 1 : 0) +
                          (two.kind == OperationOutcome::Kind::Succeeded ? 1 : 0);
    QCOMPARE(succeeded, 1);
    const auto &other = one.kind == OperationOutcome::Kind::Succeeded ? two : one;
    QCOMPARE(other.kind, OperationOutcome::Kind::NotSent);
    QVERIFY(other.error->kind == Error::Kind::Conflict);
}

void TestImporter::cancelBeforeSendingChangesNothing()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    const CancelSource cancel;
    // The backup is being recorded when the user changes her mind.
    const auto onStep = [&cancel](ImportStep step) {
        if (step == ImportStep::SaveBackup) {
            cancel.cancel();
        }
    };
    const auto outcome = runTask(fixture.importer->run(plan, true, onStep, cancel.token()));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::NotSent);
    QVERIFY(outcome.error->kind == Error::Kind::Cancelled);
    QCOMPARE(fixture.posts(), 0);
    QVERIFY(!fixture.simulator->nixflexNumber(plan.phoneNumber.e164()));
}

void TestImporter::cancelAfterSendingWaitsForTheAnswer()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.delay = std::chrono::milliseconds(400);
    fixture.simulator->armFault(slow);
    const CancelSource cancel;
    auto task = fixture.importer->run(
        plan, true, [](ImportStep) {}, cancel.token());
    QTRY_COMPARE(fixture.posts(), 1);
    cancel.cancel();
    const auto outcome = runTask(std::move(task));
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(fixture.operations().first().outcome, OperationRecord::Outcome::Succeeded);
}

void TestImporter::refusalIsRecordedAndChangesNothing()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault refusal;
    refusal.method = u"POST"_s;
    refusal.status = 402;
    fixture.simulator->armFault(refusal);
    const auto outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Refused);
    QVERIFY(outcome.error->kind == Error::Kind::PaymentRequired);
    const auto operations = fixture.operations();
    QCOMPARE(operations.size(), 1);
    QCOMPARE(operations.first().phase, OperationRecord::Phase::Finished);
    QCOMPARE(operations.first().outcome, OperationRecord::Outcome::Refused);
    QCOMPARE(operations.first().requestId, outcome.error->requestId);
    QVERIFY(!operations.first().requestId.isEmpty());
}

void TestImporter::lostAnswerIsSettled_data()
{
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isExecuted");
    simulator::Fault post;
    post.method = u"POST"_s;
    for (const auto &lost : test::lostAnswers(post)) {
        QTest::newRow(lost.name) << lost.fault << lost.isExecuted;
    }
}

void TestImporter::lostAnswerIsSettled()
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

void TestImporter::slowExecutionIsNotTakenForNone()
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

void TestImporter::aJumpingClockMakesNoRequestOld_data()
{
    QTest::addColumn<std::chrono::milliseconds>("jump");
    QTest::newRow("forward") << std::chrono::milliseconds(std::chrono::hours(24));
    QTest::newRow("back") << std::chrono::milliseconds(std::chrono::hours(-24));
}

/// The program ends while Nixflex still works on the import, and starts again with another wall clock.
void TestImporter::aJumpingClockMakesNoRequestOld()
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

void TestImporter::webhooksChangedButNotImportedIsSaid()
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

void TestImporter::otherAgentInTheMeantimeIsSaid()
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

void TestImporter::keepsUnknownOutcomeUntilReconciled()
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

void TestImporter::unsettledOperationBlocksAnotherImport()
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

void TestImporter::importWithoutReadBackIsStillAnImport()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    simulator::Fault rotated;
    rotated.method = u"GET"_s;
    rotated.path = u"IncomingPhoneNumbers/PN"_s;
    rotated.nth = 2; // The first one is the look right before sending.
    rotated.times = 0;
    rotated.status = 401;
    rotated.code = u"20003"_s;
    fixture.simulator->armFault(rotated);
    const auto outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(codesOf(outcome.warnings), QStringList{u"not_read_back"_s});
    QVERIFY(!outcome.baseline);
}

void TestImporter::preparedOperationOfACrashIsClosed()
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

void TestImporter::leavesOperationsOfANewerVersionAlone_data()
{
    QTest::addColumn<OperationRecord::Phase>("phase");
    QTest::newRow("prepared") << OperationRecord::Phase::Prepared;
    QTest::newRow("sending") << OperationRecord::Phase::Sending;
}

void TestImporter::leavesOperationsOfANewerVersionAlone()
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

void TestImporter::warnsOfATrunkThatStayed()
{
    OperationsFixture fixture;
    fixture.simulator->changeNumber(fixture.simulator->freeNumber(), [](simulator::TwilioNumber &number) {
        number.trunkSid = u"TK0123456789abcdef0123456789abcdef"_s;
    });
    const auto plan = fixture.examplePlan();
    QVERIFY(codesOf(plan.warnings).contains(u"trunk_keeps_voice"_s));
    const auto outcome = fixture.run(plan);
    QCOMPARE(outcome.kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(codesOf(outcome.warnings), QStringList{u"trunk_still_set"_s});
    const auto number = runTask(fixture.ledger->number(fixture.nixflex->key().keyId(), plan.phoneNumber));
    QCOMPARE(number->value().health, store::Health::NeedsAttention);
}

void TestImporter::removesAndRemembersWhatWasThere()
{
    OperationsFixture fixture;
    const PhoneNumber number = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    const auto imported = fixture.run(fixture.examplePlan());
    QCOMPARE(imported.kind, OperationOutcome::Kind::Succeeded);
    const auto removed = runTask(fixture.importer->remove(number, fixture.credentials(), {}));
    QCOMPARE(removed.kind, OperationOutcome::Kind::Succeeded);
    QVERIFY(!fixture.simulator->nixflexNumber(number.e164()));
    const auto backups = runTask(fixture.ledger->backups(removed.operationId));
    QCOMPARE(backups->size(), 2);
    QCOMPARE(backups->at(0).reason, store::BackupRecord::Reason::BeforeRemove);
    QVERIFY(backups->at(0).webhooks.differences(*imported.baseline).isEmpty());
    QVERIFY(backups->at(1).webhooks.isEmpty());
    const auto row = runTask(fixture.ledger->number(fixture.nixflex->key().keyId(), number));
    QVERIFY(row && !row->has_value());
}

void TestImporter::removingWhatIsNotThereSucceeds()
{
    OperationsFixture fixture;
    const PhoneNumber number = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    const auto removed = runTask(fixture.importer->remove(number, fixture.credentials(), {}));
    QCOMPARE(removed.kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(fixture.operations().first().note, u"was_not_there"_s);
}

void TestImporter::keepsWhatIsWronglySaidNotToBeThere()
{
    OperationsFixture fixture;
    const PhoneNumber number = *PhoneNumber::fromE164(fixture.simulator->freeNumber());
    QCOMPARE(fixture.run(fixture.examplePlan()).kind, OperationOutcome::Kind::Succeeded);
    simulator::Fault fault;
    fault.method = u"DELETE"_s;
    fault.status = 404;
    fixture.simulator->armFault(fault);
    const auto removed = runTask(fixture.importer->remove(number, fixture.credentials(), {}));
    QCOMPARE(removed.kind, OperationOutcome::Kind::Refused);
    QVERIFY(fixture.simulator->nixflexNumber(number.e164()));
    const auto row = runTask(fixture.ledger->number(fixture.nixflex->key().keyId(), number));
    QVERIFY(row && row->has_value());
}

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_operations.moc"

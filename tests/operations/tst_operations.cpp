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

class TestOperations : public QObject
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
    void importWithoutReadBackIsStillAnImport();
    void warnsOfATrunkThatStayed();
    void removesAndRemembersWhatWasThere();
    void keepsWhatIsWronglySaidNotToBeThere();
};

void TestOperations::learnsTheBaselineFromTheReadBack()
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

void TestOperations::reportsItsStepsInOrder()
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

void TestOperations::sendsNothingWithoutConfirmation()
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

void TestOperations::sendsNothingWhenTheNumberChangedSinceTheReview()
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

void TestOperations::twoRunsOfOneNumberAreOneImport()
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

void TestOperations::cancelBeforeSendingChangesNothing()
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

void TestOperations::cancelAfterSendingWaitsForTheAnswer()
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

void TestOperations::refusalIsRecordedAndChangesNothing()
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

/// The program ends while Nixflex still works on the import, and starts again with another wall clock.
void TestOperations::importWithoutReadBackIsStillAnImport()
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

void TestOperations::warnsOfATrunkThatStayed()
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

void TestOperations::removesAndRemembersWhatWasThere()
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

void TestOperations::keepsWhatIsWronglySaidNotToBeThere()
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

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"

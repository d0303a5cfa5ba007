#include "operations/operationsfixture.h"
#include "simulator/world/sharedworld.h"
#include "store/enumnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::OperationOutcome;
using operations::RestoreOffer;
using operations::SavedWebhooks;
using store::BackupRecord;
using store::OperationRecord;
using test::codesOf;
using test::OperationsFixture;
using test::runTask;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

namespace {

/// Imports the number and removes it again, as a person would.
void importAndRemove(OperationsFixture &fixture, const PhoneNumber &number)
{
    auto input = fixture.exampleInput();
    input.phoneNumber = number;
    const auto plan = runTask(fixture.importer->plan(input, {}));
    QVERIFY2(plan, plan ? "" : qPrintable(plan.error().report()));
    QVERIFY2(plan->isPossible(), qPrintable(codesOf(plan->problems).join(u',')));
    QVERIFY(fixture.run(*plan).kind == OperationOutcome::Kind::Succeeded);
    const auto pair = fixture.credentials();
    QVERIFY(runTask(fixture.importer->remove(number, pair, {})).kind == OperationOutcome::Kind::Succeeded);
}

Result<RestoreOffer> offerOf(OperationsFixture &fixture, const PhoneNumber &number)
{
    const auto pair = fixture.credentials();
    return runTask(fixture.importer->offerRestore(pair, number, {}));
}

WebhookConfiguration webhooksOf(OperationsFixture &fixture, const PhoneNumber &number)
{
    const auto pair = fixture.credentials();
    const auto found = runTask(fixture.twilio->findIncomingNumber(pair, pair.accountSid, number, {}));
    return found ? found->webhooks : WebhookConfiguration();
}

int updates(const OperationsFixture &fixture)
{
    return fixture.simulator->countRequests(u"POST"_s, u"/IncomingPhoneNumbers/PN"_s);
}

PhoneNumber exampleNumber(const OperationsFixture &fixture)
{
    return fixture.exampleInput().phoneNumber;
}

} // namespace

/// The former webhooks of a removed number are set back: over real sockets, recorded in a real ledger.
class TestRestorer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheImportThatChangedSomething();
    void bringsBackEveryNumberOfTheFleet();
    void recordsWhatWasThereBeforeAndAfter();
    void savesTheMessagingService_data();
    void savesTheMessagingService();
    void undoesARestore();
    void undoesNoRestoreOfANumberThatAnAgentAnswersAgain();
    void saysThatNothingWasSavedBeforeARestore();
    void sendsNothingWhenNothingHasToBeSetBack();
    void keepsWhatSomebodyChanged();
    void sendsNothingForWhatChangedSinceTheOffer();
    void refusesWhileAnAgentAnswers();
    void leavesOutATrunkThatIsGone();
    void saysWhyNothingCanBeSetBack();
    void refusalChangesNothing_data();
    void refusalChangesNothing();
    void lostAnswerIsSettled_data();
    void lostAnswerIsSettled();
    void settlesWhatACrashLeft_data();
    void settlesWhatACrashLeft();
};

void TestRestorer::choosesTheImportThatChangedSomething()
{
    using Reason = BackupRecord::Reason;
    const auto backup = [](const QString &operationId, Reason reason) {
        BackupRecord record;
        record.operationId = operationId;
        record.reason = reason;
        record.webhooks.voiceUrl = operationId + store::toString(reason);
        return record;
    };
    const auto chosen = [](const QList<BackupRecord> &backups, const QString &operationId = {}) {
        const auto saved = SavedWebhooks::of(backups, operationId);
        return !saved ? u"none"_s
                      : u"%1 %2"_s.arg(saved->before.webhooks.voiceUrl,
                                       saved->after ? saved->after->voiceUrl : u"-"_s);
    };
    const QList<BackupRecord> restored{backup(u"d:"_s, Reason::AfterRestore),
                                       backup(u"d:"_s, Reason::Planned),
                                       backup(u"d:"_s, Reason::BeforeRestore)};
    const QList<BackupRecord> removed{backup(u"c:"_s, Reason::AfterRemove),
                                      backup(u"c:"_s, Reason::BeforeRemove)};
    const QList<BackupRecord> refused{backup(u"b:"_s, Reason::BeforeImport)};
    const QList<BackupRecord> imported{backup(u"a:"_s, Reason::AfterImport),
                                       backup(u"a:"_s, Reason::BeforeImport)};
    QCOMPARE(chosen({}), u"none"_s);
    QCOMPARE(chosen(restored + removed), u"none"_s);
    QCOMPARE(chosen(restored + removed + imported), u"a:before_import a:after_import"_s);
    QCOMPARE(chosen(refused + imported), u"a:before_import a:after_import"_s);
    QCOMPARE(chosen(removed + refused), u"b:before_import -"_s);
    QCOMPARE(chosen(refused + imported, u"b:"_s), u"b:before_import -"_s);
    QCOMPARE(chosen(restored + imported, u"d:"_s), u"d:before_restore d:after_restore"_s);
    // Its number was at Nixflex, and the webhooks were Nixflex's own.
    QCOMPARE(chosen(removed + imported, u"c:"_s), u"none"_s);
}

void TestRestorer::bringsBackEveryNumberOfTheFleet()
{
    simulator::SimulatorOptions options;
    options.fleet = 150;
    options.writesPerWindow = 10'000;
    OperationsFixture fixture(options);
    const auto pair = fixture.credentials();
    const auto all = fixture.simulator->numbers(pair.accountSid.toString());
    int restored = 0;
    QSet<QString> kinds;
    for (const auto &at : all) {
        if (fixture.simulator->nixflexNumber(at.phoneNumber)) {
            continue;
        }
        const auto number = *PhoneNumber::fromE164(at.phoneNumber);
        const auto before = webhooksOf(fixture, number);
        importAndRemove(fixture, number);
        if (QTest::currentTestFailed()) {
            return;
        }
        const auto offer = offerOf(fixture, number);
        QVERIFY2(offer, offer ? "" : qPrintable(offer.error().report()));
        QVERIFY(offer->plan.kept.isEmpty() && offer->plan.unavailable.isEmpty());
        const auto outcome = runTask(fixture.importer->restore(*offer, {}));
        QVERIFY2(outcome.kind == OperationOutcome::Kind::Succeeded,
                 outcome.error ? qPrintable(outcome.error->report()) : "");
        QCOMPARE(codesOf(outcome.warnings), QStringList());
        // Byte for byte, methods and switches included.
        QCOMPARE(webhooksOf(fixture, number).toJson(), before.toJson());
        ++restored;
        kinds << (before.trunkSid.isEmpty() ? u""_s : u"trunk"_s) +
                     (before.voiceApplicationSid.isEmpty() ? u""_s : u"application"_s) +
                     (before.isEmpty() ? u"nothing"_s : u""_s);
    }
    QVERIFY2(restored >= 20, qPrintable(QString::number(restored)));
    QVERIFY2(kinds.contains(u"trunk"_s) && kinds.contains(u"application"_s) && kinds.contains(u""_s),
             qPrintable(QStringList(kinds.values()).join(u", "_s)));
}

void TestRestorer::recordsWhatWasThereBeforeAndAfter()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    const auto before = webhooksOf(fixture, number);
    importAndRemove(fixture, number);
    const auto cleared = webhooksOf(fixture, number);
    const auto outcome = runTask(fixture.importer->restore(*offerOf(fixture, number), {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(updates(fixture), 1);
    const auto operation = fixture.operations().first();
    QCOMPARE(operation.id, outcome.operationId);
    QVERIFY(operation.kind == OperationRecord::Kind::Restore);
    QVERIFY(operation.phase == OperationRecord::Phase::Finished);
    QVERIFY(operation.outcome == OperationRecord::Outcome::Succeeded);
    const auto backups = runTask(fixture.ledger->backups(operation.id));
    QVERIFY(backups && backups->size() == 3);
    QVERIFY(backups->at(0).reason == BackupRecord::Reason::BeforeRestore);
    QCOMPARE(backups->at(0).webhooks.toJson(), cleared.toJson());
    QVERIFY(backups->at(1).reason == BackupRecord::Reason::Planned);
    QVERIFY(backups->at(2).reason == BackupRecord::Reason::AfterRestore);
    QCOMPARE(backups->at(2).webhooks.toJson(), before.toJson());
    QStringList steps;
    const auto written = runTask(fixture.ledger->steps(operation.id));
    for (const auto &step : *written) {
        steps << step.name;
    }
    QVERIFY2(steps.contains(u"update"_s) && !steps.contains(u"post"_s), qPrintable(steps.join(u' ')));
}

/// Before every write it is recorded which Messaging Service has the number.
void TestRestorer::savesTheMessagingService_data()
{
    QTest::addColumn<bool>("isInOne");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("in one") << true << true;
    QTest::newRow("in none") << false << true;
    QTest::newRow("not to be read") << true << false;
}

void TestRestorer::savesTheMessagingService()
{
    QFETCH(bool, isInOne);
    QFETCH(bool, isReadable);
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    const auto sid = fixture.simulator->number(number.e164())->sid;
    QString service;
    fixture.simulator->world().change([&](simulator::WorldData &data) {
        for (auto &candidate : data.services) {
            candidate.numberSids.removeAll(sid);
            if (isInOne && service.isEmpty() && candidate.accountSid == data.accounts.first().sid) {
                candidate.numberSids.append(sid);
                candidate.useInboundWebhookOnNumber = true;
                service = candidate.sid;
            }
        }
    });
    QCOMPARE(!service.isEmpty(), isInOne);
    simulator::Fault fault;
    fault.path = u"/v1/Services"_s;
    fault.status = 403;
    fault.times = 0;
    if (!isReadable) {
        fixture.simulator->armFault(fault);
    }
    importAndRemove(fixture, number);
    const auto pair = fixture.credentials();
    fixture.parts->resources.forget(pair.accountSid);
    QVERIFY(runTask(fixture.importer->restore(*offerOf(fixture, number), {})).kind ==
            OperationOutcome::Kind::Succeeded);
    using Reason = BackupRecord::Reason;
    const QSet<Reason> before{Reason::BeforeImport, Reason::BeforeRemove, Reason::BeforeRestore};
    int seen = 0;
    const auto operations = fixture.operations();
    for (const auto &operation : operations) {
        const auto backups = runTask(fixture.ledger->backups(operation.id));
        for (const auto &backup : *backups) {
            if (before.contains(backup.reason)) {
                ++seen;
                QCOMPARE(backup.messagingServiceSid.has_value(), isReadable);
                QCOMPARE(backup.messagingServiceSid.value_or(QString()), isReadable ? service : QString());
            }
        }
    }
    QCOMPARE(seen, 3);
}

void TestRestorer::undoesARestore()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    importAndRemove(fixture, number);
    const auto cleared = webhooksOf(fixture, number);
    const auto outcome = runTask(fixture.importer->restore(*offerOf(fixture, number), {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    const auto operation = runTask(fixture.ledger->operation(outcome.operationId));
    QVERIFY(operation && *operation);
    // What somebody sets since is theirs.
    QVERIFY(fixture.simulator->changeNumber(
        number.e164(), [](simulator::TwilioNumber &at) { at.smsUrl = u"https://theirs.example/sms"_s; }));
    const auto pair = fixture.credentials();
    const auto undo = runTask(fixture.importer->offerUndoOfRestore(**operation, pair, {}));
    QVERIFY2(undo && undo->isPossible(), undo ? "" : qPrintable(undo.error().report()));
    QVERIFY(runTask(fixture.importer->restore(*undo, {})).kind == OperationOutcome::Kind::Succeeded);
    auto wanted = cleared;
    wanted.smsUrl = u"https://theirs.example/sms"_s;
    wanted.smsMethod = webhooksOf(fixture, number).smsMethod;
    QCOMPARE(webhooksOf(fixture, number).toJson(), wanted.toJson());
}

void TestRestorer::undoesNoRestoreOfANumberThatAnAgentAnswersAgain()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    importAndRemove(fixture, number);
    const auto outcome = runTask(fixture.importer->restore(*offerOf(fixture, number), {}));
    const auto operation = runTask(fixture.ledger->operation(outcome.operationId));
    auto input = fixture.exampleInput();
    input.phoneNumber = number;
    const auto plan = runTask(fixture.importer->plan(input, {}));
    QVERIFY(plan && fixture.run(*plan).kind == OperationOutcome::Kind::Succeeded);
    const auto pair = fixture.credentials();
    const auto undo = runTask(fixture.importer->offerUndoOfRestore(**operation, pair, {}));
    QVERIFY(undo && !undo->isPossible());
    QCOMPARE(codesOf(undo->problems), QStringList{u"still_at_nixflex"_s});
}

void TestRestorer::saysThatNothingWasSavedBeforeARestore()
{
    OperationsFixture fixture;
    OperationRecord unknown;
    unknown.id = u"3b0c2f6e-0000-4000-8000-0000000000ee"_s;
    unknown.kind = OperationRecord::Kind::Restore;
    unknown.outcome = OperationRecord::Outcome::Succeeded;
    unknown.phoneNumber = exampleNumber(fixture);
    const auto pair = fixture.credentials();
    auto undo = runTask(fixture.importer->offerUndoOfRestore(unknown, pair, {}));
    QVERIFY(!undo);
    QCOMPARE(undo.error().providerCode, u"no_backup"_s);
    // What was not carried out is not undone, though its intent was recorded.
    unknown.outcome = OperationRecord::Outcome::NotExecuted;
    undo = runTask(fixture.importer->offerUndoOfRestore(unknown, pair, {}));
    QVERIFY(!undo);
    QCOMPARE(undo.error().providerCode, u"nothing_to_undo"_s);
}

void TestRestorer::sendsNothingWhenNothingHasToBeSetBack()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    importAndRemove(fixture, number);
    QVERIFY(runTask(fixture.importer->restore(*offerOf(fixture, number), {})).kind ==
            OperationOutcome::Kind::Succeeded);
    const auto operations = fixture.operations().size();
    const auto again = offerOf(fixture, number);
    QVERIFY(again && again->plan.isEmpty());
    const auto outcome = runTask(fixture.importer->restore(*again, {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    QVERIFY(outcome.operationId.isEmpty());
    QCOMPARE(updates(fixture), 1);
    QCOMPARE(fixture.operations().size(), operations);
}

void TestRestorer::keepsWhatSomebodyChanged()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    importAndRemove(fixture, number);
    const auto theirs = u"https://theirs.example/voice"_s;
    QVERIFY(fixture.simulator->changeNumber(
        number.e164(), [&theirs](simulator::TwilioNumber &at) { at.voiceUrl = theirs; }));
    const auto offer = offerOf(fixture, number);
    QVERIFY(offer);
    QVERIFY(!offer->plan.kept.isEmpty());
    QVERIFY(runTask(fixture.importer->restore(*offer, {})).kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(webhooksOf(fixture, number).voiceUrl, theirs);
    QCOMPARE(webhooksOf(fixture, number).smsUrl, offer->backup.webhooks.smsUrl);
}

void TestRestorer::sendsNothingForWhatChangedSinceTheOffer()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    importAndRemove(fixture, number);
    const auto offer = offerOf(fixture, number);
    QVERIFY(fixture.simulator->changeNumber(
        number.e164(), [](simulator::TwilioNumber &at) { at.smsUrl = u"https://theirs.example/sms"_s; }));
    const auto outcome = runTask(fixture.importer->restore(*offer, {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"changed_since_review"_s);
    QCOMPARE(updates(fixture), 0);
}

void TestRestorer::refusesWhileAnAgentAnswers()
{
    OperationsFixture fixture;
    const auto plan = fixture.examplePlan();
    QVERIFY(fixture.run(plan).kind == OperationOutcome::Kind::Succeeded);
    const auto offer = offerOf(fixture, plan.phoneNumber);
    QVERIFY2(offer, offer ? "" : qPrintable(offer.error().report()));
    QCOMPARE(codesOf(offer->problems), QStringList{u"still_at_nixflex"_s});
    const auto outcome = runTask(fixture.importer->restore(*offer, {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"still_at_nixflex"_s);
    QCOMPARE(updates(fixture), 0);
}

void TestRestorer::leavesOutATrunkThatIsGone()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    // A trunk that the account does not have: as if it had been deleted since.
    QVERIFY(fixture.simulator->changeNumber(number.e164(), [](simulator::TwilioNumber &at) {
        at.trunkSid = u"TK00000000000000000000000000000000"_s;
    }));
    importAndRemove(fixture, number);
    QVERIFY(fixture.simulator->changeNumber(number.e164(),
                                            [](simulator::TwilioNumber &at) { at.trunkSid.clear(); }));
    const auto offer = offerOf(fixture, number);
    QVERIFY(offer);
    QCOMPARE(offer->plan.unavailable.size(), 1);
    QVERIFY(runTask(fixture.importer->restore(*offer, {})).kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(webhooksOf(fixture, number).voiceUrl, offer->backup.webhooks.voiceUrl);
    QCOMPARE(webhooksOf(fixture, number).trunkSid, QString());
}

void TestRestorer::saysWhyNothingCanBeSetBack()
{
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    auto offer = offerOf(fixture, number);
    QVERIFY(!offer);
    QCOMPARE(offer.error().providerCode, u"no_backup"_s);

    importAndRemove(fixture, number);
    auto pair = fixture.credentials();
    pair.accountSid = *AccountSid::parse(fixture.simulator->subaccounts().first().sid);
    offer = runTask(fixture.importer->offerRestore(pair, number, {}));
    QVERIFY(!offer);
    QCOMPARE(offer.error().providerCode, u"other_account"_s);

    QVERIFY(fixture.simulator->releaseNumber(number.e164()));
    offer = offerOf(fixture, number);
    QVERIFY(!offer);
    QCOMPARE(offer.error().providerCode, u"number_left_account"_s);
    QCOMPARE(updates(fixture), 0);
}

void TestRestorer::refusalChangesNothing_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 409}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestRestorer::refusalChangesNothing()
{
    QFETCH(int, status);
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    importAndRemove(fixture, number);
    const auto cleared = webhooksOf(fixture, number);
    const auto offer = offerOf(fixture, number);
    simulator::Fault refusal;
    refusal.method = u"POST"_s;
    refusal.path = u"/IncomingPhoneNumbers/PN"_s;
    refusal.status = status;
    fixture.simulator->armFault(refusal);
    const auto outcome = runTask(fixture.importer->restore(*offer, {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::Refused);
    QCOMPARE(outcome.error->httpStatus, status);
    QVERIFY(fixture.operations().first().outcome == OperationRecord::Outcome::Refused);
    QCOMPARE(updates(fixture), 1);
    QCOMPARE(webhooksOf(fixture, number).toJson(), cleared.toJson());
    // And it works the next time.
    QVERIFY(runTask(fixture.importer->restore(*offerOf(fixture, number), {})).kind ==
            OperationOutcome::Kind::Succeeded);
}

void TestRestorer::lostAnswerIsSettled_data()
{
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isExecuted");
    simulator::Fault update;
    update.method = u"POST"_s;
    update.path = u"/IncomingPhoneNumbers/PN"_s;
    for (const auto &lost : test::lostAnswers(update)) {
        QTest::newRow(lost.name) << lost.fault << lost.isExecuted;
    }
}

void TestRestorer::lostAnswerIsSettled()
{
    QFETCH(simulator::Fault, fault);
    QFETCH(bool, isExecuted);
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    const auto before = webhooksOf(fixture, number);
    importAndRemove(fixture, number);
    const auto cleared = webhooksOf(fixture, number);
    const auto offer = offerOf(fixture, number);
    fixture.simulator->armFault(fault);
    const auto outcome = runTask(fixture.importer->restore(*offer, {}));
    QVERIFY(outcome.kind ==
            (isExecuted ? OperationOutcome::Kind::Succeeded : OperationOutcome::Kind::NotExecuted));
    QCOMPARE(updates(fixture), 1);
    QCOMPARE(webhooksOf(fixture, number).toJson(), (isExecuted ? before : cleared).toJson());
    QVERIFY(fixture.operations().first().phase == OperationRecord::Phase::Finished);
    QVERIFY(isExecuted == !outcome.error.has_value());
}

void TestRestorer::settlesWhatACrashLeft_data()
{
    QTest::addColumn<bool>("isExecuted");
    QTest::newRow("it had arrived") << true;
    QTest::newRow("it had not left") << false;
}

void TestRestorer::settlesWhatACrashLeft()
{
    QFETCH(bool, isExecuted);
    OperationsFixture fixture;
    const auto number = exampleNumber(fixture);
    const auto before = webhooksOf(fixture, number);
    importAndRemove(fixture, number);
    const auto offer = offerOf(fixture, number);
    // The ledger as a program leaves it that is killed while its update is on the way.
    OperationRecord operation;
    operation.id = u"11111111-2222-3333-4444-555555555555"_s;
    operation.kind = OperationRecord::Kind::Restore;
    operation.keyId = fixture.nixflex->key().keyId();
    operation.phoneNumber = number;
    operation.accountSid = offer->now.accountSid;
    operation.numberSid = offer->now.sid;
    operation.startedAt = fixture.clock.utcNow();
    const auto saved = operations::backupsOf(operation, BackupRecord::Reason::BeforeRestore, offer->now,
                                             *offer, operation.startedAt);
    QVERIFY(runTask(fixture.ledger->beginOperation(operation, saved)));
    QVERIFY(runTask(fixture.ledger->markSending(operation)));
    if (isExecuted) {
        const auto pair = fixture.credentials();
        QVERIFY(runTask(fixture.twilio->updateIncomingNumber(pair, pair.accountSid, offer->now.sid,
                                                             offer->plan.form(), {})));
    }
    fixture.restart();
    const auto settled = fixture.settleOpen();
    QCOMPARE(settled.size(), 1);
    QVERIFY(settled.first().phase == OperationRecord::Phase::Finished);
    QVERIFY(settled.first().outcome ==
            (isExecuted ? OperationRecord::Outcome::Succeeded : OperationRecord::Outcome::NotExecuted));
    if (!isExecuted) {
        QVERIFY(runTask(fixture.importer->restore(*offerOf(fixture, number), {})).kind ==
                OperationOutcome::Kind::Succeeded);
    }
    QCOMPARE(webhooksOf(fixture, number).toJson(), before.toJson());
    QCOMPARE(updates(fixture), 1);
}

QTEST_GUILESS_MAIN(TestRestorer)
#include "tst_restorer.moc"

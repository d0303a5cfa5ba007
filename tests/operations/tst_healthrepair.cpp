#include "operations/health/healthrepair.h"
#include "operations/healthscene.h"
#include "simulator/world/sharedworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::OperationOutcome;
using simulator::WorldData;
using store::BackupRecord;
using store::Health;
using store::OperationRecord;
using test::HealthScene;
using test::runTask;

namespace {

void drift(HealthScene &scene, const PhoneNumber &number)
{
    QVERIFY(scene.fixture.simulator->changeNumber(number.e164(), [](simulator::TwilioNumber &at) {
        at.voiceUrl = u"https://pbx.example/voice"_s;
        at.voiceMethod = u"GET"_s;
        at.statusCallback.clear();
        at.friendlyName = u"Renamed"_s;
    }));
}

WebhookConfiguration webhooksOf(HealthScene &scene, const PhoneNumber &number)
{
    const auto pair = scene.fixture.credentials();
    const auto found = runTask(scene.fixture.twilio->findIncomingNumber(pair, pair.accountSid, number, {}));
    return found ? found->webhooks : WebhookConfiguration();
}

Result<operations::RestoreOffer> offerOf(HealthScene &scene, const PhoneNumber &number)
{
    return runTask(scene.fixture.importer->offerSetBack(scene.fixture.credentials(), number, {}));
}

int updates(const HealthScene &scene)
{
    return scene.fixture.simulator->countRequests(u"POST"_s, u"/IncomingPhoneNumbers/PN"_s);
}

/// A number that drifted, was checked, and whose drift was adopted; the adoption, and the row before it.
struct Adopted
{
    PhoneNumber number;
    store::NumberRecord shown;
    OperationRecord operation;

    explicit Adopted(HealthScene &scene)
        : number(scene.example())
    {
        drift(scene, number);
        if (!scene.check(QList{number})) {
            qFatal("the check fails");
        }
        shown = scene.row(number);
        const auto pair = scene.fixture.credentials();
        if (!runTask(operations::adoptRouting(scene.fixture.services(), pair, shown, {}))) {
            qFatal("nothing is adopted");
        }
        operation = scene.fixture.operations().first();
        scene.fixture.clock.jump(std::chrono::seconds(1)); // What comes next is the newest.
    }
};

/// Gone from Nixflex, found so, and taken out of the list.
struct Forgotten
{
    PhoneNumber number;
    store::NumberRecord before;
    OperationRecord operation;

    explicit Forgotten(HealthScene &scene)
        : number(scene.example())
    {
        scene.fixture.simulator->world().change([&](WorldData &data) { data.removeRow(number.e164()); });
        if (!scene.check(QList{number})) {
            qFatal("the check fails");
        }
        before = scene.row(number);
        if (before.health != Health::Gone ||
            !runTask(operations::forgetGone(scene.fixture.services(), number))) {
            qFatal("nothing is forgotten");
        }
        operation = scene.fixture.operations().first();
        scene.fixture.clock.jump(std::chrono::seconds(1));
    }
};

} // namespace

/// What a health check found is mended: over real sockets, in a real ledger.
class TestHealthRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsBackOnlyWhatDrifted();
    void setsNothingBackThatIsAsItWas();
    void setsNothingBackWithoutAnAgentOrABaseline();
    void settlesWhatACrashLeft_data();
    void settlesWhatACrashLeft();
    void adoptsWhatTwilioShows();
    void adoptsNothingThatNobodySaw();
    void adoptsNothingWhenTwilioFails();
    void forgetsOnlyWhatIsGone();
    void forgetsNothingThatIsWorkedOn();
    void takesBackWhatItAdopted();
    void takesBackABaselineThatWasNotKnown();
    void takesBackNoAdoptionThatIsNoLongerSo();
    void takesBackAnAdoptionOfANumberThatIsGone();
    void takesBackWhatItForgot();
    void takesNothingBackWithAnotherKey();
    void savesNoSnapshotOfAPlaceThatWasNeverKnown();
    void undoesSettingBack();
    void undoesNoSettingBackOfANumberThatLeftNixflex();
};

void TestHealthRepair::setsBackOnlyWhatDrifted()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    const auto before = webhooksOf(scene, number);
    drift(scene, number);
    QVERIFY(scene.check(QList{number}));
    QVERIFY(scene.row(number).health == Health::NeedsAttention);
    const auto offer = offerOf(scene, number);
    QVERIFY2(offer, offer ? "" : qPrintable(offer.error().report()));
    QVERIFY(offer->isPossible());
    const auto drifted = webhooksOf(scene, number);
    const auto outcome = runTask(scene.fixture.importer->restore(*offer, {}));
    QVERIFY(outcome.kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(test::codesOf(outcome.warnings), QStringList());
    QCOMPARE(webhooksOf(scene, number).toJson(), before.toJson());
    QCOMPARE(updates(scene), 1);

    // Nothing but the drifted fields was sent.
    QStringList sent;
    const auto requests = scene.fixture.simulator->requests();
    for (const auto &request : requests) {
        if (request.method == "POST"_L1) {
            sent = request.body.keys();
        }
    }
    QCOMPARE(sent, (QStringList{u"StatusCallback"_s, u"VoiceMethod"_s, u"VoiceUrl"_s}));

    const auto operation = scene.fixture.operations().first();
    QVERIFY(operation.kind == OperationRecord::Kind::Restore);
    QVERIFY(operation.outcome == OperationRecord::Outcome::Succeeded);
    const auto backups = runTask(scene.fixture.ledger->backups(operation.id));
    QVERIFY(backups && backups->size() == 3);
    QCOMPARE(backups->at(0).webhooks.toJson(), drifted.toJson());
    QCOMPARE(backups->at(2).webhooks.toJson(), before.toJson());
    QVERIFY(scene.check(QList{number}));
    QVERIFY(scene.row(number).health == Health::Good);
}

void TestHealthRepair::setsNothingBackThatIsAsItWas()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    const auto offer = offerOf(scene, number);
    QVERIFY(offer && offer->isPossible() && offer->plan.isEmpty());
    QVERIFY(runTask(scene.fixture.importer->restore(*offer, {})).kind == OperationOutcome::Kind::Succeeded);
    QCOMPARE(updates(scene), 0);
    QVERIFY(scene.fixture.operations().isEmpty());
}

void TestHealthRepair::setsNothingBackWithoutAnAgentOrABaseline()
{
    HealthScene scene;
    const auto number = scene.example();
    auto offer = offerOf(scene, number);
    QVERIFY(!offer);
    QCOMPARE(offer.error().providerCode, u"no_baseline"_s);
    scene.know();
    drift(scene, number);
    scene.fixture.simulator->world().change([&](WorldData &data) { data.removeRow(number.e164()); });
    offer = offerOf(scene, number);
    QVERIFY(offer);
    QCOMPARE(test::codesOf(offer->problems), QStringList{u"not_at_nixflex"_s});
    QVERIFY(runTask(scene.fixture.importer->restore(*offer, {})).kind == OperationOutcome::Kind::NotSent);
    QVERIFY(scene.fixture.simulator->releaseNumber(number.e164()));
    offer = offerOf(scene, number);
    QVERIFY(!offer);
    QCOMPARE(offer.error().providerCode, u"number_left_account"_s);
    QCOMPARE(updates(scene), 0);
}

void TestHealthRepair::settlesWhatACrashLeft_data()
{
    QTest::addColumn<bool>("isExecuted");
    QTest::newRow("executed") << true;
    QTest::newRow("not executed") << false;
}

void TestHealthRepair::settlesWhatACrashLeft()
{
    QFETCH(const bool, isExecuted);
    HealthScene scene;
    auto &fixture = scene.fixture;
    scene.know();
    const auto number = scene.example();
    // What was there before an import must not be taken for what was to be set.
    const auto before = webhooksOf(scene, number);
    drift(scene, number);
    const auto offer = offerOf(scene, number);
    OperationRecord operation;
    operation.id = u"3b0c2f6e-0000-4000-8000-0000000000bb"_s;
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
    QCOMPARE(webhooksOf(scene, number).toJson() == before.toJson(), isExecuted);
}

void TestHealthRepair::adoptsWhatTwilioShows()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    drift(scene, number);
    QVERIFY(scene.check(QList{number}));
    const auto shown = scene.row(number);
    const auto pair = scene.fixture.credentials();
    const auto adopted = runTask(operations::adoptRouting(scene.fixture.services(), pair, shown, {}));
    QVERIFY2(adopted, adopted ? "" : qPrintable(adopted.error().report()));
    const auto row = scene.row(number);
    QCOMPARE(row.baseline->toJson(), webhooksOf(scene, number).toJson());
    QVERIFY(row.health == Health::Good);
    QVERIFY(row.healthFindings.isEmpty() && row.healthDetail.isEmpty());
    // The history says what it was compared with before.
    const auto done = scene.fixture.operations().first();
    QVERIFY(done.kind == OperationRecord::Kind::Adopt && done.phase == OperationRecord::Phase::Finished);
    QVERIFY(done.outcome == OperationRecord::Outcome::Succeeded && done.finishedAt.isValid());
    QCOMPARE(done.accountSid.toString(), pair.accountSid.toString());
    const auto backups = runTask(scene.fixture.ledger->backups(done.id));
    QVERIFY(backups && backups->size() == 2);
    QVERIFY(backups->first().reason == BackupRecord::Reason::FormerBaseline);
    QCOMPARE(backups->first().webhooks.toJson(), shown.baseline->toJson());
    QVERIFY(backups->last().reason == BackupRecord::Reason::Adopted);
    QCOMPARE(backups->last().webhooks.toJson(), row.baseline->toJson());
    QVERIFY(scene.check(QList{number}));
    QVERIFY(scene.row(number).health == Health::Good);
    QCOMPARE(updates(scene), 0);
}

void TestHealthRepair::adoptsNothingThatNobodySaw()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    drift(scene, number);
    QVERIFY(scene.check(QList{number}));
    const auto shown = scene.row(number);
    QVERIFY(scene.fixture.simulator->changeNumber(
        number.e164(), [](simulator::TwilioNumber &at) { at.smsUrl = u"https://theirs.example"_s; }));
    const auto pair = scene.fixture.credentials();
    const auto adopted = runTask(operations::adoptRouting(scene.fixture.services(), pair, shown, {}));
    QVERIFY(!adopted);
    QCOMPARE(adopted.error().providerCode, u"changed_since_check"_s);
    QVERIFY(scene.row(number).baseline == shown.baseline);
}

void TestHealthRepair::adoptsNothingWhenTwilioFails()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    drift(scene, number);
    QVERIFY(scene.check(QList{number}));
    const auto shown = scene.row(number);
    const auto pair = scene.fixture.credentials();
    simulator::Fault fault;
    fault.path = u"IncomingPhoneNumbers/PN"_s;
    fault.status = 403;
    fault.times = 0;
    scene.fixture.simulator->armFault(fault);
    const auto adopted = runTask(operations::adoptRouting(scene.fixture.services(), pair, shown, {}));
    QVERIFY(!adopted);
    QVERIFY(adopted.error().kind == Error::Kind::Forbidden);
    QVERIFY(scene.row(number).baseline == shown.baseline);
    QVERIFY(scene.row(number).health == Health::NeedsAttention);
}

void TestHealthRepair::forgetsOnlyWhatIsGone()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    const auto refused = runTask(operations::forgetGone(scene.fixture.services(), number));
    QVERIFY(!refused);
    QVERIFY(refused.error().kind == Error::Kind::Conflict);
    QVERIFY(scene.row(number).id != 0);
    scene.fixture.simulator->world().change([&](WorldData &data) { data.removeRow(number.e164()); });
    QVERIFY(scene.check(QList{number}));
    const auto before = scene.fixture.operations().size();
    QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
    QCOMPARE(scene.row(number).id, 0);
    QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
    // Once, though asked for twice.
    QCOMPARE(scene.fixture.operations().size(), before + 1);
    QVERIFY(scene.fixture.operations().first().kind == OperationRecord::Kind::Forget);
}

void TestHealthRepair::forgetsNothingThatIsWorkedOn()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    auto row = scene.row(number);
    row.health = Health::Gone;
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    OperationRecord operation;
    operation.id = u"3b0c2f6e-0000-4000-8000-0000000000cc"_s;
    operation.keyId = row.keyId;
    operation.phoneNumber = number;
    operation.startedAt = scene.fixture.clock.utcNow();
    QVERIFY(runTask(scene.fixture.ledger->beginOperation(operation, {})));
    const auto forgotten = runTask(operations::forgetGone(scene.fixture.services(), number));
    QVERIFY(!forgotten);
    QVERIFY(forgotten.error().kind == Error::Kind::Conflict);
    QVERIFY(scene.row(number).id != 0);
}

void TestHealthRepair::takesBackWhatItAdopted()
{
    HealthScene scene;
    scene.know();
    const Adopted adopted(scene);
    const auto number = adopted.number;
    QVERIFY(scene.row(number).health == Health::Good);
    const auto taken = runTask(operations::revertLedgerChange(scene.fixture.services(), adopted.operation));
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().report()));
    const auto row = scene.row(number);
    QCOMPARE(row.baseline->toJson(), adopted.shown.baseline->toJson());
    QVERIFY(row.health == Health::Unknown);
    const auto done = scene.fixture.operations().first();
    QVERIFY(done.id != adopted.operation.id && done.kind == OperationRecord::Kind::Adopt);
    QVERIFY(operations::isTakingBack(done) && !operations::isTakingBack(adopted.operation));
    QVERIFY(done.outcome == OperationRecord::Outcome::Succeeded);
    // The next check finds again what was kept.
    QVERIFY(scene.check(QList{number}));
    QVERIFY(scene.row(number).health == Health::NeedsAttention);
    QCOMPARE(scene.row(number).healthDetail, adopted.shown.healthDetail);
    QCOMPARE(updates(scene), 0);
    // Once only.
    QVERIFY(!runTask(operations::revertLedgerChange(scene.fixture.services(), adopted.operation)));
}

void TestHealthRepair::takesBackAnAdoptionOfANumberThatIsGone()
{
    HealthScene scene;
    scene.know();
    const Adopted adopted(scene);
    scene.fixture.simulator->world().change([&](WorldData &data) { data.removeRow(adopted.number.e164()); });
    QVERIFY(scene.check(QList{adopted.number}));
    const auto gone = scene.row(adopted.number);
    QVERIFY(gone.health == Health::Gone);
    QVERIFY(runTask(operations::revertLedgerChange(scene.fixture.services(), adopted.operation)));
    const auto row = scene.row(adopted.number);
    QVERIFY(row.health == Health::Gone && row.healthDetail == gone.healthDetail);
    QCOMPARE(row.baseline->toJson(), adopted.shown.baseline->toJson());
}

void TestHealthRepair::takesBackABaselineThatWasNotKnown()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    // As a new row: what a record leaves out would stay otherwise.
    auto row = scene.row(number);
    row.health = Health::Gone;
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
    row.health = Health::Unknown;
    row.baseline.reset();
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    scene.fixture.clock.jump(std::chrono::seconds(1));
    QVERIFY(scene.check(QList{number}));
    const auto shown = scene.row(number);
    QVERIFY(!shown.baseline && shown.lastSeen);
    const auto pair = scene.fixture.credentials();
    QVERIFY(runTask(operations::adoptRouting(scene.fixture.services(), pair, shown, {})));
    QVERIFY(scene.row(number).baseline);
    QVERIFY(runTask(
        operations::revertLedgerChange(scene.fixture.services(), scene.fixture.operations().first())));
    QVERIFY(!scene.row(number).baseline);
}

void TestHealthRepair::takesBackNoAdoptionThatIsNoLongerSo()
{
    HealthScene scene;
    scene.know();
    const Adopted adopted(scene);
    // Such as by another import since.
    auto row = scene.row(adopted.number);
    row.baseline->voiceUrl = u"https://api.nixflex.com/another"_s;
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    const auto taken = runTask(operations::revertLedgerChange(scene.fixture.services(), adopted.operation));
    QVERIFY(!taken);
    QVERIFY(taken.error().kind == Error::Kind::Conflict);
    QCOMPARE(scene.row(adopted.number).baseline->toJson(), row.baseline->toJson());
    // Nor one that never was.
    auto other = adopted.operation;
    other.id = u"3b0c2f6e-0000-4000-8000-0000000000dd"_s;
    QVERIFY(runTask(operations::revertLedgerChange(scene.fixture.services(), other)).error().kind ==
            Error::Kind::NotFound);
}

void TestHealthRepair::takesBackWhatItForgot()
{
    HealthScene scene;
    scene.know();
    const Forgotten forgotten(scene);
    const auto &before = forgotten.before;
    const auto taken = runTask(operations::revertLedgerChange(scene.fixture.services(), forgotten.operation));
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().report()));
    const auto row = scene.row(forgotten.number);
    QVERIFY(row.health == Health::Gone);
    QCOMPARE(row.healthDetail, before.healthDetail);
    QCOMPARE(row.agentId.toString(), before.agentId.toString());
    QCOMPARE(row.agentName, before.agentName);
    QCOMPARE(row.accountSid.toString(), before.accountSid.toString());
    QCOMPARE(row.accountLabel, before.accountLabel);
    QCOMPARE(row.numberSid, before.numberSid);
    QCOMPARE(row.friendlyName, before.friendlyName);
    QCOMPARE(row.customPrompt, before.customPrompt);
    QVERIFY(row.baseline == before.baseline);
    QVERIFY(operations::isTakingBack(scene.fixture.operations().first()));
    // It is there already.
    const auto again = runTask(operations::revertLedgerChange(scene.fixture.services(), forgotten.operation));
    QVERIFY(!again);
    QVERIFY(again.error().kind == Error::Kind::Conflict);
}

void TestHealthRepair::takesNothingBackWithAnotherKey()
{
    HealthScene scene;
    scene.know();
    const Forgotten forgotten(scene);
    auto operation = forgotten.operation;
    operation.id = u"3b0c2f6e-0000-4000-8000-0000000000ff"_s;
    operation.keyId = u"nxf_"_s + QString(32, u'0');
    QVERIFY(runTask(scene.fixture.ledger->beginOperation(operation, {})));
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    QVERIFY(runTask(scene.fixture.ledger->finishOperation(finish)));
    const auto taken = runTask(operations::revertLedgerChange(scene.fixture.services(), operation));
    QVERIFY(!taken);
    QVERIFY(taken.error().userText.contains(u"another Nixflex key"_s));
    QCOMPARE(scene.row(forgotten.number).id, 0);
}

void TestHealthRepair::savesNoSnapshotOfAPlaceThatWasNeverKnown()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    auto row = scene.row(number);
    row.health = Health::Gone;
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
    row.accountSid = {};
    row.numberSid.clear();
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    scene.fixture.clock.jump(std::chrono::seconds(1));
    QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
    const auto backups = runTask(scene.fixture.ledger->backups(scene.fixture.operations().first().id));
    QVERIFY(backups && backups->isEmpty());
}

void TestHealthRepair::undoesSettingBack()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    drift(scene, number);
    const auto drifted = webhooksOf(scene, number);
    const auto offer = offerOf(scene, number);
    QVERIFY(offer);
    auto &importer = *scene.fixture.importer;
    QVERIFY(runTask(importer.restore(*offer, {})).kind == operations::OperationOutcome::Kind::Succeeded);
    QVERIFY(webhooksOf(scene, number).toJson() != drifted.toJson());
    const auto restore = scene.fixture.operations().first();
    scene.fixture.clock.jump(std::chrono::seconds(1)); // The newest one is that which is meant.
    const auto undo = runTask(importer.offerUndoOfRestore(restore, scene.fixture.credentials(), {}));
    QVERIFY2(undo, undo ? "" : qPrintable(undo.error().report()));
    QVERIFY(undo->isPossible() && undo->plan.kept.isEmpty());
    QVERIFY(runTask(importer.restore(*undo, {})).kind == operations::OperationOutcome::Kind::Succeeded);
    QCOMPARE(webhooksOf(scene, number).toJson(), drifted.toJson());
}

void TestHealthRepair::undoesNoSettingBackOfANumberThatLeftNixflex()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    drift(scene, number);
    auto &importer = *scene.fixture.importer;
    QVERIFY(runTask(importer.restore(*offerOf(scene, number), {})).kind ==
            operations::OperationOutcome::Kind::Succeeded);
    const auto restore = scene.fixture.operations().first();
    scene.fixture.simulator->world().change([&](WorldData &data) { data.removeRow(number.e164()); });
    const auto undo = runTask(importer.offerUndoOfRestore(restore, scene.fixture.credentials(), {}));
    QVERIFY(undo && !undo->isPossible());
    QCOMPARE(undo->problems.first().code, u"not_at_nixflex"_s);
}

QTEST_GUILESS_MAIN(TestHealthRepair)
#include "tst_healthrepair.moc"

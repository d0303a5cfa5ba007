#include "operations/changeoverscene.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace numbers;
using store::BackupRecord;
using test::codesOf;
using test::nixflexNumbers;
using test::runTask;
using Scene = test::ChangeoverScene;
using test::OperationOutcome;
using test::OperationRecord;
using Kind = OperationOutcome::Kind;

namespace {

/// Some configurations are only there to be understood: Twilio would refuse to set such an address.
bool isTakenByTwilio(const WebhookConfiguration &webhooks)
{
    for (const auto &field : WebhookConfiguration::fields()) {
        const QString &value = webhooks.*field.member;
        if (field.isDestination && !field.jsonName.endsWith("_sid"_L1) && !value.isEmpty()) {
            const QUrl url(value, QUrl::StrictMode);
            if (!url.scheme().startsWith("http"_L1) || url.host().isEmpty()) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

/// Undo and reassign: two writes, and in every case the old state or the new one, over real sockets.
class TestChangeover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoIsTheIdentityOnTheWholeFleet();
    void undoIsTheIdentityOnEveryConfiguration();
    void undoRecordsEverything();
    void undoKeepsWhatSomebodyChanged();
    void undoOverwritesWhatItIsToldTo();
    void undoSendsNothingForWhatChangedSinceTheOffer();
    void undoNeedsAnImport();
    void reassignMovesTheNumber();
    void reassignNeedsAnotherAgent();
};

void TestChangeover::undoIsTheIdentityOnTheWholeFleet()
{
    simulator::SimulatorOptions options;
    options.fleet = 150;
    options.writesPerWindow = 10'000;
    Scene scene(options);
    const auto account = scene.fixture.credentials().accountSid.toString();
    const auto all = scene.fixture.simulator->numbers(account);
    int undone = 0;
    QSet<QString> kinds;
    for (const auto &at : all) {
        if (scene.fixture.simulator->nixflexNumber(at.phoneNumber)) {
            continue;
        }
        scene.number = *PhoneNumber::fromE164(at.phoneNumber);
        scene.input.phoneNumber = scene.number;
        scene.before = scene.webhooks();
        scene.import();
        if (QTest::currentTestFailed()) {
            return;
        }
        const auto outcome = scene.undo();
        QVERIFY2(outcome.kind == Kind::Succeeded, outcome.error ? qPrintable(outcome.error->report()) : "");
        QCOMPARE(codesOf(outcome.warnings), QStringList());
        QCOMPARE(scene.webhooks().toJson(), scene.before.toJson());
        QVERIFY(scene.agentNow().isEmpty());
        QVERIFY(!scene.isInFleet());
        ++undone;
        kinds << (scene.before.trunkSid.isEmpty() ? u""_s : u"trunk"_s) +
                     (scene.before.voiceApplicationSid.isEmpty() ? u""_s : u"application"_s) +
                     (scene.before.isEmpty() ? u"nothing"_s : u""_s);
    }
    QVERIFY2(undone >= 20, qPrintable(QString::number(undone)));
    QVERIFY2(kinds.contains(u"trunk"_s) && kinds.contains(u"application"_s) && kinds.contains(u""_s),
             qPrintable(QStringList(kinds.values()).join(u", "_s)));
}

/// The configurations of tests/routing, with a trunk and an app that the account has.
void TestChangeover::undoIsTheIdentityOnEveryConfiguration()
{
    QFile file(QStringLiteral(CONFIGURATIONS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rows = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(rows.size() >= 60);
    simulator::SimulatorOptions options;
    options.writesPerWindow = 10'000;
    options.readsPerWindow = 10'000;
    Scene scene(options);
    const auto pair = scene.fixture.credentials();
    const auto trunks = runTask(scene.fixture.twilio->listTrunks(pair, {}));
    const auto applications = runTask(scene.fixture.twilio->listApplications(pair, pair.accountSid, {}));
    QVERIFY(trunks && !trunks->rows.isEmpty() && applications && !applications->rows.isEmpty());
    // Twilio fills methods in; they stay when their addresses go.
    const auto methodOf = [](const QString &method) { return method.isEmpty() ? u"GET"_s : method; };
    int undone = 0;
    for (const auto &row : rows) {
        const auto wanted = WebhookConfiguration::fromJson(row[u"number"_s].toObject());
        QVERIFY(scene.fixture.simulator->changeNumber(scene.number.e164(), [&](simulator::TwilioNumber &at) {
            at.voiceUrl = wanted.voiceUrl;
            at.voiceMethod = methodOf(wanted.voiceMethod);
            at.voiceFallbackUrl = wanted.voiceFallbackUrl;
            at.voiceFallbackMethod = methodOf(wanted.voiceFallbackMethod);
            at.voiceApplicationSid =
                wanted.voiceApplicationSid.isEmpty() ? QString() : applications->rows.first().sid;
            at.voiceCallerIdLookup = wanted.voiceCallerIdLookup == "true"_L1;
            at.trunkSid = wanted.trunkSid.isEmpty() ? QString() : trunks->rows.first().sid;
            at.smsUrl = wanted.smsUrl;
            at.smsMethod = methodOf(wanted.smsMethod);
            at.smsFallbackUrl = wanted.smsFallbackUrl;
            at.smsFallbackMethod = methodOf(wanted.smsFallbackMethod);
            at.smsApplicationSid =
                wanted.smsApplicationSid.isEmpty() ? QString() : applications->rows.first().sid;
            at.statusCallback = wanted.statusCallback;
            at.statusCallbackMethod = methodOf(wanted.statusCallbackMethod);
        }));
        const auto name = row[u"name"_s].toString();
        if (!isTakenByTwilio(wanted)) {
            continue;
        }
        scene.before = scene.webhooks();
        scene.import();
        const auto outcome = scene.undo();
        QVERIFY2(!QTest::currentTestFailed() && outcome.kind == Kind::Succeeded, qPrintable(name));
        QVERIFY2(scene.webhooks().toJson() == scene.before.toJson(), qPrintable(name));
        ++undone;
    }
    QVERIFY2(undone >= 60, qPrintable(QString::number(undone)));
}

void TestChangeover::undoRecordsEverything()
{
    Scene scene;
    scene.import();
    const auto outcome = scene.undo();
    QVERIFY(outcome.kind == Kind::Succeeded);
    const auto operation = scene.last();
    QCOMPARE(operation.id, outcome.operationId);
    QVERIFY(operation.kind == OperationRecord::Kind::Undo);
    QVERIFY(operation.phase == OperationRecord::Phase::Finished);
    QVERIFY(operation.outcome == OperationRecord::Outcome::Succeeded);
    QCOMPARE(operation.formerAgentId.toString(), scene.input.agentId.toString());
    QCOMPARE(operation.formerCustomPrompt, scene.input.customPrompt);
    const auto backups = runTask(scene.fixture.ledger->backups(operation.id));
    QVERIFY(backups && backups->size() == 3);
    QVERIFY(backups->at(0).reason == BackupRecord::Reason::BeforeRemove);
    QCOMPARE(backups->at(0).webhooks.toJson(), scene.imported.toJson());
    QVERIFY(backups->at(1).reason == BackupRecord::Reason::Planned);
    QCOMPARE(backups->at(1).webhooks.toJson(), scene.before.toJson());
    QVERIFY(backups->at(2).reason == BackupRecord::Reason::AfterRestore);
    QCOMPARE(backups->at(2).webhooks.toJson(), scene.before.toJson());
    QStringList names;
    const auto steps = runTask(scene.fixture.ledger->steps(operation.id));
    for (const auto &step : *steps) {
        names << step.name;
    }
    QCOMPARE(names, (QStringList{u"backup"_s, u"delete"_s, u"update"_s, u"read_back"_s, u"record"_s}));
    QCOMPARE(scene.fixture.simulator->countRequests(u"DELETE"_s, nixflexNumbers), 1);
    QCOMPARE(scene.fixture.simulator->countRequests(u"POST"_s, {}), 1);
}

void TestChangeover::undoKeepsWhatSomebodyChanged()
{
    Scene scene;
    scene.import();
    const auto theirs = u"https://theirs.example/voice"_s;
    QVERIFY(scene.fixture.simulator->changeNumber(
        scene.number.e164(), [&theirs](simulator::TwilioNumber &at) { at.voiceUrl = theirs; }));
    const auto offer = scene.undoOffer();
    QVERIFY(offer && !offer->plan.kept.isEmpty());
    const auto outcome = runTask(scene.fixture.importer->undo(*offer, {}));
    QVERIFY(outcome.kind == Kind::Succeeded);
    // Nixflex clears what it removes, whoever has set it.
    QCOMPARE(scene.webhooks().voiceUrl, theirs);
    QCOMPARE(scene.webhooks().smsUrl, scene.before.smsUrl);
    QCOMPARE(codesOf(outcome.warnings), QStringList{u"kept_changes"_s});
    QVERIFY2(outcome.warnings.first().text.contains(u"voice_url"_s),
             qPrintable(outcome.warnings.first().text));
}

void TestChangeover::undoOverwritesWhatItIsToldTo()
{
    Scene scene;
    scene.import();
    QVERIFY(scene.fixture.simulator->changeNumber(scene.number.e164(), [](simulator::TwilioNumber &at) {
        at.voiceUrl = u"https://theirs.example/voice"_s;
    }));
    auto offer = scene.undoOffer();
    QVERIFY(offer);
    offer->overwrite({u"voice_url"_s});
    const auto outcome = runTask(scene.fixture.importer->undo(*offer, {}));
    QVERIFY(outcome.kind == Kind::Succeeded);
    QCOMPARE(codesOf(outcome.warnings), QStringList());
    QCOMPARE(scene.webhooks().toJson(), scene.before.toJson());
}

void TestChangeover::undoSendsNothingForWhatChangedSinceTheOffer()
{
    Scene scene;
    scene.import();
    const auto offer = scene.undoOffer();
    QVERIFY(scene.fixture.simulator->changeNumber(
        scene.number.e164(), [](simulator::TwilioNumber &at) { at.smsUrl = u"https://theirs.example/"_s; }));
    const auto outcome = runTask(scene.fixture.importer->undo(*offer, {}));
    QVERIFY(outcome.kind == Kind::NotSent);
    QCOMPARE(outcome.error->providerCode, u"changed_since_review"_s);
    QCOMPARE(scene.fixture.simulator->countRequests(u"DELETE"_s, {}), 0);
    QCOMPARE(scene.agentNow(), scene.input.agentId.toString());
}

void TestChangeover::undoNeedsAnImport()
{
    Scene scene;
    const auto never = scene.undoOffer();
    QVERIFY(!never);
    QCOMPARE(never.error().providerCode, u"no_backup"_s);
    scene.import();
    QVERIFY(scene.undo().kind == Kind::Succeeded);
    const auto again = scene.undoOffer();
    QVERIFY(again);
    QCOMPARE(codesOf(again->problems), QStringList{u"not_at_nixflex"_s});
    scene.fixture.simulator->resetRequests();
    const auto outcome = runTask(scene.fixture.importer->undo(*again, {}));
    QVERIFY(outcome.kind == Kind::NotSent);
    QCOMPARE(scene.fixture.simulator->countRequests({}, {}), 0);
}

void TestChangeover::reassignMovesTheNumber()
{
    Scene scene;
    scene.import();
    const auto outcome = scene.reassign();
    QVERIFY2(outcome.kind == Kind::Succeeded, outcome.error ? qPrintable(outcome.error->report()) : "");
    QCOMPARE(codesOf(outcome.warnings), QStringList());
    QVERIFY(scene.isNew(false));
    const auto row = scene.fixture.simulator->nixflexNumber(scene.number.e164());
    QCOMPARE(row->customPrompt.value_or(QString()), scene.input.customPrompt);
    const auto key = scene.fixture.nixflex->key().keyId();
    const auto record = runTask(scene.fixture.ledger->number(key, scene.number));
    QVERIFY(record && record->has_value());
    QCOMPARE(record->value().agentId.toString(), scene.otherAgent().toString());
    QVERIFY(record->value().baseline == scene.imported);
    QVERIFY(scene.last().kind == OperationRecord::Kind::Reassign);
    // Nothing is read between the two writes: that is the time in which nobody answers.
    const auto requests = scene.fixture.simulator->requests();
    for (qsizetype i = 0; i + 1 < requests.size(); ++i) {
        if (requests.at(i).method == "DELETE"_L1) {
            QCOMPARE(requests.at(i + 1).method, u"POST"_s);
        }
    }
    // What answered before the import is still what an undo brings back.
    QVERIFY(scene.undo().kind == Kind::Succeeded);
    QVERIFY(scene.isNew(true));
}

void TestChangeover::reassignNeedsAnotherAgent()
{
    Scene scene;
    const auto notThere = scene.reassignPlan();
    QVERIFY(notThere);
    QCOMPARE(codesOf(notThere->problems), QStringList{u"not_at_nixflex"_s});
    scene.import();
    const auto same = runTask(scene.fixture.importer->planReassign(scene.input, {}));
    QVERIFY(same);
    QCOMPARE(codesOf(same->problems), QStringList{u"already_imported"_s});
    scene.fixture.simulator->resetRequests();
    QVERIFY(runTask(scene.fixture.importer->reassign(*same, {})).kind == Kind::NotSent);
    QCOMPARE(scene.fixture.simulator->countRequests({}, {}), 0);
}

QTEST_GUILESS_MAIN(TestChangeover)
#include "tst_changeover.moc"

#include "importing/importingfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using importing::ImportPlan;
using importing::OperationOutcome;
using importing::RestoreOffer;
using store::BackupRecord;
using store::OperationRecord;
using test::codesOf;
using test::ImportingFixture;
using test::runTask;
using Kind = OperationOutcome::Kind;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

namespace {

/// One number, imported by this program, and everything that is asked of it.
struct Scene
{
    explicit Scene(const simulator::SimulatorOptions &options = {})
        : fixture(options)
        , input(fixture.exampleInput())
        , number(input.phoneNumber)
    {
        input.customPrompt = u"We are open from 9 to 18."_s;
        before = webhooks();
    }

    void import()
    {
        const auto plan = runTask(fixture.importer->plan(input, {}));
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().report()));
        QVERIFY(fixture.run(*plan).kind == Kind::Succeeded);
        imported = webhooks();
        fixture.simulator->resetRequests();
    }

    [[nodiscard]] WebhookConfiguration webhooks()
    {
        const auto pair = fixture.credentials();
        const auto found = runTask(fixture.twilio->findIncomingNumber(pair, pair.accountSid, number, {}));
        return found ? found->webhooks : WebhookConfiguration();
    }

    [[nodiscard]] Result<RestoreOffer> undoOffer()
    {
        const auto pair = fixture.credentials();
        return runTask(fixture.importer->offerUndo(pair, number, {}));
    }

    [[nodiscard]] OperationOutcome undo()
    {
        const auto offer = undoOffer();
        if (!offer) {
            qFatal("%s", qPrintable(offer.error().report()));
        }
        return runTask(fixture.importer->undo(*offer, {}));
    }

    [[nodiscard]] Result<ImportPlan> reassignPlan()
    {
        auto other = input;
        other.agentId = otherAgent();
        other.customPrompt.clear();
        return runTask(fixture.importer->planReassign(other, {}));
    }

    [[nodiscard]] OperationOutcome reassign()
    {
        const auto plan = reassignPlan();
        if (!plan) {
            qFatal("%s", qPrintable(plan.error().report()));
        }
        return runTask(fixture.importer->reassign(*plan, {}));
    }

    [[nodiscard]] OperationOutcome change(bool isUndo) { return isUndo ? undo() : reassign(); }

    /// Another active one of the same key.
    [[nodiscard]] AgentId otherAgent() const
    {
        const auto agents = fixture.simulator->agents();
        for (const auto &agent : agents) {
            if (agent.active && agent.agentId != input.agentId.toString() &&
                agent.agentId != fixture.simulator->foreignAgentId()) {
                return *AgentId::parse(agent.agentId);
            }
        }
        qFatal("no other agent");
    }

    /// "agent" or, when the number is not at Nixflex, "".
    [[nodiscard]] QString agentNow() const
    {
        const auto row = fixture.simulator->nixflexNumber(number.e164());
        return row ? row->agentId : QString();
    }

    [[nodiscard]] bool isOld() { return agentNow() == input.agentId.toString() && webhooks() == imported; }
    [[nodiscard]] bool isNew(bool isUndo)
    {
        return isUndo ? agentNow().isEmpty() && webhooks().toJson() == before.toJson()
                      : agentNow() == otherAgent().toString() && webhooks() == imported;
    }

    [[nodiscard]] QList<OperationRecord> settle()
    {
        const auto token = fixture.credentials().authToken;
        const importing::Importer::TokenSource tokens =
            [token](AccountSid) -> QCoro::Task<std::shared_ptr<const SecretString>> { co_return token; };
        return runTask(fixture.importer->settleUnfinished(tokens, {}, {})).value();
    }

    [[nodiscard]] OperationRecord last() { return fixture.operations().first(); }

    [[nodiscard]] bool isInFleet()
    {
        const auto key = fixture.nixflex->key().keyId();
        return runTask(fixture.ledger->number(key, number))->has_value();
    }

    ImportingFixture fixture;
    importing::PlanInput input;
    PhoneNumber number;
    WebhookConfiguration before;   ///< the import
    WebhookConfiguration imported; ///< right after it
};

simulator::Fault faultAt(const QString &method, const QString &path, int status = 0)
{
    simulator::Fault fault;
    fault.method = method;
    fault.path = path;
    fault.status = status;
    return fault;
}

const QString nixflexNumbers = u"/v1/phone-numbers"_s;
const QString twilioNumber = u"/IncomingPhoneNumbers/PN"_s;

/// The three writes: a removal, an update at Twilio, an import.
simulator::Fault faultAtWrite(const QString &write, int status = 0)
{
    return write == "delete"_L1   ? faultAt(u"DELETE"_s, nixflexNumbers, status)
           : write == "update"_L1 ? faultAt(u"POST"_s, twilioNumber, status)
                                  : faultAt(u"POST"_s, nixflexNumbers, status);
}

} // namespace

/// Undo and reassign: two writes, and in every case the old state or the new one, over real sockets.
class TestChangeover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoIsTheIdentityOnTheWholeFleet();
    void undoRecordsEverything();
    void undoKeepsWhatSomebodyChanged();
    void undoOverwritesWhatItIsToldTo();
    void undoSendsNothingForWhatChangedSinceTheOffer();
    void undoNeedsAnImport();
    void reassignMovesTheNumber();
    void reassignNeedsAnotherAgent();
    void cancelledBeforeItLeaves_data();
    void cancelledBeforeItLeaves();
    void refusedRemovalChangesNothing_data();
    void refusedRemovalChangesNothing();
    void refusedSecondWriteIsRolledBack_data();
    void refusedSecondWriteIsRolledBack();
    void temporaryFailureIsOvercome_data();
    void temporaryFailureIsOvercome();
    void lostAnswerIsSettled_data();
    void lostAnswerIsSettled();
    void goesOnWhenProvidersCanBeReached_data();
    void goesOnWhenProvidersCanBeReached();
    void waitsForANewToken();
    void settlesWhatACrashLeft_data();
    void settlesWhatACrashLeft();
    void leavesAloneWhatSomebodyElseTook();
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

void TestChangeover::cancelledBeforeItLeaves_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("reassign") << false;
}

void TestChangeover::cancelledBeforeItLeaves()
{
    QFETCH(bool, isUndo);
    Scene scene;
    scene.import();
    CancelSource cancel;
    cancel.cancel();
    OperationOutcome outcome;
    if (isUndo) {
        outcome = runTask(scene.fixture.importer->undo(*scene.undoOffer(), cancel.token()));
    } else {
        outcome = runTask(scene.fixture.importer->reassign(*scene.reassignPlan(), cancel.token()));
    }
    QVERIFY(outcome.kind == Kind::NotSent);
    QVERIFY(outcome.error->kind == Error::Kind::Cancelled);
    QVERIFY(scene.isOld());
    QCOMPARE(scene.fixture.simulator->countRequests(u"DELETE"_s, {}), 0);
}

void TestChangeover::refusedRemovalChangesNothing_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<int>("status");
    for (const bool isUndo : {true, false}) {
        for (const int status : {400, 401, 402, 403, 409, 422}) {
            QTest::addRow("%s, %d", isUndo ? "undo" : "reassign", status) << isUndo << status;
        }
    }
}

void TestChangeover::refusedRemovalChangesNothing()
{
    QFETCH(bool, isUndo);
    QFETCH(int, status);
    Scene scene;
    scene.import();
    scene.fixture.simulator->armFault(faultAtWrite(u"delete"_s, status));
    const auto outcome = scene.change(isUndo);
    QVERIFY(outcome.kind == Kind::Refused);
    QCOMPARE(outcome.error->httpStatus, status);
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::Refused);
    QVERIFY(scene.isOld());
    QVERIFY(scene.isInFleet());
    QCOMPARE(scene.fixture.simulator->countRequests(u"POST"_s, {}), 0);
    // And it works the next time.
    QVERIFY(scene.change(isUndo).kind == Kind::Succeeded);
    QVERIFY(scene.isNew(isUndo));
}

void TestChangeover::refusedSecondWriteIsRolledBack_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<int>("status");
    for (const int status : {400, 403, 404, 409}) {
        QTest::addRow("undo, %d", status) << true << status;
    }
    for (const int status : {400, 401, 402, 403, 404, 409, 422}) {
        QTest::addRow("reassign, %d", status) << false << status;
    }
}

void TestChangeover::refusedSecondWriteIsRolledBack()
{
    QFETCH(bool, isUndo);
    QFETCH(int, status);
    Scene scene;
    scene.import();
    scene.fixture.simulator->armFault(faultAtWrite(isUndo ? u"update"_s : u"post"_s, status));
    const auto outcome = scene.change(isUndo);
    QVERIFY2(outcome.kind == Kind::Refused, qPrintable(outcome.error ? outcome.error->report() : QString()));
    QCOMPARE(outcome.error->httpStatus, status);
    QVERIFY2(outcome.error->userText.contains(u"everything is as before"_s),
             qPrintable(outcome.error->userText));
    QVERIFY(scene.isOld());
    QVERIFY(scene.isInFleet());
    const auto row = scene.fixture.simulator->nixflexNumber(scene.number.e164());
    QCOMPARE(row->customPrompt.value_or(QString()), scene.input.customPrompt);
    const auto operation = scene.last();
    QVERIFY(operation.outcome == OperationRecord::Outcome::Refused);
    QCOMPARE(operation.note, u"rolled_back"_s);
    QVERIFY(scene.change(isUndo).kind == Kind::Succeeded);
    QVERIFY(scene.isNew(isUndo));
}

void TestChangeover::temporaryFailureIsOvercome_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<simulator::Fault>("fault");
    const auto add = [](bool isUndo, const QString &write) {
        const auto name = u"%1, %2 "_s.arg(isUndo ? u"undo"_s : u"reassign"_s, write);
        auto fault = faultAtWrite(write, 429);
        fault.retryAfter = 1;
        QTest::newRow(qPrintable(name + u"429"_s)) << isUndo << fault;
        fault = faultAtWrite(write, 503);
        QTest::newRow(qPrintable(name + u"503"_s)) << isUndo << fault;
        fault = faultAtWrite(write);
        fault.html = true;
        QTest::newRow(qPrintable(name + u"HTML"_s)) << isUndo << fault;
    };
    add(true, u"update"_s);
    add(false, u"post"_s);
}

void TestChangeover::temporaryFailureIsOvercome()
{
    QFETCH(bool, isUndo);
    QFETCH(simulator::Fault, fault);
    Scene scene;
    scene.import();
    scene.fixture.simulator->armFault(fault);
    const auto outcome = scene.change(isUndo);
    QVERIFY2(outcome.kind == Kind::Succeeded,
             qPrintable(outcome.error ? outcome.error->report() : QString()));
    QVERIFY(scene.isNew(isUndo));
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::Succeeded);
}

void TestChangeover::lostAnswerIsSettled_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isNew");
    using simulator::Drop;
    const auto add = [](bool isUndo, const QString &write) {
        const bool isFirst = write == "delete"_L1;
        const auto row = [&](const char *what, bool isExecuted,
                             const std::function<void(simulator::Fault &)> &change) {
            auto fault = faultAtWrite(write);
            change(fault);
            QTest::addRow("%s, %s, %s", isUndo ? "undo" : "reassign", qPrintable(write), what)
                << isUndo << fault << (isExecuted || !isFirst);
        };
        row("closed after executing", true, [](auto &fault) { fault.drop = Drop::AfterExecuting; });
        row("reset after executing", true, [](auto &fault) {
            fault.drop = Drop::AfterExecuting;
            fault.reset = true;
        });
        row("closed before executing", false, [](auto &fault) { fault.drop = Drop::BeforeExecuting; });
        for (const int bytes : {0, 1, 2, 7, 20, 64, 100, 150}) {
            row(qPrintable(u"cut after %1 bytes"_s.arg(bytes)), true,
                [bytes](auto &fault) { fault.cutBodyAfter = bytes; });
        }
        row("500 after executing", true, [](auto &fault) {
            fault.status = 500;
            fault.executeFirst = true;
        });
        row("500 without executing", false, [](auto &fault) { fault.status = 500; });
        row("malformed JSON", true, [](auto &fault) { fault.malformedJson = true; });
    };
    add(true, u"delete"_s);
    add(true, u"update"_s);
    add(false, u"delete"_s);
    add(false, u"post"_s);
}

void TestChangeover::lostAnswerIsSettled()
{
    QFETCH(bool, isUndo);
    QFETCH(simulator::Fault, fault);
    QFETCH(bool, isNew);
    Scene scene;
    scene.import();
    scene.fixture.simulator->armFault(fault);
    const auto outcome = scene.change(isUndo);
    // HttpClient sends a DELETE again by itself: both ends are whole ones.
    QVERIFY2(outcome.kind == Kind::Succeeded || (!isNew && outcome.kind == Kind::NotExecuted),
             qPrintable(outcome.error ? outcome.error->report() : QString()));
    const bool isDone = outcome.kind == Kind::Succeeded;
    QVERIFY(isDone ? scene.isNew(isUndo) : scene.isOld());
    QVERIFY(scene.last().phase == OperationRecord::Phase::Finished);
    QVERIFY(scene.isInFleet() == (!isUndo || !isDone));
    int imports = 0;
    const auto requests = scene.fixture.simulator->requests();
    for (const auto &request : requests) {
        imports += request.method == "POST"_L1 && request.path.startsWith(nixflexNumbers) && request.executed;
    }
    QCOMPARE(imports, isUndo || !isDone ? 0 : 1);
}

void TestChangeover::goesOnWhenProvidersCanBeReached_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("reassign") << false;
}

void TestChangeover::goesOnWhenProvidersCanBeReached()
{
    QFETCH(bool, isUndo);
    Scene scene;
    scene.fixture.settle.patience = std::chrono::milliseconds(300);
    scene.fixture.restart();
    scene.import();
    auto fault = faultAtWrite(isUndo ? u"update"_s : u"post"_s, 503);
    fault.times = 0;
    scene.fixture.simulator->armFault(fault);
    const auto outcome = scene.change(isUndo);
    QVERIFY(outcome.kind == Kind::Unknown);
    QCOMPARE(outcome.error->providerCode, u"nobody_answers"_s);
    QVERIFY(scene.last().phase != OperationRecord::Phase::Finished);
    QVERIFY(scene.agentNow().isEmpty());
    scene.fixture.simulator->clearFaults();
    scene.fixture.settle.patience = std::chrono::milliseconds(3'000);
    scene.fixture.restart();
    const auto settled = scene.settle();
    QCOMPARE(settled.size(), 1);
    QVERIFY(settled.first().outcome == OperationRecord::Outcome::Succeeded);
    QCOMPARE(settled.first().note, u"settled_after_restart"_s);
    QVERIFY(scene.isNew(isUndo));
}

void TestChangeover::waitsForANewToken()
{
    Scene scene;
    scene.import();
    scene.fixture.simulator->armFault(faultAtWrite(u"update"_s, 401));
    const auto outcome = scene.undo();
    QVERIFY(outcome.kind == Kind::Unknown);
    QCOMPARE(outcome.error->providerCode, u"nobody_answers"_s);
    QVERIFY(outcome.error->kind == Error::Kind::Unauthorized);
    QVERIFY(scene.agentNow().isEmpty());
    // Another operation on the number settles it first, with the token that it was given.
    const auto offer = scene.undoOffer();
    QVERIFY(offer);
    QVERIFY(scene.isNew(true));
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::Succeeded);
}

void TestChangeover::settlesWhatACrashLeft_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<bool>("isRemoved");
    QTest::addColumn<bool>("isNew");
    for (const bool isUndo : {true, false}) {
        const char *name = isUndo ? "undo" : "reassign";
        QTest::addRow("%s, nothing had left", name) << isUndo << false << false;
        QTest::addRow("%s, the removal had arrived", name) << isUndo << true << true;
    }
}

void TestChangeover::settlesWhatACrashLeft()
{
    QFETCH(bool, isUndo);
    QFETCH(bool, isRemoved);
    QFETCH(bool, isNew);
    Scene scene;
    scene.import();
    const auto offer = scene.undoOffer();
    OperationRecord operation;
    operation.id = u"11111111-2222-3333-4444-555555555555"_s;
    operation.kind = isUndo ? OperationRecord::Kind::Undo : OperationRecord::Kind::Reassign;
    operation.idempotencyKey = operation.id.toLatin1();
    operation.keyId = scene.fixture.nixflex->key().keyId();
    operation.phoneNumber = scene.number;
    operation.accountSid = offer->now.accountSid;
    operation.numberSid = offer->now.sid;
    operation.formerAgentId = scene.input.agentId;
    operation.formerCustomPrompt = scene.input.customPrompt;
    operation.agentId = isUndo ? AgentId() : scene.otherAgent();
    operation.startedAt = scene.fixture.clock.utcNow();
    const auto saved = importing::backupsOf(operation, BackupRecord::Reason::BeforeRemove, offer->now, *offer,
                                            operation.startedAt);
    QVERIFY(runTask(scene.fixture.ledger->beginOperation(operation, saved)));
    QVERIFY(runTask(scene.fixture.ledger->markSending(operation.id)));
    if (isRemoved) {
        QVERIFY(runTask(scene.fixture.nixflex->deleteNumber(scene.number, operation.idempotencyKey, {})));
    }
    scene.fixture.restart();
    const auto settled = scene.settle();
    QCOMPARE(settled.size(), 1);
    QVERIFY(settled.first().phase == OperationRecord::Phase::Finished);
    QVERIFY(settled.first().outcome ==
            (isNew ? OperationRecord::Outcome::Succeeded : OperationRecord::Outcome::NotExecuted));
    QVERIFY(isNew ? scene.isNew(isUndo) : scene.isOld());
}

void TestChangeover::leavesAloneWhatSomebodyElseTook()
{
    Scene scene;
    scene.import();
    // Somebody imports the number elsewhere in the moment in which it is free.
    auto fault = faultAtWrite(u"post"_s, 409);
    fault.times = 0;
    scene.fixture.simulator->armFault(fault);
    const auto outcome = scene.reassign();
    // Neither forward nor back is possible, and nobody can say who answers: open, and said so.
    QVERIFY(outcome.kind == Kind::Unknown);
    QCOMPARE(outcome.error->providerCode, u"nobody_answers"_s);
    scene.fixture.simulator->clearFaults();
    auto theirs = scene.input;
    const auto third = scene.fixture.simulator->inactiveAgentId();
    nixflex::ImportRequest request{scene.number, scene.fixture.credentials(), *AgentId::parse(third), {}, {}};
    QVERIFY(runTask(scene.fixture.nixflex->importNumber(request, {})));
    const auto settled = scene.settle();
    QCOMPARE(settled.size(), 1);
    QVERIFY(settled.first().outcome == OperationRecord::Outcome::Refused);
    QCOMPARE(settled.first().error->providerCode, u"number_already_imported"_s);
    QCOMPARE(scene.agentNow(), third);
}

QTEST_GUILESS_MAIN(TestChangeover)
#include "tst_changeover.moc"

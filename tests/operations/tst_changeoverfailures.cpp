#include "operations/changeoverscene.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using store::BackupRecord;
using test::faultAtWrite;
using test::nixflexNumbers;
using test::runTask;
using Scene = test::ChangeoverScene;
using test::OperationOutcome;
using test::OperationRecord;
using Kind = OperationOutcome::Kind;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

/// When something goes wrong between two writes: in every case the old state or the new one, over real
/// sockets.
class TestChangeoverFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
    void anyAnswerToAnyCallEndsOldOrNew_data();
    void anyAnswerToAnyCallEndsOldOrNew();
    void goesOnWhenProvidersCanBeReached_data();
    void goesOnWhenProvidersCanBeReached();
    void waitsForANewToken();
    void settlesOnceWhoeverAsks();
    void settlesWhatACrashLeft_data();
    void settlesWhatACrashLeft();
    void leavesAloneWhatSomebodyElseTook();
};

void TestChangeoverFailures::cancelledBeforeItLeaves_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("reassign") << false;
}

void TestChangeoverFailures::cancelledBeforeItLeaves()
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

void TestChangeoverFailures::refusedRemovalChangesNothing_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<int>("status");
    for (const bool isUndo : {true, false}) {
        for (const int status : {400, 401, 402, 403, 409, 422}) {
            QTest::addRow("%s, %d", isUndo ? "undo" : "reassign", status) << isUndo << status;
        }
    }
}

void TestChangeoverFailures::refusedRemovalChangesNothing()
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

void TestChangeoverFailures::refusedSecondWriteIsRolledBack_data()
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

void TestChangeoverFailures::refusedSecondWriteIsRolledBack()
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

void TestChangeoverFailures::temporaryFailureIsOvercome_data()
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

void TestChangeoverFailures::temporaryFailureIsOvercome()
{
    QFETCH(bool, isUndo);
    QFETCH(simulator::Fault, fault);
    Scene scene;
    scene.fixture.hurry(10);
    scene.import();
    scene.fixture.simulator->armFault(fault);
    const auto outcome = scene.change(isUndo);
    QVERIFY2(outcome.kind == Kind::Succeeded,
             qPrintable(outcome.error ? outcome.error->report() : QString()));
    QVERIFY(scene.isNew(isUndo));
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::Succeeded);
}

void TestChangeoverFailures::lostAnswerIsSettled_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isNew");
    const auto add = [](bool isUndo, const QString &write) {
        const auto row = [&](const QString &what, const simulator::Fault &fault, bool isExecuted) {
            QTest::addRow("%s, %s, %s", isUndo ? "undo" : "reassign", qPrintable(write), qPrintable(what))
                << isUndo << fault << (isExecuted || write != "delete"_L1);
        };
        for (const auto &lost : test::lostAnswers(faultAtWrite(write))) {
            row(QString::fromLatin1(lost.name), lost.fault, lost.isExecuted);
        }
        for (const int bytes : {1, 2, 7, 64, 100, 150}) {
            auto fault = faultAtWrite(write);
            fault.cutBodyAfter = bytes;
            row(u"cut after %1 bytes"_s.arg(bytes), fault, true);
        }
    };
    add(true, u"delete"_s);
    add(true, u"update"_s);
    add(false, u"delete"_s);
    add(false, u"post"_s);
}

void TestChangeoverFailures::lostAnswerIsSettled()
{
    QFETCH(bool, isUndo);
    QFETCH(simulator::Fault, fault);
    QFETCH(bool, isNew);
    Scene scene;
    scene.fixture.hurry(10);
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
        imports +=
            request.method == "POST"_L1 && request.path.startsWith(nixflexNumbers) && request.isExecuted;
    }
    QCOMPARE(imports, isUndo || !isDone ? 0 : 1);
}

void TestChangeoverFailures::anyAnswerToAnyCallEndsOldOrNew_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isLasting");
    for (const bool isUndo : {true, false}) {
        for (const int status : {400, 401, 403, 404, 409, 429, 500, 502, 503}) {
            for (const bool isLasting : {false, true}) {
                if (isLasting && status != 401 && status != 404 && status != 503) {
                    continue; // Like one of these.
                }
                QTest::addRow("%s, %d %s", isUndo ? "undo" : "reassign", status,
                              isLasting ? "from then on" : "once")
                    << isUndo << status << isLasting;
            }
        }
    }
}

void TestChangeoverFailures::anyAnswerToAnyCallEndsOldOrNew()
{
    QFETCH(bool, isUndo);
    QFETCH(int, status);
    QFETCH(bool, isLasting);
    using std::chrono::milliseconds;
    simulator::SimulatorOptions options;
    options.window = milliseconds(500); // A 429 names its end, and it is waited for.
    Scene scene(options);
    scene.fixture.settle = {milliseconds(100), milliseconds(20), milliseconds(isLasting ? 150 : 3'000),
                            milliseconds(20)};
    scene.fixture.hurry(30);
    scene.import();
    auto &simulator = *scene.fixture.simulator;
    bool isHit = true;
    int call = 1;
    for (; isHit && call < 30; ++call) {
        simulator::Fault fault;
        fault.nth = call;
        fault.times = isLasting ? 0 : 1;
        fault.status = status;
        fault.retryAfter = status == 429 ? 1 : -1;
        OperationOutcome outcome;
        scene.changeThrough(
            isUndo,
            [&] {
                simulator.resetRequests();
                simulator.armFault(fault);
            },
            [&] {
                simulator.clearFaults();
                const auto requests = simulator.requests();
                isHit = std::any_of(requests.cbegin(), requests.cend(),
                                    [](const auto &request) { return request.isFaulty; });
            },
            outcome);
        if (QTest::currentTestFailed()) {
            qWarning("at call %d", call);
            return;
        }
    }
    // Every call of a change that goes well, and one change that no fault has hit.
    QVERIFY(!isHit);
    QVERIFY2(call > 5, qPrintable(QString::number(call)));
}

void TestChangeoverFailures::goesOnWhenProvidersCanBeReached_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("reassign") << false;
}

void TestChangeoverFailures::goesOnWhenProvidersCanBeReached()
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

void TestChangeoverFailures::waitsForANewToken()
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

void TestChangeoverFailures::settlesOnceWhoeverAsks()
{
    Scene scene;
    scene.import();
    scene.fixture.simulator->armFault(faultAtWrite(u"update"_s, 401));
    QVERIFY(scene.undo().kind == Kind::Unknown);
    scene.fixture.simulator->resetRequests();
    // What settles by itself, twice, and somebody who looks at the number meanwhile.
    auto slow = faultAtWrite(u"update"_s);
    slow.delay = std::chrono::milliseconds(300);
    scene.fixture.simulator->armFault(slow);
    const auto pair = scene.fixture.credentials();
    const operations::AuthTokenSource tokens =
        [&pair](AccountSid) -> QCoro::Task<Result<std::shared_ptr<const SecretString>>> {
        co_return pair.authToken;
    };
    auto first = scene.fixture.importer->settleUnfinished(tokens, {}, {});
    auto second = scene.fixture.importer->settleUnfinished(tokens, {}, {});
    auto looking = scene.fixture.importer->offerUndo(pair, scene.number, {});
    const auto offer = runTask(std::move(looking));
    const auto settled = runTask(std::move(first));
    const auto nothing = runTask(std::move(second));
    QVERIFY(offer && settled && nothing);
    QCOMPARE(scene.fixture.simulator->countRequests(u"POST"_s, {}), 1);
    QCOMPARE(settled->size() + nothing->size(), 1);
    // It is what there was afterwards that was looked at.
    QVERIFY(!offer->atNixflex && offer->plan.isEmpty());
    QVERIFY(!test::codesOf(offer->problems).contains(u"unsettled_operation"_s));
    QVERIFY(scene.last().outcome == OperationRecord::Outcome::Succeeded);
    QVERIFY(scene.isNew(true));
}

void TestChangeoverFailures::settlesWhatACrashLeft_data()
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

void TestChangeoverFailures::settlesWhatACrashLeft()
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
    const auto saved = operations::backupsOf(operation, BackupRecord::Reason::BeforeRemove, offer->now,
                                             *offer, operation.startedAt);
    QVERIFY(runTask(scene.fixture.ledger->beginOperation(operation, saved)));
    QVERIFY(runTask(scene.fixture.ledger->markSending(operation)));
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

void TestChangeoverFailures::leavesAloneWhatSomebodyElseTook()
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

QTEST_GUILESS_MAIN(TestChangeoverFailures)
#include "tst_changeoverfailures.moc"

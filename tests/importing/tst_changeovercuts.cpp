#include "importing/changeoverscene.h"
#include "support/faultproxy.h"

using namespace Qt::StringLiterals;
using namespace numbers;
using test::FaultProxy;
using test::OperationOutcome;
using test::OperationRecord;
using test::runTask;
using Scene = test::ChangeoverScene;
using Kind = OperationOutcome::Kind;

/// An undo and a reassignment whose connection is cut after a byte of what they send or are answered,
/// whichever: in the end the old state or the new one in full, and the history says which.
///
/// A usual run cuts at some bytes spread over all of it; NUMBERS_CUT_STEP=1 in the environment cuts at every
/// single one, which takes hours.
class TestChangeoverCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOldOrNew_data();
    void endsOldOrNew();

private:
    /// A number just imported, reached through a relay.
    struct Route
    {
        explicit Route(bool isLasting)
        {
            using std::chrono::milliseconds;
            // What is cut off for long is given up early, and settled afterwards.
            scene.fixture.settle = {milliseconds(200), milliseconds(20),
                                    milliseconds(isLasting ? 400 : 6'000)};
            scene.fixture.hurry(10);
            scene.fixture.routeThrough(proxy.port());
            scene.import();
        }

        static simulator::SimulatorOptions unlimited()
        {
            simulator::SimulatorOptions options;
            options.writesPerWindow = 1'000'000;
            options.readsPerWindow = 1'000'000;
            return options;
        }

        Scene scene{unlimited()};
        FaultProxy proxy{scene.fixture.simulator->port()};
    };

    static void cutOnce(Route &route, bool isUndo, const test::Fault &fault, FaultProxy::Counts &counts);
    static void checkEnd(Scene &scene, bool isUndo, const QString &operationId);
};

void TestChangeoverCuts::endsOldOrNew_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<bool>("isInAnswer");
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<bool>("isLasting");
    for (const bool isUndo : {true, false}) {
        for (const bool isInAnswer : {false, true}) {
            for (const bool isReset : {false, true}) {
                for (const bool isLasting : {false, true}) {
                    QTest::addRow("%s, %s in the %s, %s", isUndo ? "undo" : "reassign",
                                  isReset ? "RST" : "FIN", isInAnswer ? "answers" : "requests",
                                  isLasting ? "for long" : "once")
                        << isUndo << isInAnswer << isReset << isLasting;
                }
            }
        }
    }
}

void TestChangeoverCuts::endsOldOrNew()
{
    QFETCH(bool, isUndo);
    QFETCH(bool, isInAnswer);
    QFETCH(bool, isReset);
    QFETCH(bool, isLasting);
    auto route = std::make_unique<Route>(isLasting);
    FaultProxy::Counts counts;
    cutOnce(*route, isUndo, {}, counts);
    const qint64 length = isInAnswer ? counts.answerBytes : counts.requestBytes;
    QVERIFY(length > 1'000);

    constexpr qint64 usualCuts = 5;
    const int wanted = qEnvironmentVariableIntValue("NUMBERS_CUT_STEP");
    const qint64 step = wanted > 0 ? wanted : length / usualCuts;
    int cuts = 0;
    int tries = 0;
    for (qint64 bytes = qEnvironmentVariableIntValue("NUMBERS_CUT_FROM"); bytes < length; bytes += step) {
        if (++tries % 200 == 0) {
            route = std::make_unique<Route>(isLasting); // A long history would be read again and again.
        }
        test::Fault fault;
        (isInAnswer ? fault.cutAnswerAfter : fault.cutRequestAfter) = bytes;
        fault.cut = isReset ? test::Fault::Cut::Reset : test::Fault::Cut::Fin;
        fault.isLasting = isLasting;
        cutOnce(*route, isUndo, fault, counts);
        if (QTest::currentTestFailed()) {
            qWarning("cut after byte %lld of %lld", bytes, length);
            return;
        }
        cuts += counts.cuts > 0 ? 1 : 0;
    }
    // The last bytes may not come any more: an answer's length differs by a digit.
    QVERIFY2(cuts >= tries - 2, qPrintable(u"%1 of %2"_s.arg(cuts).arg(tries)));
}

/// Carries out an undo or a reassignment, and makes whatever came of it the old state of the next one.
void TestChangeoverCuts::cutOnce(Route &route, bool isUndo, const test::Fault &fault,
                                 FaultProxy::Counts &counts)
{
    auto &scene = route.scene;
    auto &proxy = route.proxy;
    const auto offer = isUndo ? scene.undoOffer() : Result<importing::RestoreOffer>();
    const auto plan = isUndo ? Result<importing::ImportPlan>() : scene.reassignPlan();
    QVERIFY(offer && plan);
    proxy.arm(fault);
    const auto outcome = isUndo ? runTask(scene.fixture.importer->undo(*offer, {}))
                                : runTask(scene.fixture.importer->reassign(*plan, {}));
    counts = proxy.counts();
    proxy.disarm();
    if (outcome.kind == Kind::Unknown) {
        // The next start of the program, when the network is back.
        QVERIFY(fault.isLasting);
        scene.fixture.restart();
        QCOMPARE(scene.settle().size(), 1);
        // On a busy machine its shortened patience may end too early.
        for (int again = 0; again < 10 && scene.last().phase != OperationRecord::Phase::Finished; ++again) {
            QCOMPARE(scene.settle().size(), 1);
        }
    }
    checkEnd(scene, isUndo, outcome.operationId);
    if (isUndo && scene.agentNow().isEmpty()) {
        scene.import();
    } else if (!isUndo && !scene.isOld()) {
        scene.input.agentId = scene.otherAgent();
    }
}

void TestChangeoverCuts::checkEnd(Scene &scene, bool isUndo, const QString &operationId)
{
    const auto last = scene.last();
    QVERIFY(last.phase == OperationRecord::Phase::Finished);
    // Where nothing was begun, nothing is recorded.
    const bool isDone = last.id == operationId && last.outcome == OperationRecord::Outcome::Succeeded;
    QVERIFY2(isDone ? scene.isNew(isUndo) : scene.isOld(),
             qPrintable(u"outcome %1, agent \"%2\", as %3"_s.arg(
                 QString::number(static_cast<int>(last.outcome)), scene.agentNow(),
                 scene.webhooks() == scene.imported ? u"imported"_s
                 : scene.webhooks() == scene.before ? u"before"_s
                                                    : u"something else"_s)));
    QCOMPARE(scene.isInFleet(), !isUndo || !isDone);
}

QTEST_GUILESS_MAIN(TestChangeoverCuts)
#include "tst_changeovercuts.moc"

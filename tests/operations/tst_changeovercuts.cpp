#include "operations/changeoverscene.h"
#include "support/faultproxy.h"

using namespace Qt::StringLiterals;
using namespace numbers;
using test::FaultProxy;
using test::OperationOutcome;
using Scene = test::ChangeoverScene;
using Kind = OperationOutcome::Kind;

/// An undo and a reassignment whose connection is cut after a byte of what they send or are answered,
/// whichever: in the end the old state or the new one in full, and the history says which.
///
/// A usual run cuts at some bytes spread over all of it; NUMBERS_CUT_STEP=1 in the environment cuts at every
/// single one, which takes hours; NUMBERS_CUT_FROM and NUMBERS_CUT_TO limit that to some.
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
                                    milliseconds(isLasting ? 400 : 6'000), milliseconds(20)};
            scene.fixture.hurry(10);
            scene.fixture.routeThrough(proxy.port());
            scene.import();
        }

        static simulator::SimulatorOptions unlimited()
        {
            simulator::SimulatorOptions options;
            options.writesPerWindow = 1'000'000;
            options.readsPerWindow = 1'000'000;
            options.isBehindRelay = true;
            return options;
        }

        Scene scene{unlimited()};
        FaultProxy proxy{scene.fixture.simulator->port()};
    };
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
    OperationOutcome outcome;
    const auto change = [&](const test::Fault &fault) {
        route->scene.changeThrough(
            isUndo, [&] { route->proxy.arm(fault); },
            [&] {
                counts = route->proxy.counts();
                route->proxy.disarm();
            },
            outcome);
    };
    change({});
    const qint64 length = isInAnswer ? counts.answerBytes : counts.requestBytes;
    QVERIFY(length > 1'000);

    constexpr qint64 usualCuts = 5;
    const int wanted = qEnvironmentVariableIntValue("NUMBERS_CUT_STEP");
    const qint64 step = wanted > 0 ? wanted : length / usualCuts;
    const int last = qEnvironmentVariableIntValue("NUMBERS_CUT_TO");
    const qint64 end = last > 0 ? std::min<qint64>(last, length) : length;
    int cuts = 0;
    int tries = 0;
    for (qint64 bytes = qEnvironmentVariableIntValue("NUMBERS_CUT_FROM"); bytes < end; bytes += step) {
        if (++tries % 200 == 0) {
            route = std::make_unique<Route>(isLasting); // A long history would be read again and again.
        }
        test::Fault fault;
        (isInAnswer ? fault.cutAnswerAfter : fault.cutRequestAfter) = bytes;
        fault.cut = isReset ? test::Fault::Cut::Reset : test::Fault::Cut::Fin;
        fault.isLasting = isLasting;
        change(fault);
        if (QTest::currentTestFailed()) {
            qWarning("cut after byte %lld of %lld", bytes, length);
            return;
        }
        QVERIFY(outcome.kind != Kind::Unknown || isLasting);
        cuts += counts.cuts > 0 ? 1 : 0;
    }
    // The last bytes may not come any more: an answer's length differs by a digit.
    QVERIFY2(cuts >= tries - 2, qPrintable(u"%1 of %2"_s.arg(cuts).arg(tries)));
}

QTEST_GUILESS_MAIN(TestChangeoverCuts)
#include "tst_changeovercuts.moc"

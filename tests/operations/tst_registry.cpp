#include "operations/changeoverscene.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using operations::OperationOutcome;
using operations::Operations;
using test::ChangeoverScene;
using test::runTask;

/// One ledger, one program, several keys and services: who works on an operation is known for all of them.
class TestRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatRunsIsNotSettledByServicesThatWereMadeMeanwhile_data();
    void whatRunsIsNotSettledByServicesThatWereMadeMeanwhile();
    void ageCountsFromTheFirstSightByTheMonotonicClock();
};

void TestRegistry::whatRunsIsNotSettledByServicesThatWereMadeMeanwhile_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::newRow("before its intent has left") << u"GET"_s << u"IncomingPhoneNumbers/"_s;
    QTest::newRow("while the removal is in the air") << u"DELETE"_s << u"^/v1/phone-numbers"_s;
    QTest::newRow("between the two writes") << u"POST"_s << u"IncomingPhoneNumbers"_s;
}

/// As when the same key is entered again during an undo.
void TestRegistry::whatRunsIsNotSettledByServicesThatWereMadeMeanwhile()
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    ChangeoverScene scene;
    scene.import();
    const auto offer = scene.undoOffer();
    simulator::Fault slow;
    slow.method = method;
    slow.path = path;
    slow.delay = 500ms;
    scene.fixture.simulator->armFault(slow);
    scene.fixture.simulator->resetRequests();
    auto undo = scene.fixture.importer->undo(*offer, {});
    QTRY_VERIFY(scene.fixture.simulator->countRequests(method, path) >= 1);

    Operations again(scene.fixture.services());
    const auto settled = runTask(again.settleUnfinished({}, 0ms, {}));
    QVERIFY(settled);
    QVERIFY(settled->isEmpty());
    QCOMPARE(runTask(std::move(undo)).kind, OperationOutcome::Kind::Succeeded);
    QCOMPARE(scene.fixture.simulator->countRequests(u"DELETE"_s, {}), 1);
    QCOMPARE(scene.fixture.simulator->countRequests(u"POST"_s, u"IncomingPhoneNumbers"_s), 1);
    QVERIFY(scene.webhooks().differences(scene.before).isEmpty());
}

void TestRegistry::ageCountsFromTheFirstSightByTheMonotonicClock()
{
    operations::OperationRegistry registry;
    QCOMPARE(registry.ageOf(u"one"_s, 1'000ms), 0ms);
    QCOMPARE(registry.ageOf(u"one"_s, 4'000ms), 3'000ms);
    registry.forgetAge(u"one"_s);
    QCOMPARE(registry.ageOf(u"one"_s, 9'000ms), 0ms);
    {
        const auto release = registry.enterSettling(u"one"_s);
        QVERIFY(registry.isActive(u"one"_s) && registry.isSettling(u"one"_s));
    }
    QVERIFY(!registry.isActive(u"one"_s) && !registry.isSettling(u"one"_s));
}

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"

#include "operations/changeoverscene.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using operations::OperationOutcome;
using store::OperationRecord;
using test::ChangeoverScene;
using test::runTask;

namespace {

/// Starts one operation whose answer is lost, so that it waits for the next reading of a provider.
using Begin = std::function<QCoro::Task<OperationOutcome>(ChangeoverScene &scene)>;

simulator::Fault lost(const QString &method, const QString &path)
{
    simulator::Fault fault;
    fault.method = method;
    fault.path = path;
    fault.drop = simulator::Drop::BeforeExecuting;
    return fault;
}

QCoro::Task<OperationOutcome> beginImport(ChangeoverScene &scene)
{
    scene.fixture.simulator->armFault(lost(u"POST"_s, u"^/v1/phone-numbers"_s));
    return scene.fixture.importer->run(scene.fixture.examplePlan(), true, [](operations::ImportStep) {}, {});
}

QCoro::Task<OperationOutcome> beginRemoval(ChangeoverScene &scene)
{
    scene.import();
    scene.fixture.simulator->armFault(lost(u"DELETE"_s, u"^/v1/phone-numbers"_s));
    return scene.fixture.importer->remove(scene.number, scene.fixture.credentials(), {});
}

QCoro::Task<OperationOutcome> beginProfileChange(ChangeoverScene &scene)
{
    scene.import();
    scene.fixture.simulator->armFault(lost(u"PATCH"_s, u"^/v1/phone-numbers"_s));
    return scene.fixture.importer->changeProfile({scene.number, u"Closed on Mondays."_s, {}}, {});
}

QCoro::Task<OperationOutcome> beginRestore(ChangeoverScene &scene)
{
    scene.import();
    const auto pair = scene.fixture.credentials();
    if (runTask(scene.fixture.importer->remove(scene.number, pair, {})).kind !=
        OperationOutcome::Kind::Succeeded) {
        qFatal("the number cannot be removed");
    }
    const auto offer = runTask(scene.fixture.importer->offerRestore(pair, scene.number, {}));
    scene.fixture.simulator->resetRequests();
    scene.fixture.simulator->armFault(lost(u"POST"_s, u"IncomingPhoneNumbers"_s));
    return scene.fixture.importer->restore(*offer, {});
}

/// Between its two writes: the number has left Nixflex, and Twilio refuses for now.
QCoro::Task<OperationOutcome> beginUndo(ChangeoverScene &scene)
{
    scene.import();
    const auto offer = scene.undoOffer();
    scene.fixture.simulator->resetRequests();
    auto busy = lost(u"POST"_s, u"IncomingPhoneNumbers"_s);
    busy.times = 0;
    scene.fixture.simulator->armFault(busy);
    return scene.fixture.importer->undo(*offer, {});
}

} // namespace

Q_DECLARE_METATYPE(Begin)

/// Operations that wait for the next reading while everything they work with goes.
class TestClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitingEndsWhenTheServicesClose_data() { operationsThatWait(); }
    void waitingEndsWhenTheServicesClose();
    void waitingEndsWhenEverythingHasGone_data() { operationsThatWait(); }
    void waitingEndsWhenEverythingHasGone();
    void aClosedLedgerAnswersAndWritesNothing();

private:
    static void operationsThatWait();
    /// The write has left, and its answer is lost; where a reading follows at once, that has come, too.
    static bool waitsForTheNextReading(const ChangeoverScene &scene, const QString &write);
    /// Waits for hours between two readings, as far as a test can tell.
    static std::unique_ptr<ChangeoverScene> patientScene();
};

void TestClosing::operationsThatWait()
{
    QTest::addColumn<Begin>("begin");
    QTest::addColumn<QString>("write");
    QTest::newRow("import") << Begin(beginImport) << u"POST"_s;
    QTest::newRow("removal") << Begin(beginRemoval) << u"DELETE"_s;
    QTest::newRow("business profile") << Begin(beginProfileChange) << u"PATCH"_s;
    QTest::newRow("restore") << Begin(beginRestore) << u"POST"_s;
    QTest::newRow("undo") << Begin(beginUndo) << u"POST"_s;
}

std::unique_ptr<ChangeoverScene> TestClosing::patientScene()
{
    auto scene = std::make_unique<ChangeoverScene>();
    scene->fixture.settle = {12h, 6h, 24h};
    scene->fixture.importer = std::make_unique<operations::Operations>(scene->fixture.services());
    return scene;
}

bool TestClosing::waitsForTheNextReading(const ChangeoverScene &scene, const QString &write)
{
    const auto &simulator = *scene.fixture.simulator;
    const auto hasLeft = [&simulator, &write] { return simulator.countRequests(write, {}) >= 1; };
    if (!QTest::qWaitFor(hasLeft)) {
        return false;
    }
    const int before = simulator.countRequests({}, {});
    const bool isRetriedWrite = write == "POST"_L1 && simulator.countRequests(u"DELETE"_s, {}) > 0;
    return isRetriedWrite ||
           QTest::qWaitFor([&simulator, before] { return simulator.countRequests({}, {}) > before; });
}

void TestClosing::waitingEndsWhenTheServicesClose()
{
    QFETCH(Begin, begin);
    const auto scene = patientScene();
    QFETCH(QString, write);
    auto task = begin(*scene);
    QVERIFY(waitsForTheNextReading(*scene, write));
    scene->fixture.close();
    QCOMPARE(runTask(std::move(task), 5s).kind, OperationOutcome::Kind::Unknown);

    scene->fixture.restart();
    const auto open = runTask(scene->fixture.ledger->unfinishedOperations(true));
    QVERIFY(open);
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->first().phase, OperationRecord::Phase::Sending);
}

void TestClosing::waitingEndsWhenEverythingHasGone()
{
    QFETCH(Begin, begin);
    auto scene = patientScene();
    QFETCH(QString, write);
    auto task = begin(*scene);
    QVERIFY(waitsForTheNextReading(*scene, write));
    scene.reset();
    QCOMPARE(runTask(std::move(task), 5s).kind, OperationOutcome::Kind::Unknown);
}

void TestClosing::aClosedLedgerAnswersAndWritesNothing()
{
    ChangeoverScene scene;
    const auto ledger = scene.fixture.ledger;
    scene.import();
    ledger->close();
    ledger->close(); // Twice does no harm.
    QVERIFY(runTask(ledger->operations(0, 0)).error().kind == Error::Kind::Cancelled);
    store::Ledger::Finish finish;
    finish.operationId = u"whatever"_s;
    QVERIFY(runTask(ledger->finishOperation(finish)).error().kind == Error::Kind::Cancelled);
    QVERIFY(runTask(ledger->summary({})).error().kind == Error::Kind::Cancelled);
    scene.fixture.restart();
    QCOMPARE(scene.fixture.operations().size(), 1);
}

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"

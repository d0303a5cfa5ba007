#include "operations/changeoverscene.h"
#include "simulator/world/sharedworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using simulator::Drop;
using simulator::Fault;
using test::ChangeoverScene;
using test::codesOf;
using test::runTask;
using Kind = operations::OperationOutcome::Kind;

namespace {

const QString numberList = u"^/v1/phone-numbers(\\?|$)"_s;

simulator::SimulatorOptions unpaged()
{
    simulator::SimulatorOptions options;
    options.modes.listMode = simulator::ListMode::Unpaged;
    options.readsPerWindow = 100'000;
    return options;
}

QString otherNumber(int index)
{
    return u"+1999%1"_s.arg(index, 7, 10, QChar(u'0'));
}

/// A thousand newer numbers of this agent: Nixflex lists no others.
void bury(ChangeoverScene &scene, const QString &agentId)
{
    const QString ours = scene.fixture.simulator->agentId();
    scene.fixture.simulator->world().change([&](simulator::WorldData &data) {
        simulator::NixflexNumber row;
        row.customer = data.agent(ours)->customer;
        row.agentId = agentId;
        for (int index = 0; index < 1'000; ++index) {
            row.phoneNumber = otherNumber(index);
            data.addRow(row);
        }
    });
}

/// Whoever reads Nixflex's list gets a thousand other numbers, also of an agent.
void hideFromLists(ChangeoverScene &scene)
{
    QJsonArray rows;
    for (int index = 0; index < 1'000; ++index) {
        rows.append(QJsonObject{{u"phone_number"_s, otherNumber(index)}, {u"agent_id"_s, u"agent_x"_s}});
    }
    Fault fault;
    fault.method = u"GET"_s;
    fault.path = numberList;
    fault.rawBody = QJsonDocument(rows).toJson(QJsonDocument::Compact);
    fault.times = 0;
    scene.fixture.simulator->armFault(fault);
}

void loseAnswerTo(ChangeoverScene &scene, const QString &method, bool isExecuted = true)
{
    Fault fault;
    fault.method = method;
    fault.path = u"^/v1/phone-numbers"_s;
    fault.drop = isExecuted ? Drop::AfterExecuting : Drop::BeforeExecuting;
    scene.fixture.simulator->armFault(fault);
}

int calls(ChangeoverScene &scene, const QString &method)
{
    return scene.fixture.simulator->countRequests(method, u"^/v1/phone-numbers"_s);
}

/// The ledger of another computer, which does not have the number as imported.
void forgetInLedger(ChangeoverScene &scene)
{
    auto &ledger = *scene.fixture.ledger;
    const QString keyId = scene.fixture.nixflex->key().keyId();
    auto row = **runTask(ledger.number(keyId, scene.number));
    row.health = store::Health::Gone;
    QVERIFY(runTask(ledger.saveNumber(row)));
}

} // namespace

/// A number that Nixflex's list does not show, though it may have it: what is known goes on, and nothing is
/// concluded from its absence.
class TestUnlistedNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesANumberBeyondTheEndOfTheList_data();
    void changesANumberBeyondTheEndOfTheList();
    void importsThoughItIsNotKnownWhetherItIsThere();
    void setsNothingBackOverAnAgentThatMayAnswer_data();
    void setsNothingBackOverAnAgentThatMayAnswer();
    void setsBackWhereNothingAnswers();
    void keepsALostImportUnknown();
    void sendsALostImportOfAMoveOnce();
    void keepsALostRemovalUnknown();
    void refusesToRemoveWhatIsNotThere();
    void goesOnWhenSomebodyRemovedItMeanwhile_data();
    void goesOnWhenSomebodyRemovedItMeanwhile();
    void leavesAloneWhatSomebodyImportedAgain();
};

void TestUnlistedNumbers::changesANumberBeyondTheEndOfTheList_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isAgentFull");
    for (const char *what : {"undo", "move", "profile"}) {
        QTest::addRow("%s, found among its agent's", what) << QString::fromLatin1(what) << false;
        QTest::addRow("%s, known by the ledger alone", what) << QString::fromLatin1(what) << true;
    }
}

void TestUnlistedNumbers::changesANumberBeyondTheEndOfTheList()
{
    QFETCH(const QString, what);
    QFETCH(const bool, isAgentFull);
    ChangeoverScene scene(unpaged());
    scene.import();
    bury(scene, isAgentFull ? scene.input.agentId.toString() : scene.otherAgent().toString());
    if (what == u"profile") {
        operations::ProfileChange change;
        change.phoneNumber = scene.number;
        change.customPrompt = u"We moved."_s;
        const auto changed = runTask(scene.fixture.importer->changeProfile(change, {}));
        QVERIFY2(changed.kind == Kind::Succeeded, changed.error ? qPrintable(changed.error->report()) : "");
        const auto row = scene.fixture.simulator->nixflexNumber(scene.number.e164());
        QCOMPARE(row->customPrompt.value_or(QString()), u"We moved."_s);
        return;
    }
    const bool isUndo = what == u"undo";
    const auto outcome = scene.change(isUndo);
    QVERIFY2(outcome.kind == Kind::Succeeded, outcome.error ? qPrintable(outcome.error->report()) : "");
    QVERIFY(scene.isNew(isUndo));
}

void TestUnlistedNumbers::importsThoughItIsNotKnownWhetherItIsThere()
{
    ChangeoverScene scene(unpaged());
    bury(scene, scene.otherAgent().toString());
    const auto plan = runTask(scene.fixture.importer->plan(scene.input, {}));
    QVERIFY(plan && plan->isPossible());
    QVERIFY(codesOf(plan->warnings).contains(u"presence_unknown"_s));
    QVERIFY(scene.fixture.run(*plan).kind == Kind::Succeeded);
    QCOMPARE(scene.agentNow(), scene.input.agentId.toString());
}

void TestUnlistedNumbers::setsNothingBackOverAnAgentThatMayAnswer_data()
{
    QTest::addColumn<bool>("isInLedger");
    QTest::addColumn<QString>("problem");
    QTest::newRow("the ledger has it") << true << u"still_at_nixflex"_s;
    QTest::newRow("the ledger does not have it") << false << u"presence_unknown"_s;
}

void TestUnlistedNumbers::setsNothingBackOverAnAgentThatMayAnswer()
{
    QFETCH(const bool, isInLedger);
    QFETCH(const QString, problem);
    ChangeoverScene scene(unpaged());
    scene.import();
    bury(scene, scene.input.agentId.toString());
    if (!isInLedger) {
        forgetInLedger(scene);
    }
    const auto offer =
        runTask(scene.fixture.importer->offerRestore(scene.fixture.credentials(), scene.number, {}));
    QVERIFY2(offer, offer ? "" : qPrintable(offer.error().report()));
    QCOMPARE(codesOf(offer->problems), QStringList{problem});
    const auto outcome = runTask(scene.fixture.importer->restore(*offer, {}));
    QCOMPARE(outcome.kind, Kind::NotSent);
    QVERIFY(scene.isOld());
}

void TestUnlistedNumbers::setsBackWhereNothingAnswers()
{
    ChangeoverScene scene(unpaged());
    scene.import();
    const auto removed =
        runTask(scene.fixture.importer->remove(scene.number, scene.fixture.credentials(), {}));
    QCOMPARE(removed.kind, Kind::Succeeded);
    bury(scene, scene.input.agentId.toString());
    const auto offer =
        runTask(scene.fixture.importer->offerRestore(scene.fixture.credentials(), scene.number, {}));
    QVERIFY(offer && offer->isPossible());
    const auto outcome = runTask(scene.fixture.importer->restore(*offer, {}));
    QCOMPARE(outcome.kind, Kind::Succeeded);
    QCOMPARE(scene.webhooks().toJson(), scene.before.toJson());
}

void TestUnlistedNumbers::keepsALostImportUnknown()
{
    ChangeoverScene scene;
    const auto plan = runTask(scene.fixture.importer->plan(scene.input, {}));
    QVERIFY(plan);
    hideFromLists(scene);
    loseAnswerTo(scene, u"POST"_s);
    const auto outcome = scene.fixture.run(*plan);
    QCOMPARE(outcome.kind, Kind::Unknown);
    QCOMPARE(calls(scene, u"POST"_s), 1);

    scene.fixture.simulator->clearFaults();
    const auto settled = scene.fixture.settleOpen();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.constFirst().outcome, store::OperationRecord::Outcome::Succeeded);
}

void TestUnlistedNumbers::sendsALostImportOfAMoveOnce()
{
    ChangeoverScene scene;
    scene.import();
    const auto plan = scene.reassignPlan();
    QVERIFY(plan && plan->isPossible());
    hideFromLists(scene);
    loseAnswerTo(scene, u"POST"_s);
    const auto outcome = runTask(scene.fixture.importer->reassign(*plan, {}));
    QCOMPARE(outcome.kind, Kind::Unknown);
    QCOMPARE(calls(scene, u"POST"_s), 1);

    scene.fixture.simulator->clearFaults();
    QCOMPARE(scene.fixture.settleOpen().constFirst().outcome, store::OperationRecord::Outcome::Succeeded);
    QVERIFY(scene.isNew(false));
    QCOMPARE(calls(scene, u"POST"_s), 1);
}

void TestUnlistedNumbers::keepsALostRemovalUnknown()
{
    ChangeoverScene scene;
    scene.import();
    hideFromLists(scene);
    loseAnswerTo(scene, u"DELETE"_s, false);
    const auto outcome =
        runTask(scene.fixture.importer->remove(scene.number, scene.fixture.credentials(), {}));
    QCOMPARE(outcome.kind, Kind::Unknown);
    QCOMPARE(calls(scene, u"DELETE"_s), 1);

    scene.fixture.simulator->clearFaults();
    const auto settled = scene.fixture.settleOpen();
    QCOMPARE(settled.constFirst().outcome, store::OperationRecord::Outcome::NotExecuted);
    QVERIFY(scene.isOld());
}

void TestUnlistedNumbers::refusesToRemoveWhatIsNotThere()
{
    ChangeoverScene scene;
    const auto outcome =
        runTask(scene.fixture.importer->remove(scene.number, scene.fixture.credentials(), {}));
    QCOMPARE(outcome.kind, Kind::Refused);
    QVERIFY(outcome.error && outcome.error->kind == Error::Kind::NotFound);
    QCOMPARE(outcome.error->providerCode, u"number_not_found"_s);
    QCOMPARE(scene.webhooks().toJson(), scene.before.toJson());
}

void TestUnlistedNumbers::goesOnWhenSomebodyRemovedItMeanwhile_data()
{
    QTest::addColumn<bool>("isUndo");
    QTest::newRow("undo") << true;
    QTest::newRow("move") << false;
}

void TestUnlistedNumbers::goesOnWhenSomebodyRemovedItMeanwhile()
{
    QFETCH(const bool, isUndo);
    ChangeoverScene scene;
    scene.import();
    const auto offer = scene.undoOffer();
    const auto plan = scene.reassignPlan();
    QVERIFY(offer && plan);
    scene.fixture.simulator->world().change(
        [&scene](simulator::WorldData &data) { data.removeRow(scene.number.e164()); });
    const auto outcome = isUndo ? runTask(scene.fixture.importer->undo(*offer, {}))
                                : runTask(scene.fixture.importer->reassign(*plan, {}));
    QVERIFY2(outcome.kind == Kind::Succeeded, outcome.error ? qPrintable(outcome.error->report()) : "");
    QVERIFY(scene.isNew(isUndo));
}

void TestUnlistedNumbers::leavesAloneWhatSomebodyImportedAgain()
{
    ChangeoverScene scene;
    scene.import();
    const auto offer = scene.undoOffer();
    QVERIFY(offer && offer->isPossible());
    // The answer to the removal is lost, and a colleague imports the number to another agent at once.
    Fault fault;
    fault.method = u"GET"_s;
    fault.path = numberList;
    fault.rawBody = QJsonDocument(QJsonArray{QJsonObject{{u"phone_number"_s, scene.number.e164()},
                                                         {u"agent_id"_s, u"agent_of_a_colleague"_s}}})
                        .toJson();
    fault.times = 0;
    scene.fixture.simulator->armFault(fault);
    loseAnswerTo(scene, u"DELETE"_s);
    const auto outcome = runTask(scene.fixture.importer->undo(*offer, {}));
    QCOMPARE(outcome.kind, Kind::Refused);
    QCOMPARE(outcome.error->providerCode, u"number_already_imported"_s);
    QCOMPARE(calls(scene, u"DELETE"_s), 1);
    QVERIFY(scene.webhooks().toJson() != scene.before.toJson());
}

QTEST_GUILESS_MAIN(TestUnlistedNumbers)
#include "tst_unlistednumbers.moc"

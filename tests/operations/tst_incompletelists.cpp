#include "operations/healthscene.h"
#include "operations/reading/fleetsync.h"
#include "simulator/world/sharedworld.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using store::Health;
using test::HealthScene;
using test::runTask;

namespace {

const QString numberList = u"^/v1/phone-numbers(\\?|$)"_s;
const QString agentList = u"^/v1/agents(\\?|$)"_s;

QJsonObject rowOf(const simulator::NixflexNumber &number)
{
    return {{u"phone_number"_s, number.phoneNumber},
            {u"agent_id"_s, number.agentId},
            {u"twilio_number_sid"_s, number.twilioNumberSid}};
}

/// From now on this list is all that Nixflex says.
void answer(HealthScene &scene, const QString &path, const QJsonArray &rows)
{
    simulator::Fault fault;
    fault.path = path;
    fault.rawBody = QJsonDocument(rows).toJson();
    fault.times = 0;
    scene.fixture.simulator->armFault(fault);
}

/// Nixflex's numbers but one, and these rows instead.
void listWithout(HealthScene &scene, const PhoneNumber &missing, const QJsonArray &instead)
{
    QJsonArray rows;
    const auto all = scene.fixture.simulator->nixflexNumbers();
    for (const auto &number : all) {
        if (number.phoneNumber != missing.e164()) {
            rows.append(rowOf(number));
        }
    }
    for (const auto &row : instead) {
        rows.append(row);
    }
    answer(scene, numberList, rows);
}

Result<operations::SyncResult> sync(HealthScene &scene)
{
    operations::FleetSync reading(scene.fixture.services());
    const std::function<void(int)> quiet;
    return runTask(reading.run(quiet, {}));
}

} // namespace

/// What lists that are not complete leave open, and what goes on all the same.
class TestIncompleteLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksNoNumberAsGoneForAnOddRow();
    void namesOddAgentsAndGoesOn();
    void callsNoAgentGoneThatIsOnlyNotListed();
};

void TestIncompleteLists::marksNoNumberAsGoneForAnOddRow()
{
    HealthScene scene;
    scene.know();
    const PhoneNumber number = scene.example();
    const auto known = scene.fixture.simulator->nixflexNumbers().size();
    listWithout(scene, number, {QJsonObject{{u"phone_number"_s, u"sip:desk@example.com"_s}}, QJsonValue()});

    const auto synced = sync(scene);
    QVERIFY2(synced, synced ? "" : qPrintable(synced.error().report()));
    QCOMPARE(synced->numbers, static_cast<int>(known - 1));
    QVERIFY(synced->isPossiblyIncomplete);
    QCOMPARE(test::codesOf(synced->warnings), QStringList{u"rows_skipped"_s});
    QVERIFY(synced->warnings.constFirst().text.contains(u"sip:desk@example.com"_s));
    QVERIFY(scene.row(number).health != Health::Gone);

    const auto report = scene.check(QList{number});
    QVERIFY2(report, report ? "" : qPrintable(report.error().report()));
    QCOMPARE(HealthScene::codes(*report, number), QStringList{u"list_incomplete"_s});
    QCOMPARE(test::codesOf(report->warnings), QStringList{u"rows_skipped"_s});

    // The same list without the odd rows is proof.
    scene.fixture.simulator->clearFaults();
    listWithout(scene, number, {});
    const auto later = sync(scene);
    QVERIFY(later);
    QVERIFY(!later->isPossiblyIncomplete);
    QVERIFY(later->warnings.isEmpty());
    QVERIFY(scene.row(number).health == Health::Gone);
}

void TestIncompleteLists::namesOddAgentsAndGoesOn()
{
    HealthScene scene;
    answer(scene, agentList, {QJsonObject{{u"agent_id"_s, u"agent_1"_s}}, u"two words"_s});
    const auto synced = sync(scene);
    QVERIFY2(synced, synced ? "" : qPrintable(synced.error().report()));
    QCOMPARE(synced->agents, 1);
    QCOMPARE(test::codesOf(synced->warnings), QStringList{u"agent_rows_skipped"_s});
    QVERIFY(!synced->isPossiblyIncomplete);
}

void TestIncompleteLists::callsNoAgentGoneThatIsOnlyNotListed()
{
    HealthScene scene;
    scene.know();
    const PhoneNumber number = scene.example();
    auto &simulator = *scene.fixture.simulator;
    const QString agentId = simulator.nixflexNumber(number.e164())->agentId;
    answer(scene, agentList, {});
    simulator.resetRequests();
    const auto report = scene.check();
    QVERIFY2(report, report ? "" : qPrintable(report.error().report()));
    QCOMPARE(HealthScene::codes(*report, number), QStringList());
    // One call for each agent, however many numbers it has.
    QCOMPARE(simulator.countRequests(u"GET"_s, u"^/v1/agents/%1$"_s.arg(agentId)), 1);

    simulator.world().change([&agentId](simulator::WorldData &data) {
        data.agents.removeIf([&agentId](const auto &agent) { return agent.agentId == agentId; });
    });
    const auto later = scene.check(QList{number});
    QVERIFY(later);
    QCOMPARE(HealthScene::codes(*later, number), QStringList{u"agent_gone"_s});

    simulator::Fault refusal;
    refusal.path = u"^/v1/agents/"_s;
    refusal.status = 403;
    refusal.times = 0;
    simulator.armFault(refusal);
    const auto unsure = scene.check(QList{number});
    QVERIFY(unsure);
    QCOMPARE(HealthScene::codes(*unsure, number), QStringList{u"agent_not_checked"_s});
}

QTEST_GUILESS_MAIN(TestIncompleteLists)
#include "tst_incompletelists.moc"

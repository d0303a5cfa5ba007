#include "operations/health/healthrepair.h"
#include "operations/healthscene.h"
#include "simulator/world/sharedworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using operations::HealthReport;
using simulator::WorldData;
using store::Health;
using test::HealthScene;
using test::runTask;

namespace {

using Change = std::function<void(HealthScene &, const PhoneNumber &)>;

struct Row
{
    const char *name;
    Change change;
    QStringList codes;
    Health health;
};

Change atTwilio(std::function<void(simulator::TwilioNumber &)> change)
{
    return [change](HealthScene &scene, const PhoneNumber &number) {
        QVERIFY(scene.fixture.simulator->changeNumber(number.e164(), change));
    };
}

Change inWorld(std::function<void(WorldData &, const QString &)> change)
{
    return [change](HealthScene &scene, const PhoneNumber &number) {
        const auto &e164 = number.e164();
        scene.fixture.simulator->world().change([&](WorldData &data) { change(data, e164); });
    };
}

/// The number's row in the ledger becomes what `change` makes of it.
Change inLedger(std::function<void(store::NumberRecord &)> change)
{
    return [change](HealthScene &scene, const PhoneNumber &number) {
        auto row = scene.row(number);
        change(row);
        // As a new row: what a record leaves out would stay otherwise.
        auto gone = row;
        gone.health = Health::Gone;
        QVERIFY(runTask(scene.fixture.ledger->saveNumber(gone)));
        QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
        QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    };
}

Change ofAgent(bool isActive)
{
    return [isActive](HealthScene &scene, const PhoneNumber &number) {
        auto &simulator = *scene.fixture.simulator;
        const auto agentId = simulator.nixflexNumber(number.e164())->agentId;
        QVERIFY(simulator.changeAgent(
            agentId, [isActive](simulator::NixflexAgent &agent) { agent.isActive = isActive; }));
    };
}

QList<Row> rows()
{
    return {
        {"nothing", [](HealthScene &, const PhoneNumber &) {}, {}, Health::Good},
        {"another address",
         atTwilio([](simulator::TwilioNumber &at) { at.voiceUrl = u"https://pbx.example/"_s; }),
         {u"routing_drifted"_s},
         Health::NeedsAttention},
        {"trunk",
         inWorld([](WorldData &data, const QString &e164) {
             auto *number = data.numberByPhone(e164);
             number->trunkSid = data.trunks.first().sid;
         }),
         {u"trunk_still_set"_s, u"routing_drifted"_s},
         Health::NeedsAttention},
        {"application",
         inWorld([](WorldData &data, const QString &e164) {
             auto *number = data.numberByPhone(e164);
             number->voiceApplicationSid = data.applications.first().sid;
         }),
         {u"voice_application_still_set"_s, u"routing_drifted"_s},
         Health::NeedsAttention},
        {"Messaging Service",
         inWorld([](WorldData &data, const QString &e164) {
             data.services.first().numberSids << data.numberByPhone(e164)->sid;
             data.services.first().useInboundWebhookOnNumber = false;
         }),
         {u"messaging_service_keeps_texts"_s},
         Health::NeedsAttention},
        {"released",
         [](HealthScene &scene, const PhoneNumber &number) {
             QVERIFY(scene.fixture.simulator->releaseNumber(number.e164()));
         },
         {u"number_gone"_s},
         Health::NeedsAttention},
        {"moved",
         inWorld([](WorldData &data, const QString &e164) {
             data.moveNumber(data.numberByPhone(e164)->sid, data.accounts.at(1).sid);
         }),
         {u"number_moved"_s},
         Health::NeedsAttention},
        {"token replaced at Twilio",
         [](HealthScene &scene, const PhoneNumber &) {
             const auto sid = scene.fixture.simulator->mainAccount().sid;
             QVERIFY(scene.fixture.simulator->changeAccount(
                 sid, [](simulator::TwilioAccount &account) { account.authToken = QString(32, u'f'); }));
         },
         {u"token_refused"_s},
         Health::NeedsAttention},
        {"token not known",
         [](HealthScene &scene, const PhoneNumber &) {
             scene.forgetToken(scene.fixture.simulator->mainAccount().sid);
         },
         {u"token_unknown"_s},
         Health::Unknown},
        {"inactive agent", ofAgent(false), {u"agent_inactive"_s}, Health::NeedsAttention},
        {"agent deleted",
         [](HealthScene &scene, const PhoneNumber &number) {
             QVERIFY(scene.fixture.simulator->changeNixflexNumber(
                 number.e164(), [](simulator::NixflexNumber &at) { at.agentId.clear(); }));
         },
         {u"agent_gone"_s},
         Health::NeedsAttention},
        {"removed at Nixflex",
         inWorld([](WorldData &data, const QString &e164) { data.removeRow(e164); }),
         {u"not_at_nixflex"_s},
         Health::Gone},
        {"baseline never seen",
         inLedger([](store::NumberRecord &row) { row.baseline.reset(); }),
         {u"baseline_unknown"_s},
         Health::Unknown},
        {"account never seen",
         inLedger([](store::NumberRecord &row) {
             row.accountSid = {};
             row.numberSid.clear();
         }),
         {},
         Health::Good},
        {"account never seen, and in none",
         [](HealthScene &scene, const PhoneNumber &number) {
             inLedger([](store::NumberRecord &row) { row.accountSid = {}; })(scene, number);
             QVERIFY(scene.fixture.simulator->releaseNumber(number.e164()));
         },
         {u"account_unknown"_s},
         Health::Unknown},
    };
}

} // namespace

/// The whole check over real sockets: what it finds, records, asks for, and leaves alone.
class TestHealthCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void asksTheMainAccountAboutItsSubaccounts_data();
    void asksTheMainAccountAboutItsSubaccounts();
    void tellsOfWhatTheLedgerDoesNotHave();
    void learnsTheAccount();
    void asksFewTimes();
    void asksOnceForOneNumber();
    void callsNothingGoneForAListThatMayBeCutOff();
    void leavesAloneWhatIsBeingWorkedOn();
    void stopsWhenCancelled();
    void stopsWithItsServices();
};

void TestHealthCheck::finds_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("isAll");
    const auto all = rows();
    for (int index = 0; index < all.size(); ++index) {
        QTest::addRow("%s, all", all.at(index).name) << index << true;
        QTest::addRow("%s, one", all.at(index).name) << index << false;
    }
}

void TestHealthCheck::finds()
{
    QFETCH(const int, row);
    QFETCH(const bool, isAll);
    const auto expected = rows().at(row);
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    const auto before = scene.row(number);
    expected.change(scene, number);
    if (QTest::currentTestFailed()) {
        return;
    }
    std::optional<QList<PhoneNumber>> scope;
    if (!isAll) {
        scope = QList{number};
    }
    const auto report = scene.check(scope);
    QVERIFY2(report, report ? "" : qPrintable(report.error().report()));
    QCOMPARE(HealthScene::codes(*report, number), expected.codes);
    QCOMPARE(report->numbers.size(), isAll ? scene.fixture.simulator->nixflexNumbers().size() +
                                                 (expected.health == Health::Gone ? 1 : 0)
                                           : 1);
    const auto after = scene.row(number);
    QCOMPARE(static_cast<int>(after.health), static_cast<int>(expected.health));
    QCOMPARE(after.healthDetail, expected.codes.value(0));
    QCOMPARE(scene.codesInLedger(number), expected.codes);
    const bool isRead = expected.codes != QStringList{u"token_unknown"_s} &&
                        expected.codes != QStringList{u"account_unknown"_s};
    QCOMPARE(after.checkedAt.isValid(), isRead);
    if (after.lastSeen && after.baseline) {
        QCOMPARE(after.lastSeen->differences(*after.baseline).isEmpty(),
                 !expected.codes.contains(u"routing_drifted"_s));
    }
    QVERIFY(!before.lastSeen);
    QCOMPARE(scene.fixture.posts(), 0);
}

void TestHealthCheck::asksTheMainAccountAboutItsSubaccounts_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("isTokenKnown");
    QTest::addColumn<bool>("isMainKnown");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("suspended") << u"suspended"_s << true << true << QStringList{u"account_suspended"_s};
    QTest::newRow("closed") << u"closed"_s << true << true << QStringList{u"account_closed"_s};
    QTest::newRow("suspended, nobody to ask")
        << u"suspended"_s << true << false << QStringList{u"token_refused"_s};
    QTest::newRow("suspended, token of the main account only")
        << u"suspended"_s << false << true << QStringList{u"account_suspended"_s};
    QTest::newRow("token of the main account only") << u"active"_s << false << true << QStringList();
    QTest::newRow("no token") << u"active"_s << false << false << QStringList{u"token_unknown"_s};
}

void TestHealthCheck::asksTheMainAccountAboutItsSubaccounts()
{
    QFETCH(const QString, status);
    QFETCH(const bool, isTokenKnown);
    QFETCH(const bool, isMainKnown);
    QFETCH(const QStringList, codes);
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    const auto sub = scene.fixture.simulator->subaccounts().first().sid;
    const auto main = scene.fixture.simulator->mainAccount().sid;
    scene.fixture.simulator->world().change(
        [&](WorldData &data) { data.moveNumber(data.numberByPhone(number.e164())->sid, sub); });
    auto row = scene.row(number);
    row.accountSid = *AccountSid::parse(sub);
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    QVERIFY(scene.fixture.simulator->changeAccount(
        sub, [&status](simulator::TwilioAccount &account) { account.status = status; }));
    if (!isTokenKnown) {
        scene.forgetToken(sub);
    }
    if (!isMainKnown) {
        scene.forgetToken(main);
    }
    const auto report = scene.check(QList{number});
    QVERIFY(report);
    QCOMPARE(HealthScene::codes(*report, number), codes);
}

void TestHealthCheck::tellsOfWhatTheLedgerDoesNotHave()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    auto row = scene.row(number);
    row.health = Health::Gone;
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    QVERIFY(runTask(operations::forgetGone(scene.fixture.services(), number)));
    const auto report = scene.check();
    QVERIFY(report);
    QCOMPARE(report->unknownHere, QList{number});
    QVERIFY(!report->isAllGood());
    // Nobody asked about it here.
    const auto other = PhoneNumber::fromE164(scene.fixture.simulator->nixflexNumbers().first().phoneNumber);
    const auto one = scene.check(QList{*other});
    QVERIFY(one && one->unknownHere.isEmpty());
}

void TestHealthCheck::learnsTheAccount()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    const auto known = scene.row(number);
    inLedger([](store::NumberRecord &row) {
        row.accountSid = {};
        row.numberSid.clear();
    })(scene, number);
    QVERIFY(scene.row(number).accountSid.isNull());
    QVERIFY(scene.check());
    QCOMPARE(scene.row(number).accountSid, known.accountSid);
    QCOMPARE(scene.row(number).numberSid, known.numberSid);
    QVERIFY(scene.row(number).health == Health::Good);
}

void TestHealthCheck::asksFewTimes()
{
    simulator::SimulatorOptions options;
    options.fleet = 3'000;
    options.readsPerWindow = 100'000;
    HealthScene scene(options);
    scene.know();
    auto &simulator = *scene.fixture.simulator;
    simulator.resetRequests();
    QSignalSpy writes(scene.fixture.ledger.get(), &store::Ledger::numbersChanged);
    const auto report = scene.check();
    QVERIFY2(report, report ? "" : qPrintable(report.error().report()));
    QCOMPARE(report->numbers.size(), simulator.nixflexNumbers().size());

    QStringList accounts{simulator.mainAccount().sid};
    int lists = 0;
    int others = 0;
    const auto subaccounts = simulator.subaccounts();
    for (const auto &account : subaccounts) {
        if (account.status == "active"_L1) {
            accounts << account.sid;
        }
    }
    for (const auto &sid : std::as_const(accounts)) {
        lists += static_cast<int>((simulator.numbers(sid).size() + 999) / 1000);
        // Once each: the account, its applications, its trunks, its services.
        others += 4;
        const auto services = simulator.services();
        for (const auto &service : services) {
            if (service.accountSid == sid) {
                others += std::max(1, static_cast<int>((service.numberSids.size() + 99) / 100));
            }
        }
    }
    QVERIFY(lists > accounts.size());
    QCOMPARE(scene.listCalls(), lists);
    // The suspended one refuses its own pair; its main account is asked why.
    others += 2;
    const auto requests = simulator.requests();
    int twilio = 0;
    for (const auto &request : requests) {
        twilio += request.provider == "twilio"_L1 ? 1 : 0;
        QCOMPARE(request.method, u"GET"_s);
    }
    QCOMPARE(twilio, lists + others);
    QCOMPARE(simulator.countRequests(u"GET"_s, u"^/v1/agents"_s), 1);
    const auto pages = static_cast<int>(simulator.nixflexNumbers().size() / 100 + 1);
    QCOMPARE(simulator.countRequests(u"GET"_s, u"^/v1/phone-numbers"_s), pages);
    // A transaction for 1,000 numbers.
    QTRY_COMPARE(writes.count(), static_cast<int>((simulator.nixflexNumbers().size() + 999) / 1000));
    QCOMPARE(scene.progressed, static_cast<int>(simulator.nixflexNumbers().size()));
}

void TestHealthCheck::asksOnceForOneNumber()
{
    simulator::SimulatorOptions options;
    options.fleet = 3'000;
    options.readsPerWindow = 100'000;
    HealthScene scene(options);
    const auto number = scene.example();
    auto row = scene.row(number);
    row.keyId = scene.fixture.nixflex->key().keyId();
    row.phoneNumber = number;
    row.accountSid = *AccountSid::parse(scene.fixture.simulator->mainAccount().sid);
    QVERIFY(runTask(scene.fixture.ledger->saveNumber(row)));
    scene.fixture.simulator->resetRequests();
    const auto report = scene.check(QList{number});
    QVERIFY(report);
    QCOMPARE(HealthScene::codes(*report, number), QStringList{u"baseline_unknown"_s});
    QCOMPARE(scene.listCalls(), 1);
}

void TestHealthCheck::callsNothingGoneForAListThatMayBeCutOff()
{
    simulator::SimulatorOptions options;
    options.fleet = 2'000;
    options.modes.listMode = simulator::ListMode::Unpaged;
    options.readsPerWindow = 100'000;
    HealthScene scene(options);
    scene.know();
    QVERIFY(scene.fixture.simulator->nixflexNumbers().size() > 1'000);
    const auto report = scene.check();
    QVERIFY(report);
    QVERIFY(report->isPossiblyIncomplete);
    QCOMPARE(report->count(Health::Gone), 0);
    const auto unsure =
        std::count_if(report->numbers.cbegin(), report->numbers.cend(), [](const auto &number) {
            return !number.findings.isEmpty() &&
                   std::any_of(number.findings.cbegin(), number.findings.cend(), [](const auto &finding) {
                       return finding.code == operations::HealthCode::ListIncomplete;
                   });
        });
    QCOMPARE(unsure, scene.fixture.simulator->nixflexNumbers().size() - 1'000);
}

void TestHealthCheck::leavesAloneWhatIsBeingWorkedOn()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    store::OperationRecord operation;
    operation.id = u"3b0c2f6e-0000-4000-8000-0000000000aa"_s;
    operation.kind = store::OperationRecord::Kind::Remove;
    operation.keyId = scene.fixture.nixflex->key().keyId();
    operation.phoneNumber = number;
    operation.startedAt = scene.fixture.clock.utcNow();
    QVERIFY(runTask(scene.fixture.ledger->beginOperation(operation, {})));
    const auto report = scene.check();
    QVERIFY(report);
    QCOMPARE(HealthScene::codes(*report, number), QStringList{u"missing"_s});
    QVERIFY(scene.row(number).health == Health::Unknown);
    QVERIFY(!scene.row(number).checkedAt.isValid());
    QCOMPARE(report->numbers.size(), scene.fixture.simulator->nixflexNumbers().size() - 1);
}

void TestHealthCheck::stopsWhenCancelled()
{
    HealthScene scene;
    scene.know();
    const auto number = scene.example();
    simulator::Fault slow;
    slow.times = 0;
    slow.path = u"IncomingPhoneNumbers"_s;
    slow.delay = std::chrono::seconds(30);
    scene.fixture.simulator->armFault(slow);
    const CancelSource source;
    QObject context;
    scene.fixture.clock.callAfter(std::chrono::milliseconds(300), &context, [&source] { source.cancel(); });
    const auto report = scene.check({}, source.token());
    QVERIFY(!report);
    QVERIFY(report.error().kind == Error::Kind::Cancelled);
    QVERIFY(scene.row(number).health == Health::Unknown);
    QVERIFY(scene.codesInLedger(number).isEmpty());
}

void TestHealthCheck::stopsWithItsServices()
{
    HealthScene scene;
    scene.know();
    simulator::Fault slow;
    slow.times = 0;
    slow.path = u"^/v1/agents"_s;
    slow.delay = std::chrono::milliseconds(600);
    scene.fixture.simulator->armFault(slow);
    QObject context;
    scene.fixture.clock.callAfter(std::chrono::milliseconds(200), &context,
                                  [&scene] { scene.fixture.close(); });
    const auto report = scene.check();
    QVERIFY(!report);
    QVERIFY(report.error().kind == Error::Kind::Cancelled);
    QCOMPARE(scene.fixture.simulator->countRequests(u"GET"_s, u"IncomingPhoneNumbers"_s), 0);
}

QTEST_GUILESS_MAIN(TestHealthCheck)
#include "tst_healthcheck.moc"

#include "simulator/apicalls.h"
#include "simulator/simulator.h"
#include "simulator/world/numberplan.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <phonenumbers/phonenumberutil.h>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// The seeded world: the same for the same seed, plausible, and kept in the state file.
class SimulatedWorldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameWorld();
    void anotherSeedGivesAnother();
    void theAccountsDoNotDependOnTheFleet();
    void everyNumberIsValidForLibphonenumber();
    void hasEveryKindOfRouting();
    void aboutSixtyPercentAreImported();
    void holdsAHundredThousand();
    void anEmptyFleetIsFine();
    void keepsItsStateInAFile();
    void refusesAStateFileThatIsNone_data();
    void refusesAStateFileThatIsNone();
    void sidsAreWellFormed();
};

namespace {

QByteArray dump(const SimulatorOptions &options)
{
    const SharedWorld world(options);
    return world.read([](const WorldData &data) { return QJsonDocument(data.toJson()).toJson(); });
}

} // namespace

void SimulatedWorldTest::theSameSeedGivesTheSameWorld()
{
    SimulatorOptions options;
    options.fleet = 200;
    options.seed = 42;
    QCOMPARE(dump(options), dump(options));
}

void SimulatedWorldTest::anotherSeedGivesAnother()
{
    SimulatorOptions options;
    const SharedWorld one(options);
    options.seed = 2;
    const SharedWorld two(options);
    const auto key = [](const WorldData &data) { return data.keys.front().keyId; };
    QVERIFY(one.read(key) != two.read(key));
}

void SimulatedWorldTest::theAccountsDoNotDependOnTheFleet()
{
    SimulatorOptions options;
    SharedWorld small(options);
    options.fleet = 500;
    SharedWorld large(options);
    QCOMPARE(accountAt(small, 0).authToken, accountAt(large, 0).authToken);
    const auto agent = [](const WorldData &data) { return data.agents.front().agentId; };
    QCOMPARE(small.read(agent), large.read(agent));
}

void SimulatedWorldTest::everyNumberIsValidForLibphonenumber()
{
    const auto *util = i18n::phonenumbers::PhoneNumberUtil::GetInstance();
    for (const PlanEntry &entry : numberPlan()) {
        for (quint64 draw = 0; draw < 200; ++draw) {
            const QString e164 = drawNumber(entry, draw);
            i18n::phonenumbers::PhoneNumber number;
            std::string region;
            QCOMPARE(util->Parse(e164.toStdString(), "ZZ", &number),
                     i18n::phonenumbers::PhoneNumberUtil::NO_PARSING_ERROR);
            util->GetRegionCodeForNumber(number, &region);
            const QString what = e164 + u' ' + QString::fromLatin1(entry.country);
            QVERIFY2(util->IsValidNumber(number), qPrintable(what));
            if (qstrcmp(entry.type, "tollfree") != 0) {
                QVERIFY2(region == entry.country, qPrintable(what));
            }
            QCOMPARE(planOf(e164), &entry);
        }
    }
}

void SimulatedWorldTest::hasEveryKindOfRouting()
{
    SimulatorOptions options;
    options.fleet = 300;
    const SharedWorld world(options);
    const QList<TwilioNumber> numbers = world.read([](const WorldData &data) { return data.allNumbers(); });
    const auto has = [&](auto test) { return std::any_of(numbers.begin(), numbers.end(), test); };
    for (const QString &part : {u"demo.twilio.com"_s, u"/Flows/FW"_s, u"/twiml/EH"_s, u".twil.io"_s,
                                u"pbx.customer.example"_s, u"engine.nixflex.example"_s}) {
        QVERIFY2(has([&](const TwilioNumber &n) { return n.voiceUrl.contains(part); }), qPrintable(part));
    }
    QVERIFY(has([](const TwilioNumber &n) { return !n.trunkSid.isEmpty(); }));
    QVERIFY(has([](const TwilioNumber &n) { return !n.voiceApplicationSid.isEmpty(); }));
    QVERIFY(has([](const TwilioNumber &n) { return n.voiceUrl.isEmpty() && n.trunkSid.isEmpty(); }));
    QVERIFY(has([](const TwilioNumber &n) { return !n.voice; }));
    QVERIFY(has([](const TwilioNumber &n) { return !n.sms; }));
    QVERIFY(world.read([](const WorldData &data) { return !data.services.front().numberSids.isEmpty(); }));
    QVERIFY(world.read([](const WorldData &data) {
        return std::any_of(data.agents.begin(), data.agents.end(),
                           [](const NixflexAgent &a) { return !a.isActive; });
    }));
}

void SimulatedWorldTest::aboutSixtyPercentAreImported()
{
    SimulatorOptions options;
    options.fleet = 2'000;
    const SharedWorld world(options);
    const auto rows = world.read([](const WorldData &data) { return data.rows.size(); });
    QVERIFY(rows > 1'100 && rows < 1'300);
    QCOMPARE(world.read([](const WorldData &data) { return data.numberCount(); }), 2'001);
}

void SimulatedWorldTest::holdsAHundredThousand()
{
    SimulatorOptions options;
    options.fleet = 100'000;
    QElapsedTimer timer;
    timer.start();
    SharedWorld world(options);
    QVERIFY2(timer.elapsed() < 20'000,
             qPrintable(QString::number(timer.elapsed()))); // a second or two without sanitizers
    const TwilioAccount account = accountAt(world, 0);
    const TwilioCaller2010 twilio(world, account.sid, account.authToken);
    const Reply page = twilio.get(under(account, u"/IncomingPhoneNumbers.json?PageSize=1000"_s));
    QCOMPARE(page.object.value(u"incoming_phone_numbers").toArray().size(), 1'000);
    const Reply last = NixflexCaller(world).call("GET", "/v1/phone-numbers?limit=100&offset=59000");
    QCOMPARE(last.object.value(u"phone_numbers").toArray().size(), 100);
}

void SimulatedWorldTest::anEmptyFleetIsFine()
{
    SimulatorOptions options;
    options.fleet = 0;
    options.agents = 0;
    const auto simulator = Simulator::start(options);
    QVERIFY(simulator != nullptr);
    QCOMPARE(simulator->freeNumber(), QString());
    QCOMPARE(simulator->agentId(), QString());
    QCOMPARE(simulator->numbers(simulator->mainAccount().sid).size(), 0);
    QCOMPARE(simulator->numbers(simulator->trialAccount().sid).size(), 1);
}

void SimulatedWorldTest::keepsItsStateInAFile()
{
    QTemporaryDir folder;
    SimulatorOptions options;
    options.fleet = 30;
    options.stateFile = folder.filePath(u"state.json"_s);
    QByteArray before;
    QString phone;
    {
        SharedWorld world(options);
        phone = world.read([](const WorldData &data) { return data.rows.begin()->second.phoneNumber; });
        const NixflexCaller nixflex(world);
        QCOMPARE(nixflex
                     .call("PATCH", "/v1/phone-numbers/" + encoded(phone),
                           {{u"custom_prompt"_s, u"bleibt"_s},
                            {u"speaking_rate"_s, 1.25},
                            {u"dtmf_enabled"_s, false}},
                           {{"Idempotency-Key", "kept"}})
                     .status,
                 200);
        before = world.read([](const WorldData &data) { return QJsonDocument(data.toJson()).toJson(); });
        QVERIFY(world.saveError().isEmpty());
    }
    options.seed = 99; // the file decides
    SharedWorld world(options);
    QCOMPARE(world.loadError(), QString());
    QCOMPARE(world.read([](const WorldData &data) { return QJsonDocument(data.toJson()).toJson(); }), before);
    QCOMPARE(
        world.read([&](const WorldData &data) { return data.row(phone)->customPrompt.value_or(QString()); }),
        u"bleibt"_s);
    // A stored answer is replayed after a restart, too.
    const Reply replayed = NixflexCaller(world).call(
        "PATCH", "/v1/phone-numbers/" + encoded(phone),
        {{u"custom_prompt"_s, u"bleibt"_s}, {u"speaking_rate"_s, 1.25}, {u"dtmf_enabled"_s, false}},
        {{"Idempotency-Key", "kept"}});
    QCOMPARE(replayed.header("Idempotent-Replayed"), QByteArray("true"));
}

void SimulatedWorldTest::refusesAStateFileThatIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("other object") << QByteArray("{\"a\":1}");
    QTest::newRow("newer format") << QByteArray("{\"format\":2}");
    QTest::newRow("no lists") << QByteArray("{\"format\":1,\"accounts\":5}");
    QTest::newRow("empty lists") << QByteArray(
        R"({"format":1,"accounts":[],"numbers":[],"keys":[],"agents":[],"rows":[]})");
}

void SimulatedWorldTest::refusesAStateFileThatIsNone()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    SimulatorOptions options;
    options.stateFile = folder.filePath(u"state.json"_s);
    QFile file(options.stateFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QString error;
    QVERIFY(Simulator::start(options, &error) == nullptr);
    QVERIFY(!error.isEmpty());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content); // not overwritten
}

void SimulatedWorldTest::sidsAreWellFormed()
{
    const SharedWorld world(SimulatorOptions{});
    static const QRegularExpression sid(u"^[A-Z]{2}[0-9a-f]{32}$"_s);
    static const QRegularExpression key(u"^nxf_[a-z0-9]{32}$"_s);
    static const QRegularExpression secret(u"^nxfs_[a-z0-9]{64}$"_s);
    world.read([](const WorldData &data) {
        for (const TwilioAccount &account : data.accounts) {
            QVERIFY(sid.match(account.sid).hasMatch());
        }
        for (const TwilioNumber &number : data.allNumbers()) {
            QVERIFY(sid.match(number.sid).hasMatch());
        }
        for (const NixflexKeyPair &pair : data.keys) {
            QVERIFY(key.match(pair.keyId).hasMatch());
            QVERIFY(secret.match(pair.keySecret).hasMatch());
        }
    });
}

QTEST_GUILESS_MAIN(SimulatedWorldTest)
#include "tst_simulatedworld.moc"

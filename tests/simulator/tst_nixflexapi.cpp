#include "simulator/apicalls.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

namespace {

SimulatorOptions small()
{
    SimulatorOptions options;
    options.fleet = 12;
    return options;
}

} // namespace

/// What all of Nixflex's resources share: keys, rate windows, idempotency, bodies, agents.
class NixflexApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsKeyProblemsApart_data();
    void tellsKeyProblemsApart();
    void refusesBodiesItCannotRead_data();
    void refusesBodiesItCannotRead();
    void countsReadsAndWritesInWindowsOfTheirOwn();
    void opensANewWindowWhenTheOldOneIsOver();
    void givesEachKeyItsOwnWindow();
    void replaysTheAnswerForTheSameIdempotencyKey();
    void refusesAnIdempotencyKeyWithAnotherBody();
    void replaysRefusalsToo();
    void answersUsageWithTheLimit();
    void rotatesTheSecretAtOnce();
    void createsTenKeysAnHour();
    void listsAgentsInBothShapes();
    void pagesAndFiltersAgents();
    void createsChangesAndDeletesAgents();
    void refusesWrongAgentFields_data();
    void refusesWrongAgentFields();
    void knowsNothingElse();
};

void NixflexApiTest::tellsKeyProblemsApart_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("code");
    QTest::newRow("no key") << QByteArray() << u"invalid_api_key"_s;
    QTest::newRow("unknown key") << QByteArray("nxf_aa:nxfs_bb") << u"invalid_api_key"_s;
    QTest::newRow("secret missing") << QByteArray("nxf_aa") << u"key_secret_required"_s;
    QTest::newRow("secret empty") << QByteArray("nxf_aa:") << u"key_secret_required"_s;
}

void NixflexApiTest::tellsKeyProblemsApart()
{
    QFETCH(QByteArray, key);
    SharedWorld world(small());
    NixflexCaller nixflex(world);
    nixflex.key = key;
    const Reply reply = nixflex.call("GET", "/v1/usage");
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.nixflexType(), u"authentication_error"_s);
    QTEST(reply.nixflexCode(), "code");
    const QJsonObject error = reply.object.value(u"error").toObject();
    QVERIFY(!error.value(u"message").toString().isEmpty());
    QVERIFY(error.value(u"doc_url").toString().startsWith("https://"_L1));
    QVERIFY(error.value(u"details").isObject());
}

void NixflexApiTest::refusesBodiesItCannotRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("code");
    const QByteArray json = "application/json";
    QTest::newRow("cut") << QByteArray(R"({"phone_number":)") << json << u"invalid_json"_s;
    QTest::newRow("not an object") << QByteArray("[1]") << json << u"invalid_json"_s;
    QTest::newRow("with charset") << QByteArray("{") << QByteArray("application/json; charset=utf-8")
                                  << u"invalid_json"_s;
    QTest::newRow("form") << QByteArray("a=b") << QByteArray("application/x-www-form-urlencoded")
                          << u"invalid_content_type"_s;
    QTest::newRow("no type") << QByteArray("{}") << QByteArray() << u"invalid_content_type"_s;
}

void NixflexApiTest::refusesBodiesItCannotRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, contentType);
    SharedWorld world(small());
    const Reply reply = NixflexCaller(world).raw("POST", "/v1/phone-numbers", body, contentType);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.nixflexType(), u"invalid_request"_s);
    QTEST(reply.nixflexCode(), "code");
}

void NixflexApiTest::countsReadsAndWritesInWindowsOfTheirOwn()
{
    SimulatorOptions options = small();
    options.writesPerWindow = 2;
    options.readsPerWindow = 3;
    SharedWorld world(options);
    world.setClock([] { return qint64(1'000'000'500); });
    const NixflexCaller nixflex(world);
    for (int left = 1; left >= 0; --left) {
        const Reply reply = nixflex.call("POST", "/v1/phone-numbers");
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.header("X-RateLimit-Limit"), QByteArray("2"));
        QCOMPARE(reply.header("X-RateLimit-Remaining"), QByteArray::number(left));
        QCOMPARE(reply.header("X-RateLimit-Reset"), QByteArray("1000061")); // rounded up
    }
    const Reply refused = nixflex.call("POST", "/v1/phone-numbers");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.nixflexCode(), u"rate_limit_exceeded"_s);
    QCOMPARE(refused.nixflexType(), u"rate_limit_error"_s);
    QCOMPARE(refused.header("Retry-After"), QByteArray("60"));
    QCOMPARE(
        refused.object.value(u"error").toObject().value(u"details").toObject().value(u"retry_after").toInt(),
        60);
    QCOMPARE(refused.header("X-RateLimit-Remaining"), QByteArray("0"));
    const Reply read = nixflex.call("GET", "/v1/usage");
    QCOMPARE(read.status, 200);
    QCOMPARE(read.header("X-RateLimit-Remaining"), QByteArray("2"));
}

void NixflexApiTest::opensANewWindowWhenTheOldOneIsOver()
{
    SimulatorOptions options = small();
    options.readsPerWindow = 1;
    options.window = std::chrono::milliseconds(2'000);
    SharedWorld world(options);
    qint64 now = 5'000'000;
    world.setClock([&now] { return now; });
    const NixflexCaller nixflex(world);
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 200);
    now += 1'100;
    const Reply refused = nixflex.call("GET", "/v1/usage");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.header("Retry-After"), QByteArray("1"));
    now += 900;
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 200);
    now -= 60'000; // a clock set back must not lock anybody out
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 200);
}

void NixflexApiTest::givesEachKeyItsOwnWindow()
{
    SimulatorOptions options = small();
    options.readsPerWindow = 1;
    SharedWorld world(options);
    NixflexCaller nixflex(world);
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 200);
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 429);
    nixflex.key = world.read([](const WorldData &data) {
        return (data.keys.at(1).keyId + u':' + data.keys.at(1).keySecret).toUtf8();
    });
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 200);
}

void NixflexApiTest::replaysTheAnswerForTheSameIdempotencyKey()
{
    SharedWorld world(small());
    const NixflexCaller nixflex(world);
    const QJsonObject body{{u"name"_s, u"Twice"_s}};
    const Reply first = nixflex.call("POST", "/v1/agents", body, {{"Idempotency-Key", "k1"}});
    const Reply second = nixflex.call("POST", "/v1/agents", body, {{"Idempotency-Key", "k1"}});
    QCOMPARE(first.status, 201);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.object, first.object);
    QCOMPARE(second.header("Idempotent-Replayed"), QByteArray("true"));
    QVERIFY(first.header("Idempotent-Replayed").isEmpty());
    const Reply third = nixflex.call("POST", "/v1/agents", body, {{"Idempotency-Key", "k2"}});
    QVERIFY(third.object.value(u"agent_id") != first.object.value(u"agent_id"));
}

void NixflexApiTest::refusesAnIdempotencyKeyWithAnotherBody()
{
    SharedWorld world(small());
    const NixflexCaller nixflex(world);
    QCOMPARE(nixflex.call("POST", "/v1/agents", {{u"name"_s, u"A"_s}}, {{"Idempotency-Key", "k"}}).status,
             201);
    const Reply other = nixflex.call("POST", "/v1/agents", {{u"name"_s, u"B"_s}}, {{"Idempotency-Key", "k"}});
    QCOMPARE(other.status, 409);
    QCOMPARE(other.nixflexType(), u"conflict"_s);
    QCOMPARE(other.nixflexCode(), u"idempotency_conflict"_s);
}

void NixflexApiTest::replaysRefusalsToo()
{
    SharedWorld world(small());
    const NixflexCaller nixflex(world);
    const Reply first = nixflex.call("POST", "/v1/phone-numbers", {}, {{"Idempotency-Key", "k"}});
    const Reply second = nixflex.call("POST", "/v1/phone-numbers", {}, {{"Idempotency-Key", "k"}});
    QCOMPARE(first.nixflexCode(), u"missing_field"_s);
    QCOMPARE(second.object, first.object);
    QCOMPARE(second.status, 400);
}

void NixflexApiTest::answersUsageWithTheLimit()
{
    SimulatorOptions options = small();
    options.readsPerWindow = 50;
    options.window = std::chrono::seconds(10);
    SharedWorld world(options);
    const Reply reply = NixflexCaller(world).call("GET", "/v1/usage");
    QCOMPARE(reply.object.value(u"rate_limit_per_minute").toInt(), 300);
    QVERIFY(reply.object.value(u"plan").isString());
}

void NixflexApiTest::rotatesTheSecretAtOnce()
{
    SharedWorld world(small());
    NixflexCaller nixflex(world);
    const Reply reply = nixflex.call("POST", "/v1/keys/rotate");
    QCOMPARE(reply.status, 200);
    QVERIFY(nixflex.key.startsWith(reply.object.value(u"key_id").toString().toUtf8() + ':'));
    QCOMPARE(nixflex.call("GET", "/v1/usage").nixflexCode(), u"invalid_api_key"_s);
    const QString secret = reply.object.value(u"key_secret").toString();
    QCOMPARE(secret.size(), 69);
    nixflex.key = (reply.object.value(u"key_id").toString() + u':' + secret).toUtf8();
    QCOMPARE(nixflex.call("GET", "/v1/usage").status, 200);
}

void NixflexApiTest::createsTenKeysAnHour()
{
    SharedWorld world(small());
    NixflexCaller nixflex(world);
    nixflex.key.clear();
    Reply reply;
    for (int i = 0; i < 10; ++i) {
        reply = nixflex.call("POST", "/v1/keys", {{u"name"_s, u"n"_s}});
        QCOMPARE(reply.status, 201);
    }
    QCOMPARE(nixflex.call("POST", "/v1/keys").status, 429);
    nixflex.key =
        (reply.object.value(u"key_id").toString() + u':' + reply.object.value(u"key_secret").toString())
            .toUtf8();
    const Reply list = nixflex.call("GET", "/v1/phone-numbers");
    QCOMPARE(list.status, 200);
    QCOMPARE(list.object.value(u"count").toInt(), 0); // a new account of its own
}

void NixflexApiTest::listsAgentsInBothShapes()
{
    SimulatorOptions options = small();
    options.agents = 230;
    {
        SharedWorld world(options);
        const Reply reply = NixflexCaller(world).call("GET", "/v1/agents");
        QCOMPARE(reply.object.value(u"agents").toArray().size(), 25);
        QCOMPARE(reply.object.value(u"count").toInt(), 230);
        QCOMPARE(reply.object.value(u"limit").toInt(), 25);
        const Reply most = NixflexCaller(world).call("GET", "/v1/agents?limit=5000");
        QCOMPARE(most.object.value(u"agents").toArray().size(), 100);
    }
    options.modes.agentsShape = AgentsShape::Array;
    SharedWorld world(options);
    QCOMPARE(NixflexCaller(world).call("GET", "/v1/agents").array.size(), 100);
    QCOMPARE(NixflexCaller(world).call("GET", "/v1/agents?limit=5000").array.size(), 200); // capped silently
}

void NixflexApiTest::pagesAndFiltersAgents()
{
    SimulatorOptions options = small();
    options.agents = 30;
    SharedWorld world(options);
    const NixflexCaller nixflex(world);
    QSet<QString> seen;
    for (int offset = 0; offset < 30; offset += 10) {
        const Reply reply = nixflex.call("GET", "/v1/agents?limit=10&offset=" + QByteArray::number(offset));
        for (const auto &agent : reply.object.value(u"agents").toArray()) {
            seen.insert(agent.toObject().value(u"agent_id").toString());
        }
    }
    QCOMPARE(seen.size(), 30);
    const Reply idle = nixflex.call("GET", "/v1/agents?is_active=false");
    QCOMPARE(idle.object.value(u"count").toInt(), 4);
    for (const auto &agent : idle.object.value(u"agents").toArray()) {
        QCOMPARE(agent.toObject().value(u"is_active").toBool(true), false);
    }
}

void NixflexApiTest::createsChangesAndDeletesAgents()
{
    SharedWorld world(small());
    const NixflexCaller nixflex(world);
    const QString id =
        nixflex.call("POST", "/v1/agents", {{u"name"_s, u"Neu"_s}}).object.value(u"agent_id").toString();
    const QByteArray path = "/v1/agents/" + id.toUtf8();
    QCOMPARE(nixflex.call("PUT", path, {{u"is_active"_s, false}, {u"unknown_field"_s, 1}}).status, 200);
    const Reply fetched = nixflex.call("GET", path);
    QCOMPARE(fetched.object.value(u"name").toString(), u"Neu"_s);
    QCOMPARE(fetched.object.value(u"is_active").toBool(true), false);
    QVERIFY(!fetched.object.contains(u"unknown_field"));

    const QString used = world.read([](const WorldData &data) { return data.rows.begin()->second.agentId; });
    const QString phone =
        world.read([](const WorldData &data) { return data.rows.begin()->second.phoneNumber; });
    QCOMPARE(nixflex.call("DELETE", "/v1/agents/" + used.toUtf8()).object.value(u"deleted").toBool(), true);
    QCOMPARE(nixflex.call("GET", "/v1/agents/" + used.toUtf8()).nixflexCode(), u"agent_not_found"_s);
    QVERIFY(world.read([&](const WorldData &data) { return data.row(phone)->agentId.isEmpty(); }));
}

void NixflexApiTest::refusesWrongAgentFields_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("prompt") << QJsonObject{{u"system_prompt"_s, QString(16'001, u'x')}}
                            << u"prompt_too_long"_s;
    QTest::newRow("voice") << QJsonObject{{u"voice_id"_s, u"no such voice"_s}} << u"invalid_voice_id"_s;
}

void NixflexApiTest::refusesWrongAgentFields()
{
    QFETCH(QJsonObject, body);
    SharedWorld world(small());
    const Reply reply = NixflexCaller(world).call("POST", "/v1/agents", body);
    QCOMPARE(reply.status, 400);
    QTEST(reply.nixflexCode(), "code");
}

void NixflexApiTest::knowsNothingElse()
{
    SharedWorld world(small());
    const NixflexCaller nixflex(world);
    for (const QByteArray path : {"/v1/calls", "/v1", "/", "/v2/agents", "/v1/agents/a/b", "/v1/usage/x"}) {
        const Reply reply = nixflex.call("GET", path);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.nixflexType(), u"not_found"_s);
    }
}

QTEST_GUILESS_MAIN(NixflexApiTest)
#include "tst_nixflexapi.moc"

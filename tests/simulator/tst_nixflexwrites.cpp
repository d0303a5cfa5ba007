#include "simulator/apicalls.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// What Nixflex takes, keeps and refuses when something is changed.
class NixflexWritesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesNumberFieldsOfAnotherType_data();
    void refusesNumberFieldsOfAnotherType();
    void refusesImportFieldsOfAnotherType_data();
    void refusesImportFieldsOfAnotherType();
    void refusesAgentFieldsOfAnotherType_data();
    void refusesAgentFieldsOfAnotherType();
    void clearsWithNullAndWithNothing();
    void agentsKeepWhatTheyAreGiven();
    void agentsKeepItInTheStateFile();
    void tellsOfAWebhookInBothSpellings_data();
    void tellsOfAWebhookInBothSpellings();
    void refusesAWebhookThatIsNotHttps();
    void keepsTheGateOfAnAgent();
    void sendsRateLimitHeadersWithEveryAnswer_data();
    void sendsRateLimitHeadersWithEveryAnswer();

private:
    QByteArray numberPath()
    {
        return "/v1/phone-numbers/" + encoded(m_world->read([](const WorldData &data) {
                   return data.rows.begin()->second.phoneNumber;
               }));
    }
    NixflexNumber row()
    {
        return m_world->read([](const WorldData &data) { return data.rows.begin()->second; });
    }
    QByteArray agentPath()
    {
        return "/v1/agents/" +
               m_world->read([](const WorldData &data) { return data.agents.first().agentId.toUtf8(); });
    }

    std::unique_ptr<SharedWorld> m_world;
    std::unique_ptr<NixflexCaller> m_nixflex;
};

void NixflexWritesTest::init()
{
    m_world = std::make_unique<SharedWorld>(SimulatorOptions{});
    m_nixflex = std::make_unique<NixflexCaller>(*m_world);
}

void NixflexWritesTest::refusesNumberFieldsOfAnotherType_data()
{
    QTest::addColumn<QJsonObject>("body");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value) {
        QTest::newRow(name) << QJsonObject{{field, value}};
    };
    row("number for a text", u"custom_prompt"_s, 7);
    row("list for a text", u"sms_prompt"_s, QJsonArray{u"a"_s});
    row("object for a text", u"voice_id"_s, QJsonObject{});
    row("truth for a text", u"voicemail_message"_s, true);
    row("text for a truth", u"sms_reply_enabled"_s, u"true"_s);
    row("empty text for a truth", u"dtmf_enabled"_s, QString());
    row("number for a truth", u"record_call"_s, 1);
    row("number for a switch", u"voicemail_leave_enabled"_s, 0);
    row("text for a number", u"speaking_rate"_s, u"1.0"_s);
    row("word of another list", u"recording_source"_s, u"tape"_s);
    row("number for the other prompt", u"web_prompt"_s, 3);
}

void NixflexWritesTest::refusesNumberFieldsOfAnotherType()
{
    QFETCH(QJsonObject, body);
    const QJsonObject before = m_nixflex->call("GET", "/v1/phone-numbers?limit=100").object;
    const QString wrong = body.keys().first();
    body.insert(u"custom_prompt"_s, wrong == "custom_prompt"_L1 ? body.value(wrong) : QJsonValue(u"new"_s));
    const Reply reply = m_nixflex->call("PATCH", numberPath(), body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.nixflexCode(), u"invalid_field"_s);
    QCOMPARE(reply.object.value(u"error").toObject().value(u"details").toObject().value(u"field").toString(),
             wrong);
    QCOMPARE(m_nixflex->call("GET", "/v1/phone-numbers?limit=100").object, before); // not even the good half
}

void NixflexWritesTest::refusesImportFieldsOfAnotherType_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("number") << u"phone_number"_s;
    QTest::newRow("number, other spelling") << u"phoneNumber"_s;
    QTest::newRow("agent") << u"agent_id"_s;
    QTest::newRow("prompt") << u"custom_prompt"_s;
}

void NixflexWritesTest::refusesImportFieldsOfAnotherType()
{
    QFETCH(QString, field);
    const Reply reply = m_nixflex->call("POST", "/v1/phone-numbers", {{field, 4915112345678.0}});
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.nixflexCode(), u"invalid_field"_s);
}

void NixflexWritesTest::refusesAgentFieldsOfAnotherType_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::newRow("name") << QJsonObject{{u"name"_s, 5}};
    QTest::newRow("no name") << QJsonObject{{u"name"_s, QJsonValue()}};
    QTest::newRow("active") << QJsonObject{{u"is_active"_s, u"yes"_s}};
    QTest::newRow("temperature") << QJsonObject{{u"temperature"_s, u"warm"_s}};
    QTest::newRow("duration") << QJsonObject{{u"max_call_duration_seconds"_s, u"600"_s}};
    QTest::newRow("recording") << QJsonObject{{u"record_call"_s, 1}};
    QTest::newRow("transfer") << QJsonObject{{u"transfer_number"_s, 4930}};
}

void NixflexWritesTest::refusesAgentFieldsOfAnotherType()
{
    QFETCH(QJsonObject, body);
    const QJsonObject before = m_nixflex->call("GET", agentPath()).object;
    body.insert(u"language"_s, u"xx"_s);
    const Reply reply = m_nixflex->call("PUT", agentPath(), body);
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.nixflexCode(), u"invalid_field"_s);
    QCOMPARE(m_nixflex->call("GET", agentPath()).object, before);
    QCOMPARE(m_nixflex->call("POST", "/v1/agents", body).status, 400);
}

void NixflexWritesTest::clearsWithNullAndWithNothing()
{
    const QJsonObject set{{u"custom_prompt"_s, u"a"_s},
                          {u"voice_id"_s, u"Hannah"_s},
                          {u"speaking_rate"_s, 1.2},
                          {u"record_call"_s, true},
                          {u"sms_reply_enabled"_s, true}};
    QCOMPARE(m_nixflex->call("PATCH", numberPath(), set).status, 200);
    QCOMPARE(row().customPrompt, std::optional(u"a"_s));
    QCOMPARE(row().speakingRate, std::optional(1.2));
    const QJsonObject clear{{u"custom_prompt"_s, QString()},
                            {u"voice_id"_s, QJsonValue()},
                            {u"speaking_rate"_s, QJsonValue()},
                            {u"record_call"_s, QJsonValue()},
                            {u"sms_reply_enabled"_s, QJsonValue()}};
    QCOMPARE(m_nixflex->call("PATCH", numberPath(), clear).status, 200);
    QVERIFY(!row().customPrompt && !row().voiceId && !row().speakingRate && !row().isCallRecorded);
    QVERIFY(!row().isSmsReplyEnabled);
}

void NixflexWritesTest::agentsKeepWhatTheyAreGiven()
{
    const QJsonObject given{{u"name"_s, u"Neu"_s},
                            {u"language"_s, u"de"_s},
                            {u"voice_id"_s, u"Hannah"_s},
                            {u"is_active"_s, false},
                            {u"system_prompt"_s, u"s"_s},
                            {u"welcome_message"_s, u"w"_s},
                            {u"temperature"_s, 0.9},
                            {u"max_call_duration_seconds"_s, 61},
                            {u"silence_hangup_seconds"_s, 9},
                            {u"record_call"_s, false},
                            {u"recording_source"_s, u"nixflex"_s},
                            {u"transfer_number"_s, u"+493012345"_s},
                            {u"webhook_url"_s, u"https://a.example/hook"_s},
                            {u"fallback_message"_s, u"f"_s}};
    const auto keeps = [&given](const QJsonObject &agent) {
        for (auto it = given.begin(); it != given.end(); ++it) {
            QCOMPARE(agent.value(it.key()), it.value());
        }
    };
    const QJsonObject created = m_nixflex->call("POST", "/v1/agents", given).object;
    keeps(created);
    keeps(m_nixflex->call("GET", "/v1/agents/" + created.value(u"agent_id").toString().toUtf8()).object);
    QCOMPARE(m_nixflex->call("PUT", agentPath(), given).status, 200);
    keeps(m_nixflex->call("GET", agentPath()).object);
    QCOMPARE(m_nixflex->call("PUT", agentPath(), {{u"transfer_number"_s, QJsonValue()}}).status, 200);
    const QJsonObject cleared = m_nixflex->call("GET", agentPath()).object;
    QVERIFY(cleared.value(u"transfer_number").isNull());
    QCOMPARE(cleared.value(u"temperature").toDouble(), 0.9); // what is not sent stays
}

void NixflexWritesTest::agentsKeepItInTheStateFile()
{
    QCOMPARE(
        m_nixflex->call("PUT", agentPath(), {{u"temperature"_s, 0.75}, {u"record_call"_s, false}}).status,
        200);
    QJsonObject saved = m_world->read([](const WorldData &data) { return data.toJson(); });
    WorldData loaded;
    QString error;
    QVERIFY2(loaded.fromJson(saved, &error), qPrintable(error));
    QCOMPARE(loaded.agents.first().temperature, 0.75);
    QCOMPARE(loaded.agents.first().isCallRecorded, false);
    // A world that was saved before agents had these fields.
    QJsonArray agents = saved.value(u"agents").toArray();
    QJsonObject old = agents.first().toObject();
    for (const QString &name : {u"temperature"_s, u"record"_s, u"fallback"_s}) {
        QVERIFY(old.contains(name));
        old.remove(name);
    }
    agents.replace(0, old);
    saved.insert(u"agents"_s, agents);
    QVERIFY2(loaded.fromJson(saved, &error), qPrintable(error));
    QCOMPARE(loaded.agents.first().temperature, 0.3);
    QCOMPARE(loaded.agents.first().isCallRecorded, true);
    QVERIFY(!loaded.agents.first().fallbackMessage.isEmpty());
}

void NixflexWritesTest::tellsOfAWebhookInBothSpellings_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("after the call") << QByteArray("webhook");
    QTest::newRow("the second one") << QByteArray("webhook2");
    QTest::newRow("before the call") << QByteArray("precall");
}

void NixflexWritesTest::tellsOfAWebhookInBothSpellings()
{
    QFETCH(QByteArray, kind);
    const QByteArray path = "/v1/integrations/" + kind + "/number/" + encoded(row().phoneNumber);
    const QJsonObject none = m_nixflex->call("GET", path).object;
    QCOMPARE(none.value(u"phone_number").toString(), row().phoneNumber);
    QCOMPARE(none.value(u"is_set"), QJsonValue(false));
    QVERIFY(none.contains(u"url") && none.value(u"url").isNull());
    QVERIFY(none.contains(u"webhook_url") && none.value(u"webhook_url").isNull());
    const QString url = u"https://a.example/x?y=%20"_s;
    QCOMPARE(m_nixflex->call("PUT", path, {{u"url"_s, url}}).status, 200);
    const QJsonObject set = m_nixflex->call("GET", path).object;
    QCOMPARE(set.value(u"is_set"), QJsonValue(true));
    QCOMPARE(set.value(u"url").toString(), url);
    QCOMPARE(set.value(u"webhook_url").toString(), url);
    QCOMPARE(m_nixflex->call("DELETE", path).status, 200);
    QCOMPARE(m_nixflex->call("GET", path).object, none);
}

void NixflexWritesTest::refusesAWebhookThatIsNotHttps()
{
    const QByteArray path = "/v1/integrations/webhook/number/" + encoded(row().phoneNumber);
    for (const QJsonObject &body :
         {QJsonObject{}, QJsonObject{{u"url"_s, u"http://a.example"_s}}, QJsonObject{{u"url"_s, 1}},
          QJsonObject{{u"webhook_url"_s, u"https://a.example"_s}}}) {
        QCOMPARE(m_nixflex->call("PUT", path, body).status, 400);
    }
    QCOMPARE(m_nixflex->call("GET", path).object.value(u"is_set"), QJsonValue(false));
    QCOMPARE(m_nixflex->call("PATCH", path, {{u"url"_s, u"https://a.example"_s}}).status, 404);
}

void NixflexWritesTest::keepsTheGateOfAnAgent()
{
    const QByteArray id = agentPath().mid(11);
    const QByteArray path = "/v1/integrations/precall/agent/" + id;
    QCOMPARE(m_nixflex->call("PUT", path, {{u"url"_s, u"https://gate.example/"_s}}).status, 200);
    const QJsonObject gate = m_nixflex->call("GET", path).object;
    QCOMPARE(gate.value(u"agent_id").toString().toUtf8(), id);
    QCOMPARE(gate.value(u"url").toString(), u"https://gate.example/"_s);
    QCOMPARE(m_nixflex->call("GET", "/v1/integrations/precall/agent/agent_x").nixflexCode(),
             u"agent_not_found"_s);
    QCOMPARE(m_nixflex->call("GET", "/v1/integrations/monitor/agent/" + id).status, 404);
}

void NixflexWritesTest::sendsRateLimitHeadersWithEveryAnswer_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("limit");
    QTest::newRow("good") << QByteArray("GET") << QByteArray("/v1/usage") << true << 200 << 600;
    QTest::newRow("no key") << QByteArray("GET") << QByteArray("/v1/usage") << false << 401 << 600;
    QTest::newRow("write without a key")
        << QByteArray("DELETE") << QByteArray("/v1/phone-numbers/%2B1") << false << 401 << 120;
    QTest::newRow("nothing there") << QByteArray("GET") << QByteArray("/v1/nothing") << true << 404 << 600;
    QTest::newRow("no version") << QByteArray("GET") << QByteArray("/nothing") << true << 404 << 600;
    QTest::newRow("refused write") << QByteArray("POST") << QByteArray("/v1/phone-numbers") << true << 400
                                   << 120;
    QTest::newRow("new key") << QByteArray("POST") << QByteArray("/v1/keys") << false << 201 << 10;
}

void NixflexWritesTest::sendsRateLimitHeadersWithEveryAnswer()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(bool, isSigned);
    if (!isSigned) {
        m_nixflex->key.clear();
    }
    const Reply reply = m_nixflex->call(method, target);
    QTEST(reply.status, "status");
    QTEST(reply.header("X-RateLimit-Limit").toInt(), "limit");
    const int remaining = reply.header("X-RateLimit-Remaining").toInt();
    QVERIFY(remaining > 0 && remaining <= reply.header("X-RateLimit-Limit").toInt());
    const qint64 now = m_world->now() / 1'000;
    const qint64 reset = reply.header("X-RateLimit-Reset").toLongLong();
    QVERIFY(reset >= now && reset <= now + 3'601);
}

QTEST_GUILESS_MAIN(NixflexWritesTest)
#include "tst_nixflexwrites.moc"

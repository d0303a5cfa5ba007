#include "simulator/apicalls.h"
#include "simulator/world/enginewebhooks.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// Import, list, change and delete at the simulated Nixflex, and what each does to the number at Twilio.
class NixflexNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void importRewritesTheWebhooksAtTwilio();
    void importLeavesTrunkApplicationAndFallbacksAlone();
    void importTakesCamelCaseToo();
    void importRefusesWhatIsWrong_data();
    void importRefusesWhatIsWrong();
    void importChecksTwilioBeforeTheAgent();
    void importRefusesSuspendedAccounts();
    void importNeedsTheSubaccountsOwnPair();
    void importTwiceIsAConflictForTheSameAgentToo();
    void anotherCustomersNumberIsAConflict();
    void listIsNewestFirstAndPaged();
    void listUnpagedStopsAtAThousand();
    void listFiltersByAgent();
    void aRawPlusFindsNothing();
    void updateChangesOnlyWhatWasSent();
    void updateRefusesWhatIsWrong_data();
    void updateRefusesWhatIsWrong();
    void deleteClearsTheWebhooksAndTheRow();
    void deleteWithADeadTokenLeavesTheWebhooks();
    void someoneElsesNumberIsNotFound();
    void integrationsBelongToTheNumber();

private:
    QJsonObject importBody() const;
    TwilioNumber numberNow() const;

    std::unique_ptr<SharedWorld> m_world;
    TwilioAccount m_account;
    QString m_free;
    QString m_agent;
};

void NixflexNumbersTest::init()
{
    SimulatorOptions options;
    options.fleet = 40;
    m_world = std::make_unique<SharedWorld>(options);
    m_account = accountAt(*m_world, 0);
    m_free = m_world->read([&](const WorldData &data) {
        return data.numberAt(data.numbersOf(m_account.sid).front()).phoneNumber;
    });
    m_agent = m_world->read([](const WorldData &data) { return data.agents.front().agentId; });
}

QJsonObject NixflexNumbersTest::importBody() const
{
    return {{u"phone_number"_s, m_free},
            {u"twilio_sid"_s, m_account.sid},
            {u"twilio_token"_s, m_account.authToken},
            {u"agent_id"_s, m_agent}};
}

TwilioNumber NixflexNumbersTest::numberNow() const
{
    return m_world->read([&](const WorldData &data) { return *data.numberByPhone(m_free); });
}

void NixflexNumbersTest::importRewritesTheWebhooksAtTwilio()
{
    QVERIFY(numberNow().voiceUrl.contains("/Flows/FW"_L1));
    QJsonObject body = importBody();
    body.insert(u"custom_prompt"_s, u"Öffnungszeiten"_s);
    const Reply reply = NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", body);
    QCOMPARE(reply.status, 201);
    const QJsonObject row = reply.object.value(u"phone_number").toObject();
    QCOMPARE(row.value(u"phone_number").toString(), m_free);
    QCOMPARE(row.value(u"agent_id").toString(), m_agent);
    QCOMPARE(row.value(u"twilio_number_sid").toString(), numberNow().sid);
    QCOMPARE(row.value(u"custom_prompt").toString(), u"Öffnungszeiten"_s);
    QVERIFY(!QString::fromUtf8(reply.raw.body).contains(m_account.authToken));
    QVERIFY(!QString::fromUtf8(reply.raw.body).contains(m_account.sid));
    QCOMPARE(numberNow().voiceUrl, engine::voiceUrl);
    QCOMPARE(numberNow().smsUrl, engine::smsUrl);
    QCOMPARE(numberNow().statusCallback, engine::statusUrl);
    QCOMPARE(numberNow().voiceMethod, u"POST"_s);
}

void NixflexNumbersTest::importLeavesTrunkApplicationAndFallbacksAlone()
{
    m_world->change([&](WorldData &data) {
        TwilioNumber *number = data.numberByPhone(m_free);
        number->trunkSid = u"TK1"_s;
        number->smsApplicationSid = u"AP1"_s;
        number->voiceFallbackUrl = u"https://a.example/f"_s;
    });
    QCOMPARE(NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", importBody()).status, 201);
    QCOMPARE(numberNow().trunkSid, u"TK1"_s);
    QCOMPARE(numberNow().smsApplicationSid, u"AP1"_s);
    QCOMPARE(numberNow().voiceFallbackUrl, u"https://a.example/f"_s);
}

void NixflexNumbersTest::importTakesCamelCaseToo()
{
    const QJsonObject body{{u"phoneNumber"_s, m_free},
                           {u"twilioSid"_s, m_account.sid},
                           {u"twilioToken"_s, m_account.authToken},
                           {u"agentId"_s, m_agent}};
    QCOMPARE(NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", body).status, 201);
}

void NixflexNumbersTest::importRefusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value, int status,
                        const QString &code) { QTest::newRow(name) << field << value << status << code; };
    row("number missing", u"phone_number"_s, {}, 400, u"missing_field"_s);
    row("sid missing", u"twilio_sid"_s, u""_s, 400, u"missing_field"_s);
    row("token missing", u"twilio_token"_s, {}, 400, u"missing_field"_s);
    row("agent missing", u"agent_id"_s, {}, 400, u"missing_field"_s);
    row("number of a wrong type", u"phone_number"_s, 15, 400, u"invalid_field"_s);
    row("national form", u"phone_number"_s, u"(415) 555-0100"_s, 400, u"invalid_phone_format"_s);
    row("no plus", u"phone_number"_s, u"14155550100"_s, 400, u"invalid_phone_format"_s);
    row("too long", u"phone_number"_s, u"+1234567890123456"_s, 400, u"invalid_phone_format"_s);
    row("API key", u"twilio_sid"_s, u"SK"_s + QString(32, u'a'), 400, u"invalid_twilio_sid"_s);
    row("upper case", u"twilio_sid"_s, u"AC"_s + QString(32, u'A'), 400, u"invalid_twilio_sid"_s);
    row("short sid", u"twilio_sid"_s, u"AC12"_s, 400, u"invalid_twilio_sid"_s);
    row("unknown account", u"twilio_sid"_s, u"AC"_s + QString(32, u'0'), 401,
        u"twilio_invalid_credentials"_s);
    row("wrong token", u"twilio_token"_s, QString(32, u'0'), 401, u"twilio_invalid_credentials"_s);
    row("not in the account", u"phone_number"_s, u"+14155550100"_s, 404, u"number_not_in_twilio"_s);
    row("unknown agent", u"agent_id"_s, u"agent_000000000000000000000000"_s, 404, u"agent_not_found"_s);
    row("foreign agent", u"agent_id"_s, u"FOREIGN"_s, 403, u"agent_not_owned"_s);
    row("imported already", u"phone_number"_s, u"IMPORTED"_s, 409, u"number_already_imported"_s);
    row("long prompt", u"custom_prompt"_s, QString(8'001, u'p'), 400, u"custom_prompt_too_long"_s);
}

void NixflexNumbersTest::importRefusesWhatIsWrong()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    if (value == u"FOREIGN"_s) {
        value = m_world->read([](const WorldData &data) { return data.agents.back().agentId; });
    } else if (value == u"IMPORTED"_s) {
        value = m_world->read([&](const WorldData &data) {
            for (const auto &[order, row] : data.rows) {
                if (row.twilioSid == m_account.sid) {
                    return row.phoneNumber;
                }
            }
            return QString();
        });
    }
    QJsonObject body = importBody();
    body.insert(field, value);
    const QJsonObject before = m_world->read([](const WorldData &data) { return data.toJson(); });
    const Reply reply = NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", body);
    QTEST(reply.nixflexCode(), "code");
    QTEST(reply.status, "status");
    QCOMPARE(m_world->read([](const WorldData &data) { return data.toJson(); }), before);
}

void NixflexNumbersTest::importChecksTwilioBeforeTheAgent()
{
    QJsonObject body = importBody();
    body.insert(u"agent_id"_s, u"agent_nowhere"_s);
    body.insert(u"twilio_token"_s, u"wrong"_s);
    QCOMPARE(NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", body).nixflexCode(),
             u"twilio_invalid_credentials"_s);
}

void NixflexNumbersTest::importRefusesSuspendedAccounts()
{
    const TwilioAccount suspended = accountAt(*m_world, 3);
    QCOMPARE(suspended.status, u"suspended"_s);
    QJsonObject body = importBody();
    body.insert(u"twilio_sid"_s, suspended.sid);
    body.insert(u"twilio_token"_s, suspended.authToken);
    const Reply reply = NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", body);
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.nixflexCode(), u"twilio_auth_failed"_s);
}

void NixflexNumbersTest::importNeedsTheSubaccountsOwnPair()
{
    const TwilioAccount sub = accountAt(*m_world, 1);
    m_free = m_world->read([&](const WorldData &data) {
        for (const int index : data.numbersOf(sub.sid)) {
            if (data.row(data.numberAt(index).phoneNumber) == nullptr) {
                return data.numberAt(index).phoneNumber;
            }
        }
        return QString();
    });
    QVERIFY(!m_free.isEmpty());
    QCOMPARE(NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", importBody()).nixflexCode(),
             u"number_not_in_twilio"_s);
    m_account = sub;
    QCOMPARE(NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", importBody()).status, 201);
}

void NixflexNumbersTest::importTwiceIsAConflictForTheSameAgentToo()
{
    const NixflexCaller nixflex(*m_world);
    QCOMPARE(nixflex.call("POST", "/v1/phone-numbers", importBody()).status, 201);
    const Reply again = nixflex.call("POST", "/v1/phone-numbers", importBody());
    QCOMPARE(again.status, 409);
    QCOMPARE(again.nixflexType(), u"conflict"_s);
}

void NixflexNumbersTest::anotherCustomersNumberIsAConflict()
{
    QCOMPARE(NixflexCaller(*m_world).call("POST", "/v1/phone-numbers", importBody()).status, 201);
    NixflexCaller other(*m_world);
    other.key = m_world->read([](const WorldData &data) {
        return (data.keys.at(1).keyId + u':' + data.keys.at(1).keySecret).toUtf8();
    });
    QJsonObject body = importBody();
    body.insert(u"agent_id"_s,
                m_world->read([](const WorldData &data) { return data.agents.back().agentId; }));
    QCOMPARE(other.call("POST", "/v1/phone-numbers", body).nixflexCode(), u"number_already_imported"_s);
}

void NixflexNumbersTest::listIsNewestFirstAndPaged()
{
    SimulatorOptions options;
    options.fleet = 300;
    SharedWorld world(options);
    const NixflexCaller nixflex(world);
    const int total = world.read([](const WorldData &data) { return static_cast<int>(data.rows.size()); });
    QVERIFY(total > 120);
    QCOMPARE(nixflex.call("GET", "/v1/phone-numbers").object.value(u"phone_numbers").toArray().size(), 25);
    QStringList order;
    QString before = u"9999"_s;
    for (int offset = 0;; offset += 100) {
        const Reply reply =
            nixflex.call("GET", "/v1/phone-numbers?limit=5000&offset=" + QByteArray::number(offset));
        QCOMPARE(reply.object.value(u"count").toInt(), total);
        const QJsonArray page = reply.object.value(u"phone_numbers").toArray();
        QVERIFY(page.size() <= 100);
        for (const auto &row : page) {
            const QString created = row.toObject().value(u"created_at").toString();
            QVERIFY(created <= before);
            before = created;
            order.append(row.toObject().value(u"phone_number").toString());
        }
        if (page.size() < 100) {
            break;
        }
    }
    QCOMPARE(order.size(), total);
    order.removeDuplicates();
    QCOMPARE(order.size(), total);
    const Reply beyond = nixflex.call("GET", "/v1/phone-numbers?offset=100000");
    QCOMPARE(beyond.status, 200);
    QVERIFY(beyond.object.value(u"phone_numbers").toArray().isEmpty());
}

void NixflexNumbersTest::listUnpagedStopsAtAThousand()
{
    SimulatorOptions options;
    options.fleet = 2'000;
    options.modes.listMode = ListMode::Unpaged;
    SharedWorld world(options);
    const Reply reply = NixflexCaller(world).call("GET", "/v1/phone-numbers?limit=10&offset=50");
    QCOMPARE(reply.object.value(u"phone_numbers").toArray().size(), 1'000);
    QCOMPARE(reply.object.value(u"count").toInt(), 1'000);
}

void NixflexNumbersTest::listFiltersByAgent()
{
    const NixflexCaller nixflex(*m_world);
    const QString agent =
        m_world->read([](const WorldData &data) { return data.rows.begin()->second.agentId; });
    const Reply reply = nixflex.call("GET", "/v1/phone-numbers?limit=100&agent_id=" + agent.toUtf8());
    QVERIFY(reply.object.value(u"count").toInt() >= 1);
    for (const auto &row : reply.object.value(u"phone_numbers").toArray()) {
        QCOMPARE(row.toObject().value(u"agent_id").toString(), agent);
    }
    const Reply none = nixflex.call("GET", "/v1/phone-numbers?agent_id=agent_x");
    QCOMPARE(none.status, 200);
    QCOMPARE(none.object.value(u"count").toInt(), 0);
}

void NixflexNumbersTest::aRawPlusFindsNothing()
{
    const NixflexCaller nixflex(*m_world);
    const QString phone =
        m_world->read([](const WorldData &data) { return data.rows.begin()->second.phoneNumber; });
    const QJsonObject body{{u"custom_prompt"_s, u"x"_s}};
    const Reply raw = nixflex.call("PATCH", "/v1/phone-numbers/" + phone.toUtf8(), body);
    QCOMPARE(raw.status, 404);
    QCOMPARE(raw.nixflexCode(), u"number_not_found"_s);
    QCOMPARE(nixflex.call("PATCH", "/v1/phone-numbers/" + encoded(phone), body).status, 200);
}

void NixflexNumbersTest::updateChangesOnlyWhatWasSent()
{
    const NixflexCaller nixflex(*m_world);
    QCOMPARE(nixflex.call("POST", "/v1/phone-numbers", importBody()).status, 201);
    const QByteArray path = "/v1/phone-numbers/" + encoded(m_free);
    const auto row = [](const Reply &reply) { return reply.object.value(u"phone_number").toObject(); };
    Reply reply = nixflex.call("PATCH", path,
                               {{u"custom_prompt"_s, u"Hi"_s},
                                {u"speaking_rate"_s, 9.0},
                                {u"sms_reply_enabled"_s, true},
                                {u"voicemail_leave_enabled"_s, true},
                                {u"voicemail_message"_s, u"Bye"_s}});
    QCOMPARE(reply.status, 200);
    QCOMPARE(row(reply).value(u"speaking_rate").toDouble(), 1.5); // clamped, not refused
    reply = nixflex.call("PATCH", path, {{u"record_call"_s, false}});
    QCOMPARE(row(reply).value(u"custom_prompt").toString(), u"Hi"_s);
    QCOMPARE(row(reply).value(u"record_call"), QJsonValue(false));
    QCOMPARE(row(reply).value(u"sms_reply_enabled"), QJsonValue(true));
    reply =
        nixflex.call("PATCH", path, {{u"custom_prompt"_s, QJsonValue()}, {u"speaking_rate"_s, QJsonValue()}});
    QVERIFY(row(reply).value(u"custom_prompt").isNull());
    QVERIFY(row(reply).value(u"speaking_rate").isNull());
    QCOMPARE(
        row(nixflex.call("PATCH", path, {{u"custom_prompt"_s, u"x"_s}})).value(u"custom_prompt").toString(),
        u"x"_s);
    QVERIFY(row(nixflex.call("PATCH", path, {{u"custom_prompt"_s, u""_s}})).value(u"custom_prompt").isNull());
}

void NixflexNumbersTest::updateRefusesWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QJsonObject() << u"missing_field"_s;
    QTest::newRow("only unknown") << QJsonObject{{u"agent_id"_s, u"agent_1"_s}} << u"missing_field"_s;
    QTest::newRow("long prompt") << QJsonObject{{u"custom_prompt"_s, QString(8'001, u'p')}}
                                 << u"custom_prompt_too_long"_s;
    QTest::newRow("long SMS prompt") << QJsonObject{{u"sms_prompt"_s, QString(20'001, u'p')}}
                                     << u"prompt_too_long"_s;
    QTest::newRow("voicemail without text")
        << QJsonObject{{u"voicemail_leave_enabled"_s, true}} << u"voicemail_message_required"_s;
}

void NixflexNumbersTest::updateRefusesWhatIsWrong()
{
    QFETCH(QJsonObject, body);
    const NixflexCaller nixflex(*m_world);
    QCOMPARE(nixflex.call("POST", "/v1/phone-numbers", importBody()).status, 201);
    const Reply reply = nixflex.call("PATCH", "/v1/phone-numbers/" + encoded(m_free), body);
    QCOMPARE(reply.status, 400);
    QTEST(reply.nixflexCode(), "code");
}

void NixflexNumbersTest::deleteClearsTheWebhooksAndTheRow()
{
    const NixflexCaller nixflex(*m_world);
    QCOMPARE(nixflex.call("POST", "/v1/phone-numbers", importBody()).status, 201);
    const Reply reply = nixflex.call("DELETE", "/v1/phone-numbers/" + encoded(m_free));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.object.value(u"phone_number").toObject().value(u"deleted"), QJsonValue(true));
    QVERIFY(numberNow().voiceUrl.isEmpty());
    QVERIFY(numberNow().smsUrl.isEmpty());
    QVERIFY(numberNow().statusCallback.isEmpty());
    QCOMPARE(nixflex.call("DELETE", "/v1/phone-numbers/" + encoded(m_free)).nixflexCode(),
             u"number_not_found"_s);
}

void NixflexNumbersTest::deleteWithADeadTokenLeavesTheWebhooks()
{
    const NixflexCaller nixflex(*m_world);
    QCOMPARE(nixflex.call("POST", "/v1/phone-numbers", importBody()).status, 201);
    m_world->change([&](WorldData &data) { data.account(m_account.sid)->authToken = u"rotated"_s; });
    QCOMPARE(nixflex.call("DELETE", "/v1/phone-numbers/" + encoded(m_free)).status, 200);
    QCOMPARE(numberNow().voiceUrl, engine::voiceUrl);
}

void NixflexNumbersTest::someoneElsesNumberIsNotFound()
{
    const QString phone =
        m_world->read([](const WorldData &data) { return data.rows.begin()->second.phoneNumber; });
    NixflexCaller other(*m_world);
    other.key = m_world->read([](const WorldData &data) {
        return (data.keys.at(1).keyId + u':' + data.keys.at(1).keySecret).toUtf8();
    });
    QCOMPARE(other.call("DELETE", "/v1/phone-numbers/" + encoded(phone)).nixflexCode(),
             u"number_not_found"_s);
    QCOMPARE(other.call("GET", "/v1/phone-numbers").object.value(u"count").toInt(), 0);
}

void NixflexNumbersTest::integrationsBelongToTheNumber()
{
    const NixflexCaller nixflex(*m_world);
    const QString phone =
        m_world->read([](const WorldData &data) { return data.rows.begin()->second.phoneNumber; });
    const QByteArray base = "/v1/integrations/";
    const QByteArray tail = "/number/" + encoded(phone);
    QCOMPARE(nixflex.call("GET", base + "monitor" + tail).object.value(u"monitor_enabled"),
             QJsonValue(false));
    QCOMPARE(nixflex.call("PUT", base + "monitor" + tail, {{u"enabled"_s, true}}).status, 200);
    QCOMPARE(nixflex.call("GET", base + "monitor" + tail).object.value(u"monitor_enabled"), QJsonValue(true));
    QCOMPARE(nixflex.call("PUT", base + "web-calls" + tail).nixflexCode(), u"missing_field"_s);
    QCOMPARE(nixflex.call("PUT", base + "webhook2" + tail, {{u"url"_s, u"https://a.example/x"_s}}).status,
             200);
    QCOMPARE(nixflex.call("GET", base + "webhook2" + tail).object.value(u"url").toString(),
             u"https://a.example/x"_s);
    QVERIFY(nixflex.call("GET", base + "webhook" + tail).object.value(u"url").isNull());
    QVERIFY(nixflex.call("DELETE", base + "webhook2" + tail).object.value(u"url").isNull());
    QCOMPARE(nixflex.call("GET", base + "monitor/number/%2B1999").nixflexCode(), u"number_not_found"_s);
}

QTEST_GUILESS_MAIN(NixflexNumbersTest)
#include "tst_nixflexnumbers.moc"

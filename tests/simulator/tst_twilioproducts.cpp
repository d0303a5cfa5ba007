#include "simulator/apicalls.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// What decides about a number beside its own URLs: services, trunks, applications; and who changed it.
class TwilioProductsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsServicesWithAbsoluteLinks();
    void eachAccountSeesItsOwn();
    void pagesTheNumbersOfAService();
    void aNumberIsInOneServiceOnly();
    void showsTrunksAndApplications();
    void listsTheNumbersOfATrunk();
    void putsANumberOnATrunkAndTakesItOff();
    void recordsWhoChangedANumber();
    void tellsTheVoiceRegion();

private:
    std::unique_ptr<SharedWorld> m_world;
    TwilioAccount m_account;
    std::unique_ptr<TwilioCaller2010> m_twilio;
};

void TwilioProductsTest::init()
{
    SimulatorOptions options;
    options.fleet = 400;
    m_world = std::make_unique<SharedWorld>(options);
    m_account = accountAt(*m_world, 0);
    m_twilio = std::make_unique<TwilioCaller2010>(*m_world, m_account.sid, m_account.authToken);
}

void TwilioProductsTest::listsServicesWithAbsoluteLinks()
{
    const Reply page = m_twilio->get(u"/v1/Services?PageSize=1"_s);
    const QJsonObject meta = page.object.value(u"meta").toObject();
    QCOMPARE(meta.value(u"key").toString(), u"services"_s);
    QCOMPARE(meta.value(u"page_size").toInt(), 1);
    const QString next = meta.value(u"next_page_url").toString();
    QVERIFY(next.startsWith("https://127.0.0.1:1/v1/Services?"_L1));
    const Reply second = m_twilio->get(QString(next).remove(u"https://127.0.0.1:1"_s));
    QVERIFY(second.object.value(u"meta").toObject().value(u"next_page_url").isNull());
    const QJsonObject service = second.object.value(u"services").toArray().first().toObject();
    QCOMPARE(service.value(u"use_inbound_webhook_on_number"), QJsonValue(false));
    QVERIFY(service.value(u"inbound_request_url").isNull()); // this one drops what comes in
    QVERIFY(service.value(u"date_created").toString().endsWith(u'Z'));
    const Reply one = m_twilio->get(u"/v1/Services/"_s + service.value(u"sid").toString());
    QCOMPARE(one.object, service);
}

void TwilioProductsTest::eachAccountSeesItsOwn()
{
    const TwilioAccount sub = accountAt(*m_world, 1);
    const TwilioCaller2010 own(*m_world, sub.sid, sub.authToken);
    const QString sid = own.get(u"/v1/Services"_s)
                            .object.value(u"services")
                            .toArray()
                            .first()
                            .toObject()
                            .value(u"sid")
                            .toString();
    QCOMPARE(own.get(u"/v1/Services/"_s + sid).status, 200);
    // The parent's pair does not reach it: these APIs know no account in the path.
    QCOMPARE(m_twilio->get(u"/v1/Services/"_s + sid).twilioCode(), 20404);
}

void TwilioProductsTest::pagesTheNumbersOfAService()
{
    const MessagingService service =
        m_world->read([](const WorldData &data) { return data.services.front(); });
    QVERIFY(service.numberSids.size() > 3);
    QString next = u"/v1/Services/"_s + service.sid + u"/PhoneNumbers?PageSize=2"_s;
    QStringList seen;
    while (!next.isEmpty()) {
        const Reply page = m_twilio->get(next);
        for (const auto &number : page.object.value(u"phone_numbers").toArray()) {
            seen.append(number.toObject().value(u"sid").toString());
            QVERIFY(number.toObject().value(u"capabilities").isArray());
        }
        next = page.object.value(u"meta")
                   .toObject()
                   .value(u"next_page_url")
                   .toString()
                   .remove(u"https://127.0.0.1:1"_s);
    }
    QCOMPARE(seen, service.numberSids);
}

void TwilioProductsTest::aNumberIsInOneServiceOnly()
{
    const MessagingService first = m_world->read([](const WorldData &data) { return data.services.at(0); });
    const MessagingService second = m_world->read([](const WorldData &data) { return data.services.at(1); });
    const QString sid = first.numberSids.first();
    const QString here = u"/v1/Services/%1/PhoneNumbers"_s.arg(first.sid);
    const QString there = u"/v1/Services/%1/PhoneNumbers"_s.arg(second.sid);
    const Form form{{u"PhoneNumberSid"_s, sid}};
    QCOMPARE(m_twilio->post(here, form).twilioCode(), 21710);
    QCOMPARE(m_twilio->post(there, form).twilioCode(), 21712);
    QCOMPARE(m_twilio->remove(here + u'/' + sid).status, 204);
    QCOMPARE(m_twilio->get(here + u'/' + sid).twilioCode(), 20404);
    QCOMPARE(m_twilio->post(there, form).status, 201);
    QCOMPARE(m_twilio->get(there + u'/' + sid).status, 200);
    // Releasing the number takes it out.
    QCOMPARE(m_twilio->remove(under(m_account, u"/IncomingPhoneNumbers/"_s + sid + u".json"_s)).status, 204);
    QVERIFY(
        !m_world->read([](const WorldData &data) { return data.services.at(1).numberSids; }).contains(sid));
}

void TwilioProductsTest::showsTrunksAndApplications()
{
    const QJsonObject trunk =
        m_twilio->get(u"/v1/Trunks"_s).object.value(u"trunks").toArray().first().toObject();
    QCOMPARE(m_twilio->get(u"/v1/Trunks/"_s + trunk.value(u"sid").toString()).object, trunk);
    const QJsonObject app = m_twilio->get(under(m_account, u"/Applications.json"_s))
                                .object.value(u"applications")
                                .toArray()
                                .first()
                                .toObject();
    QVERIFY(app.value(u"voice_url").toString().startsWith("https://"_L1));
    QCOMPARE(m_twilio->get(app.value(u"uri").toString()).object, app);
    QCOMPARE(m_twilio->get(under(m_account, u"/Applications/AP0.json"_s)).twilioCode(), 20404);
    QCOMPARE(m_twilio->get(u"/v1/Trunks/TK0"_s).twilioCode(), 20404);
}

void TwilioProductsTest::listsTheNumbersOfATrunk()
{
    const QString trunk = m_twilio->get(u"/v1/Trunks"_s).object.value(u"trunks")[0][u"sid"].toString();
    const QStringList all = m_world->read([&](const WorldData &data) {
        QStringList sids;
        for (const TwilioNumber &number : data.allNumbers()) {
            if (number.trunkSid == trunk) {
                sids.append(number.sid);
            }
        }
        return sids;
    });
    QVERIFY(all.size() > 2);
    QStringList seen;
    QString next = u"/v1/Trunks/%1/PhoneNumbers?PageSize=2"_s.arg(trunk);
    while (!next.isEmpty()) {
        const Reply page = m_twilio->get(next.remove(u"https://127.0.0.1:1"_s));
        QCOMPARE(page.status, 200);
        for (const auto &number : page.object.value(u"phone_numbers").toArray()) {
            QCOMPARE(number[u"trunk_sid"].toString(), trunk);
            QVERIFY(number[u"phone_number"].toString().startsWith(u'+'));
            seen.append(number[u"sid"].toString());
        }
        next = page.object.value(u"meta")[u"next_page_url"].toString();
    }
    QCOMPARE(seen, all);
    const TwilioAccount sub = accountAt(*m_world, 1);
    QCOMPARE(TwilioCaller2010(*m_world, sub.sid, sub.authToken)
                 .get(u"/v1/Trunks/%1/PhoneNumbers"_s.arg(trunk))
                 .twilioCode(),
             20404); // another account's trunk
}

void TwilioProductsTest::putsANumberOnATrunkAndTakesItOff()
{
    const QString trunk = m_twilio->get(u"/v1/Trunks"_s).object.value(u"trunks")[0][u"sid"].toString();
    const QString sid = m_world->read([&](const WorldData &data) {
        for (const int index : data.numbersOf(m_account.sid)) {
            if (!data.numberAt(index).voiceApplicationSid.isEmpty()) {
                return data.numberAt(index).sid;
            }
        }
        return QString();
    });
    const auto number = [&] {
        return m_world->change([&](WorldData &data) { return *data.numberBySid(sid); });
    };
    const QString list = u"/v1/Trunks/%1/PhoneNumbers"_s.arg(trunk);
    QCOMPARE(m_twilio->post(list, {{u"PhoneNumberSid"_s, sid}}).status, 201);
    QCOMPARE(number().trunkSid, trunk);
    QVERIFY(number().voiceApplicationSid.isEmpty()); // one excludes the other
    QCOMPARE(m_twilio->get(list + u'/' + sid).object.value(u"sid").toString(), sid);
    QCOMPARE(m_twilio->remove(list + u'/' + sid).status, 204);
    QVERIFY(number().trunkSid.isEmpty());
    QCOMPARE(m_twilio->get(list + u'/' + sid).status, 404);
    QCOMPARE(m_twilio->remove(list + u'/' + sid).status, 404);
    QCOMPARE(m_twilio->post(list, {{u"PhoneNumberSid"_s, u"PN0"_s}}).status, 404);
}

void TwilioProductsTest::recordsWhoChangedANumber()
{
    const TwilioNumber number = m_world->read(
        [&](const WorldData &data) { return data.numberAt(data.numbersOf(m_account.sid).front()); });
    const QString target = under(m_account, u"/IncomingPhoneNumbers/"_s + number.sid + u".json"_s);
    QCOMPARE(m_twilio->post(target, {{u"FriendlyName"_s, u"a"_s}}).status, 200);
    const TwilioCaller2010 key(*m_world, m_account.apiKeySid, m_account.apiKeySecret);
    QCOMPARE(key.post(target, {{u"FriendlyName"_s, u"b"_s}}).status, 200);
    const QJsonArray events =
        m_twilio->get(u"/v1/Events?ResourceSid="_s + number.sid).object.value(u"events").toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.at(0).toObject().value(u"actor_sid").toString(), m_account.apiKeySid); // newest first
    QCOMPARE(events.at(1).toObject().value(u"actor_sid").toString(), m_account.sid);
}

void TwilioProductsTest::tellsTheVoiceRegion()
{
    const QString phone = m_world->read([&](const WorldData &data) {
        return data.numberAt(data.numbersOf(m_account.sid).front()).phoneNumber;
    });
    const Reply reply = m_twilio->get(u"/v2/PhoneNumbers/"_s + QString::fromLatin1(encoded(phone)));
    QCOMPARE(reply.object.value(u"voice_region").toString(), u"us1"_s);
    // Twilio's own library sends the + as it is.
    QCOMPARE(m_twilio->get(u"/v2/PhoneNumbers/"_s + phone).object, reply.object);
    QCOMPARE(m_twilio->get(u"/v2/PhoneNumbers/%2B19999"_s).twilioCode(), 20404);
}

QTEST_GUILESS_MAIN(TwilioProductsTest)
#include "tst_twilioproducts.moc"

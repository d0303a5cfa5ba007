#include "simulator/apicalls.h"

#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// Twilio's IncomingPhoneNumbers: pages, filters, changes, moves, release and purchase.
class TwilioNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void followsEveryPageOnce_data();
    void followsEveryPageOnce();
    void keepsPagingWhenANumberIsReleasedMeanwhile();
    void givesAThousandAtMost();
    void refusesWrongPages_data();
    void refusesWrongPages();
    void filtersByPattern();
    void filtersByNameAndOrigin();
    void mixesNullAndEmptyUrls();
    void updatesOnlyWhatWasSent();
    void clearsWithEmptyValues();
    void trunkAndApplicationExcludeEachOther();
    void refusesWrongFields_data();
    void refusesWrongFields();
    void movesWithTheParentsPairOnly();
    void releasesForGood();
    void buys_data();
    void buys();
    void buyingSetsWebhooks();
    void aTrialAccountHasOneNumber();
    void listsCountries();
    void searchesAvailableNumbers_data();
    void searchesAvailableNumbers();
    void whatIsFoundCanBeBought();

private:
    QString path(const QString &rest = {}) const
    {
        return under(m_account, u"/IncomingPhoneNumbers"_s + rest);
    }
    QString first() const
    {
        return m_world->read(
            [&](const WorldData &data) { return data.numberAt(data.numbersOf(m_account.sid).front()).sid; });
    }

    std::unique_ptr<SharedWorld> m_world;
    TwilioAccount m_account;
    std::unique_ptr<TwilioCaller2010> m_twilio;
};

void TwilioNumbersTest::init()
{
    SimulatorOptions options;
    options.fleet = 240;
    m_world = std::make_unique<SharedWorld>(options);
    m_account = accountAt(*m_world, 0);
    m_twilio = std::make_unique<TwilioCaller2010>(*m_world, m_account.sid, m_account.authToken);
}

void TwilioNumbersTest::followsEveryPageOnce_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("pages");
    QTest::newRow("default") << QString() << 3;
    QTest::newRow("seven") << u"?PageSize=7"_s << 18;
    QTest::newRow("exactly all") << u"?PageSize=120"_s << 1;
    QTest::newRow("thousand") << u"?PageSize=1000"_s << 1;
    QTest::newRow("more than is given at once") << u"?PageSize=50000"_s << 1;
    QTest::newRow("with a filter") << u"?PageSize=5&PhoneNumber=%2B1*"_s << -1;
}

void TwilioNumbersTest::followsEveryPageOnce()
{
    QFETCH(QString, query);
    QFETCH(int, pages);
    QString next = path(u".json"_s + query);
    QSet<QString> seen;
    int count = 0;
    int fetched = 0;
    while (!next.isEmpty()) {
        const Reply page = m_twilio->get(next);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.object.value(u"page").toInt(), fetched);
        QCOMPARE(page.object.value(u"start").toInt(), fetched * page.object.value(u"page_size").toInt());
        for (const auto &number : page.object.value(u"incoming_phone_numbers").toArray()) {
            seen.insert(number.toObject().value(u"sid").toString());
            ++count;
        }
        QCOMPARE(page.object.value(u"previous_page_uri").isNull(), fetched == 0);
        next = page.object.value(u"next_page_uri").toString();
        QVERIFY(next.isEmpty() || next.startsWith(u'/')); // relative
        ++fetched;
    }
    QCOMPARE(seen.size(), count);
    if (pages > 0) {
        QCOMPARE(fetched, pages);
        QCOMPARE(count, 120);
    } else {
        QVERIFY(count > 10 && count < 120);
    }
}

void TwilioNumbersTest::keepsPagingWhenANumberIsReleasedMeanwhile()
{
    const Reply page = m_twilio->get(path(u".json?PageSize=10"_s));
    const QJsonArray numbers = page.object.value(u"incoming_phone_numbers").toArray();
    QCOMPARE(m_twilio->remove(numbers.first().toObject().value(u"uri").toString()).status, 204);
    QStringList before;
    for (const auto &number : numbers) {
        before.append(number.toObject().value(u"sid").toString());
    }
    const Reply second = m_twilio->get(page.object.value(u"next_page_uri").toString());
    const QString expected = m_world->read([&](const WorldData &data) {
        const auto &all = data.numbersOf(m_account.sid);
        return data.numberAt(all[all.size() - 10]).sid; // nine of the first page are left at the end
    });
    QCOMPARE(
        second.object.value(u"incoming_phone_numbers").toArray().first().toObject().value(u"sid").toString(),
        expected);
    QVERIFY(!before.contains(expected));
}

void TwilioNumbersTest::givesAThousandAtMost()
{
    const Reply page = m_twilio->get(path(u".json?PageSize=50000"_s));
    QCOMPARE(page.status, 200);
    QCOMPARE(page.object.value(u"page_size").toInt(), 1'000);
    QVERIFY(page.object.value(u"uri").toString().contains("PageSize=1000"_L1));
    const Reply services = m_twilio->get(u"/v1/Services?PageSize=1001"_s);
    QCOMPARE(services.object.value(u"meta")[u"page_size"].toInt(), 1'000);
}

void TwilioNumbersTest::refusesWrongPages_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("none") << u"?PageSize=0"_s;
    QTest::newRow("no number") << u"?PageSize=all"_s;
    QTest::newRow("negative page") << u"?Page=-1"_s;
    QTest::newRow("foreign token") << u"?PageToken=xyz"_s;
}

void TwilioNumbersTest::refusesWrongPages()
{
    QFETCH(QString, query);
    const Reply reply = m_twilio->get(path(u".json"_s + query));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.twilioCode(), 20001);
}

void TwilioNumbersTest::filtersByPattern()
{
    const QString phone =
        m_twilio->get(path(u'/' + first() + u".json"_s)).object.value(u"phone_number").toString();
    const auto found = [&](const QString &pattern) {
        QStringList numbers;
        for (const auto &item : m_twilio->get(path(u".json?PageSize=1000&PhoneNumber="_s + pattern))
                                    .object.value(u"incoming_phone_numbers")
                                    .toArray()) {
            numbers.append(item.toObject().value(u"phone_number").toString());
        }
        return numbers;
    };
    QCOMPARE(found(QString::fromLatin1(encoded(phone))), QStringList{phone});
    QCOMPARE(found(phone), QStringList{phone}); // a raw + is read as a blank and does no harm here
    QVERIFY(found(phone.mid(3, 5)).contains(phone));
    QVERIFY(found(phone.left(6) + u"**"_s + phone.mid(8)).contains(phone));
    QVERIFY(found(u"0000000000000"_s).isEmpty());
}

void TwilioNumbersTest::filtersByNameAndOrigin()
{
    const Reply named =
        m_twilio->get(path(u".json?FriendlyName=Brightsmile%20Dental%20%E2%80%93%20Reception"_s));
    QVERIFY(!named.object.value(u"incoming_phone_numbers").toArray().isEmpty());
    for (const auto &number : named.object.value(u"incoming_phone_numbers").toArray()) {
        QCOMPARE(number.toObject().value(u"friendly_name").toString(), u"Brightsmile Dental – Reception"_s);
    }
    for (const auto &number :
         m_twilio->get(path(u".json?Origin=hosted"_s)).object.value(u"incoming_phone_numbers").toArray()) {
        QCOMPARE(number.toObject().value(u"origin").toString(), u"hosted"_s);
    }
}

void TwilioNumbersTest::mixesNullAndEmptyUrls()
{
    int nulls = 0;
    int empties = 0;
    for (const auto &number :
         m_twilio->get(path(u".json?PageSize=1000"_s)).object.value(u"incoming_phone_numbers").toArray()) {
        const QJsonValue url = number.toObject().value(u"sms_fallback_url");
        nulls += url.isNull() ? 1 : 0;
        empties += url == u""_s ? 1 : 0;
    }
    QVERIFY(nulls > 10);
    QVERIFY(empties > 10);
}

void TwilioNumbersTest::updatesOnlyWhatWasSent()
{
    const QString target = path(u'/' + first() + u".json"_s);
    const QJsonObject before = m_twilio->get(target).object;
    const Reply reply = m_twilio->post(target, {{u"VoiceUrl"_s, u"https://new.example/voice?a=1&b=2"_s},
                                                {u"VoiceMethod"_s, u"GET"_s},
                                                {u"VoiceCallerIdLookup"_s, u"true"_s}});
    QCOMPARE(reply.status, 200);
    QJsonObject expected = before;
    expected.insert(u"voice_url"_s, u"https://new.example/voice?a=1&b=2"_s);
    expected.insert(u"voice_method"_s, u"GET"_s);
    expected.insert(u"voice_caller_id_lookup"_s, true);
    expected.insert(u"date_updated"_s, reply.object.value(u"date_updated"));
    QCOMPARE(reply.object, expected);
    QVERIFY(reply.object.value(u"date_updated") != before.value(u"date_updated"));
    QCOMPARE(m_twilio->get(target).object, expected);
}

void TwilioNumbersTest::clearsWithEmptyValues()
{
    const QString target = path(u'/' + first() + u".json"_s);
    const Reply reply = m_twilio->post(
        target, {{u"VoiceUrl"_s, QString()}, {u"SmsUrl"_s, QString()}, {u"VoiceMethod"_s, QString()}});
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.object.value(u"voice_url").toString().isEmpty());
    QVERIFY(reply.object.value(u"sms_url").toString().isEmpty());
    QCOMPARE(reply.object.value(u"voice_method").toString(), u"POST"_s);
}

void TwilioNumbersTest::trunkAndApplicationExcludeEachOther()
{
    const QString target = path(u'/' + first() + u".json"_s);
    const QString trunk = m_world->read([&](const WorldData &data) { return data.trunks.front().sid; });
    const QString app = m_world->read([&](const WorldData &data) { return data.applications.front().sid; });
    Reply reply = m_twilio->post(target, {{u"VoiceApplicationSid"_s, app}});
    QCOMPARE(reply.object.value(u"voice_application_sid").toString(), app);
    reply = m_twilio->post(target, {{u"TrunkSid"_s, trunk}});
    QCOMPARE(reply.object.value(u"trunk_sid").toString(), trunk);
    QVERIFY(reply.object.value(u"voice_application_sid").toString().isEmpty());
    reply = m_twilio->post(target, {{u"VoiceApplicationSid"_s, app}});
    QVERIFY(reply.object.value(u"trunk_sid").isNull());
    reply = m_twilio->post(target, {{u"VoiceApplicationSid"_s, QString()}});
    QVERIFY(reply.object.value(u"voice_application_sid").toString().isEmpty());
    QVERIFY(!reply.object.value(u"voice_url").toString().isEmpty()); // the URLs were there all the time
}

void TwilioNumbersTest::refusesWrongFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::newRow("no URL") << u"VoiceUrl"_s << u"not a url"_s << 21402;
    QTest::newRow("other scheme") << u"SmsUrl"_s << u"ftp://a.example/"_s << 21402;
    QTest::newRow("method") << u"VoiceMethod"_s << u"PUT"_s << 21403;
    QTest::newRow("fallback without main") << u"SmsFallbackUrl"_s << u"https://a.example/"_s << 21405;
    QTest::newRow("long name") << u"FriendlyName"_s << QString(65, u'n') << 20001;
    QTest::newRow("foreign trunk") << u"TrunkSid"_s << u"TK00"_s << 20001;
    QTest::newRow("foreign application") << u"SmsApplicationSid"_s << u"AP00"_s << 20001;
    QTest::newRow("unknown account") << u"AccountSid"_s << u"AC00"_s << 20001;
}

void TwilioNumbersTest::refusesWrongFields()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    const QString target = path(u'/' + first() + u".json"_s);
    QCOMPARE(m_twilio->post(target, {{u"SmsUrl"_s, QString()}}).status, 200);
    const QJsonObject before = m_twilio->get(target).object;
    const Reply reply = m_twilio->post(target, {{u"FriendlyName"_s, u"kept out"_s}, {field, value}});
    QCOMPARE(reply.status, 400);
    QTEST(reply.twilioCode(), "code");
    QCOMPARE(m_twilio->get(target).object, before);
}

void TwilioNumbersTest::movesWithTheParentsPairOnly()
{
    const TwilioAccount sub = accountAt(*m_world, 1);
    const QString sid = first();
    const Reply moved = m_twilio->post(path(u'/' + sid + u".json"_s), {{u"AccountSid"_s, sub.sid}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.object.value(u"account_sid").toString(), sub.sid);
    QCOMPARE(m_twilio->get(path(u'/' + sid + u".json"_s)).twilioCode(), 20404);
    const QString there = under(sub, u"/IncomingPhoneNumbers/"_s + sid + u".json"_s);
    QCOMPARE(m_twilio->get(there).status, 200);
    const TwilioCaller2010 own(*m_world, sub.sid, sub.authToken);
    const Reply back = own.post(there, {{u"AccountSid"_s, m_account.sid}});
    QCOMPARE(back.status, 403);
    QCOMPARE(back.twilioCode(), 20403);
    QCOMPARE(m_twilio->post(there, {{u"AccountSid"_s, m_account.sid}}).status, 200);
    const TwilioAccount suspended = accountAt(*m_world, 3);
    QCOMPARE(m_twilio->post(path(u'/' + sid + u".json"_s), {{u"AccountSid"_s, suspended.sid}}).twilioCode(),
             20005);
}

void TwilioNumbersTest::releasesForGood()
{
    const QString target = path(u'/' + first() + u".json"_s);
    const Reply reply = m_twilio->remove(target);
    QCOMPARE(reply.status, 204);
    QVERIFY(reply.raw.body.isEmpty());
    QCOMPARE(m_twilio->get(target).twilioCode(), 20404);
    QCOMPARE(m_twilio->remove(target).twilioCode(), 20404);
}

void TwilioNumbersTest::buys_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing named") << Form{} << 21421;
    QTest::newRow("both named") << Form{{u"PhoneNumber"_s, u"+14155550100"_s}, {u"AreaCode"_s, u"415"_s}}
                                << 21421;
    QTest::newRow("not a number") << Form{{u"PhoneNumber"_s, u"415"_s}} << 21421;
    QTest::newRow("magic: invalid") << Form{{u"PhoneNumber"_s, u"+15005550001"_s}} << 21421;
    QTest::newRow("magic: unavailable") << Form{{u"PhoneNumber"_s, u"+15005550000"_s}} << 21422;
    QTest::newRow("not for sale") << Form{{u"PhoneNumber"_s, u"+81312345678"_s}} << 21422;
    QTest::newRow("bad area code") << Form{{u"AreaCode"_s, u"12"_s}} << 21451;
    QTest::newRow("empty area code") << Form{{u"AreaCode"_s, u"907"_s}} << 21452;
    QTest::newRow("magic: empty area") << Form{{u"AreaCode"_s, u"533"_s}} << 21452;
    QTest::newRow("good area code") << Form{{u"AreaCode"_s, u"512"_s}} << 0;
}

void TwilioNumbersTest::buys()
{
    QFETCH(Form, form);
    QFETCH(int, code);
    const Reply reply = m_twilio->post(path(u".json"_s), form);
    QCOMPARE(reply.twilioCode(), code);
    QCOMPARE(reply.status, code == 0 ? 201 : 400);
    if (code == 0) {
        QVERIFY(reply.object.value(u"phone_number").toString().startsWith("+1512"_L1));
        QCOMPARE(m_twilio->get(path(u'/' + reply.object.value(u"sid").toString() + u".json"_s)).status, 200);
        // The same one cannot be bought twice.
        const Form again{{u"PhoneNumber"_s, reply.object.value(u"phone_number").toString()}};
        QCOMPARE(m_twilio->post(path(u".json"_s), again).twilioCode(), 21422);
    }
}

void TwilioNumbersTest::buyingSetsWebhooks()
{
    const Reply reply = m_twilio->post(
        path(u".json"_s), {{u"AreaCode"_s, u"415"_s}, {u"VoiceUrl"_s, u"https://a.example/v"_s}});
    QCOMPARE(reply.object.value(u"voice_url").toString(), u"https://a.example/v"_s);
    QVERIFY(reply.object.value(u"friendly_name").toString().startsWith("(415) "_L1));
}

void TwilioNumbersTest::aTrialAccountHasOneNumber()
{
    const TwilioAccount trial = accountAt(*m_world, 4);
    const TwilioCaller2010 twilio(*m_world, trial.sid, trial.authToken);
    const QString target = under(trial, u"/IncomingPhoneNumbers.json"_s);
    QCOMPARE(twilio.post(target, {{u"AreaCode"_s, u"415"_s}}).twilioCode(), 21404);
    const QString uri = twilio.get(target)
                            .object.value(u"incoming_phone_numbers")
                            .toArray()
                            .first()
                            .toObject()
                            .value(u"uri")
                            .toString();
    QCOMPARE(twilio.remove(uri).status, 204);
    QCOMPARE(twilio.post(target, {{u"AreaCode"_s, u"415"_s}}).status, 201);
}

void TwilioNumbersTest::listsCountries()
{
    const Reply all = m_twilio->get(under(m_account, u"/AvailablePhoneNumbers.json"_s));
    QVERIFY(all.object.value(u"countries").toArray().size() >= 6);
    const Reply one = m_twilio->get(under(m_account, u"/AvailablePhoneNumbers/GB.json"_s));
    QCOMPARE(one.object.value(u"country_code").toString(), u"GB"_s);
    const QJsonObject types = one.object.value(u"subresource_uris").toObject();
    QVERIFY(types.contains(u"local"));
    QVERIFY(types.contains(u"mobile"));
    QVERIFY(!types.contains(u"toll_free"));
    QCOMPARE(m_twilio->get(under(m_account, u"/AvailablePhoneNumbers/XX.json"_s)).twilioCode(), 20404);
}

void TwilioNumbersTest::searchesAvailableNumbers_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<bool>("finds");
    QTest::newRow("area code") << u"US/Local.json?AreaCode=212"_s << u"+1212"_s << true;
    QTest::newRow("unknown area code") << u"US/Local.json?AreaCode=999"_s << QString() << false;
    QTest::newRow("toll free") << u"US/TollFree.json"_s << u"+1888"_s << true;
    QTest::newRow("mobile") << u"GB/Mobile.json?SmsEnabled=true"_s << u"+447"_s << true;
    QTest::newRow("no mobile in the US") << u"US/Mobile.json"_s << QString() << false;
    QTest::newRow("capability") << u"GB/Local.json?SmsEnabled=true"_s << QString() << false;
    QTest::newRow("contains") << u"US/Local.json?Contains=415*******"_s << u"+1415"_s << true;
    QTest::newRow("region") << u"US/Local.json?InRegion=TX"_s << u"+1512"_s << true;
    QTest::newRow("locality") << u"DE/Local.json?InLocality=M%C3%BCnchen"_s << u"+4989"_s << true;
    QTest::newRow("no address") << u"DE/Local.json?ExcludeAllAddressRequired=true"_s << QString() << false;
}

void TwilioNumbersTest::searchesAvailableNumbers()
{
    QFETCH(QString, search);
    QFETCH(QString, prefix);
    QFETCH(bool, finds);
    const Reply reply = m_twilio->get(under(m_account, u"/AvailablePhoneNumbers/"_s + search));
    QCOMPARE(reply.status, 200);
    const QJsonArray found = reply.object.value(u"available_phone_numbers").toArray();
    QCOMPARE(!found.isEmpty(), finds);
    QVERIFY(found.size() <= 30);
    for (const auto &number : found) {
        QVERIFY(number.toObject().value(u"phone_number").toString().startsWith(prefix));
    }
    QVERIFY(!reply.object.contains(u"next_page_uri"_s));
}

void TwilioNumbersTest::whatIsFoundCanBeBought()
{
    const QList<std::tuple<QString, Form, int>> countries{
        {u"US/Local"_s, {}, 0},
        {u"GB/Local"_s, {{u"AddressSid"_s, u"AD"_s + QString(32, u'a')}}, 21631},
        {u"FR/Local"_s, {{u"AddressSid"_s, u"AD"_s + QString(32, u'a')}}, 21615},
        {u"AU/Mobile"_s,
         {{u"AddressSid"_s, u"AD"_s + QString(32, u'a')}, {u"IdentitySid"_s, u"RI"_s + QString(32, u'a')}},
         21651},
        {u"DE/Local"_s,
         {{u"AddressSid"_s, u"AD"_s + QString(32, u'a')}, {u"BundleSid"_s, u"BU"_s + QString(32, u'a')}},
         21649}};
    for (const auto &[search, documents, refusal] : countries) {
        const Reply found =
            m_twilio->get(under(m_account, u"/AvailablePhoneNumbers/"_s + search + u".json?PageSize=3"_s));
        const QJsonArray numbers = found.object.value(u"available_phone_numbers").toArray();
        QCOMPARE(numbers.size(), 3);
        Form form{{u"PhoneNumber"_s, numbers.first().toObject().value(u"phone_number").toString()}};
        if (refusal != 0) {
            QCOMPARE(m_twilio->post(path(u".json"_s), form).twilioCode(), refusal);
        }
        form += documents;
        QCOMPARE(m_twilio->post(path(u".json"_s), form).status, 201);
    }
    const Reply german =
        m_twilio->get(under(m_account, u"/AvailablePhoneNumbers/DE/Local.json?PageSize=1"_s));
    const QString phone = german.object.value(u"available_phone_numbers")
                              .toArray()
                              .first()
                              .toObject()
                              .value(u"phone_number")
                              .toString();
    QCOMPARE(m_twilio->post(path(u".json"_s), {{u"PhoneNumber"_s, phone}, {u"BundleSid"_s, u"BU1"_s}})
                 .twilioCode(),
             21650);
}

QTEST_GUILESS_MAIN(TwilioNumbersTest)
#include "tst_twilionumbers.moc"

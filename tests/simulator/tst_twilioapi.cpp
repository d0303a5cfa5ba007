#include "simulator/apicalls.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// Who may reach what at the simulated Twilio, and the account resources.
class TwilioApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesWrongPairs_data();
    void refusesWrongPairs();
    void refusesSuspendedAndClosedAccounts();
    void aSuspendedParentSuspendsItsSubaccounts();
    void theParentReachesItsSubaccountsButNotTheOtherWayRound();
    void theParentReadsASuspendedSubaccountButCannotWrite();
    void anApiKeyReachesNumbersButNoAccounts();
    void testCredentialsReachOnlyBuying();
    void showsTheAccountWithItsToken();
    void listsTheMainAccountAndItsSubaccounts();
    void answersInTwiliosErrorForm();
    void answers429AboveTheConcurrency();

private:
    TwilioCaller2010 as(int index) const
    {
        const TwilioAccount account = accountAt(*m_world, index);
        return {*m_world, account.sid, account.authToken};
    }

    std::unique_ptr<SharedWorld> m_world;
};

void TwilioApiTest::init()
{
    SimulatorOptions options;
    options.fleet = 20;
    options.twilioConcurrency = 3;
    m_world = std::make_unique<SharedWorld>(options);
}

void TwilioApiTest::refusesWrongPairs_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("secret");
    QTest::newRow("unknown account") << u"AC00"_s << u"x"_s;
    QTest::newRow("wrong token") << u"MAIN"_s << u"x"_s;
    QTest::newRow("token of another account") << u"MAIN"_s << u"SUBTOKEN"_s;
    QTest::newRow("blank behind the token") << u"MAIN"_s << u"TOKEN "_s;
    QTest::newRow("upper-case sid") << u"UPPER"_s << u"TOKEN"_s;
    QTest::newRow("empty token") << u"MAIN"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TwilioApiTest::refusesWrongPairs()
{
    QFETCH(QString, user);
    QFETCH(QString, secret);
    const TwilioAccount main = accountAt(*m_world, 0);
    user.replace(u"MAIN"_s, main.sid).replace(u"UPPER"_s, main.sid.toUpper());
    secret.replace(u"SUBTOKEN"_s, accountAt(*m_world, 1).authToken).replace(u"TOKEN"_s, main.authToken);
    const Reply reply = TwilioCaller2010(*m_world, user, secret).get(under(main, u".json"_s));
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.twilioCode(), 20003);
    QVERIFY(reply.header("WWW-Authenticate").startsWith("Basic"));
}

void TwilioApiTest::refusesSuspendedAndClosedAccounts()
{
    const TwilioAccount suspended = accountAt(*m_world, 3);
    QCOMPARE(as(3).get(under(suspended, u".json"_s)).twilioCode(), 20003);
    m_world->change([](WorldData &data) { data.accounts[0].status = u"closed"_s; });
    QCOMPARE(as(0).get(under(accountAt(*m_world, 0), u".json"_s)).twilioCode(), 20003);
}

void TwilioApiTest::aSuspendedParentSuspendsItsSubaccounts()
{
    const TwilioAccount sub = accountAt(*m_world, 1);
    QCOMPARE(as(1).get(under(sub, u".json"_s)).status, 200);
    m_world->change([](WorldData &data) { data.accounts[0].status = u"suspended"_s; });
    QCOMPARE(as(1).get(under(sub, u".json"_s)).twilioCode(), 20003);
}

void TwilioApiTest::theParentReachesItsSubaccountsButNotTheOtherWayRound()
{
    const TwilioAccount main = accountAt(*m_world, 0);
    const TwilioAccount sub = accountAt(*m_world, 1);
    const TwilioAccount trial = accountAt(*m_world, 4);
    QCOMPARE(as(0).get(under(sub, u"/IncomingPhoneNumbers.json"_s)).status, 200);
    QCOMPARE(as(0).get(under(sub, u".json"_s)).object.value(u"auth_token").toString(), sub.authToken);
    QCOMPARE(as(1).get(under(main, u"/IncomingPhoneNumbers.json"_s)).twilioCode(), 20003);
    QCOMPARE(as(1).get(under(accountAt(*m_world, 2), u".json"_s)).twilioCode(), 20003);
    QCOMPARE(as(0).get(under(trial, u".json"_s)).twilioCode(), 20003);
    QCOMPARE(as(0).get(u"/2010-04-01/Accounts/AC%1.json"_s.arg(QString(32, u'0'))).twilioCode(), 20404);
}

void TwilioApiTest::theParentReadsASuspendedSubaccountButCannotWrite()
{
    const TwilioAccount suspended = accountAt(*m_world, 3);
    const Reply list = as(0).get(under(suspended, u"/IncomingPhoneNumbers.json"_s));
    QCOMPARE(list.status, 200);
    const QJsonArray numbers = list.object.value(u"incoming_phone_numbers").toArray();
    QVERIFY(!numbers.isEmpty());
    const QString uri = numbers.first().toObject().value(u"uri").toString();
    QCOMPARE(as(0).post(uri, {{u"FriendlyName"_s, u"x"_s}}).twilioCode(), 20005);
}

void TwilioApiTest::anApiKeyReachesNumbersButNoAccounts()
{
    const TwilioAccount main = accountAt(*m_world, 0);
    const TwilioCaller2010 key(*m_world, main.apiKeySid, main.apiKeySecret);
    QCOMPARE(key.get(under(main, u"/IncomingPhoneNumbers.json?PageSize=1"_s)).status, 200);
    QCOMPARE(key.get(u"/v1/Services"_s).status, 200);
    for (const QString &target : {under(main, u".json"_s), u"/2010-04-01/Accounts.json"_s}) {
        const Reply reply = key.get(target);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.twilioCode(), 20003);
    }
}

void TwilioApiTest::testCredentialsReachOnlyBuying()
{
    const TwilioAccount main = accountAt(*m_world, 0);
    const TwilioCaller2010 test(*m_world, main.testSid, main.testToken);
    const QString own = u"/2010-04-01/Accounts/"_s + main.testSid;
    for (const QString &target :
         {own + u".json"_s, own + u"/IncomingPhoneNumbers.json"_s, u"/v1/Services"_s}) {
        const Reply reply = test.get(target);
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.twilioCode(), 20008);
    }
    const Reply bought =
        test.post(own + u"/IncomingPhoneNumbers.json"_s, {{u"PhoneNumber"_s, u"+15005550006"_s}});
    QCOMPARE(bought.status, 201);
    QCOMPARE(bought.object.value(u"phone_number").toString(), u"+15005550006"_s);
    QVERIFY(m_world->read(
        [](const WorldData &data) { return data.numberByPhone(u"+15005550006"_s) == nullptr; }));
}

void TwilioApiTest::showsTheAccountWithItsToken()
{
    const TwilioAccount trial = accountAt(*m_world, 4);
    const Reply reply = as(4).get(under(trial, u".json"_s));
    QCOMPARE(reply.object.value(u"sid").toString(), trial.sid);
    QCOMPARE(reply.object.value(u"owner_account_sid").toString(), trial.sid);
    QCOMPARE(reply.object.value(u"type").toString(), u"Trial"_s);
    QCOMPARE(reply.object.value(u"status").toString(), u"active"_s);
    QCOMPARE(reply.object.value(u"auth_token").toString(), trial.authToken);
    static const QRegularExpression rfc2822(
        u"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\+0000$"_s);
    QVERIFY(rfc2822.match(reply.object.value(u"date_created").toString()).hasMatch());
    QCOMPARE(reply.header("Twilio-Concurrent-Requests"), QByteArray("1"));
}

void TwilioApiTest::listsTheMainAccountAndItsSubaccounts()
{
    const Reply all = as(0).get(u"/2010-04-01/Accounts.json"_s);
    QCOMPARE(all.object.value(u"accounts").toArray().size(), 4);
    QVERIFY(all.object.value(u"next_page_uri").isNull());
    const Reply suspended = as(0).get(u"/2010-04-01/Accounts.json?Status=suspended"_s);
    QCOMPARE(suspended.object.value(u"accounts").toArray().size(), 1);
    const Reply named =
        as(0).get(u"/2010-04-01/Accounts.json?FriendlyName=Caf%C3%A9+M%C3%BCller+%26+S%C3%B6hne"_s);
    QCOMPARE(named.object.value(u"accounts").toArray().size(), 1);
    QCOMPARE(as(1).get(u"/2010-04-01/Accounts.json"_s).object.value(u"accounts").toArray().size(), 1);

    QString next = u"/2010-04-01/Accounts.json?PageSize=1"_s;
    QSet<QString> seen;
    while (!next.isEmpty()) {
        const Reply page = as(0).get(next);
        seen.insert(page.object.value(u"accounts").toArray().first().toObject().value(u"sid").toString());
        next = page.object.value(u"next_page_uri").toString();
    }
    QCOMPARE(seen.size(), 4);
}

void TwilioApiTest::answersInTwiliosErrorForm()
{
    const Reply reply = as(0).get(under(accountAt(*m_world, 0), u"/Nothing.json"_s));
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.object.value(u"status").toInt(), 404);
    QCOMPARE(reply.twilioCode(), 20404);
    QCOMPARE(reply.object.value(u"more_info").toString(), u"https://www.twilio.com/docs/errors/20404"_s);
    QVERIFY(reply.object.value(u"message").toString().contains("/Nothing.json"_L1));
    QCOMPARE(as(0).remove(under(accountAt(*m_world, 0), u".json"_s)).status, 405);
}

void TwilioApiTest::answers429AboveTheConcurrency()
{
    TwilioCaller2010 main = as(0);
    main.concurrent = 3;
    QCOMPARE(main.get(u"/2010-04-01/Accounts.json"_s).status, 200);
    main.concurrent = 4;
    const Reply reply = main.get(u"/2010-04-01/Accounts.json"_s);
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.twilioCode(), 20429);
    QCOMPARE(reply.header("Twilio-Concurrent-Requests"), QByteArray("4"));
}

QTEST_GUILESS_MAIN(TwilioApiTest)
#include "tst_twilioapi.moc"

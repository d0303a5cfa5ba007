#include "net/httpclient.h"
#include "simulator/simulator.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"
#include "twilio/client.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using test::ScriptedServer;

namespace {

const QString token = u"0123456789abcdef0123456789abcdef"_s;
const QString sid = u"AC00000000000000000000000000000001"_s;

twilio::Credentials credentialsOf(const QString &account, const QString &secret)
{
    return {*AccountSid::parse(account),
            std::make_shared<const SecretString>(SecretString::fromText(secret))};
}

QByteArray numberJson(int index, const QByteArray &more = {})
{
    const QByteArray digits = QByteArray::number(index).rightJustified(8, '0');
    return "{\"sid\":\"PN000000000000000000000000" + digits + "\",\"phone_number\":\"+1415" +
           digits.right(7) + "\"" + more + "}";
}

QByteArray pageJson(const QByteArray &rows, const QByteArray &next)
{
    return "{\"incoming_phone_numbers\":[" + rows + "],\"next_page_uri\":" + next + "}";
}

} // namespace

class TestTwilioClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fetchesAccounts();
    void listsSubaccountsWithoutTheMainOne();
    void readsAllPages();
    void stopsWhenThePageIsEnough();
    void findsExactlyTheNumber();
    void fetchesEveryWebhookField();
    void listsMessagingServicesWithTheirSenders();
    void sendsPlusAndPairEncoded();
    void refusesOtherNextPages_data();
    void refusesOtherNextPages();
    void refusesPagesWithoutEnd();
    void keepsAPathBeforeTheApi();
    void dropsDuplicates();
    void readsWhatItMustAndForgivesTheRest_data();
    void readsWhatItMustAndForgivesTheRest();
    void sendsNothingForWhatIsNoNumberSid();

private:
    Result<Listing<twilio::IncomingNumber>> listFrom(const ScriptedServer &server,
                                                     const QString &base = u"/"_s);
    [[nodiscard]] twilio::Credentials mainPair() const
    {
        const auto account = m_simulator->mainAccount();
        return credentialsOf(account.sid, account.authToken);
    }

    std::unique_ptr<simulator::Simulator> m_simulator;
    SystemClock m_clock;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<twilio::Client> m_client;
};

void TestTwilioClient::initTestCase()
{
    simulator::SimulatorOptions options;
    options.fleet = 60;
    m_simulator = simulator::Simulator::start(options);
    QVERIFY(m_simulator);
    m_http = std::make_unique<net::HttpClient>(m_clock);
    m_client = std::make_unique<twilio::Client>(*m_http, twilio::Endpoints::single(m_simulator->twilioUrl()));
}

Result<Listing<twilio::IncomingNumber>> TestTwilioClient::listFrom(const ScriptedServer &server,
                                                                   const QString &base)
{
    twilio::Client client(*m_http, twilio::Endpoints::single(server.url(base)));
    const auto pair = credentialsOf(sid, token);
    return runTask(client.listIncomingNumbers(pair, pair.accountSid, {}, {}, {}));
}

void TestTwilioClient::fetchesAccounts()
{
    const auto main = m_simulator->mainAccount();
    const auto account = runTask(m_client->fetchAccount(mainPair(), *AccountSid::parse(main.sid), {}));
    QVERIFY2(account, account ? "" : qPrintable(account.error().report()));
    QCOMPARE(account->sid.toString(), main.sid);
    QCOMPARE(account->friendlyName, main.friendlyName);
    QCOMPARE(account->status, twilio::Account::Status::Active);
    QCOMPARE(account->type, twilio::Account::Type::Full);
    QVERIFY(!account->isSubaccount());
    QVERIFY(account->authToken && *account->authToken == *mainPair().authToken);

    const auto trial = m_simulator->trialAccount();
    const auto trialPair = credentialsOf(trial.sid, trial.authToken);
    const auto limited = runTask(m_client->fetchAccount(trialPair, trialPair.accountSid, {}));
    QVERIFY(limited);
    QCOMPARE(limited->type, twilio::Account::Type::Trial);
    QVERIFY(runTask(m_client->verifyCredentials(mainPair(), {})).has_value());
}

void TestTwilioClient::listsSubaccountsWithoutTheMainOne()
{
    const auto listed = runTask(m_client->listSubaccounts(mainPair(), {}));
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
    QSet<QString> sids;
    for (const auto &account : listed->rows) {
        QVERIFY(account.isSubaccount());
        QVERIFY(account.authToken);
        sids.insert(account.sid.toString());
    }
    QSet<QString> expected;
    for (const auto &account : m_simulator->subaccounts()) {
        expected.insert(account.sid);
    }
    QCOMPARE(sids, expected);
}

void TestTwilioClient::readsAllPages()
{
    const auto pair = mainPair();
    twilio::NumberFilter filter;
    filter.pageSize = 7;
    int pages = 0;
    const auto onPage = [&pages](const QList<twilio::IncomingNumber> &) { return ++pages > 0; };
    const auto listed = runTask(m_client->listIncomingNumbers(pair, pair.accountSid, filter, onPage, {}));
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
    const auto expected = m_simulator->numbers(pair.accountSid.toString());
    QCOMPARE(listed->rows.size(), expected.size());
    QCOMPARE(pages, (expected.size() + 6) / 7);
}

void TestTwilioClient::stopsWhenThePageIsEnough()
{
    const auto pair = mainPair();
    twilio::NumberFilter filter;
    filter.pageSize = 5;
    const auto onPage = [](const QList<twilio::IncomingNumber> &) { return false; };
    const auto listed = runTask(m_client->listIncomingNumbers(pair, pair.accountSid, filter, onPage, {}));
    QVERIFY(listed);
    QCOMPARE(listed->rows.size(), 5);
}

void TestTwilioClient::findsExactlyTheNumber()
{
    const auto pair = mainPair();
    const auto wanted = *PhoneNumber::fromE164(m_simulator->freeNumber());
    const auto found = runTask(m_client->findIncomingNumber(pair, pair.accountSid, wanted, {}));
    QVERIFY2(found, found ? "" : qPrintable(found.error().report()));
    QCOMPARE(found->phoneNumber, wanted);

    // The pattern of this one is found in others, which are not it.
    const auto fragment = *PhoneNumber::fromE164(wanted.e164().chopped(1));
    const auto missing = runTask(m_client->findIncomingNumber(pair, pair.accountSid, fragment, {}));
    QVERIFY(!missing);
    QVERIFY(missing.error().kind == Error::Kind::NotFound);
    QVERIFY(missing.error().userText.contains(fragment.international()));
}

void TestTwilioClient::fetchesEveryWebhookField()
{
    const auto pair = mainPair();
    const QString e164 = m_simulator->freeNumber();
    m_simulator->changeNumber(e164, [](simulator::TwilioNumber &number) {
        number.voiceFallbackUrl = u"https://f.example/?a=b&c=d"_s;
        number.statusCallback = u"https://s.example/"_s;
        number.smsMethod = u"GET"_s;
        number.voiceCallerIdLookup = true;
    });
    const auto expected = *m_simulator->number(e164);
    const auto number = runTask(m_client->fetchIncomingNumber(pair, pair.accountSid, expected.sid, {}));
    QVERIFY2(number, number ? "" : qPrintable(number.error().report()));
    QCOMPARE(number->webhooks.voiceUrl, expected.voiceUrl);
    QCOMPARE(number->webhooks.voiceFallbackUrl, expected.voiceFallbackUrl);
    QCOMPARE(number->webhooks.smsUrl, expected.smsUrl);
    QCOMPARE(number->webhooks.smsMethod, u"GET"_s);
    QCOMPARE(number->webhooks.statusCallback, expected.statusCallback);
    QCOMPARE(number->webhooks.voiceCallerIdLookup, u"true"_s);
    QVERIFY(number->capabilities.has_value());
    QCOMPARE(number->capabilities->voice, expected.voice);
    QCOMPARE(number->capabilities->sms, expected.sms);
    QVERIFY(number->updatedAt.isValid());
}

void TestTwilioClient::listsMessagingServicesWithTheirSenders()
{
    const auto listed = runTask(m_client->listMessagingServices(mainPair(), {}));
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
    qsizetype count = 0;
    const auto services = m_simulator->services();
    for (const auto &service : services) {
        if (service.accountSid != m_simulator->mainAccount().sid) {
            continue;
        }
        ++count;
        const auto found = std::find_if(listed->rows.begin(), listed->rows.end(),
                                        [&service](const auto &other) { return other.sid == service.sid; });
        QVERIFY(found != listed->rows.end());
        QCOMPARE(found->friendlyName, service.friendlyName);
        QCOMPARE(found->inboundRequestUrl, service.inboundRequestUrl);
        QCOMPARE(found->usesInboundWebhookOnNumber, std::optional(service.useInboundWebhookOnNumber));
        QCOMPARE(QSet<QString>(found->senderSids.begin(), found->senderSids.end()),
                 QSet<QString>(service.numberSids.begin(), service.numberSids.end()));
    }
    QVERIFY(count > 0);
    QCOMPARE(listed->rows.size(), count);
}

void TestTwilioClient::sendsPlusAndPairEncoded()
{
    const ScriptedServer server(
        [](const RawRequest &) { return RawAnswer::json(200, pageJson({}, "null")); });
    twilio::Client client(*m_http, twilio::Endpoints::single(server.url(u"/"_s)));
    const auto pair = credentialsOf(sid, token);
    const auto missing = runTask(
        client.findIncomingNumber(pair, pair.accountSid, *PhoneNumber::fromE164(u"+14155552671"_s), {}));
    QVERIFY(!missing);
    const RawRequest request = server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/2010-04-01/Accounts/" + sid.toLatin1() +
                                        "/IncomingPhoneNumbers.json?PageSize=50&PhoneNumber=%2B14155552671"));
    QCOMPARE(request.header("Authorization"),
             QByteArray("Basic " + (sid + u':' + token).toLatin1().toBase64()));
}

void TestTwilioClient::refusesOtherNextPages_data()
{
    QTest::addColumn<QByteArray>("next");
    QTest::newRow("other host") << QByteArray("\"https://evil.example/2010-04-01/x\"");
    QTest::newRow("other host without scheme") << QByteArray("\"//evil.example/x\"");
    QTest::newRow("other port") << QByteArray("\"http://127.0.0.1:9/2010-04-01/x\"");
    QTest::newRow("other path") << QByteArray("\"/2010-04-01/Accounts.json?Page=1\"");
    QTest::newRow("user name") << QByteArray("\"http://a@127.0.0.1/\"");
    QTest::newRow("file") << QByteArray("\"file:///etc/passwd\"");
    QTest::newRow("itself") << QByteArray("\"/2010-04-01/Accounts/" + sid.toLatin1() +
                                          "/IncomingPhoneNumbers.json?PageSize=1000\"");
}

void TestTwilioClient::refusesOtherNextPages()
{
    QFETCH(QByteArray, next);
    const QByteArray body = pageJson(numberJson(1), next);
    const ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(200, body); });
    const auto listed = listFrom(server);
    QVERIFY(!listed);
    QVERIFY(listed.error().kind == Error::Kind::BadReply);
    QVERIFY(listed.error().provider == Error::Provider::Twilio);
    QCOMPARE(server.requestCount(), 1);
}

void TestTwilioClient::refusesPagesWithoutEnd()
{
    const ScriptedServer server([](const RawRequest &request) {
        const bool isOdd = request.target.contains("Page=1");
        const QByteArray path = request.target.left(request.target.indexOf('?'));
        return RawAnswer::json(
            200, pageJson(numberJson(isOdd ? 1 : 2), '"' + path + (isOdd ? "?Page=2\"" : "?Page=1\"")));
    });
    const auto listed = listFrom(server);
    QVERIFY(!listed);
    QVERIFY(listed.error().kind == Error::Kind::BadReply);
    QVERIFY(server.requestCount() <= 3);
}

void TestTwilioClient::keepsAPathBeforeTheApi()
{
    const ScriptedServer server([](const RawRequest &request) {
        const bool isFirst = !request.target.contains("Page=1");
        return RawAnswer::json(200, isFirst
                                        ? pageJson(numberJson(1), "\"/2010-04-01/Accounts/" + sid.toLatin1() +
                                                                      "/IncomingPhoneNumbers.json?Page=1\"")
                                        : pageJson(numberJson(2), "null"));
    });
    const auto listed = listFrom(server, u"/twilio/"_s);
    QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
    QCOMPARE(listed->rows.size(), 2);
    for (const auto &request : server.requests()) {
        QVERIFY(request.target.startsWith("/twilio/2010-04-01/"));
    }
}

void TestTwilioClient::dropsDuplicates()
{
    const QByteArray body = pageJson(numberJson(1) + ',' + numberJson(2) + ',' + numberJson(1), "\"\"");
    const ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(200, body); });
    const auto listed = listFrom(server);
    QVERIFY(listed);
    QCOMPARE(listed->rows.size(), 2);
}

void TestTwilioClient::readsWhatItMustAndForgivesTheRest_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem"); // empty: readable
    const auto row = [](const char *name, const QByteArray &body, const QString &problem = {}) {
        QTest::newRow(name) << body << problem;
    };
    row("null and blank",
        pageJson(numberJson(1, R"(,"voice_url":null,"friendly_name":null,"beta":"","capabilities":null)"),
                 "null"));
    row("flags as text", pageJson(numberJson(1, R"(,"beta":"false","capabilities":{"SMS":"true"})"), "null"));
    row("unknown words",
        pageJson(numberJson(1, R"(,"status":"sleeping","origin":"moon","new":{"a":[1]})"), "null"));
    row("no time", pageJson(numberJson(1, R"(,"date_updated":"soon")"), "null"));
    row("rows of another type", R"({"incoming_phone_numbers":{}})", u"is no list"_s);
    row("other object", "{}", u"is no list"_s);
    row("array", "[]", u"no JSON object"_s);
    row("empty", {}, u"no JSON object"_s);
    row("HTML", "<html>Sign in</html>", u"no JSON object"_s);
    row("cut off", R"({"incoming_phone_numbers":[)", u"no JSON object"_s);
    row("10 MB", '"' + QByteArray(10'000'000, 'x') + '"', u"no JSON object"_s);
}

void TestTwilioClient::readsWhatItMustAndForgivesTheRest()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(200, body); });
    const auto listed = listFrom(server);
    if (problem.isEmpty()) {
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().report()));
        QCOMPARE(listed->rows.size(), 1);
    } else {
        QVERIFY(!listed);
        QVERIFY(listed.error().kind == Error::Kind::BadReply);
        QVERIFY(listed.error().provider == Error::Provider::Twilio);
        QVERIFY2(listed.error().detail.contains(problem), qPrintable(listed.error().detail.left(300)));
        QVERIFY(listed.error().report().size() < 1000);
    }
}

void TestTwilioClient::sendsNothingForWhatIsNoNumberSid()
{
    const qint64 before = m_http->sentCount();
    const auto pair = mainPair();
    for (const QString &odd : {QString(), u"../../Accounts"_s, u"PN1/x"_s}) {
        const auto number = runTask(m_client->fetchIncomingNumber(pair, pair.accountSid, odd, {}));
        QVERIFY(!number);
        QVERIFY(number.error().kind == Error::Kind::Invalid);
    }
    QCOMPARE(m_http->sentCount(), before);
}

QTEST_GUILESS_MAIN(TestTwilioClient)
#include "tst_twilioclient.moc"

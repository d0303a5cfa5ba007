#include "net/httpclient.h"
#include "simulator/simulator.h"
#include "support/runtask.h"
#include "twilio/client.h"
#include "twilio/errors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using Kind = Error::Kind;

/// Every documented error of Twilio from the wire to the words.
class TestTwilioErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void readsAnyBody_data();
    void readsAnyBody();
    void callsRefusedOnlyWhatTwilioRefused_data();
    void callsRefusedOnlyWhatTwilioRefused();
    void quotesTwilioHarmlessly();

private:
    std::unique_ptr<simulator::Simulator> m_simulator;
};

void TestTwilioErrors::initTestCase()
{
    simulator::SimulatorOptions options;
    options.fleet = 3;
    m_simulator = simulator::Simulator::start(options);
    QVERIFY(m_simulator);
}

void TestTwilioErrors::saysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("says");
    const auto add = [](int status, int code, Kind kind, const QString &says) {
        QTest::addRow("%d", code) << status << code << static_cast<int>(kind) << says;
    };
    add(401, 20003, Kind::Unauthorized, u"Copy both again"_s);
    add(403, 20005, Kind::Forbidden, u"not active"_s);
    add(403, 10001, Kind::Forbidden, u"not active"_s);
    add(403, 20006, Kind::Forbidden, u"Auth Token"_s);
    add(403, 20403, Kind::Forbidden, u"Auth Token"_s);
    add(403, 20008, Kind::Forbidden, u"test credentials"_s);
    add(400, 20010, Kind::Forbidden, u"disabled"_s);
    add(404, 20404, Kind::NotFound, u"another account"_s);
    add(409, 20409, Kind::Conflict, u"Try again"_s);
    add(400, 20422, Kind::Invalid, u"Correct it"_s);
    add(400, 20001, Kind::Invalid, u"Correct it"_s);
    add(429, 20429, Kind::RateLimited, u"in a moment"_s);
    add(500, 20500, Kind::Server, u"later"_s);
    add(503, 20503, Kind::Server, u"later"_s);
    for (const int code : {21402, 21403, 11100}) {
        add(400, code, Kind::Invalid, u"webhook address"_s);
    }
    add(400, 21405, Kind::Invalid, u"fallback"_s);
    add(400, 21404, Kind::Forbidden, u"trial"_s);
    add(400, 10002, Kind::Forbidden, u"trial"_s);
    add(400, 21421, Kind::Invalid, u"no phone number"_s);
    add(400, 21422, Kind::Conflict, u"Choose another one"_s);
    add(400, 21451, Kind::Invalid, u"area code"_s);
    add(400, 21452, Kind::NotFound, u"area code"_s);
    add(400, 21615, Kind::Invalid, u"local address"_s);
    add(400, 21631, Kind::Invalid, u"address"_s);
    add(400, 21649, Kind::Invalid, u"bundle"_s);
    add(400, 21650, Kind::Invalid, u"bundle"_s);
    add(400, 21651, Kind::Invalid, u"identity document"_s);
    add(400, 21608, Kind::Forbidden, u"verified"_s);
    add(400, 21215, Kind::Forbidden, u"geographic permissions"_s);
    add(400, 21408, Kind::Forbidden, u"geographic permissions"_s);
    add(409, 21710, Kind::Conflict, u"Messaging Service"_s);
    add(409, 21712, Kind::Conflict, u"Messaging Service"_s);
    add(400, 30034, Kind::Forbidden, u"A2P"_s);
    add(400, 30032, Kind::Forbidden, u"toll-free"_s);
    add(400, 99999, Kind::Invalid, u"the provider's own words"_s);
    add(418, 99998, Kind::BadReply, u"the provider's own words"_s);
}

void TestTwilioErrors::saysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(int, kind);
    QFETCH(QString, says);
    m_simulator->clearFaults();
    simulator::Fault fault;
    fault.status = status;
    fault.code = QString::number(code);
    fault.message = u"These are the provider's own words"_s;
    fault.times = 0;
    m_simulator->armFault(fault);

    SystemClock clock;
    net::RetryPolicy once;
    once.attempts = 1;
    net::HttpClient http(clock, {}, once);
    twilio::Client client(http, twilio::Endpoints::single(m_simulator->twilioUrl()));
    const auto account = m_simulator->mainAccount();
    const twilio::Credentials credentials{
        *AccountSid::parse(account.sid),
        std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
    const auto result = test::runTask(client.verifyCredentials(credentials, {}));
    QVERIFY(!result.has_value());
    const Error &error = result.error();
    QVERIFY2(static_cast<int>(error.kind) == kind, qPrintable(error.report()));
    QVERIFY(error.provider == Error::Provider::Twilio);
    QVERIFY(error.effect == Error::Effect::Answered);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.providerCode, QString::number(code));
    QVERIFY2(error.userText.contains(says), qPrintable(error.userText));
    QVERIFY2(error.requestId.startsWith(u"RQ"_s), qPrintable(error.requestId));
    QVERIFY(error.detail.contains(u"own words"_s));
    if (code == 20003) {
        QVERIFY(error.userText.contains(u"own words"_s)); // Twilio may know the reason better than we do.
    }
    QVERIFY(!error.report().contains(account.authToken));
}

void TestTwilioErrors::readsAnyBody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, int status, const QByteArray &body, Kind kind,
                        const QString &code = {}) {
        QTest::newRow(name) << status << body << static_cast<int>(kind) << code;
    };
    add("newer form", 400, R"({"code":20001,"detail":"Bad","moreInfo":"x"})", Kind::Invalid, u"20001"_s);
    add("code as text", 404, R"({"code":"20404","message":"x"})", Kind::NotFound, u"20404"_s);
    add("code of another type", 404, R"({"code":[],"message":7})", Kind::NotFound);
    add("code decides", 400, R"({"code":20003})", Kind::Unauthorized, u"20003"_s);
    add("no code", 403, R"({"message":"no"})", Kind::Forbidden);
    add("empty 401", 401, {}, Kind::Unauthorized);
    add("empty 404", 404, {}, Kind::NotFound);
    add("HTML 401", 401, "<html>no</html>", Kind::Unauthorized);
    add("HTML 403 of a proxy", 403, "<html>blocked</html>", Kind::BadReply);
    add("HTML 404", 404, "<html>nothing here</html>", Kind::BadReply);
    add("HTML 429", 429, "<html>slow down</html>", Kind::RateLimited);
    add("HTML 503", 503, "<html>down</html>", Kind::Server);
    add("array", 400, "[]", Kind::BadReply);
    add("other status", 418, "{}", Kind::BadReply);
}

void TestTwilioErrors::readsAnyBody()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, code);
    net::HttpResponse response;
    response.status = status;
    response.body = body;
    const Error error = twilio::errorOf(response, net::Verb::Get);
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(error.providerCode, code);
    QVERIFY(!error.userText.isEmpty());
    QVERIFY(!error.userText.contains(u'<'));
}

void TestTwilioErrors::callsRefusedOnlyWhatTwilioRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isRefused");
    const QByteArray body = R"({"code":21402,"message":"no"})";
    for (const int status : {400, 401, 403, 404, 409, 422}) {
        QTest::addRow("%d", status) << status << body << true;
        QTest::addRow("%d of something else", status) << status << QByteArray("<html>no</html>") << false;
    }
    for (const int status : {103, 302, 304, 408, 418, 425, 499, 500, 503}) {
        QTest::addRow("%d", status) << status << body << false;
    }
    QTest::addRow("429, whoever says so") << 429 << QByteArray() << true;
}

void TestTwilioErrors::callsRefusedOnlyWhatTwilioRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isRefused);
    net::HttpResponse response;
    response.status = status;
    response.body = body;
    const Error error = twilio::errorOf(response, net::Verb::Post);
    QVERIFY(error.effect == (isRefused ? Error::Effect::Answered : Error::Effect::Unknown));
    QCOMPARE(error.userText.contains(u"not known whether"_s), !isRefused);
    QVERIFY(twilio::errorOf(response, net::Verb::Get).effect == Error::Effect::Answered);
}

void TestTwilioErrors::quotesTwilioHarmlessly()
{
    net::HttpResponse response;
    response.status = 400;
    response.body = R"({"code":12345,"message":"bad\n\u001b[1m value )" + QByteArray(5000, 'x') +
                    R"( token=0123456789abcdef0123456789abcdef"})";
    const Error error = twilio::errorOf(response, net::Verb::Get);
    QVERIFY(error.userText.size() < 500);
    QVERIFY(!error.userText.contains(u'\n'));
    QVERIFY(!error.report().contains(u"0123456789abcdef"_s));
}

QTEST_GUILESS_MAIN(TestTwilioErrors)
#include "tst_twilioerrors.moc"

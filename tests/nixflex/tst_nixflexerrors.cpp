#include "net/httpclient.h"
#include "nixflex/client.h"
#include "nixflex/errors.h"
#include "simulator/simulator.h"
#include "support/runtask.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using Kind = Error::Kind;
using Effect = Error::Effect;
using nixflex::ErrorSubject;

/// Every documented error of Nixflex from the wire to the words, and to the place where it is mended.
class TestNixflexErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatToDo_data();
    void saysWhatToDo();
    void readsAnyBody_data();
    void readsAnyBody();
    void knowsTheSubjectOfOtherErrors_data();
    void knowsTheSubjectOfOtherErrors();

private:
    std::unique_ptr<simulator::Simulator> m_simulator;
};

void TestNixflexErrors::initTestCase()
{
    simulator::SimulatorOptions options;
    options.fleet = 3;
    m_simulator = simulator::Simulator::start(options);
    QVERIFY(m_simulator);
}

void TestNixflexErrors::saysWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("effect");
    QTest::addColumn<int>("subject");
    QTest::addColumn<QString>("says");
    const auto add = [](int status, const QString &code, Kind kind, ErrorSubject subject, const QString &says,
                        Effect effect = Effect::Answered) {
        QTest::addRow("%d %s", status, qPrintable(code))
            << status << code << static_cast<int>(kind) << static_cast<int>(effect)
            << static_cast<int>(subject) << says;
    };
    using S = ErrorSubject;
    add(401, u"invalid_api_key"_s, Kind::Unauthorized, S::NixflexKey, u"Preferences"_s);
    add(401, u"invalid_key"_s, Kind::Unauthorized, S::NixflexKey, u"Preferences"_s);
    add(401, u"key_secret_required"_s, Kind::Unauthorized, S::NixflexKey, u"both halves"_s);
    add(401, u"twilio_invalid_credentials"_s, Kind::Unauthorized, S::TwilioCredentials, u"customer's"_s);
    add(401, u"twilio_auth_failed"_s, Kind::Unauthorized, S::TwilioCredentials, u"customer's"_s);
    add(401, u"twilio_something_new"_s, Kind::Unauthorized, S::TwilioCredentials, u"customer's"_s);
    add(400, u"invalid_twilio_sid"_s, Kind::Invalid, S::TwilioCredentials, u"Account SID"_s);
    add(400, u"missing_field"_s, Kind::Invalid, S::Other, u"Fill in all"_s);
    add(400, u"invalid_phone_format"_s, Kind::Invalid, S::PhoneNumber, u"international form"_s);
    add(404, u"number_not_in_twilio"_s, Kind::NotFound, S::PhoneNumber, u"subaccount"_s);
    add(409, u"number_already_imported"_s, Kind::Conflict, S::PhoneNumber, u"move it to the other agent"_s);
    add(404, u"number_not_found"_s, Kind::NotFound, S::PhoneNumber, u"removed already"_s);
    add(404, u"agent_not_found"_s, Kind::NotFound, S::Agent, u"Choose another"_s);
    add(403, u"agent_not_owned"_s, Kind::Forbidden, S::Agent, u"one of your own"_s);
    add(400, u"custom_prompt_too_long"_s, Kind::Invalid, S::BusinessProfile, u"8,000"_s);
    add(400, u"prompt_too_long"_s, Kind::Invalid, S::BusinessProfile, u"too long"_s);
    add(400, u"voicemail_message_required"_s, Kind::Invalid, S::BusinessProfile, u"message"_s);
    add(400, u"invalid_voice_id"_s, Kind::Invalid, S::Agent, u"voice"_s);
    add(400, u"invalid_json"_s, Kind::Invalid, S::Other, u"report this"_s);
    add(429, u"rate_limit_exceeded"_s, Kind::RateLimited, S::Service, u"in a minute"_s);
    add(402, u"insufficient_balance"_s, Kind::PaymentRequired, S::Balance, u"Add credit"_s);
    add(422, u"unprocessable"_s, Kind::Invalid, S::Other, u"own words"_s);
    add(409, u"something_new"_s, Kind::Conflict, S::PhoneNumber, u"own words"_s);
    add(502, u"provider_error"_s, Kind::Server, S::Service, u"Try again later"_s, Effect::Unknown);
    add(500, u"server_error"_s, Kind::Server, S::Service, u"Try again later"_s, Effect::Unknown);
    add(503, u"unavailable"_s, Kind::Server, S::Service, u"Try again later"_s, Effect::Unknown);
}

void TestNixflexErrors::saysWhatToDo()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(int, kind);
    QFETCH(int, effect);
    QFETCH(int, subject);
    QFETCH(QString, says);
    m_simulator->clearFaults();
    m_simulator->resetRequests();
    simulator::Fault fault;
    fault.status = status;
    fault.code = code;
    fault.message = u"The provider's own words"_s;
    fault.times = 0;
    m_simulator->armFault(fault);

    SystemClock clock;
    net::RetryPolicy once;
    once.attempts = 1;
    net::HttpClient http(clock, {}, once);
    nixflex::Client client(http, m_simulator->nixflexUrl(), *NixflexKey::parse(m_simulator->nixflexKey()));
    const auto account = m_simulator->mainAccount();
    nixflex::ImportRequest request;
    request.phoneNumber = *PhoneNumber::fromE164(m_simulator->freeNumber());
    request.credentials = {*AccountSid::parse(account.sid),
                           std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
    request.agentId = *AgentId::parse(m_simulator->agentId());
    request.idempotencyKey = "key-1";
    const auto result = test::runTask(client.importNumber(request, {}));
    QVERIFY(!result.has_value());
    const Error &error = result.error();
    QVERIFY2(static_cast<int>(error.kind) == kind, qPrintable(error.report()));
    QVERIFY2(static_cast<int>(error.effect) == effect, qPrintable(error.report()));
    QCOMPARE(static_cast<int>(nixflex::subjectOf(error)), subject);
    QVERIFY(error.provider == Error::Provider::Nixflex);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.providerCode, code);
    QVERIFY2(error.userText.contains(says), qPrintable(error.userText));
    QVERIFY(!error.requestId.isEmpty());
    QVERIFY(!error.report().contains(account.authToken));
    QCOMPARE(m_simulator->countRequests(u"POST"_s, {}), 1);
}

void TestNixflexErrors::readsAnyBody_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("effect");
    const auto add = [](const char *name, int status, const QByteArray &body, Kind kind,
                        Effect effect = Effect::Answered) {
        QTest::newRow(name) << status << body << static_cast<int>(kind) << static_cast<int>(effect);
    };
    add("empty 401", 401, {}, Kind::Unauthorized, Effect::Unknown);
    add("empty 404", 404, {}, Kind::BadReply, Effect::Unknown);
    add("HTML 403 of a proxy", 403, "<html>blocked</html>", Kind::BadReply, Effect::Unknown);
    add("HTML 404", 404, "<html>nothing here</html>", Kind::BadReply, Effect::Unknown);
    add("HTML 401", 401, "<html>who are you</html>", Kind::Unauthorized, Effect::Unknown);
    add("HTML 429", 429, "<html>slow down</html>", Kind::RateLimited);
    add("HTML 502", 502, "<html>bad gateway</html>", Kind::Server, Effect::Unknown);
    add("empty 504", 504, {}, Kind::Server, Effect::Unknown);
    add("no envelope", 400, R"({"message":"x"})", Kind::BadReply, Effect::Unknown);
    add("error as text", 400, R"({"error":"x"})", Kind::BadReply, Effect::Unknown);
    add("code as number", 400, R"({"error":{"code":7,"message":["x"]}})", Kind::Invalid);
    add("array", 409, "[]", Kind::BadReply, Effect::Unknown);
    add("other status", 418, "{}", Kind::BadReply, Effect::Unknown);
    for (const int status : {100, 103, 300, 303, 304, 307, 406, 408, 418, 423, 424, 425, 444, 499}) {
        const QByteArray name = "a status that does not say refused: " + QByteArray::number(status);
        add(name.constData(), status, R"({"error":{"code":"x","message":"wait"}})", Kind::BadReply,
            Effect::Unknown);
    }
    add("gone", 410, R"({"error":{"code":"x"}})", Kind::BadReply);
    add("code decides", 400, R"({"error":{"code":"agent_not_found"}})", Kind::NotFound);
    add("type of either name", 429, R"({"error":{"type":"rate_limit","code":"rate_limit"}})",
        Kind::RateLimited);
}

void TestNixflexErrors::readsAnyBody()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(int, effect);
    net::HttpResponse response;
    response.status = status;
    response.body = body;
    const Error error = nixflex::errorOf(response, net::Verb::Post);
    QCOMPARE(static_cast<int>(error.kind), kind);
    QCOMPARE(static_cast<int>(error.effect), effect);
    QVERIFY(!error.userText.isEmpty());
    QVERIFY(!error.userText.contains(u'<'));
    const bool isUnknown = error.effect == Effect::Unknown;
    QCOMPARE(error.userText.contains(u"not known whether"_s), isUnknown);
    QVERIFY(!isUnknown || !error.userText.contains(u"Nothing was changed"_s));
    // A read changes nothing, whatever came of it.
    QVERIFY(nixflex::errorOf(response, net::Verb::Get).effect == Effect::Answered);
}

void TestNixflexErrors::knowsTheSubjectOfOtherErrors_data()
{
    QTest::addColumn<int>("provider");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("subject");
    const auto add = [](const char *name, Error::Provider provider, Kind kind, const QString &code,
                        ErrorSubject subject) {
        QTest::newRow(name) << static_cast<int>(provider) << static_cast<int>(kind) << code
                            << static_cast<int>(subject);
    };
    using P = Error::Provider;
    using S = ErrorSubject;
    add("offline", P::Twilio, Kind::Offline, {}, S::Connection);
    add("timeout", P::Nixflex, Kind::Timeout, {}, S::Connection);
    add("certificate", P::Nixflex, Kind::Tls, {}, S::Connection);
    add("proxy", P::Nixflex, Kind::ProxyAuth, {}, S::Connection);
    add("Twilio's pair", P::Twilio, Kind::Unauthorized, u"20003"_s, S::TwilioCredentials);
    add("Twilio's account", P::Twilio, Kind::Forbidden, u"20005"_s, S::TwilioCredentials);
    add("Twilio misses it", P::Twilio, Kind::NotFound, u"20404"_s, S::PhoneNumber);
    add("Twilio's wanted number", P::Twilio, Kind::Conflict, u"21422"_s, S::PhoneNumber);
    add("Twilio is busy", P::Twilio, Kind::RateLimited, u"20429"_s, S::Service);
    add("Twilio is down", P::Twilio, Kind::Server, {}, S::Service);
    add("not understood", P::Nixflex, Kind::BadReply, {}, S::Service);
    add("our own check", P::Nixflex, Kind::Invalid, u"custom_prompt_too_long"_s, S::BusinessProfile);
    add("cancelled", P::Nixflex, Kind::Cancelled, {}, S::Other);
    add("ledger", P::None, Kind::Storage, {}, S::Other);
}

void TestNixflexErrors::knowsTheSubjectOfOtherErrors()
{
    QFETCH(int, provider);
    QFETCH(int, kind);
    QFETCH(QString, code);
    QFETCH(int, subject);
    Error error = Error::make(static_cast<Kind>(kind), {});
    error.provider = static_cast<Error::Provider>(provider);
    error.providerCode = code;
    QCOMPARE(static_cast<int>(nixflex::subjectOf(error)), subject);
}

QTEST_GUILESS_MAIN(TestNixflexErrors)
#include "tst_nixflexerrors.moc"

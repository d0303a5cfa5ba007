#include "net/httpclient.h"
#include "support/runtask.h"
#include "support/tlsfaults.h"
#include "twilio/client.h"

using namespace Qt::StringLiterals;
using namespace numbers;
using test::errorOf;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using test::ScriptedServer;

/// A server that may not be Twilio gets neither token nor SID.
class TestTwilioTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsNothingToWhatItCannotTrust_data();
    void sendsNothingToWhatItCannotTrust();
    void acceptsACompanysAuthority();

private:
    [[nodiscard]] static twilio::Credentials pair();
    test::TestAuthority m_company;
    test::TestAuthority m_stranger;
    SystemClock m_clock;
};

namespace {

const QString token = u"0123456789abcdef0123456789abcdef"_s;

} // namespace

twilio::Credentials TestTwilioTls::pair()
{
    return {*AccountSid::parse(u"AC00000000000000000000000000000001"_s),
            std::make_shared<const SecretString>(SecretString::fromText(token))};
}

void TestTwilioTls::sendsNothingToWhatItCannotTrust_data()
{
    test::addTlsFaults();
}

void TestTwilioTls::sendsNothingToWhatItCannotTrust()
{
    QFETCH(qsizetype, fault);
    const auto &row = test::tlsFaults().at(fault);
    const ScriptedServer server({}, row.identity(m_company, m_stranger).configuration());
    net::HttpClient http(m_clock, test::trusting(m_company));
    twilio::Client client(http, twilio::Endpoints::single(server.url(u"/"_s)));
    const auto credentials = pair();
    const AccountSid sid = credentials.accountSid;
    const QString numberSid = u"PN00000000000000000000000000000001"_s;
    const PhoneNumber number = *PhoneNumber::fromE164(u"+14155552671"_s);
    const QList<test::TlsCall> calls{
        {"fetchAccount", [&] { return errorOf(runTask(client.fetchAccount(credentials, sid, {}))); }},
        {"listSubaccounts", [&] { return errorOf(runTask(client.listSubaccounts(credentials, {}))); }},
        {"verifyCredentials", [&] { return errorOf(runTask(client.verifyCredentials(credentials, {}))); }},
        {"listIncomingNumbers",
         [&] { return errorOf(runTask(client.listIncomingNumbers(credentials, sid, {}, {}, {}))); }},
        {"findIncomingNumber",
         [&] { return errorOf(runTask(client.findIncomingNumber(credentials, sid, number, {}))); }},
        {"fetchIncomingNumber",
         [&] { return errorOf(runTask(client.fetchIncomingNumber(credentials, sid, numberSid, {}))); }},
        {"listMessagingServices",
         [&] { return errorOf(runTask(client.listMessagingServices(credentials, {}))); }},
        {"listApplications", [&] { return errorOf(runTask(client.listApplications(credentials, sid, {}))); }},
        {"listTrunks", [&] { return errorOf(runTask(client.listTrunks(credentials, {}))); }},
    };
    test::refusesTls(row, server, Error::Provider::Twilio, calls, token);
}

void TestTwilioTls::acceptsACompanysAuthority()
{
    const auto script = [](const RawRequest &) {
        return RawAnswer::json(200, R"({"incoming_phone_numbers":[],"next_page_uri":null})");
    };
    const ScriptedServer server(script, m_company.issue({u"127.0.0.1"_s}).configuration());
    const auto isAccepted = [&](const net::NetworkSettings &settings) {
        net::HttpClient http(m_clock, settings);
        twilio::Client client(http, twilio::Endpoints::single(server.url(u"/"_s)));
        return runTask(client.verifyCredentials(pair(), {})).has_value();
    };
    QVERIFY(!isAccepted({}));
    QCOMPARE(server.byteCount(), qint64(0));
    QVERIFY(isAccepted(test::trusting(m_company)));
    QCOMPARE(server.requestCount(), 1);
    QVERIFY(server.requests().first().header("Authorization").startsWith("Basic "));
}

QTEST_GUILESS_MAIN(TestTwilioTls)
#include "tst_twiliotls.moc"

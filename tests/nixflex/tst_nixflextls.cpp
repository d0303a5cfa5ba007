#include "net/httpclient.h"
#include "nixflex/client.h"
#include "support/runtask.h"
#include "support/tlsfaults.h"

using namespace Qt::StringLiterals;
using namespace numbers;
using test::errorOf;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using test::ScriptedServer;

/// A server that may not be Nixflex gets neither our key nor a customer's token.
class TestNixflexTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsNothingToWhatItCannotTrust_data();
    void sendsNothingToWhatItCannotTrust();
    void acceptsACompanysAuthority();

private:
    test::TestAuthority m_company;
    test::TestAuthority m_stranger;
    SystemClock m_clock;
};

namespace {

const QString keySecret = u"nxfs_0123456789abcdef0123456789abcdef"_s;
const QString token =
    u"0123456789abcdef0123456789abcdef"_s; // Within the secret, so that one search finds both.

NixflexKey key()
{
    return *NixflexKey::parse(u"nxf_0123456789abcdef0123456789abcdee:"_s + keySecret);
}

} // namespace

void TestNixflexTls::sendsNothingToWhatItCannotTrust_data()
{
    test::addTlsFaults();
}

void TestNixflexTls::sendsNothingToWhatItCannotTrust()
{
    QFETCH(qsizetype, fault);
    const auto &row = test::tlsFaults().at(fault);
    const ScriptedServer server({}, row.identity(m_company, m_stranger).configuration());
    net::HttpClient http(m_clock, test::trusting(m_company));
    nixflex::Client client(http, server.url({}), key());
    const PhoneNumber number = *PhoneNumber::fromE164(u"+14155552671"_s);
    nixflex::ImportRequest request;
    request.phoneNumber = number;
    request.credentials = {*AccountSid::parse(u"AC00000000000000000000000000000001"_s),
                           std::make_shared<const SecretString>(SecretString::fromText(token))};
    request.agentId = *AgentId::parse(u"agent_1"_s);
    request.idempotencyKey = "key-1";
    const QList<test::TlsCall> calls{
        {"fetchUsage", [&] { return errorOf(runTask(client.fetchUsage({}))); }},
        {"listAgents", [&] { return errorOf(runTask(client.listAgents({}))); }},
        {"listNumbers", [&] { return errorOf(runTask(client.listNumbers({}, {}))); }},
        {"lookUpNumber", [&] { return errorOf(runTask(client.lookUpNumber(number, {}))); }},
        {"importNumber", [&] { return errorOf(runTask(client.importNumber(request, {}))); }},
        {"deleteNumber", [&] { return errorOf(runTask(client.deleteNumber(number, "key-2", {}))); }},
    };
    test::refusesTls(row, server, Error::Provider::Nixflex, calls, token);
}

void TestNixflexTls::acceptsACompanysAuthority()
{
    const auto script = [](const RawRequest &) { return RawAnswer::json(200, R"({"plan":"pro"})"); };
    const ScriptedServer server(script, m_company.issue({u"127.0.0.1"_s}).configuration());
    const auto isAccepted = [&](const net::NetworkSettings &settings) {
        net::HttpClient http(m_clock, settings);
        nixflex::Client client(http, server.url({}), key());
        return runTask(client.fetchUsage({})).has_value();
    };
    QVERIFY(!isAccepted({}));
    QCOMPARE(server.byteCount(), qint64(0));
    QVERIFY(isAccepted(test::trusting(m_company)));
    QCOMPARE(server.requestCount(), 1);
    QVERIFY(server.requests().first().header("Authorization").contains(keySecret.toUtf8()));
}

QTEST_GUILESS_MAIN(TestNixflexTls)
#include "tst_nixflextls.moc"

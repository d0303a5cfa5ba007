#include "net/httpclient.h"
#include "nixflex/client.h"
#include "nixflex/decoding.h"
#include "simulator/simulator.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using test::ScriptedServer;

namespace {

const QString token = u"0123456789abcdef0123456789abcdef"_s;
const QString sid = u"AC00000000000000000000000000000001"_s;
const PhoneNumber number = *PhoneNumber::fromE164(u"+14155552671"_s);

} // namespace

class TestNixflexClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void importsAndDeletes();
    void sendsWhatTheContractAsksFor();
    void writesTheTokenIntoProperJson();
    void refusesALongProfileWithoutSending();
    void readsAgentsInBothShapes_data();
    void readsAgentsInBothShapes();
    void checksTheKeyByUsage();
    void leavesAnUnreadableImportUnknown_data();
    void leavesAnUnreadableImportUnknown();
    void judgesAnswersToDelete_data();
    void judgesAnswersToDelete();
    void decodesNumbersTolerantly();
    void reportsUnreadableLists_data();
    void reportsUnreadableLists();

private:
    [[nodiscard]] nixflex::Client clientOf(const ScriptedServer &server)
    {
        return {m_http, server.url(u"/"_s), *NixflexKey::parse(u"nxf_abc:nxfs_def"_s)};
    }
    [[nodiscard]] static nixflex::ImportRequest exampleImport()
    {
        nixflex::ImportRequest request;
        request.phoneNumber = number;
        request.credentials = {*AccountSid::parse(sid),
                               std::make_shared<const SecretString>(SecretString::fromText(token))};
        request.agentId = *AgentId::parse(u"agent-1"_s);
        request.customPrompt = u"Say \"hello\"\nto ü"_s;
        request.idempotencyKey = "operation-1";
        return request;
    }

    SystemClock m_clock;
    net::HttpClient m_http{m_clock};
};

void TestNixflexClient::initTestCase()
{
    QVERIFY(!number.isNull());
}

void TestNixflexClient::importsAndDeletes()
{
    const auto simulator = simulator::Simulator::start({});
    QVERIFY(simulator);
    nixflex::Client client(m_http, simulator->nixflexUrl(), *NixflexKey::parse(simulator->nixflexKey()));
    const auto account = simulator->mainAccount();
    nixflex::ImportRequest request = exampleImport();
    request.phoneNumber = *PhoneNumber::fromE164(simulator->freeNumber());
    request.credentials = {*AccountSid::parse(account.sid),
                           std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
    request.agentId = *AgentId::parse(simulator->agentId());

    const auto imported = runTask(client.importNumber(request, {}));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().report()));
    QCOMPARE(imported->phoneNumber, request.phoneNumber);
    QCOMPARE(imported->agentId, request.agentId);
    QVERIFY(imported->twilioNumberSid.startsWith(u"PN"_s));
    QVERIFY(!imported->requestId.isEmpty());
    QCOMPARE(simulator->nixflexNumber(request.phoneNumber.e164())->customPrompt.value_or(QString()),
             request.customPrompt);

    const auto found = runTask(client.lookUpNumber(request.phoneNumber, {}));
    QVERIFY(found && found->number);
    const auto all = runTask(client.listNumbers({}, {}));
    QVERIFY(all);
    QCOMPARE(all->numbers.size(), simulator->nixflexNumbers().size());
    QVERIFY(all->state.isComplete());

    const auto deleted = runTask(client.deleteNumber(request.phoneNumber, "operation-2", {}));
    QVERIFY2(deleted, deleted ? "" : qPrintable(deleted.error().report()));
    const auto gone = runTask(client.lookUpNumber(request.phoneNumber, {}));
    QVERIFY(gone && !gone->number && gone->isAbsenceProven);
    const auto again = runTask(client.deleteNumber(request.phoneNumber, "operation-3", {}));
    QVERIFY(!again);
    QCOMPARE(again.error().providerCode, u"number_not_found"_s);
    QVERIFY(again.error().effect == Error::Effect::Answered);
}

void TestNixflexClient::sendsWhatTheContractAsksFor()
{
    const ScriptedServer server([](const RawRequest &request) {
        return RawAnswer::json(request.method == "POST" ? 201 : 200,
                               request.method == "POST"
                                   ? R"({"phone_number":{"phone_number":"+14155552671"}})"
                                   : R"({"phone_number":{"phone_number":"+14155552671","deleted":true}})",
                               {"x-railway-request-id: r1"});
    });
    nixflex::Client client = clientOf(server);
    const auto imported = runTask(client.importNumber(exampleImport(), {}));
    QVERIFY(imported);
    QCOMPARE(imported->requestId, u"r1"_s);
    QVERIFY(runTask(client.deleteNumber(number, "operation-2", {})).has_value());

    const RawRequest post = server.requests().at(0);
    QCOMPARE(post.method + ' ' + post.target, QByteArray("POST /v1/phone-numbers"));
    QCOMPARE(post.header("Authorization"), QByteArray("Bearer nxf_abc:nxfs_def"));
    QCOMPARE(post.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(post.header("Idempotency-Key"), QByteArray("operation-1"));
    const QJsonObject expected{{u"phone_number"_s, u"+14155552671"_s},
                               {u"twilio_sid"_s, sid},
                               {u"twilio_token"_s, token},
                               {u"agent_id"_s, u"agent-1"_s},
                               {u"custom_prompt"_s, u"Say \"hello\"\nto ü"_s}};
    QCOMPARE(QJsonDocument::fromJson(post.body).object(), expected);

    const RawRequest remove = server.requests().at(1);
    QCOMPARE(remove.method + ' ' + remove.target, QByteArray("DELETE /v1/phone-numbers/%2B14155552671"));
    QCOMPARE(remove.header("Idempotency-Key"), QByteArray("operation-2"));
}

void TestNixflexClient::writesTheTokenIntoProperJson()
{
    QByteArray strange = "\"\\\b\x01\x1f\x7f/ü";
    const SecretString secret(std::string_view(strange.constData(), static_cast<size_t>(strange.size())));
    const QString prompt = QString(8000, QChar(1));
    const SecretString body = nixflex::importBody(number, sid, secret, *AgentId::parse(u"a\"b"_s), prompt);
    const std::string_view text = body.reveal();
    const auto json = QJsonDocument::fromJson(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    QCOMPARE(json[u"twilio_token"_s].toString(), QString::fromUtf8(strange));
    QCOMPARE(json[u"agent_id"_s].toString(), u"a\"b"_s);
    QCOMPARE(json[u"custom_prompt"_s].toString(), prompt);
    const SecretString plain = nixflex::importBody(number, sid, secret, *AgentId::parse(u"a"_s), {});
    QVERIFY(plain.reveal().find("custom_prompt") == std::string_view::npos);
}

void TestNixflexClient::refusesALongProfileWithoutSending()
{
    const ScriptedServer server;
    nixflex::Client client = clientOf(server);
    nixflex::ImportRequest request = exampleImport();
    request.customPrompt = QString(8001, u'x');
    const auto result = runTask(client.importNumber(request, {}));
    QVERIFY(!result);
    QVERIFY(result.error().kind == Error::Kind::Invalid);
    QVERIFY(result.error().effect == Error::Effect::NothingSent);
    QVERIFY(result.error().userText.contains(u"8001"_s));
    QCOMPARE(server.requestCount(), 0);
}

void TestNixflexClient::readsAgentsInBothShapes_data()
{
    QTest::addColumn<bool>("isArray");
    QTest::newRow("object") << false;
    QTest::newRow("array") << true;
}

void TestNixflexClient::readsAgentsInBothShapes()
{
    QFETCH(bool, isArray);
    simulator::SimulatorOptions options;
    options.fleet = 1;
    options.agents = 130;
    options.modes.agentsShape = isArray ? simulator::AgentsShape::Array : simulator::AgentsShape::Object;
    const auto simulator = simulator::Simulator::start(options);
    QVERIFY(simulator);
    nixflex::Client client(m_http, simulator->nixflexUrl(), *NixflexKey::parse(simulator->nixflexKey()));
    const auto agents = runTask(client.listAgents({}));
    QVERIFY2(agents, agents ? "" : qPrintable(agents.error().report()));
    QCOMPARE(agents->agents.size(), 130);
    QVERIFY(agents->state.isComplete());
    bool isInactiveSeen = false;
    for (const auto &agent : agents->agents) {
        if (agent.id.toString() == simulator->inactiveAgentId()) {
            isInactiveSeen = true;
            QVERIFY(agent.isActive == false);
        }
    }
    QVERIFY(isInactiveSeen);
}

void TestNixflexClient::checksTheKeyByUsage()
{
    ScriptedServer server([](const RawRequest &) {
        return RawAnswer::json(200, R"({"plan":"pro","rate_limit_per_minute":"600","max_concurrent":25})");
    });
    nixflex::Client client = clientOf(server);
    const auto usage = runTask(client.fetchUsage({}));
    QVERIFY(usage);
    QCOMPARE(usage->plan, u"pro"_s);
    QCOMPARE(usage->rateLimitPerMinute, std::optional(600));
    QCOMPARE(usage->maxConcurrent, std::optional(25));
    server.setScript([](const RawRequest &) { return RawAnswer::json(200, "[]"); });
    const auto odd = runTask(client.fetchUsage({}));
    QVERIFY(!odd);
    QVERIFY(odd.error().kind == Error::Kind::BadReply);
}

void TestNixflexClient::leavesAnUnreadableImportUnknown_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("HTML") << QByteArray("<html>Welcome</html>");
    QTest::newRow("cut off") << QByteArray(R"({"phone_number":{"phone_n)");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no number") << QByteArray(R"({"phone_number":{}})");
    QTest::newRow("number of another type") << QByteArray(R"({"phone_number":{"phone_number":[1]}})");
    QTest::newRow("another number") << QByteArray(R"({"phone_number":{"phone_number":"+14155550000"}})");
    QTest::newRow("10 MB") << '"' + QByteArray(10'000'000, 'x') + '"';
}

void TestNixflexClient::leavesAnUnreadableImportUnknown()
{
    QFETCH(QByteArray, body);
    const ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(201, body); });
    nixflex::Client client = clientOf(server);
    const auto result = runTask(client.importNumber(exampleImport(), {}));
    QVERIFY(!result);
    QVERIFY2(result.error().kind == Error::Kind::BadReply, qPrintable(result.error().report()));
    QVERIFY(result.error().effect == Error::Effect::Unknown);
    QVERIFY(result.error().provider == Error::Provider::Nixflex);
    QCOMPARE(result.error().httpStatus, 201);
    QVERIFY(!result.error().report().contains(token));
    QVERIFY(result.error().report().size() < 1000);
    QCOMPARE(server.requestCount(), 1);
}

void TestNixflexClient::judgesAnswersToDelete_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("documented") << 200
                                << QByteArray(
                                       R"({"phone_number":{"phone_number":"+14155552671","deleted":true}})")
                                << true;
    QTest::newRow("nothing to say") << 200 << QByteArray() << true;
    QTest::newRow("not deleted") << 200
                                 << QByteArray(
                                        R"({"phone_number":{"phone_number":"+14155552671","deleted":false}})")
                                 << false;
    QTest::newRow("another number")
        << 200 << QByteArray(R"({"phone_number":{"phone_number":"+14155550000","deleted":true}})") << false;
    QTest::newRow("HTML") << 200 << QByteArray("<html>") << false;
}

void TestNixflexClient::judgesAnswersToDelete()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isGood);
    const ScriptedServer server([=](const RawRequest &) { return RawAnswer::json(status, body); });
    nixflex::Client client = clientOf(server);
    const auto result = runTask(client.deleteNumber(number, "k", {}));
    QCOMPARE(result.has_value(), isGood);
    if (!isGood) {
        QVERIFY(result.error().effect == Error::Effect::Unknown);
    }
}

void TestNixflexClient::decodesNumbersTolerantly()
{
    const auto decode = [](const QByteArray &json) {
        return nixflex::decodeNumber(QJsonDocument::fromJson(json).object());
    };
    const auto full = decode(R"({"phone_number":"+14155552671","agent_id":"a","provider":"telnyx",
        "twilio_number_sid":null,"inbound_enabled":"true","outbound_enabled":0,"custom_prompt":"x",
        "created_at":"2026-03-01T12:00:00Z","new_field":{"a":1}})");
    QVERIFY(full);
    QCOMPARE(full->provider, u"telnyx"_s);
    QCOMPARE(full->isInboundEnabled, std::optional(true));
    QCOMPARE(full->isOutboundEnabled, std::optional(false));
    QVERIFY(full->createdAt.isValid());
    QVERIFY(full->raw.contains(u"new_field"_s));
    const auto bare = decode(R"({"phone_number":"+14155552671","agent_id":null})");
    QVERIFY(bare);
    QVERIFY(bare->agentId.isNull());
    QCOMPARE(bare->provider, u"twilio"_s);
    QVERIFY(!bare->isInboundEnabled.has_value());
    QVERIFY(!decode("{}"));
    QVERIFY(!decode(R"({"phone_number":"4155552671"})"));
    QVERIFY(!decode(R"({"phone_number":"+14155552671","custom_prompt":[]})"));
}

void TestNixflexClient::reportsUnreadableLists_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("other object") << QByteArray("{}");
    QTest::newRow("rows of another type") << QByteArray(R"({"phone_numbers":{}})");
    QTest::newRow("HTML") << QByteArray("<html>Sign in</html>");
    QTest::newRow("text") << QByteArray("\"x\"");
    QTest::newRow("empty") << QByteArray();
}

void TestNixflexClient::reportsUnreadableLists()
{
    QFETCH(QByteArray, body);
    const ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(200, body); });
    nixflex::Client client = clientOf(server);
    const auto list = runTask(client.listNumbers({}, {}));
    QVERIFY(!list);
    QVERIFY(list.error().kind == Error::Kind::BadReply);
    QVERIFY(list.error().effect == Error::Effect::Answered);
    QVERIFY(!list.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(TestNixflexClient)
#include "tst_nixflexclient.moc"

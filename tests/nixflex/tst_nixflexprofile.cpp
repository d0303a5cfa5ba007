#include "net/httpclient.h"
#include "nixflex/client.h"
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

const PhoneNumber number = *PhoneNumber::fromE164(u"+14155552671"_s);

} // namespace

/// PATCH /v1/phone-numbers/{number}: the business profile.
class TestNixflexProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAndClearsTheProfile();
    void sendsAProfileAsTheContractAsksFor();
    void tellsWhyAProfileIsRefused_data();
    void tellsWhyAProfileIsRefused();
    void leavesAnUnreadableChangeUnknown_data();
    void leavesAnUnreadableChangeUnknown();
    void sendsALostChangeOnce();

private:
    [[nodiscard]] nixflex::Client clientOf(const ScriptedServer &server)
    {
        return {m_http, server.url(u"/"_s), *NixflexKey::parse(u"nxf_abc:nxfs_def"_s)};
    }

    SystemClock m_clock;
    net::HttpClient m_http{m_clock};
};

void TestNixflexProfile::changesAndClearsTheProfile()
{
    const auto simulator = simulator::Simulator::start({});
    QVERIFY(simulator);
    nixflex::Client client(m_http, simulator->nixflexUrl(), *NixflexKey::parse(simulator->nixflexKey()));
    const auto all = runTask(client.listNumbers({}, {}));
    QVERIFY(all && !all->numbers.isEmpty());
    const PhoneNumber ours = all->numbers.constFirst().phoneNumber;
    const QString longest = u"Ä \"q\"\n\t"_s + QString(nixflex::longestCustomPrompt - 7, u'x');
    QCOMPARE(longest.size(), nixflex::longestCustomPrompt);

    const auto changed = runTask(client.updateNumber(ours, longest, "operation-1", {}));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().report()));
    QCOMPARE(changed->phoneNumber, ours);
    QCOMPARE(changed->customPrompt, longest);
    QVERIFY(!changed->requestId.isEmpty());
    QCOMPARE(simulator->nixflexNumber(ours.e164())->customPrompt.value_or(QString()), longest);

    const auto cleared = runTask(client.updateNumber(ours, {}, "operation-2", {}));
    QVERIFY(cleared);
    QCOMPARE(cleared->customPrompt, QString());
    QVERIFY(!simulator->nixflexNumber(ours.e164())->customPrompt.has_value());

    const auto unknown = runTask(client.updateNumber(number, u"x"_s, "operation-3", {}));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().providerCode, u"number_not_found"_s);
    QVERIFY(unknown.error().effect == Error::Effect::Answered);
}

void TestNixflexProfile::sendsAProfileAsTheContractAsksFor()
{
    const ScriptedServer server([](const RawRequest &) {
        return RawAnswer::json(200, R"({"phone_number":{"phone_number":"+14155552671"}})",
                               {"x-railway-request-id: r2"});
    });
    nixflex::Client client = clientOf(server);
    const auto changed = runTask(client.updateNumber(number, u"a \"b\" ü"_s, "operation-9", {}));
    QVERIFY(changed);
    QCOMPARE(changed->requestId, u"r2"_s);
    QVERIFY(runTask(client.updateNumber(number, {}, "operation-10", {})));
    const RawRequest patch = server.requests().at(0);
    QCOMPARE(patch.method + ' ' + patch.target, QByteArray("PATCH /v1/phone-numbers/%2B14155552671"));
    QCOMPARE(patch.header("Authorization"), QByteArray("Bearer nxf_abc:nxfs_def"));
    QCOMPARE(patch.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(patch.header("Idempotency-Key"), QByteArray("operation-9"));
    QCOMPARE(QJsonDocument::fromJson(patch.body).object(),
             (QJsonObject{{u"custom_prompt"_s, u"a \"b\" ü"_s}}));
    QCOMPARE(server.requests().at(1).body, QByteArray(R"({"custom_prompt":null})"));

    const auto tooLong = runTask(client.updateNumber(number, QString(8001, u'x'), "operation-11", {}));
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().providerCode, u"custom_prompt_too_long"_s);
    QVERIFY(tooLong.error().effect == Error::Effect::NothingSent);
    QCOMPARE(server.requestCount(), 2);
}

void TestNixflexProfile::tellsWhyAProfileIsRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kind");
    const auto row = [](int status, const QString &code, Error::Kind kind) {
        QTest::addRow("%d %s", status, qPrintable(code)) << status << code << static_cast<int>(kind);
    };
    row(400, u"missing_field"_s, Error::Kind::Invalid);
    row(400, u"custom_prompt_too_long"_s, Error::Kind::Invalid);
    row(400, u"invalid_json"_s, Error::Kind::Invalid);
    row(401, u"invalid_api_key"_s, Error::Kind::Unauthorized);
    row(401, u"key_secret_required"_s, Error::Kind::Unauthorized);
    row(402, u"out_of_credit"_s, Error::Kind::PaymentRequired);
    row(403, u"not_yours"_s, Error::Kind::Forbidden);
    row(404, u"number_not_found"_s, Error::Kind::NotFound);
    row(409, u"busy"_s, Error::Kind::Conflict);
    row(422, u"odd"_s, Error::Kind::Invalid);
}

void TestNixflexProfile::tellsWhyAProfileIsRefused()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(int, kind);
    const auto simulator = simulator::Simulator::start({});
    QVERIFY(simulator);
    nixflex::Client client(m_http, simulator->nixflexUrl(), *NixflexKey::parse(simulator->nixflexKey()));
    const PhoneNumber ours = *PhoneNumber::fromE164(simulator->nixflexNumbers().constFirst().phoneNumber);
    const auto before = simulator->nixflexNumber(ours.e164())->customPrompt;
    simulator::Fault fault;
    fault.method = u"PATCH"_s;
    fault.status = status;
    fault.code = code;
    simulator->armFault(fault);
    const auto result = runTask(client.updateNumber(ours, u"other"_s, "k", {}));
    QVERIFY(!result);
    QCOMPARE(result.error().httpStatus, status);
    QCOMPARE(result.error().providerCode, code);
    QCOMPARE(static_cast<int>(result.error().kind), kind);
    QVERIFY(result.error().effect == Error::Effect::Answered);
    QVERIFY(!result.error().userText.isEmpty());
    QCOMPARE(simulator->countRequests(u"PATCH"_s, {}), 1);
    QVERIFY(simulator->nixflexNumber(ours.e164())->customPrompt == before);
}

void TestNixflexProfile::leavesAnUnreadableChangeUnknown_data()
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

void TestNixflexProfile::leavesAnUnreadableChangeUnknown()
{
    QFETCH(QByteArray, body);
    const ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(200, body); });
    nixflex::Client client = clientOf(server);
    const auto result = runTask(client.updateNumber(number, u"x"_s, "k", {}));
    QVERIFY(!result);
    QVERIFY(result.error().kind == Error::Kind::BadReply);
    QVERIFY(result.error().effect == Error::Effect::Unknown);
    QCOMPARE(server.requestCount(), 1);
}

void TestNixflexProfile::sendsALostChangeOnce()
{
    const auto simulator = simulator::Simulator::start({});
    QVERIFY(simulator);
    nixflex::Client client(m_http, simulator->nixflexUrl(), *NixflexKey::parse(simulator->nixflexKey()));
    const PhoneNumber ours = *PhoneNumber::fromE164(simulator->nixflexNumbers().constFirst().phoneNumber);
    for (const auto drop : {simulator::Drop::BeforeExecuting, simulator::Drop::AfterExecuting}) {
        simulator->resetRequests();
        simulator::Fault fault;
        fault.method = u"PATCH"_s;
        fault.drop = drop;
        simulator->armFault(fault);
        const auto result = runTask(client.updateNumber(ours, u"lost"_s, "k", {}));
        QVERIFY(!result);
        QVERIFY2(result.error().effect == Error::Effect::Unknown, qPrintable(result.error().report()));
        QCOMPARE(simulator->countRequests(u"PATCH"_s, {}), 1);
    }
}

QTEST_GUILESS_MAIN(TestNixflexProfile)
#include "tst_nixflexprofile.moc"

#include "simulator/server/openssltls.h"
#include "simulator/testcertificate.h"
#include "simulator/wire.h"

#include <QJsonArray>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// The server itself: TLS, HTTP, and what it records.
class SimulatorServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksTls();
    void refusesTlsFilesThatDoNotWork();
    void refusesATakenPort();
    void answersWhatIsNotHttp();
    void continuesWhenAsked();
    void recordsWithoutSecrets();
    void countsAndForgetsRequests();
    void showsTheWorld();
    void addsLatency();
    void listensOnLoopbackOnly();
    void letsTestsReachIntoTheWorld();
};

namespace {

QByteArray basic(const TwilioAccount &account)
{
    return "Authorization: Basic " + (account.sid + u':' + account.authToken).toUtf8().toBase64() + "\r\n";
}

} // namespace

void SimulatorServerTest::speaksTls()
{
    QTemporaryDir folder;
    const QString certificate = folder.filePath(u"cert.pem"_s);
    const QString key = folder.filePath(u"key.pem"_s);
    QVERIFY(writeCertificate(certificate, key));
    QString error;
    const auto simulator = Simulator::start(SimulatorOptions{}, &error, makeTls(certificate, key, &error));
    QVERIFY2(simulator != nullptr, qPrintable(error));
    QCOMPARE(simulator->nixflexUrl().scheme(), u"https"_s);
    const auto connectTls = [&] {
        auto socket = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(certificate));
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted(u"127.0.0.1"_s, simulator->port());
        return socket->waitForEncrypted(10'000) ? std::move(socket) : nullptr;
    };
    auto socket = connectTls();
    QVERIFY(socket != nullptr);
    Wire wire(std::move(socket));
    QCOMPARE(wire.send("GET", "/v1/usage", nixflexHeaders(*simulator)).status, 200);
    const WireAnswer services = wire.send("GET", "/v1/Services", basic(simulator->mainAccount()));
    QVERIFY(services.json().value(u"meta").toObject().value(u"url").toString().startsWith(
        "https://127.0.0.1:"_L1));
    QVERIFY(!wire.send("GET", "/v1/usage", nixflexHeaders(*simulator) + "Connection: close\r\n").cut);

    Fault fault;
    fault.cutBodyAfter = 10;
    simulator->armFault(fault);
    Wire second(connectTls());
    const WireAnswer cut = second.send("GET", "/v1/usage", nixflexHeaders(*simulator));
    QVERIFY(cut.cut);
    QCOMPARE(cut.body.size(), 10);

    QCOMPARE(Wire(simulator->port()).send("GET", "/v1/usage").status, 0); // plain text is not answered
}

void SimulatorServerTest::refusesTlsFilesThatDoNotWork()
{
    QTemporaryDir folder;
    const QString certificate = folder.filePath(u"cert.pem"_s);
    QString error;
    QVERIFY(makeTls(certificate, {}, &error) == nullptr);
    QVERIFY(error.contains("key"_L1));
    error.clear();
    QVERIFY(makeTls(certificate, folder.filePath(u"key.pem"_s), &error) == nullptr);
    QVERIFY(error.contains("TLS"_L1));
}

void SimulatorServerTest::refusesATakenPort()
{
    const auto first = Simulator::start(SimulatorOptions{});
    SimulatorOptions options;
    options.port = first->port();
    QString error;
    QVERIFY(Simulator::start(options, &error) == nullptr);
    QVERIFY(error.contains(QString::number(first->port())));
}

void SimulatorServerTest::answersWhatIsNotHttp()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    QCOMPARE(Wire(simulator->port()).sendRaw("\x16\x03\x01 hello\r\n\r\n").status, 400);
    QCOMPARE(Wire(simulator->port())
                 .sendRaw("GET /v1/usage HTTP/1.1\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n")
                 .status,
             431);
}

void SimulatorServerTest::continuesWhenAsked()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Wire wire(simulator->port());
    wire.socket().write("POST /v1/phone-numbers HTTP/1.1\r\n" + hostLine(simulator->port()) +
                        "Expect: 100-continue\r\n" + nixflexHeaders(*simulator) +
                        "Content-Length: 2\r\n\r\n");
    QVERIFY(wire.socket().waitForReadyRead(5'000));
    QCOMPARE(wire.socket().readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QCOMPARE(wire.sendRaw("{}").status, 400);
}

void SimulatorServerTest::recordsWithoutSecrets()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    const QString token = simulator->mainAccount().authToken;
    const QString secret = simulator->nixflexKey().section(u':', 1);
    Wire wire(simulator->port());
    QCOMPARE(wire.send("POST", "/v1/phone-numbers?x=%2B1",
                       nixflexHeaders(*simulator) + "Idempotency-Key: k7\r\n", importBody(*simulator))
                 .status,
             201);
    QCOMPARE(wire.send("GET", "/2010-04-01/Accounts.json", basic(simulator->mainAccount())).status, 200);
    const WireAnswer answer = wire.send("GET", "/_simulator/requests", controlHeaders(*simulator));
    const QByteArray all = answer.body;
    QVERIFY(!all.contains(token.toUtf8()));
    QVERIFY(!all.contains(secret.toUtf8()));
    QVERIFY(!all.contains((simulator->mainAccount().sid + u':' + token).toUtf8().toBase64()));
    const QJsonArray requests = answer.json().value(u"requests").toArray();
    QCOMPARE(requests.size(), 2); // the control addresses record nothing
    const QJsonObject import = requests.at(0).toObject();
    QCOMPARE(import.value(u"path").toString(), u"/v1/phone-numbers"_s);
    QCOMPARE(import.value(u"target").toString(), u"/v1/phone-numbers?x=%2B1"_s);
    QCOMPARE(import.value(u"provider").toString(), u"nixflex"_s);
    QCOMPARE(import.value(u"status").toInt(), 201);
    QCOMPARE(import.value(u"executed"), QJsonValue(true));
    QCOMPARE(import.value(u"body").toObject().value(u"agent_id").toString(), simulator->agentId());
    QVERIFY(import.value(u"body").toObject().value(u"twilio_token").toString().startsWith("sha256="_L1));
    QCOMPARE(import.value(u"headers").toObject().value(u"Idempotency-Key").toString(), u"k7"_s);
    const QString authorization = simulator->requests().at(1).header(u"authorization"_s);
    QVERIFY(authorization.startsWith(u"Basic "_s + simulator->mainAccount().sid + u":sha256="_s));
}

void SimulatorServerTest::countsAndForgetsRequests()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Wire wire(simulator->port());
    wire.send("GET", "/v1/usage");
    wire.send("GET", "/v1/agents?limit=3");
    wire.send("DELETE", "/v1/phone-numbers/%2B1");
    QCOMPARE(simulator->countRequests(u"GET"_s, {}), 2);
    QCOMPARE(simulator->countRequests({}, u"limit=3"_s), 1);
    QCOMPARE(simulator->countRequests(u"DELETE"_s, u"/%2B1$"_s), 1);
    QCOMPARE(wire.send("DELETE", "/_simulator/requests", controlHeaders(*simulator)).status, 200);
    QVERIFY(simulator->requests().isEmpty());
    wire.send("GET", "/v1/usage");
    QCOMPARE(simulator->requests().first().id, quint64(4));
    simulator->resetRequests();
    QVERIFY(simulator->requests().isEmpty());
}

void SimulatorServerTest::showsTheWorld()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Wire wire(simulator->port());
    const QJsonObject world = wire.send("GET", "/_simulator/world", controlHeaders(*simulator)).json();
    QCOMPARE(world.value(u"accounts").toArray().size(), 5);
    QCOMPARE(world.value(u"numbers").toInt(), 26);
    QCOMPARE(wire.send("GET", "/_simulator/other", controlHeaders(*simulator)).status, 404);
    QCOMPARE(wire.send("PUT", "/_simulator/faults", controlHeaders(*simulator)).status, 405);
}

void SimulatorServerTest::addsLatency()
{
    SimulatorOptions options;
    options.latency = std::chrono::milliseconds(120);
    const auto simulator = Simulator::start(options);
    QVERIFY(Wire(simulator->port()).send("GET", "/v1/usage").milliseconds >= 120);
    QVERIFY(
        Wire(simulator->port()).send("GET", "/_simulator/world", controlHeaders(*simulator)).milliseconds <
        120);
}

void SimulatorServerTest::listensOnLoopbackOnly()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    QCOMPARE(simulator->nixflexUrl().host(), u"127.0.0.1"_s);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s,
                         simulator->port()); // another loopback address already is another host
    QVERIFY(!socket.waitForConnected(2'000));
}

void SimulatorServerTest::letsTestsReachIntoTheWorld()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    const QString phone = simulator->freeNumber();
    QVERIFY(simulator->changeNumber(phone, [](TwilioNumber &number) {
        number.trunkSid = u"TK1"_s;
        number.phoneNumber = u"ignored"_s;
    }));
    QCOMPARE(simulator->number(phone)->trunkSid, u"TK1"_s);
    QVERIFY(!simulator->changeNumber(u"+1"_s, [](TwilioNumber &) {}));
    QVERIFY(simulator->changeAccount(simulator->mainAccount().sid,
                                     [](TwilioAccount &a) { a.status = u"closed"_s; }));
    QCOMPARE(Wire(simulator->port())
                 .send("GET", "/2010-04-01/Accounts.json", basic(simulator->mainAccount()))
                 .status,
             401);
    QVERIFY(simulator->changeAgent(simulator->agentId(), [](NixflexAgent &agent) { agent.name = u"Neu"_s; }));
    const QString imported = simulator->nixflexNumbers().first().phoneNumber;
    QVERIFY(
        simulator->changeNixflexNumber(imported, [](NixflexNumber &row) { row.isInboundEnabled = false; }));
    QCOMPARE(simulator->nixflexNumber(imported)->isInboundEnabled, false);
    QVERIFY(simulator->releaseNumber(imported));
    QVERIFY(!simulator->number(imported).has_value());
    QVERIFY(simulator->nixflexNumber(imported).has_value());
    QCOMPARE(simulator->subaccounts().size(), 3);
    QVERIFY(!simulator->inactiveAgentId().isEmpty());
    QVERIFY(!simulator->foreignAgentId().isEmpty());
    QVERIFY(simulator->otherNixflexKey() != simulator->nixflexKey());
}

QTEST_GUILESS_MAIN(SimulatorServerTest)
#include "tst_simulatorserver.moc"

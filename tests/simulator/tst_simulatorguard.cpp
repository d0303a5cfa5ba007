#include "simulator/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// Who may talk to the port: programs of this computer, and no web page. Every request is written by hand.
class SimulatorGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesEveryOtherHost_data();
    void refusesEveryOtherHost();
    void answersToItsOwnNames_data();
    void answersToItsOwnNames();
    void refusesEveryOtherOrigin_data();
    void refusesEveryOtherOrigin();
    void answersItsOwnOrigin();
    void neverAllowsCrossOriginReading();
    void aRelayMayHaveAPortOfItsOwn();
    void wantsTheControlToken();
    void takesTheTokenItIsGiven();
    void opensTheControlOnlyWhenTold();
    void refusesFaultsThatWouldExhaustIt_data();
    void refusesFaultsThatWouldExhaustIt();
    void armsOnlySoManyFaults();
    void refusesHugeRequests();
    void forgetsRequestsByTheirSize();
    void refusesOptionsOutOfRange_data();
    void refusesOptionsOutOfRange();

private:
    /// `head`: everything after the request line. Answered on a connection of its own.
    WireAnswer raw(const QByteArray &line, const QByteArray &head, const QByteArray &body = {})
    {
        return Wire(m_simulator->port())
            .sendRaw(line + " HTTP/1.1\r\n" + head + "Content-Length: " + QByteArray::number(body.size()) +
                     "\r\n\r\n" + body);
    }
    /// What would crash the program if it were armed and hit.
    static QByteArray hugeFault() { return R"({"huge_body":1000000})"; }
    QByteArray withPort(QByteArray text)
    {
        return text.replace("PORT", QByteArray::number(m_simulator->port()));
    }
    void restart(const SimulatorOptions &options)
    {
        m_simulator = Simulator::start(options);
        QVERIFY(m_simulator != nullptr);
    }

    std::unique_ptr<Simulator> m_simulator;
};

void SimulatorGuardTest::init()
{
    restart({});
}

void SimulatorGuardTest::refusesEveryOtherHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("rebound name") << QByteArray("Host: evil.example:PORT\r\n");
    QTest::newRow("rebound name without a port") << QByteArray("Host: evil.example\r\n");
    QTest::newRow("a name that begins like ours") << QByteArray("Host: localhost.evil.example:PORT\r\n");
    QTest::newRow("an address that begins like ours") << QByteArray("Host: 127.0.0.1.evil.example:PORT\r\n");
    QTest::newRow("another loopback address") << QByteArray("Host: 127.0.0.2:PORT\r\n");
    QTest::newRow("another port") << QByteArray("Host: 127.0.0.1:1\r\n");
    QTest::newRow("no port") << QByteArray("Host: 127.0.0.1\r\n");
    QTest::newRow("our port with more behind it") << QByteArray("Host: 127.0.0.1:PORT1\r\n");
    QTest::newRow("text behind the brackets") << QByteArray("Host: [::1]evil.example:PORT\r\n");
    QTest::newRow("two, ours first") << QByteArray("Host: 127.0.0.1:PORT\r\nHost: evil.example:PORT\r\n");
    QTest::newRow("a user before ours") << QByteArray("Host: evil.example@127.0.0.1:PORT\r\n");
}

void SimulatorGuardTest::refusesEveryOtherHost()
{
    QFETCH(QByteArray, host);
    const QByteArray key = nixflexHeaders(*m_simulator);
    QCOMPARE(raw("GET /v1/usage", withPort(host) + key).status, 403);
    QCOMPARE(
        raw("POST /_simulator/faults", withPort(host) + controlHeaders(*m_simulator), hugeFault()).status,
        403);
    QCOMPARE(m_simulator->requests().size(), 0);
}

void SimulatorGuardTest::answersToItsOwnNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("address") << QByteArray("127.0.0.1:PORT");
    QTest::newRow("name") << QByteArray("localhost:PORT");
    QTest::newRow("capitals") << QByteArray("LocalHost:PORT");
    QTest::newRow("version 6") << QByteArray("[::1]:PORT");
}

void SimulatorGuardTest::answersToItsOwnNames()
{
    QFETCH(QByteArray, host);
    QCOMPARE(raw("GET /v1/usage", "Host: " + withPort(host) + "\r\n" + nixflexHeaders(*m_simulator)).status,
             200);
}

void SimulatorGuardTest::refusesEveryOtherOrigin_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("a page") << QByteArray("Origin: https://evil.example\r\n");
    QTest::newRow("a sandboxed page or a file") << QByteArray("Origin: null\r\n");
    QTest::newRow("a page of another port") << QByteArray("Origin: http://127.0.0.1:1\r\n");
    QTest::newRow("a page of port 80") << QByteArray("Origin: http://127.0.0.1\r\n");
    QTest::newRow("an extension") << QByteArray("Origin: moz-extension://127.0.0.1:PORT\r\n");
    QTest::newRow("empty") << QByteArray("Origin:\r\n");
    QTest::newRow("ours and another") << QByteArray("Origin: http://127.0.0.1:PORT\r\nOrigin: null\r\n");
    QTest::newRow("an image of a page") << QByteArray("Sec-Fetch-Site: cross-site\r\n");
    QTest::newRow("a page of another local port") << QByteArray("Sec-Fetch-Site: same-site\r\n");
}

void SimulatorGuardTest::refusesEveryOtherOrigin()
{
    QFETCH(QByteArray, lines);
    const QByteArray head = hostLine(m_simulator->port()) + withPort(lines);
    QCOMPARE(raw("POST /_simulator/faults", head + controlHeaders(*m_simulator), hugeFault()).status, 403);
    QCOMPARE(
        raw("POST /v1/phone-numbers", head + nixflexHeaders(*m_simulator), importBody(*m_simulator)).status,
        403);
    QCOMPARE(raw("DELETE /v1/phone-numbers/%2B1", head + nixflexHeaders(*m_simulator)).status, 403);
    QVERIFY(m_simulator->requests().isEmpty());
    QVERIFY(!m_simulator->nixflexNumber(m_simulator->freeNumber()));
}

void SimulatorGuardTest::answersItsOwnOrigin()
{
    const QByteArray head = hostLine(m_simulator->port()) + nixflexHeaders(*m_simulator);
    QCOMPARE(raw("GET /v1/usage", head + withPort("Origin: http://127.0.0.1:PORT\r\n")).status, 200);
    QCOMPARE(raw("GET /v1/usage", head + "Sec-Fetch-Site: none\r\n").status, 200); // typed into the browser
}

void SimulatorGuardTest::neverAllowsCrossOriginReading()
{
    const WireAnswer preflight =
        raw("OPTIONS /_simulator/faults", hostLine(m_simulator->port()) +
                                              "Origin: https://evil.example\r\n"
                                              "Access-Control-Request-Method: POST\r\n"
                                              "Access-Control-Request-Headers: x-simulator-token\r\n");
    QCOMPARE(preflight.status, 403);
    QVERIFY(!preflight.head.toLower().contains("access-control"));
}

void SimulatorGuardTest::aRelayMayHaveAPortOfItsOwn()
{
    SimulatorOptions options;
    options.isBehindRelay = true;
    restart(options);
    QCOMPARE(raw("GET /v1/usage", "Host: 127.0.0.1:1\r\n" + nixflexHeaders(*m_simulator)).status, 200);
    QCOMPARE(raw("GET /v1/usage", "Host: evil.example\r\n" + nixflexHeaders(*m_simulator)).status, 403);
    QCOMPARE(raw("GET /v1/usage", "Host: 127.0.0.1:1\r\nOrigin: http://127.0.0.1:1\r\n").status, 403);
}

void SimulatorGuardTest::wantsTheControlToken()
{
    QVERIFY(m_simulator->controlToken().size() >= 32);
    const QByteArray host = hostLine(m_simulator->port());
    for (const QByteArray line :
         {"GET /_simulator/requests", "DELETE /_simulator/requests", "GET /_simulator/world",
          "POST /_simulator/faults", "PATCH /_simulator/modes", "GET /_simulator"}) {
        QCOMPARE(raw(line, host, hugeFault()).status, 401);
        QCOMPARE(raw(line, host + "X-Simulator-Token: guess\r\n", hugeFault()).status, 401);
        // Neither the key nor a fellow's token opens it.
        QCOMPARE(raw(line, host + nixflexHeaders(*m_simulator), hugeFault()).status, 401);
    }
    QCOMPARE(
        raw("GET /_simulator/faults", host + controlHeaders(*m_simulator)).json().value(u"faults").toArray(),
        QJsonArray());
    const auto second = Simulator::start(SimulatorOptions{});
    QVERIFY(second->controlToken() != m_simulator->controlToken());
}

void SimulatorGuardTest::takesTheTokenItIsGiven()
{
    SimulatorOptions options;
    options.controlToken = u"open sesame"_s;
    restart(options);
    QCOMPARE(m_simulator->controlToken(), u"open sesame"_s);
    QCOMPARE(
        raw("GET /_simulator/world", hostLine(m_simulator->port()) + "x-simulator-token: open sesame\r\n")
            .status,
        200);
}

void SimulatorGuardTest::opensTheControlOnlyWhenTold()
{
    SimulatorOptions options;
    options.hasOpenControl = true;
    restart(options);
    const QByteArray host = hostLine(m_simulator->port());
    QCOMPARE(raw("GET /_simulator/world", host).status, 200);
    QCOMPARE(raw("POST /_simulator/faults", host + "Origin: https://evil.example\r\n", hugeFault()).status,
             403);
}

void SimulatorGuardTest::refusesFaultsThatWouldExhaustIt_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("body of a terabyte") << QByteArray(R"({"huge_body":999999999999})");
    QTest::newRow("body beyond every number") << QByteArray(R"({"huge_body":1e308})");
    QTest::newRow("negative body") << QByteArray(R"({"huge_body":-1})");
    QTest::newRow("half a byte") << QByteArray(R"({"huge_body":0.5})");
    QTest::newRow("delay of weeks") << QByteArray(R"({"delay_ms":2000000000})");
    QTest::newRow("delay beyond every number") << QByteArray(R"({"delay_answer_ms":1e300})");
    QTest::newRow("negative speed") << QByteArray(R"({"bytes_per_second":-1})");
    QTest::newRow("cut beyond every number") << QByteArray(R"({"cut_body_after":1e300})");
    QTest::newRow("nth beyond every number") << QByteArray(R"({"nth":1e300})");
    QTest::newRow("times beyond every number") << QByteArray(R"({"times":1e300})");
    QTest::newRow("retry after a century") << QByteArray(R"({"retry_after":3153600000})");
    QTest::newRow("final status as an interim one") << QByteArray(R"({"interim_status":200})");
    QTest::newRow("a second header in one") << QByteArray(R"({"headers":{"A":"b\r\nSet-Cookie: c"}})");
    QTest::newRow("a header's name with a line end") << QByteArray(R"({"headers":{"A: b\r\nC":"d"}})");
    QTest::newRow("a long header") << "{\"headers\":{\"A\":\"" + QByteArray(100'000, 'x') + "\"}}";
    QTest::newRow("a long expression") << "{\"path\":\"" + QByteArray(100'000, 'x') + "\"}";
}

void SimulatorGuardTest::refusesFaultsThatWouldExhaustIt()
{
    QFETCH(QByteArray, body);
    const QByteArray head = hostLine(m_simulator->port()) + controlHeaders(*m_simulator);
    const WireAnswer answer = raw("POST /_simulator/faults", head, body);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json().value(u"error").toString().isEmpty());
    QVERIFY(raw("GET /_simulator/faults", head).json().value(u"faults").toArray().isEmpty());
}

void SimulatorGuardTest::armsOnlySoManyFaults()
{
    Wire wire(m_simulator->port());
    const QByteArray body = R"({"path":"^/never$","times":0})";
    Fault fault;
    fault.path = u"^/never$"_s;
    fault.times = 0;
    for (qsizetype i = 0; i < FaultBox::mostArmed; ++i) {
        m_simulator->armFault(fault);
    }
    QCOMPARE(wire.send("POST", "/_simulator/faults", controlHeaders(*m_simulator), body).status, 400);
    QCOMPARE(wire.send("DELETE", "/_simulator/faults", controlHeaders(*m_simulator)).status, 200);
    QCOMPARE(wire.send("POST", "/_simulator/faults", controlHeaders(*m_simulator), body).status, 200);
}

void SimulatorGuardTest::refusesHugeRequests()
{
    const QByteArray head = hostLine(m_simulator->port()) + nixflexHeaders(*m_simulator);
    QCOMPARE(Wire(m_simulator->port())
                 .sendRaw("POST /v1/phone-numbers HTTP/1.1\r\n" + head + "Content-Length: 5000000\r\n\r\n")
                 .status,
             413);
    // Nothing is kept of a key that no client would make up.
    QCOMPARE(raw("POST /v1/phone-numbers", head + "Idempotency-Key: " + QByteArray(10'000, 'k') + "\r\n",
                 importBody(*m_simulator))
                 .status,
             400);
    QVERIFY(!m_simulator->nixflexNumber(m_simulator->freeNumber()));
}

void SimulatorGuardTest::forgetsRequestsByTheirSize()
{
    RequestLog log;
    for (int i = 0; i < 10; ++i) {
        log.add({}, 20LL * 1024 * 1024);
    }
    QCOMPARE(log.all().size(), 3);
    QCOMPARE(log.all().last().id, quint64(10));
    log.add({}, 1LL << 40);
    QCOMPARE(log.all().size(), 1); // the newest one is always there
}

void SimulatorGuardTest::refusesOptionsOutOfRange_data()
{
    QTest::addColumn<SimulatorOptions>("options");
    const auto row = [](const char *name, auto change) {
        SimulatorOptions options;
        change(options);
        QTest::newRow(name) << options;
    };
    row("fleet", [](auto &options) { options.fleet = 1'000'001; });
    row("agents", [](auto &options) { options.agents = 2'000'000'000; });
    row("negative agents", [](auto &options) { options.agents = -1; });
    row("latency", [](auto &options) { options.latency = std::chrono::hours(1); });
    row("window", [](auto &options) { options.window = std::chrono::hours(1'000'000); });
    row("concurrency", [](auto &options) { options.twilioConcurrency = -1; });
}

void SimulatorGuardTest::refusesOptionsOutOfRange()
{
    QFETCH(SimulatorOptions, options);
    QString error;
    QVERIFY(Simulator::start(options, &error) == nullptr);
    QVERIFY(!error.isEmpty());
}

QTEST_GUILESS_MAIN(SimulatorGuardTest)
#include "tst_simulatorguard.moc"

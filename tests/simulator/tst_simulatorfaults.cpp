#include "simulator/wire.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <array>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// Armed faults, seen from the other end of a real socket.
class SimulatorFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hitsTheWantedRequestsOnly();
    void answersAStatusInTheProvidersForm_data();
    void answersAStatusInTheProvidersForm();
    void executesFirstWhenAsked();
    void dropsBeforeExecuting();
    void dropsAfterExecuting();
    void endsWithFinOrReset_data();
    void endsWithFinOrReset();
    void cutsTheBody_data();
    void cutsTheBody();
    void sendsAGatewayPage();
    void sendsRawMalformedAndHugeBodies();
    void omitsTheContentType();
    void delaysBeforeAndAfterExecuting();
    void dripsSlowly();
    void closesWithoutAWord();
    void addsHeaders();
    void errorsHaveTheRateLimitHeaders();
    void armsOverHttp();
    void refusesAFaultItDoesNotUnderstand_data();
    void refusesAFaultItDoesNotUnderstand();
    void everyFieldSurvivesTheRoundTrip();

private:
    WireAnswer usage()
    {
        return Wire(m_simulator->port()).send("GET", "/v1/usage", nixflexHeaders(*m_simulator));
    }
    WireAnswer import()
    {
        return Wire(m_simulator->port())
            .send("POST", "/v1/phone-numbers", nixflexHeaders(*m_simulator), importBody(*m_simulator));
    }

    std::unique_ptr<Simulator> m_simulator;
};

void SimulatorFaultsTest::init()
{
    m_simulator = Simulator::start(SimulatorOptions{});
    QVERIFY(m_simulator != nullptr);
}

void SimulatorFaultsTest::hitsTheWantedRequestsOnly()
{
    Fault fault;
    fault.method = u"get"_s;
    fault.path = u"^/v1/usage$"_s;
    fault.nth = 2;
    fault.times = 2;
    fault.status = 500;
    m_simulator->armFault(fault);
    QList<int> statuses;
    for (int i = 0; i < 5; ++i) {
        statuses.append(usage().status);
    }
    QCOMPARE(statuses, (QList<int>{200, 500, 500, 200, 200}));
    QCOMPARE(Wire(m_simulator->port()).send("GET", "/v1/agents", nixflexHeaders(*m_simulator)).status, 200);
    fault.times = 0;
    fault.nth = 1;
    m_simulator->armFault(fault);
    QCOMPARE(usage().status, 500);
    QCOMPARE(usage().status, 500);
    m_simulator->clearFaults();
    QCOMPARE(usage().status, 200);
}

void SimulatorFaultsTest::answersAStatusInTheProvidersForm_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("found");
    const QByteArray nixflex = "/v1/usage";
    QTest::newRow("402") << nixflex << 402 << u"insufficient_credit"_s << u"insufficient_credit"_s;
    QTest::newRow("422") << nixflex << 422 << QString() << u"unprocessable"_s;
    QTest::newRow("429") << nixflex << 429 << QString() << u"rate_limit_exceeded"_s;
    QTest::newRow("500") << nixflex << 500 << QString() << u"internal_error"_s;
    QTest::newRow("502") << nixflex << 502 << u"twilio_down"_s << u"twilio_down"_s;
    QTest::newRow("Twilio 503") << QByteArray("/2010-04-01/Accounts.json") << 503 << QString() << u"20503"_s;
    QTest::newRow("Twilio 20003") << QByteArray("/2010-04-01/Accounts.json") << 401 << u"20003"_s
                                  << u"20003"_s;
    QTest::newRow("Twilio 20005") << QByteArray("/v1/Services") << 403 << u"20005"_s << u"20005"_s;
}

void SimulatorFaultsTest::answersAStatusInTheProvidersForm()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, found);
    Fault fault;
    fault.status = status;
    fault.code = code;
    fault.retryAfter = status == 429 ? 7 : -1;
    m_simulator->armFault(fault);
    const WireAnswer answer = Wire(m_simulator->port()).send("GET", target, nixflexHeaders(*m_simulator));
    QCOMPARE(answer.status, status);
    const QJsonObject error = answer.json().value(u"error").toObject();
    if (target == "/v1/usage") {
        QCOMPARE(error.value(u"code").toString(), found);
        QVERIFY(!answer.header("x-railway-request-id").isEmpty());
    } else {
        QCOMPARE(QString::number(answer.json().value(u"code").toInt()), found);
        QVERIFY(answer.header("Twilio-Request-Id").startsWith("RQ"));
    }
    if (status == 429) {
        QCOMPARE(answer.header("Retry-After"), QByteArray("7"));
        QCOMPARE(error.value(u"details").toObject().value(u"retry_after").toInt(), 7);
    }
    QCOMPARE(m_simulator->requests().constLast().isExecuted, false);
    QCOMPARE(m_simulator->requests().constLast().isFaulty, true);
}

void SimulatorFaultsTest::executesFirstWhenAsked()
{
    const QString phone = m_simulator->freeNumber();
    Fault fault;
    fault.status = 502;
    fault.executeFirst = true;
    m_simulator->armFault(fault);
    QCOMPARE(import().status, 502);
    QVERIFY(m_simulator->nixflexNumber(phone).has_value());
    QCOMPARE(m_simulator->requests().constLast().isExecuted, true);
}

void SimulatorFaultsTest::dropsBeforeExecuting()
{
    const QString phone = m_simulator->freeNumber();
    Fault fault;
    fault.drop = Drop::BeforeExecuting;
    m_simulator->armFault(fault);
    const WireAnswer answer = import();
    QCOMPARE(answer.status, 0);
    QVERIFY(answer.cut);
    QVERIFY(!m_simulator->nixflexNumber(phone).has_value());
    QCOMPARE(m_simulator->requests().constLast().isExecuted, false);
    QCOMPARE(m_simulator->requests().constLast().status, 0);
}

void SimulatorFaultsTest::dropsAfterExecuting()
{
    const QString phone = m_simulator->freeNumber();
    Fault fault;
    fault.drop = Drop::AfterExecuting;
    m_simulator->armFault(fault);
    QCOMPARE(import().status, 0);
    QVERIFY(m_simulator->nixflexNumber(phone).has_value());
    QCOMPARE(m_simulator->requests().constLast().isExecuted, true);
    QCOMPARE(m_simulator->requests().constLast().status, 0);
}

void SimulatorFaultsTest::endsWithFinOrReset_data()
{
    QTest::addColumn<bool>("cut");
    QTest::addColumn<bool>("reset");
    QTest::newRow("dropped with FIN") << false << false;
    QTest::newRow("dropped with RST") << false << true;
    QTest::newRow("cut with FIN") << true << false;
    QTest::newRow("cut with RST") << true << true;
}

void SimulatorFaultsTest::endsWithFinOrReset()
{
#ifdef Q_OS_UNIX
    QFETCH(bool, cut);
    QFETCH(bool, reset);
    Fault fault;
    fault.reset = reset;
    if (cut) {
        fault.cutBodyAfter = 5;
    } else {
        fault.drop = Drop::AfterExecuting;
    }
    m_simulator->armFault(fault);
    // QTcpSocket gives both ends the same name, so the system is asked.
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0) {
        QFAIL("no socket");
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_simulator->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    const QByteArray request =
        "GET /v1/usage HTTP/1.1\r\n" + hostLine(m_simulator->port()) + nixflexHeaders(*m_simulator) + "\r\n";
    QCOMPARE(::send(fd, request.constData(), static_cast<size_t>(request.size()), 0), request.size());
    std::array<char, 4096> bytes{};
    ssize_t got = 0;
    do {
        got = ::recv(fd, bytes.data(), bytes.size(), 0);
    } while (got > 0);
    const int error = errno;
    ::close(fd);
    QCOMPARE(got, reset ? -1 : 0);
    if (reset) {
        QCOMPARE(error, ECONNRESET);
    }
#else
    QSKIP("Asks the system's sockets.");
#endif
}

void SimulatorFaultsTest::cutsTheBody_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("at once") << qint64(0);
    QTest::newRow("one byte") << qint64(1);
    QTest::newRow("fifty bytes") << qint64(50);
}

void SimulatorFaultsTest::cutsTheBody()
{
    QFETCH(qint64, bytes);
    Fault fault;
    fault.cutBodyAfter = bytes;
    m_simulator->armFault(fault);
    const WireAnswer answer = usage();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.cut);
    QCOMPARE(answer.body.size(), bytes);
    QVERIFY(answer.header("Content-Length").toInt() > 100);
}

void SimulatorFaultsTest::sendsAGatewayPage()
{
    Fault fault;
    fault.html = true;
    m_simulator->armFault(fault);
    const WireAnswer answer = usage();
    QCOMPARE(answer.status, 502);
    QVERIFY(answer.header("Content-Type").startsWith("text/html"));
    QVERIFY(answer.body.startsWith("<!DOCTYPE html>"));
    fault.status = 200;
    m_simulator->armFault(fault);
    QCOMPARE(usage().status, 200);
}

void SimulatorFaultsTest::sendsRawMalformedAndHugeBodies()
{
    Fault raw;
    raw.rawBody = QByteArray("\xff\x00 not json", 11);
    m_simulator->armFault(raw);
    QCOMPARE(usage().body, *raw.rawBody);
    Fault malformed;
    malformed.malformedJson = true;
    m_simulator->armFault(malformed);
    const WireAnswer answer = usage();
    QVERIFY(answer.body.startsWith('{'));
    QVERIFY(!answer.body.endsWith('}'));
    QVERIFY(!answer.cut);
    Fault huge;
    huge.hugeBody = 12'000'000;
    m_simulator->armFault(huge);
    const WireAnswer large = usage();
    QVERIFY(large.body.size() >= 12'000'000);
    QVERIFY(!large.json().isEmpty());
}

void SimulatorFaultsTest::omitsTheContentType()
{
    Fault fault;
    fault.omitContentType = true;
    m_simulator->armFault(fault);
    const WireAnswer answer = usage();
    QVERIFY(answer.header("Content-Type").isEmpty());
    QVERIFY(!answer.json().isEmpty());
}

void SimulatorFaultsTest::delaysBeforeAndAfterExecuting()
{
    Fault before;
    before.delay = std::chrono::milliseconds(250);
    m_simulator->armFault(before);
    QVERIFY(usage().milliseconds >= 250);
    Fault after;
    after.delayAnswer = std::chrono::milliseconds(60'000);
    m_simulator->armFault(after);
    const QString phone = m_simulator->freeNumber();
    Wire wire(m_simulator->port());
    const QByteArray body = importBody(*m_simulator);
    wire.socket().write("POST /v1/phone-numbers HTTP/1.1\r\n" + hostLine(m_simulator->port()) +
                        nixflexHeaders(*m_simulator) + "Content-Length: " + QByteArray::number(body.size()) +
                        "\r\n\r\n" + body);
    wire.socket().flush();
    // Done long before it is answered; and stopping does not wait for the answer.
    QTRY_VERIFY(m_simulator->nixflexNumber(phone).has_value());
    QElapsedTimer timer;
    timer.start();
    m_simulator->stop();
    QVERIFY(timer.elapsed() < 5'000);
}

void SimulatorFaultsTest::dripsSlowly()
{
    Fault fault;
    fault.bytesPerSecond = 2'000;
    m_simulator->armFault(fault);
    const WireAnswer answer = usage();
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.cut);
    QVERIFY(answer.milliseconds >= 150);
}

void SimulatorFaultsTest::closesWithoutAWord()
{
    Fault fault;
    fault.closeAfter = true;
    m_simulator->armFault(fault);
    Wire wire(m_simulator->port());
    const WireAnswer answer = wire.send("GET", "/v1/usage", nixflexHeaders(*m_simulator));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("Connection"), QByteArray("keep-alive"));
    QTRY_COMPARE(wire.socket().state(), QAbstractSocket::UnconnectedState);
}

void SimulatorFaultsTest::addsHeaders()
{
    Fault fault;
    fault.headers = {{"X-RateLimit-Remaining", "0"}, {"X-Extra", "yes"}};
    m_simulator->armFault(fault);
    const WireAnswer answer = usage();
    QCOMPARE(answer.header("X-RateLimit-Remaining"), QByteArray("0"));
    QCOMPARE(answer.header("X-Extra"), QByteArray("yes"));
}

void SimulatorFaultsTest::errorsHaveTheRateLimitHeaders()
{
    for (const int status : {401, 429, 500, 503}) {
        Fault fault;
        fault.status = status;
        m_simulator->armFault(fault);
        const WireAnswer answer = usage();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.header("X-RateLimit-Limit"), QByteArray("600"));
        QVERIFY(answer.header("X-RateLimit-Reset").toLongLong() > 1'700'000'000);
    }
}

void SimulatorFaultsTest::armsOverHttp()
{
    Wire wire(m_simulator->port());
    const QByteArray json = R"({"method":"GET","path":"/v1/usage","status":402,"code":"no_credit"})";
    QCOMPARE(wire.send("POST", "/_simulator/faults", controlHeaders(*m_simulator), json).status, 200);
    QCOMPARE(wire.send("GET", "/_simulator/faults", controlHeaders(*m_simulator))
                 .json()
                 .value(u"faults")
                 .toArray()
                 .size(),
             1);
    QCOMPARE(usage().status, 402);
    QCOMPARE(wire.send("GET", "/_simulator/faults", controlHeaders(*m_simulator))
                 .json()
                 .value(u"faults")
                 .toArray()
                 .size(),
             0); // used up
    QCOMPARE(wire.send("POST", "/_simulator/faults", controlHeaders(*m_simulator), json).status, 200);
    QCOMPARE(wire.send("DELETE", "/_simulator/faults", controlHeaders(*m_simulator)).status, 200);
    QCOMPARE(usage().status, 200);
}

void SimulatorFaultsTest::refusesAFaultItDoesNotUnderstand_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << QByteArray("drop it");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("unknown field") << QByteArray(R"({"stauts":500})");
    QTest::newRow("wrong type") << QByteArray(R"({"status":"500"})");
    QTest::newRow("wrong word") << QByteArray(R"({"drop":"sometimes"})");
    QTest::newRow("bad expression") << QByteArray(R"({"path":"("})");
    QTest::newRow("bad status") << QByteArray(R"({"status":42})");
    QTest::newRow("nth from zero") << QByteArray(R"({"nth":0})");
    QTest::newRow("provider") << QByteArray(R"({"provider":"acme"})");
    QTest::newRow("negative delay") << QByteArray(R"({"delay_ms":-1})");
}

void SimulatorFaultsTest::refusesAFaultItDoesNotUnderstand()
{
    QFETCH(QByteArray, body);
    const WireAnswer answer =
        Wire(m_simulator->port()).send("POST", "/_simulator/faults", controlHeaders(*m_simulator), body);
    QCOMPARE(answer.status, 400);
    QVERIFY(!answer.json().value(u"error").toString().isEmpty());
}

void SimulatorFaultsTest::everyFieldSurvivesTheRoundTrip()
{
    const QByteArray json =
        R"({"method":"POST","path":"x","nth":2,"times":3,"status":500,"code":"c","message":"m",
        "provider":"twilio","details":{"a":1},"retry_after":4,"execute_first":true,"drop":"after","rst":true,
        "cut_body_after":9,"delay_ms":1,"delay_answer_ms":2,"html":true,"raw_body":"r","malformed_json":true,
        "huge_body":10,"omit_content_type":true,"bytes_per_second":5,"close_after":true,"interim_status":103,
        "remove_row":"+1","renew_row":"newest","headers":{"A":"b"}})";
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QString error;
    const auto fault = Fault::fromJson(object, &error);
    QVERIFY2(fault.has_value(), qPrintable(error));
    QCOMPARE(fault->toJson(), object);
}

QTEST_GUILESS_MAIN(SimulatorFaultsTest)
#include "tst_simulatorfaults.moc"

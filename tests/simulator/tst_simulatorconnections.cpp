#include "simulator/wire.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace numbers::simulator;
using namespace numbers::simulator::test;

/// Many connections at once: who is answered, who is refused, and who may be closed for another.
class SimulatorConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsConnectionsAlive();
    void servesConnectionsAtTheSameTime();
    void refusesMoreThanAHundredOfOneAccountInsteadOfClosingThem();
    void countsConcurrencyPerAccount();
    void countsAnApiKeyAsItsAccount();
    void newConnectionsAreNotClosedForOthers();
    void makesRoomWhenAllConnectionsAreIdle();
    void aRequestThatArrivesSlowlyIsNotIdle();
    void stopsWithOpenConnections();
    void stopsWhileAnAnswerDrips();

private:
    using Wires = std::vector<std::unique_ptr<Wire>>;

    static Wires connectMany(const Simulator &simulator, int count)
    {
        Wires wires;
        for (int i = 0; i < count; ++i) {
            wires.push_back(std::make_unique<Wire>(simulator.port()));
        }
        return wires;
    }
    /// How many of the answers have this status.
    static qsizetype countAnswers(const Wires &wires, int status)
    {
        return std::count_if(wires.begin(), wires.end(),
                             [status](const auto &wire) { return wire->sendRaw({}).status == status; });
    }
    static QByteArray basic(const QString &user, const QString &secret)
    {
        return "Authorization: Basic " + (user + u':' + secret).toUtf8().toBase64() + "\r\n";
    }
    static QByteArray basic(const TwilioAccount &account) { return basic(account.sid, account.authToken); }
};

void SimulatorConnectionsTest::keepsConnectionsAlive()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Wire wire(simulator->port());
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(wire.send("GET", "/v1/usage", nixflexHeaders(*simulator)).status, 200);
    }
    const auto requests = simulator->requests();
    QCOMPARE(requests.size(), 3);
    QCOMPARE(requests.first().connection, requests.last().connection);
    QCOMPARE(wire.send("GET", "/v1/usage", nixflexHeaders(*simulator) + "Connection: close\r\n")
                 .header("Connection"),
             QByteArray("close"));
    QTRY_COMPARE(wire.socket().state(), QAbstractSocket::UnconnectedState);
}

void SimulatorConnectionsTest::servesConnectionsAtTheSameTime()
{
    SimulatorOptions options;
    options.latency = std::chrono::milliseconds(300);
    const auto simulator = Simulator::start(options);
    const Wires wires = connectMany(*simulator, 10);
    QElapsedTimer timer;
    timer.start();
    for (const auto &wire : wires) {
        wire->startRequest("GET", "/v1/usage", nixflexHeaders(*simulator));
    }
    QCOMPARE(countAnswers(wires, 200), 10);
    QVERIFY(timer.elapsed() < 2'500); // one after the other it would be three seconds
}

void SimulatorConnectionsTest::refusesMoreThanAHundredOfOneAccountInsteadOfClosingThem()
{
    SimulatorOptions options;
    options.latency = std::chrono::seconds(4); // all are under way before the first one is answered
    const auto simulator = Simulator::start(options);
    const Wires wires = connectMany(*simulator, 140);
    const QByteArray headers = basic(simulator->mainAccount());
    for (const auto &wire : wires) {
        wire->startRequest("GET", "/2010-04-01/Accounts.json?PageSize=1", headers);
    }
    QTRY_COMPARE(simulator->requests().size(), 140);
    int answered = 0;
    int refused = 0;
    for (const auto &wire : wires) {
        const WireAnswer answer = wire->sendRaw({});
        QVERIFY2(answer.status == 200 || answer.status == 429, qPrintable(QString::number(answer.status)));
        answered += answer.status == 200 ? 1 : 0;
        if (answer.status == 429) {
            ++refused;
            QCOMPARE(answer.json().value(u"code").toInt(), 20429);
        }
    }
    QCOMPARE(answered + refused, 140);
    QVERIFY(answered >= 100 && refused > 0); // 40, unless this computer is too slow to have them all at once
}

void SimulatorConnectionsTest::countsConcurrencyPerAccount()
{
    SimulatorOptions options;
    options.twilioConcurrency = 2;
    options.latency = std::chrono::milliseconds(400);
    const auto simulator = Simulator::start(options);
    const Wires main = connectMany(*simulator, 5);
    Wire trial(simulator->port());
    for (const auto &wire : main) {
        wire->startRequest("GET", "/2010-04-01/Accounts.json", basic(simulator->mainAccount()));
    }
    trial.startRequest("GET", "/2010-04-01/Accounts.json", basic(simulator->trialAccount()));
    QVERIFY(countAnswers(main, 200) >= 2);
    QVERIFY(simulator->countRequests(u"GET"_s, {}) == 6);
    QCOMPARE(trial.sendRaw({}).status, 200);
    const auto requests = simulator->requests();
    QVERIFY(std::any_of(requests.begin(), requests.end(), [](const auto &r) { return r.status == 429; }));
}

void SimulatorConnectionsTest::countsAnApiKeyAsItsAccount()
{
    SimulatorOptions options;
    options.twilioConcurrency = 1;
    options.latency = std::chrono::milliseconds(700);
    const auto simulator = Simulator::start(options);
    const TwilioAccount account = simulator->mainAccount();
    const QByteArray numbers = "/2010-04-01/Accounts/" + account.sid.toUtf8() + "/IncomingPhoneNumbers.json";
    Wire token(simulator->port());
    Wire key(simulator->port());
    token.startRequest("GET", numbers, basic(account));
    QTRY_COMPARE(simulator->requests().size(), 1);
    key.startRequest("GET", numbers, basic(account.apiKeySid, account.apiKeySecret));
    QCOMPARE(token.sendRaw({}).status, 200);
    QCOMPARE(key.sendRaw({}).status, 429);
}

void SimulatorConnectionsTest::newConnectionsAreNotClosedForOthers()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    // As a client does that opens its connections ahead of its requests.
    const Wires wires = connectMany(*simulator, 250);
    for (const auto &wire : wires) {
        wire->startRequest("GET", "/v1/usage", nixflexHeaders(*simulator));
    }
    QCOMPARE(countAnswers(wires, 200), 250);
}

void SimulatorConnectionsTest::makesRoomWhenAllConnectionsAreIdle()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Wires idle;
    for (int i = 0; i < 260; ++i) {
        idle.push_back(std::make_unique<Wire>(simulator->port()));
        QCOMPARE(idle.back()->send("GET", "/v1/usage", nixflexHeaders(*simulator)).status, 200);
    }
    QTRY_COMPARE(idle.front()->socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(idle.back()->socket().state(), QAbstractSocket::ConnectedState);
}

void SimulatorConnectionsTest::aRequestThatArrivesSlowlyIsNotIdle()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Wire slow(simulator->port());
    QCOMPARE(slow.send("GET", "/v1/usage", nixflexHeaders(*simulator)).status, 200);
    // The oldest of all kept connections has begun another request; the others have not.
    slow.socket().write("GET /v1/usage HTTP/1.1\r\n" + hostLine(simulator->port()));
    slow.socket().flush();
    Wires idle;
    for (int i = 0; i < 260; ++i) {
        idle.push_back(std::make_unique<Wire>(simulator->port()));
        QCOMPARE(idle.back()->send("GET", "/v1/usage", nixflexHeaders(*simulator)).status, 200);
    }
    QTRY_COMPARE(idle.front()->socket().state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(slow.sendRaw(nixflexHeaders(*simulator) + "\r\n").status, 200);
}

void SimulatorConnectionsTest::stopsWithOpenConnections()
{
    SimulatorOptions options;
    options.latency = std::chrono::milliseconds(60'000);
    auto simulator = Simulator::start(options);
    Wire idle(simulator->port());
    Wire waiting(simulator->port());
    waiting.startRequest("GET", "/v1/usage");
    QTRY_COMPARE(simulator->requests().size(), 1);
    QElapsedTimer timer;
    timer.start();
    simulator->stop();
    simulator->stop(); // twice does no harm
    simulator.reset();
    QVERIFY(timer.elapsed() < 5'000);
    QTRY_COMPARE(idle.socket().state(), QAbstractSocket::UnconnectedState);
}

void SimulatorConnectionsTest::stopsWhileAnAnswerDrips()
{
    const auto simulator = Simulator::start(SimulatorOptions{});
    Fault fault;
    fault.bytesPerSecond = 1; // 16 s between two pieces
    simulator->armFault(fault);
    Wire wire(simulator->port());
    wire.startRequest("GET", "/v1/usage", nixflexHeaders(*simulator));
    QVERIFY(wire.socket().waitForReadyRead(5'000));
    QElapsedTimer timer;
    timer.start();
    simulator->stop();
    QVERIFY(timer.elapsed() < 5'000);
}

QTEST_GUILESS_MAIN(SimulatorConnectionsTest)
#include "tst_simulatorconnections.moc"

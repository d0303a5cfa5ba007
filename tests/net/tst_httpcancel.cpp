#include "nettest.h"
#include "support/fakeclock.h"
#include "support/faultproxy.h"

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

/// Requests that are given up, and a client that goes while some are under way.
class HttpCancelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsBeforeAnythingIsSent();
    void cancelsWhileWaitingForItsTurn();
    void cancelsAReadUnderWay();
    void cancelsAWriteThatCannotConnect();
    void awaitsTheAnswerOfAWriteThatHasLeft();
    void cancelsWhileWaitingToTryAgain();
    void finishesEverythingWhenItGoes();
    void keepsRequestsUnderWayWhenSettingsChange();
    void needsNoClockOnceItHasGone();
    void handsNoAnswerOverOnceItHasGone();
};

void HttpCancelTest::cancelsBeforeAnythingIsSent()
{
    ScriptedServer server;
    SystemClock clock;
    HttpClient client(clock);
    const CancelSource source;
    source.cancel();
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        const auto answer = sendAndWait(client, requestOf(verb, server.url(u"/x"_s)), source.token());
        COMPARE_KIND(answer, Error::Kind::Cancelled);
        COMPARE_EFFECT(answer, Error::Effect::NothingSent);
    }
    QCOMPARE(server.connectionCount(), 0);
}

void HttpCancelTest::cancelsWhileWaitingForItsTurn()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(200); });
    SystemClock clock;
    HttpClient client(clock);
    std::vector<std::unique_ptr<Pending>> running;
    for (int i = 0; i < 6; ++i) {
        running.push_back(std::make_unique<Pending>(client, requestOf(Verb::Get, server.url(u"/x"_s))));
    }
    QTRY_COMPARE(server.requestCount(), 6);
    const CancelSource source;
    const Pending waiting(client, requestOf(Verb::Post, server.url(u"/x"_s)), source.token());
    QTRY_COMPARE(client.laneStatus(u"test"_s).waiting, 1);
    source.cancel();
    QTRY_VERIFY(waiting.isDone());
    COMPARE_KIND(waiting.result(), Error::Kind::Cancelled);
    COMPARE_EFFECT(waiting.result(), Error::Effect::NothingSent);
    server.releaseHeld();
    for (const auto &pending : running) {
        QTRY_VERIFY(pending->isDone());
    }
    QCOMPARE(server.requestCount(), 6);
}

void HttpCancelTest::cancelsAReadUnderWay()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(200); });
    SystemClock clock;
    HttpClient client(clock);
    const CancelSource source;
    const Pending reading(client, requestOf(Verb::Get, server.url(u"/x"_s)), source.token());
    QTRY_COMPARE(server.requestCount(), 1);
    source.cancel();
    QTRY_VERIFY(reading.isDone());
    COMPARE_KIND(reading.result(), Error::Kind::Cancelled);
    QCOMPARE(server.requestCount(), 1);
}

void HttpCancelTest::cancelsAWriteThatCannotConnect()
{
    // A proxy that takes the connection and says nothing: TLS never begins.
    ScriptedServer server([](const RawRequest &) { return RawAnswer{}; });
    test::FaultProxy proxy(server.port());
    test::Fault fault;
    fault.isBlackhole = true;
    proxy.arm(fault);
    SystemClock clock;
    HttpClient client(clock);
    const CancelSource source;
    const QUrl url(u"https://127.0.0.1:%1/x"_s.arg(proxy.port()));
    const Pending writing(client, requestOf(Verb::Post, url), source.token());
    QTRY_COMPARE(proxy.counts().connections, 1);
    source.cancel();
    QTRY_VERIFY(writing.isDone());
    COMPARE_KIND(writing.result(), Error::Kind::Cancelled);
    COMPARE_EFFECT(writing.result(), Error::Effect::NothingSent);
}

void HttpCancelTest::awaitsTheAnswerOfAWriteThatHasLeft()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(201); });
    SystemClock clock;
    HttpClient client(clock);
    for (const Verb verb : {Verb::Post, Verb::Put, Verb::Patch, Verb::Delete}) {
        server.forget();
        const CancelSource source;
        const Pending writing(client, requestOf(verb, server.url(u"/x"_s)), source.token());
        QTRY_COMPARE(server.requestCount(), 1);
        source.cancel();
        QCoreApplication::processEvents();
        QVERIFY(!writing.isDone());
        server.releaseHeld();
        QTRY_VERIFY(writing.isDone());
        VERIFY_ANSWER(writing.result(), 201);
    }
}

void HttpCancelTest::cancelsWhileWaitingToTryAgain()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::json(503); });
    test::FakeClock clock;
    RetryPolicy policy;
    policy.base = 1h;
    policy.longest = 1h;
    HttpClient client(clock, {}, policy);
    const CancelSource source;
    const Pending reading(client, requestOf(Verb::Get, server.url(u"/x"_s)), source.token());
    QTRY_COMPARE(server.requestCount(), 1);
    QTRY_COMPARE(client.laneStatus(u"test"_s).inFlight, 0);
    QVERIFY(!reading.isDone());
    source.cancel();
    QTRY_VERIFY(reading.isDone());
    // There is an answer, after all.
    VERIFY_ANSWER(reading.result(), 503);
    QCOMPARE(server.requestCount(), 1);
}

void HttpCancelTest::finishesEverythingWhenItGoes()
{
    ScriptedServer server([](const RawRequest &request) {
        return request.target == "/busy" ? RawAnswer::json(503) : RawAnswer::held(200);
    });
    test::FakeClock clock;
    RetryPolicy policy;
    policy.base = 1h;
    policy.longest = 1h;
    auto client = std::make_unique<HttpClient>(clock, NetworkSettings{}, policy);
    const Pending sleeping(*client, requestOf(Verb::Get, server.url(u"/busy"_s)));
    QTRY_COMPARE(server.requestCount(), 1);
    QTRY_COMPARE(client->laneStatus(u"test"_s).inFlight, 0);
    const Pending reading(*client, requestOf(Verb::Get, server.url(u"/x"_s)));
    const Pending writing(*client, requestOf(Verb::Post, server.url(u"/x"_s)));
    QTRY_COMPARE(server.requestCount(), 3);
    std::vector<std::unique_ptr<Pending>> others;
    for (int i = 0; i < 8; ++i) {
        others.push_back(std::make_unique<Pending>(*client, requestOf(Verb::Post, server.url(u"/x"_s))));
    }
    client.reset();
    QTRY_VERIFY(reading.isDone() && writing.isDone() && sleeping.isDone());
    COMPARE_KIND(reading.result(), Error::Kind::Cancelled);
    COMPARE_KIND(writing.result(), Error::Kind::Cancelled);
    // It had left: nobody knows.
    COMPARE_EFFECT(writing.result(), Error::Effect::Unknown);
    for (const auto &pending : others) {
        QTRY_VERIFY(pending->isDone());
        COMPARE_KIND(pending->result(), Error::Kind::Cancelled);
    }
}

void HttpCancelTest::keepsRequestsUnderWayWhenSettingsChange()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(200); });
    SystemClock clock;
    HttpClient client(clock);
    const Pending writing(client, requestOf(Verb::Post, server.url(u"/x"_s)));
    QTRY_COMPARE(server.requestCount(), 1);
    NetworkSettings settings;
    settings.proxyMode = NetworkSettings::ProxyMode::None;
    client.setNetworkSettings(settings);
    const Pending next(client, requestOf(Verb::Post, server.url(u"/x"_s)));
    QTRY_COMPARE(server.requestCount(), 2);
    server.releaseHeld();
    QTRY_VERIFY(writing.isDone() && next.isDone());
    VERIFY_ANSWER(writing.result(), 200);
    VERIFY_ANSWER(next.result(), 200);
}

namespace {

/// Fails the test when it is looked at after its end.
class MortalClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return alive().utcNow(); }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return alive().monotonic(); }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> callback) override
    {
        isUsedAfterEnd = isUsedAfterEnd || isOver;
        m_clock.callAfter(delay, context, std::move(callback));
    }

    bool isOver = false;
    mutable bool isUsedAfterEnd = false;

private:
    const Clock &alive() const
    {
        isUsedAfterEnd = isUsedAfterEnd || isOver;
        return m_clock;
    }

    SystemClock m_clock;
};

/// Runs something between the n-th event of the program and all that this event brings about.
class AtEvent : public QObject
{
public:
    AtEvent(int number, std::function<void()> callback)
        : m_left(number)
        , m_callback(std::move(callback))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

    [[nodiscard]] bool hasCome() const { return m_hasCome; }

protected:
    bool eventFilter(QObject * /*watched*/, QEvent * /*event*/) override
    {
        if (m_left == 1) {
            QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
        }
        m_left = std::max(0, m_left - 1);
        return false;
    }
    void customEvent(QEvent * /*event*/) override
    {
        m_hasCome = true;
        m_callback();
    }

private:
    int m_left;
    bool m_hasCome = false;
    std::function<void()> m_callback;
};

} // namespace

/// Whatever the moment at which the client goes: also when the answer has come and waits to be delivered.
void HttpCancelTest::needsNoClockOnceItHasGone()
{
    const ScriptedServer server([](const RawRequest &) { return RawAnswer::json(200); });
    int tooLate = 0;
    for (int event = 1; tooLate < 3; ++event) {
        MortalClock clock;
        auto client = std::make_unique<HttpClient>(clock);
        const Pending reading(*client, requestOf(Verb::Get, server.url(u"/v1/x"_s)));
        const AtEvent end(event, [&] {
            client.reset();
            clock.isOver = true;
        });
        QTRY_VERIFY(reading.isDone());
        tooLate += end.hasCome() ? 0 : 1;
        client.reset();
        QVERIFY2(!clock.isUsedAfterEnd, qPrintable(u"it went at event %1"_s.arg(event)));
    }
}

/// Not even one that had arrived: whoever got it would ask on, of a client that is gone.
void HttpCancelTest::handsNoAnswerOverOnceItHasGone()
{
    const ScriptedServer server([](const RawRequest &) { return RawAnswer::json(200); });
    for (const Verb verb : {Verb::Get, Verb::Post}) {
        int tooLate = 0;
        for (int event = 1; tooLate < 3; ++event) {
            SystemClock clock;
            auto client = std::make_unique<HttpClient>(clock);
            const Pending asking(*client, requestOf(verb, server.url(u"/v1/x"_s)));
            bool wasDone = false;
            const AtEvent end(event, [&] {
                wasDone = asking.isDone();
                client.reset();
            });
            QTRY_VERIFY(asking.isDone());
            tooLate += wasDone || !end.hasCome() ? 1 : 0;
            if (end.hasCome() && !wasDone) {
                QVERIFY2(asking.isError(Error::Kind::Cancelled),
                         qPrintable(u"it went at event %1"_s.arg(event)));
            }
        }
    }
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpCancelTest)
#include "tst_httpcancel.moc"

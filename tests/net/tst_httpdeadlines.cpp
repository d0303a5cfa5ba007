#include "nettest.h"
#include "support/fakeclock.h"
#include "support/faultproxy.h"

#include <QElapsedTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

class HttpDeadlinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhatCannotConnect_data();
    void endsWhatCannotConnect();
    void endsWhatIsNotAnswered_data();
    void endsWhatIsNotAnswered();
    void endsAnswersThatDoNotEnd_data();
    void endsAnswersThatDoNotEnd();
    void triesReadsAgainAfterADeadline();
    void shortensAllDeadlinesTogether();
    void leavesPromptRequestsAlone();
    void doesNotCountTheTimeInTheQueue();

private:
    static void addVerbs();
    static RetryPolicy once();
};

void HttpDeadlinesTest::addVerbs()
{
    QTest::addColumn<int>("verb");
    QTest::newRow("get") << static_cast<int>(Verb::Get);
    QTest::newRow("post") << static_cast<int>(Verb::Post);
    QTest::newRow("delete") << static_cast<int>(Verb::Delete);
}

RetryPolicy HttpDeadlinesTest::once()
{
    RetryPolicy policy;
    policy.attempts = 1;
    return policy;
}

void HttpDeadlinesTest::endsWhatCannotConnect_data()
{
    addVerbs();
}

void HttpDeadlinesTest::endsWhatCannotConnect()
{
    QFETCH(int, verb);
    // Takes the connection and keeps silent, so that TLS does not come about.
    test::FaultProxy proxy(1);
    test::Fault silence;
    silence.isBlackhole = true;
    proxy.arm(silence);
    test::FakeClock clock;
    HttpClient client(clock, {}, once());
    const QUrl url(u"https://127.0.0.1:%1/x"_s.arg(proxy.port()));
    const Pending sending(client, requestOf(static_cast<Verb>(verb), url));
    QTRY_COMPARE(proxy.counts().connections, 1);
    clock.advance(9'900ms);
    QCoreApplication::processEvents();
    QVERIFY(!sending.isDone());
    clock.advance(200ms);
    QTRY_VERIFY(sending.isDone());
    COMPARE_KIND(sending.result(), Error::Kind::Timeout);
    QVERIFY(sending.result().error().detail.contains(u"connect deadline"_s));
    if (static_cast<Verb>(verb) == Verb::Post) {
        COMPARE_EFFECT(sending.result(), Error::Effect::NothingSent);
    }
}

void HttpDeadlinesTest::endsWhatIsNotAnswered_data()
{
    addVerbs();
}

void HttpDeadlinesTest::endsWhatIsNotAnswered()
{
    QFETCH(int, verb);
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(200); });
    test::FakeClock clock;
    HttpClient client(clock, {}, once());
    const Pending sending(client, requestOf(static_cast<Verb>(verb), server.url(u"/x"_s)));
    QTRY_COMPARE(server.requestCount(), 1);
    QCoreApplication::processEvents();
    clock.advance(29'900ms);
    QCoreApplication::processEvents();
    QVERIFY(!sending.isDone());
    clock.advance(200ms);
    QTRY_VERIFY(sending.isDone());
    COMPARE_KIND(sending.result(), Error::Kind::Timeout);
    QVERIFY(sending.result().error().detail.contains(u"first byte deadline"_s));
    if (isWrite(static_cast<Verb>(verb))) {
        COMPARE_EFFECT(sending.result(), Error::Effect::Unknown);
        QVERIFY(sending.result().error().userText.contains(u"not known"_s));
    }
}

void HttpDeadlinesTest::endsAnswersThatDoNotEnd_data()
{
    addVerbs();
}

void HttpDeadlinesTest::endsAnswersThatDoNotEnd()
{
    QFETCH(int, verb);
    ScriptedServer server([](const RawRequest &) {
        RawAnswer answer = RawAnswer::json(200, "{\"a\":\"long\"}");
        answer.bytes.chop(5);
        return answer;
    });
    test::FakeClock clock;
    HttpClient client(clock, {}, once());
    const Pending sending(client, requestOf(static_cast<Verb>(verb), server.url(u"/x"_s)));
    QTRY_COMPARE(server.requestCount(), 1);
    // The headers come, so the first byte's deadline is no more; there is nothing to see of that from
    // outside.
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(timer.elapsed() > 200);
    clock.advance(59'000ms);
    QCoreApplication::processEvents();
    QVERIFY(!sending.isDone());
    clock.advance(1'100ms);
    QTRY_VERIFY(sending.isDone());
    COMPARE_KIND(sending.result(), Error::Kind::Timeout);
    QVERIFY(sending.result().error().detail.contains(u"total deadline"_s));
    if (isWrite(static_cast<Verb>(verb))) {
        COMPARE_EFFECT(sending.result(), Error::Effect::Unknown);
    }
}

void HttpDeadlinesTest::triesReadsAgainAfterADeadline()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(200); });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    HttpRequest request = requestOf(Verb::Get, server.url(u"/x"_s));
    request.deadlines.firstByte = 50ms;
    const auto answer = sendAndWait(client, std::move(request));
    COMPARE_KIND(answer, Error::Kind::Timeout);
    QCOMPARE(server.requestCount(), 4);
    HttpRequest write = requestOf(Verb::Post, server.url(u"/x"_s));
    write.deadlines.firstByte = 50ms;
    COMPARE_EFFECT(sendAndWait(client, std::move(write)), Error::Effect::Unknown);
    QCOMPARE(server.requestCount(), 5);
}

void HttpDeadlinesTest::shortensAllDeadlinesTogether()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::held(200); });
    test::FakeClock clock;
    HttpClient client(clock, {}, once());
    client.setLongestAttempt(2s);
    HttpRequest request = requestOf(Verb::Get, server.url(u"/x"_s));
    request.deadlines = {0ms, 0ms, 0ms}; // none at all
    const Pending sending(client, std::move(request));
    QTRY_COMPARE(server.requestCount(), 1);
    clock.advance(2'100ms);
    QTRY_VERIFY(sending.isError(Error::Kind::Timeout));
    client.setLongestAttempt(0ms);
    HttpRequest patient = requestOf(Verb::Get, server.url(u"/x"_s));
    patient.deadlines = {0ms, 0ms, 0ms};
    const Pending waiting(client, std::move(patient));
    QTRY_COMPARE(server.requestCount(), 2);
    clock.advance(24h);
    server.releaseHeld();
    QTRY_VERIFY(waiting.isDone());
    VERIFY_ANSWER(waiting.result(), 200);
}

void HttpDeadlinesTest::leavesPromptRequestsAlone()
{
    ScriptedServer server;
    test::FakeClock clock;
    HttpClient client(clock);
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, server.url(u"/x"_s)), 200);
    clock.advance(1h);
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), 200);
}

void HttpDeadlinesTest::doesNotCountTheTimeInTheQueue()
{
    // 200 requests of 20 ms, six at a time, take longer than any of them may.
    ScriptedServer server([](const RawRequest &) {
        RawAnswer answer = RawAnswer::json(200);
        answer.delay = 20ms;
        return answer;
    });
    SystemClock clock;
    HttpClient client(clock, {}, once());
    std::vector<std::unique_ptr<Pending>> all;
    for (int i = 0; i < 200; ++i) {
        HttpRequest request = requestOf(i % 2 == 0 ? Verb::Get : Verb::Post, server.url(u"/x"_s));
        request.deadlines = {400ms, 400ms, 400ms};
        all.push_back(std::make_unique<Pending>(client, std::move(request)));
    }
    for (const auto &pending : all) {
        QTRY_VERIFY(pending->isDone());
        VERIFY_ANSWER(pending->result(), 200);
    }
    QCOMPARE(server.requestCount(), 200);
    QCOMPARE(server.mostAtOnce(), 6);
    QCOMPARE_LE(server.connectionCount(), 6);
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpDeadlinesTest)
#include "tst_httpdeadlines.moc"

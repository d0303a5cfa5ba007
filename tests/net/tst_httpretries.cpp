#include "nettest.h"
#include "support/fakeclock.h"
#include "support/faultproxy.h"

#include <QHash>
#include <QMutex>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

class HttpRetriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void triesOnlyReadsAgain_data();
    void triesOnlyReadsAgain();
    void givesUpAfterTheAllowedAttempts();
    void doesNotTryOtherStatusesAgain_data();
    void doesNotTryOtherStatusesAgain();
    void waitsNoLongerThanTheJitterAllows();
    void sendsARefusedPostAgainAsItWas();
    void returnsARefusalThatAsksForTooMuch();
    void pausesTheLaneForEverybodyAfterARefusal();
    void survivesAStormOfRefusals();
    void pacesWritesByTheirBudget();
};

void HttpRetriesTest::triesOnlyReadsAgain_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<int>("status"); // 0: the connection is reset
    QTest::addColumn<bool>("isRepeated");
    const std::pair<Verb, const char *> verbs[]{{Verb::Get, "get"},   {Verb::Head, "head"},
                                                {Verb::Put, "put"},   {Verb::Delete, "delete"},
                                                {Verb::Post, "post"}, {Verb::Patch, "patch"}};
    for (const auto &[verb, name] : verbs) {
        for (const int status : {0, 408, 500, 502, 503, 504}) {
            QTest::addRow("%s %d", name, status) << static_cast<int>(verb) << status << !isWrite(verb);
        }
    }
}

void HttpRetriesTest::triesOnlyReadsAgain()
{
    QFETCH(int, verb);
    QFETCH(int, status);
    QFETCH(bool, isRepeated);
    std::atomic<int> count = 0;
    const bool isHead = static_cast<Verb>(verb) == Verb::Head;
    ScriptedServer server([&count, status, isHead](const RawRequest &) {
        const QByteArray body = isHead ? QByteArray() : QByteArray("{}");
        if (++count > 2) {
            return RawAnswer::json(200, body);
        }
        return status == 0 ? RawAnswer{"HTTP/1.1 200 OK\r\nContent-Len", 0ms, RawAnswer::After::Close}
                           : RawAnswer::json(status, body);
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    const auto answer = sendAndWait(client, static_cast<Verb>(verb), server.url(u"/x"_s));
    if (isRepeated) {
        VERIFY_ANSWER(answer, 200);
        QCOMPARE(server.requestCount(), 3);
    } else if (status == 0) {
        COMPARE_EFFECT(answer, Error::Effect::Unknown);
        QCOMPARE(server.requestCount(), 1);
    } else {
        VERIFY_ANSWER(answer, status);
        QCOMPARE(server.requestCount(), 1);
    }
}

void HttpRetriesTest::givesUpAfterTheAllowedAttempts()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::json(503, "{\"why\":1}"); });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    const auto answer = sendAndWait(client, Verb::Get, server.url(u"/x"_s));
    VERIFY_ANSWER(answer, 503);
    QCOMPARE(answer->attempts, 4);
    QCOMPARE(answer->body, QByteArray("{\"why\":1}"));
    QCOMPARE(server.requestCount(), 4);
}

void HttpRetriesTest::doesNotTryOtherStatusesAgain_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 409, 422, 501, 505}) {
        QTest::addRow("%d", status) << status;
    }
}

void HttpRetriesTest::doesNotTryOtherStatusesAgain()
{
    QFETCH(int, status);
    ScriptedServer server([status](const RawRequest &) { return RawAnswer::json(status); });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), status);
    QCOMPARE(server.requestCount(), 1);
}

void HttpRetriesTest::waitsNoLongerThanTheJitterAllows()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::json(503); });
    test::FakeClock clock;
    RetryPolicy policy;
    policy.base = 1s;
    policy.longest = 3s;
    policy.attempts = 5;
    HttpClient client(clock, {}, policy);
    const Pending reading(client, requestOf(Verb::Get, server.url(u"/x"_s)));
    int attempts = 1;
    for (const auto longest : {1s, 2s, 3s, 3s}) {
        QTRY_COMPARE(server.requestCount(), attempts);
        ++attempts;
        QTRY_COMPARE(client.laneStatus(u"test"_s).inFlight, 0);
        QCoreApplication::processEvents();
        clock.advance(longest + 1ms);
    }
    QTRY_VERIFY(reading.isDone());
    QCOMPARE(server.requestCount(), 5);
}

void HttpRetriesTest::sendsARefusedPostAgainAsItWas()
{
    std::atomic<int> count = 0;
    ScriptedServer server([&count](const RawRequest &) {
        return ++count == 1 ? RawAnswer::json(429, R"({"error":{"details":{"retry_after":7}}})")
                            : RawAnswer::json(201);
    });
    test::FakeClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(Verb::Post, server.url(u"/x"_s));
    request.idempotencyKey = "key-1";
    const Pending writing(client, std::move(request));
    QTRY_VERIFY(client.laneStatus(u"test"_s).isPaused);
    clock.advance(6'900ms);
    QCoreApplication::processEvents();
    QCOMPARE(server.requestCount(), 1);
    clock.advance(200ms);
    QTRY_VERIFY(writing.isDone());
    VERIFY_ANSWER(writing.result(), 201);
    QCOMPARE(writing.result()->attempts, 2);
    const auto seen = server.requests();
    QCOMPARE(seen.size(), 2);
    QCOMPARE(seen[0].bytes, seen[1].bytes);
}

void HttpRetriesTest::returnsARefusalThatAsksForTooMuch()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::json(429, "{}", {"Retry-After: 91"}); });
    SystemClock clock;
    HttpClient client(clock);
    const auto answer = sendAndWait(client, Verb::Post, server.url(u"/x"_s));
    VERIFY_ANSWER(answer, 429);
    QVERIFY(answer->retryAfter(clock.utcNow()) == 91s);
    QCOMPARE(server.requestCount(), 1);
    QVERIFY(!client.laneStatus(u"test"_s).isPaused);
}

void HttpRetriesTest::pausesTheLaneForEverybodyAfterARefusal()
{
    std::atomic<int> count = 0;
    ScriptedServer server([&count](const RawRequest &) {
        return ++count == 1 ? RawAnswer::json(429, "{}", {"Retry-After: 20"}) : RawAnswer::json(200);
    });
    test::FakeClock clock;
    HttpClient client(clock);
    const Pending first(client, requestOf(Verb::Get, server.url(u"/a"_s)));
    QTRY_VERIFY(client.laneStatus(u"test"_s).isPaused);
    const Pending second(client, requestOf(Verb::Post, server.url(u"/b"_s)));
    HttpRequest other = requestOf(Verb::Get, server.url(u"/c"_s));
    other.lane = u"other"_s;
    VERIFY_ANSWER(sendAndWait(client, std::move(other)), 200);
    QVERIFY(!first.isDone() && !second.isDone());
    QCOMPARE(server.requestCount(), 2);
    clock.advance(21s);
    QTRY_VERIFY(first.isDone() && second.isDone());
    VERIFY_ANSWER(first.result(), 200);
    VERIFY_ANSWER(second.result(), 200);
}

void HttpRetriesTest::survivesAStormOfRefusals()
{
    // Ten a window, and the server says so only by refusing.
    QMutex mutex;
    int left = 10;
    int refused = 0;
    QHash<QByteArray, int> executed;
    ScriptedServer server([&](const RawRequest &request) {
        const QMutexLocker lock(&mutex);
        if (left == 0) {
            ++refused;
            return RawAnswer::json(429, "{}", {"Retry-After: 60"});
        }
        --left;
        ++executed[request.header("Idempotency-Key")];
        return RawAnswer::json(201);
    });
    test::FakeClock clock;
    RetryPolicy policy;
    policy.attempts = 10;
    HttpClient client(clock, {}, policy);
    std::vector<std::unique_ptr<Pending>> all;
    for (int i = 0; i < 60; ++i) {
        HttpRequest request = requestOf(Verb::Post, server.url(u"/x"_s));
        request.idempotencyKey = QByteArray::number(i);
        request.priority = i % 2 == 0 ? Priority::Background : Priority::Interactive;
        all.push_back(std::make_unique<Pending>(client, std::move(request)));
    }
    const auto isDone = [&all] {
        return std::all_of(all.begin(), all.end(), [](const auto &pending) { return pending->isDone(); });
    };
    for (int window = 0; window < 12 && !isDone(); ++window) {
        QTRY_VERIFY(isDone() ||
                    (client.laneStatus(u"test"_s).isPaused && client.laneStatus(u"test"_s).inFlight == 0));
        QCoreApplication::processEvents();
        {
            const QMutexLocker lock(&mutex);
            left = 10;
        }
        clock.advance(61s);
    }
    QTRY_VERIFY(isDone());
    for (const auto &pending : all) {
        VERIFY_ANSWER(pending->result(), 201);
    }
    QCOMPARE(executed.size(), 60);
    for (const int times : std::as_const(executed)) {
        QCOMPARE(times, 1);
    }
    // Only what was under way when the first refusal came may be refused: six a window.
    QVERIFY2(refused <= 6 * 6, QByteArray::number(refused).constData());
    QCOMPARE_LE(server.mostAtOnce(), 6);
}

void HttpRetriesTest::pacesWritesByTheirBudget()
{
    // The server tells its budget, so nothing has to be refused.
    QMutex mutex;
    int left = 5;
    int refused = 0;
    test::FakeClock clock;
    const QByteArray reset = QByteArray::number(clock.utcNow().toSecsSinceEpoch() + 60);
    ScriptedServer server([&](const RawRequest &) {
        const QMutexLocker lock(&mutex);
        if (left == 0) {
            ++refused;
            return RawAnswer::json(429, "{}", {"Retry-After: 60"});
        }
        --left;
        return RawAnswer::json(201, "{}",
                               {"X-RateLimit-Limit: 5", "X-RateLimit-Remaining: " + QByteArray::number(left),
                                "X-RateLimit-Reset: " + reset});
    });
    HttpClient client(clock);
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, server.url(u"/x"_s)), 201);
    std::vector<std::unique_ptr<Pending>> all;
    for (int i = 0; i < 8; ++i) {
        all.push_back(std::make_unique<Pending>(client, requestOf(Verb::Post, server.url(u"/x"_s))));
    }
    QTRY_COMPARE(server.requestCount(), 5);
    QTRY_COMPARE(client.laneStatus(u"test"_s).waiting, 4);
    QCOMPARE(client.laneStatus(u"test"_s).remaining, 0);
    QCOMPARE(client.laneStatus(u"test"_s).limit, 5);
    {
        const QMutexLocker lock(&mutex);
        left = 5;
    }
    clock.advance(61s);
    for (const auto &pending : all) {
        QTRY_VERIFY(pending->isDone());
        VERIFY_ANSWER(pending->result(), 201);
    }
    QCOMPARE(refused, 0);
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpRetriesTest)
#include "tst_httpretries.moc"

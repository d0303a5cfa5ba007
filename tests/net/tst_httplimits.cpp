#include "nettest.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <thread>
#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

/// Answers that no proper server gives.
class HttpLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatIsTooLong_data();
    void refusesWhatIsTooLong();
    void stopsReadingSmallChunksInTime();
    void readsWhatIsJustShortEnough();
    void unpacksCompressedAnswers();
    void noticesWhatIsCutOff_data();
    void noticesWhatIsCutOff();
    void doesNotWaitForTheEndOfTheLastChunk();
    void refusesWhatIsNoHttp_data();
    void refusesWhatIsNoHttp();
    void readsOddButProperAnswers_data();
    void readsOddButProperAnswers();

private:
    static QByteArray head(const QByteArray &lines)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + lines + "\r\n";
    }
    static QByteArray chunked(const QByteArray &body, qsizetype size)
    {
        QByteArray bytes;
        for (qsizetype at = 0; at < body.size(); at += size) {
            const QByteArray part = body.mid(at, size);
            bytes += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
        }
        return bytes + "0\r\n\r\n";
    }
    /// zlib's format, which HTTP calls "deflate"; qCompress puts the length before it.
    static QByteArray deflated(const QByteArray &bytes) { return qCompress(bytes, 9).mid(4); }
};

void HttpLimitsTest::refusesWhatIsTooLong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray large(2'000'000, 'x');
    const QByteArray bomb = deflated(QByteArray(64'000'000, ' '));
    QTest::newRow("with a length") << head("Content-Length: 2000000\r\n") + large;
    QTest::newRow("announced only") << head("Content-Length: 99999999999\r\n");
    QTest::newRow("announced, a little sent") << head("Content-Length: 99999999999\r\n") + "{";
    QTest::newRow("in chunks") << head("Transfer-Encoding: chunked\r\n") + chunked(large, 1'000);
    QTest::newRow("without an end") << head("Connection: close\r\n") + large;
    QTest::newRow("a bomb") << head("Content-Encoding: deflate\r\nContent-Length: " +
                                    QByteArray::number(bomb.size()) + "\r\n") +
                                   bomb;
    QTest::newRow("a bomb in chunks")
        << head("Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n") + chunked(bomb, 5'000);
}

void HttpLimitsTest::refusesWhatIsTooLong()
{
    QFETCH(QByteArray, bytes);
    ScriptedServer server([bytes](const RawRequest &) { return RawAnswer{bytes}; });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    for (const Verb verb : {Verb::Get, Verb::Post}) {
        HttpRequest request = requestOf(verb, server.url(u"/x"_s));
        request.largestBody = 1'000'000;
        const auto answer = sendAndWait(client, std::move(request));
        COMPARE_KIND(answer, Error::Kind::BadReply);
        if (verb == Verb::Post) {
            COMPARE_EFFECT(answer, Error::Effect::Unknown);
        }
    }
    // Reading it again would not make it shorter.
    QCOMPARE(server.requestCount(), 2);
}

/// Of very small chunks Qt reads on and on before it hands over any, unless it is told how much it may hold.
void HttpLimitsTest::stopsReadingSmallChunksInTime()
{
    constexpr qint64 most = 60'000'000;
    const QByteArray chunks = QByteArray("1\r\nx\r\n").repeated(10'000);
    std::promise<quint16> port;
    std::atomic<qint64> taken = 0;
    // Writes as fast as it is read, without an event loop.
    std::thread server([&port, &taken, &chunks] {
        QTcpServer listener;
        listener.listen(QHostAddress::LocalHost);
        port.set_value(listener.serverPort());
        listener.waitForNewConnection(30'000);
        const std::unique_ptr<QTcpSocket> socket(listener.nextPendingConnection());
        if (!socket || !socket->waitForReadyRead(30'000)) {
            return;
        }
        socket->write(head("Transfer-Encoding: chunked\r\n"));
        while (taken < most && socket->write(chunks) > 0 && socket->waitForBytesWritten(30'000)) {
            taken += chunks.size();
        }
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    HttpRequest request = requestOf(Verb::Get, QUrl(u"http://127.0.0.1:%1/x"_s.arg(port.get_future().get())));
    request.largestBody = 1'000;
    const auto answer = sendAndWait(client, std::move(request));
    server.join();
    COMPARE_KIND(answer, Error::Kind::BadReply);
    // What Qt may hold, six bytes of the connection for each byte of the body, and what the system holds.
    QVERIFY2(taken < 20'000'000, QByteArray::number(taken.load()).constData());
}

void HttpLimitsTest::readsWhatIsJustShortEnough()
{
    const QByteArray body(100'000, 'x');
    ScriptedServer server([body](const RawRequest &) { return RawAnswer::json(200, body); });
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(Verb::Get, server.url(u"/x"_s));
    request.largestBody = body.size();
    const auto answer = sendAndWait(client, std::move(request));
    VERIFY_ANSWER(answer, 200);
    QCOMPARE(answer->body, body);
}

void HttpLimitsTest::unpacksCompressedAnswers()
{
    const QByteArray body = "[" + QByteArray("{\"phone_number\":\"+4930123\"},").repeated(50'000) + "{}]";
    const QByteArray packed = deflated(body);
    ScriptedServer server([packed](const RawRequest &) {
        return RawAnswer{head("Content-Encoding: deflate\r\nContent-Length: " +
                              QByteArray::number(packed.size()) + "\r\n") +
                         packed};
    });
    SystemClock clock;
    HttpClient client(clock);
    const auto answer = sendAndWait(client, Verb::Get, server.url(u"/x"_s));
    VERIFY_ANSWER(answer, 200);
    QCOMPARE(answer->body.size(), body.size());
}

void HttpLimitsTest::noticesWhatIsCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isReset");
    const QByteArray packed = deflated("{\"a\":\"" + QByteArray(10'000, 'x') + "\"}");
    for (const bool isReset : {false, true}) {
        const char *how = isReset ? "RST" : "FIN";
        QTest::addRow("no byte, %s", how) << QByteArray() << isReset;
        QTest::addRow("status line, %s", how) << QByteArray("HTTP/1.1 200 O") << isReset;
        QTest::addRow("headers, %s", how)
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-") << isReset;
        QTest::addRow("before the body, %s", how) << head("Content-Length: 5\r\n") << isReset;
        QTest::addRow("body, %s", how) << head("Content-Length: 5\r\n") + "{}" << isReset;
        QTest::addRow("before the first chunk, %s", how) << head("Transfer-Encoding: chunked\r\n") << isReset;
        QTest::addRow("chunk, %s", how) << head("Transfer-Encoding: chunked\r\n") + "5\r\n{\"a" << isReset;
        QTest::addRow("between chunks, %s", how) << head("Transfer-Encoding: chunked\r\n") + "2\r\n{\"\r\n"
                                                 << isReset;
        QTest::addRow("compressed chunks, %s", how)
            << head("Content-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n") +
                   chunked(deflated("{\"a\":\"" + QByteArray(10'000, 'x') + "\"}"), 20).chopped(40)
            << isReset;
        QTest::addRow("a string in brackets, %s", how)
            << head("Transfer-Encoding: chunked\r\n") + "9\r\n{\"a\":\"}\\\"\r\n"
            << isReset;
        QTest::addRow("compressed, %s", how)
            << head("Content-Encoding: deflate\r\nContent-Length: " + QByteArray::number(packed.size()) +
                    "\r\n") +
                   packed.chopped(5)
            << isReset;
        QTest::addRow("an error's body, %s", how)
            << QByteArray("HTTP/1.1 400 No\r\nContent-Length: 100\r\n\r\n{\"code\":") << isReset;
    }
}

void HttpLimitsTest::noticesWhatIsCutOff()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isReset);
    ScriptedServer server([bytes, isReset](const RawRequest &) {
        return RawAnswer{bytes, 0ms, isReset ? RawAnswer::After::Reset : RawAnswer::After::Close};
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    const auto read = sendAndWait(client, Verb::Get, server.url(u"/x"_s));
    COMPARE_KIND(read, Error::Kind::Offline);
    server.forget();
    const auto written = sendAndWait(client, Verb::Post, server.url(u"/x"_s));
    COMPARE_KIND(written, Error::Kind::Offline);
    // It may have taken the connection that the server was about to close; then not a byte of it has left.
    const QList<RawRequest> seen = server.requests();
    const auto posts = std::count_if(seen.begin(), seen.end(),
                                     [](const RawRequest &request) { return request.method == "POST"; });
    QCOMPARE_LE(posts, 1);
    if (posts == 1) {
        COMPARE_EFFECT(written, Error::Effect::Unknown);
    }
}

/// Qt does not always notice a connection that ends inside of the last chunk's line; the deadline does.
void HttpLimitsTest::doesNotWaitForTheEndOfTheLastChunk()
{
    ScriptedServer server([](const RawRequest &) {
        return RawAnswer{head("Transfer-Encoding: chunked\r\n") + "2\r\n{}\r\n0\r", 0ms,
                         RawAnswer::After::Close};
    });
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(Verb::Post, server.url(u"/x"_s));
    request.deadlines.total = 500ms;
    const auto answer = sendAndWait(client, std::move(request));
    QVERIFY(!answer);
    COMPARE_EFFECT(answer, Error::Effect::Unknown);
}

void HttpLimitsTest::refusesWhatIsNoHttp_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("a page without headers") << QByteArray("<html>Welcome to the hotel</html>\r\n\r\n");
    QTest::newRow("no version") << QByteArray("200 OK\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
    QTest::newRow("zeroes") << QByteArray(500, '\0');
    QTest::newRow("headers without end")
        << "HTTP/1.1 200 OK\r\n" + QByteArray("X-A: b\r\n").repeated(200'000);
    QTest::newRow("a header without end") << "HTTP/1.1 200 OK\r\nX-A: " + QByteArray(3'000'000, 'x');
}

void HttpLimitsTest::refusesWhatIsNoHttp()
{
    QFETCH(QByteArray, bytes);
    ScriptedServer server([bytes](const RawRequest &) {
        return RawAnswer{bytes, 0ms, RawAnswer::After::Close};
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    HttpRequest request = requestOf(Verb::Post, server.url(u"/x"_s));
    request.deadlines = {1s, 1s, 1s};
    const auto answer = sendAndWait(client, std::move(request));
    QVERIFY(!answer);
    COMPARE_EFFECT(answer, Error::Effect::Unknown);
    QCOMPARE(server.requestCount(), 1);
}

void HttpLimitsTest::readsOddButProperAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("old protocol") << QByteArray("HTTP/1.0 200 OK\r\n\r\n{}") << QByteArray("{}");
    QTest::newRow("until the end") << head("Connection: close\r\n") + "{}" << QByteArray("{}");
    QTest::newRow("lower case") << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}")
                                << QByteArray("{}");
    QTest::newRow("no reason") << QByteArray("HTTP/1.1 200 \r\nContent-Length: 2\r\n\r\n{}")
                               << QByteArray("{}");
    QTest::newRow("continue first") << "HTTP/1.1 100 Continue\r\n\r\n" + head("Content-Length: 2\r\n") + "{}"
                                    << QByteArray("{}");
    QTest::newRow("small chunks") << head("Transfer-Encoding: chunked\r\n") + chunked("{\"a\":1}", 1)
                                  << QByteArray("{\"a\":1}");
    QTest::newRow("empty") << head("Content-Length: 0\r\n") << QByteArray();
}

void HttpLimitsTest::readsOddButProperAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    const auto answer = [bytes](const RawRequest &) {
        return RawAnswer{bytes, 0ms, RawAnswer::After::Close};
    };
    SystemClock clock;
    HttpClient reading(clock, {}, hasty());
    ScriptedServer toRead(answer);
    const auto read = sendAndWait(reading, Verb::Get, toRead.url(u"/x"_s));
    VERIFY_ANSWER(read, 200);
    QCOMPARE(read->body, body);
    // Qt may send a GET again as long as its client lives: the POST is counted at a server of its own.
    ScriptedServer server(answer);
    HttpClient writing(clock);
    const auto written = sendAndWait(writing, Verb::Post, server.url(u"/x"_s));
    // Where the connection's end is the body's, Qt may see the end first and want to send again: refused.
    const bool mayBeLost = !bytes.toLower().contains("content-length") && !bytes.contains("chunked");
    if (mayBeLost && !written) {
        COMPARE_EFFECT(written, Error::Effect::Unknown);
    } else {
        VERIFY_ANSWER(written, 200);
        QCOMPARE(written->body, body);
    }
    QCOMPARE(server.requestCount(), 1);
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpLimitsTest)
#include "tst_httplimits.moc"

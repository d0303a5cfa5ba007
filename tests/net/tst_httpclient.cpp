#include "nettest.h"
#include "support/fakeclock.h"
#include "support/faultproxy.h"
#include "support/logcapture.h"

#include <QRegularExpression>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsEachVerbAsItIs_data();
    void sendsEachVerbAsItIs();
    void sendsOnlyTheHeadersItShould();
    void givesAnyStatusAsAValue_data();
    void givesAnyStatusAsAValue();
    void keepsConnectionsOpen();
    void givesWritesANewConnectionAfterAPause();
    void refusesUnsafeUrlsWithoutSending();
    void refusesLineBreaksInHeaders();
    void neverAnswersAQuestionForAPassword();
    void storesNoCookies();
    void logsOneLineWithoutSecrets();
    void logsFailuresWithoutSecrets();
    void showsNoSecretThatTheServerEchoes();
    void followsRedirectsOfReadsOnTheSameHost();
    void refusesOtherRedirects_data();
    void refusesOtherRedirects();
    void explainsWhatHappened_data();
    void explainsWhatHappened();
};

void HttpClientTest::sendsEachVerbAsItIs_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("hasBody");
    QTest::newRow("get") << static_cast<int>(Verb::Get) << QByteArray("GET") << false;
    QTest::newRow("head") << static_cast<int>(Verb::Head) << QByteArray("HEAD") << false;
    QTest::newRow("post") << static_cast<int>(Verb::Post) << QByteArray("POST") << true;
    QTest::newRow("put") << static_cast<int>(Verb::Put) << QByteArray("PUT") << true;
    QTest::newRow("patch") << static_cast<int>(Verb::Patch) << QByteArray("PATCH") << true;
    QTest::newRow("delete") << static_cast<int>(Verb::Delete) << QByteArray("DELETE") << false;
}

void HttpClientTest::sendsEachVerbAsItIs()
{
    QFETCH(int, verb);
    QFETCH(QByteArray, word);
    QFETCH(bool, hasBody);
    const bool isHead = word == "HEAD";
    ScriptedServer server([isHead](const RawRequest &) {
        RawAnswer answer = RawAnswer::json(200, "{\"a\":1}", {"x-railway-request-id: abc-1"});
        if (isHead) {
            answer.bytes.chop(7);
        }
        return answer;
    });
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(static_cast<Verb>(verb), server.url(u"/v1/things/%2B49"_s));
    request.url =
        QUrl::fromEncoded(server.url(u"/"_s).toEncoded() + "v1/things/%2B49?a=%26&b=2", QUrl::StrictMode);
    const QByteArray body(request.body.reveal().data(), request.body.size());
    const auto answer = sendAndWait(client, std::move(request));
    VERIFY_ANSWER(answer, 200);
    QCOMPARE(answer->body, isHead ? QByteArray() : QByteArray("{\"a\":1}"));
    QCOMPARE(answer->contentType, QByteArray("application/json"));
    QCOMPARE(answer->requestId, u"abc-1"_s);
    QCOMPARE(answer->attempts, 1);
    QCOMPARE(client.sentCount(), qint64(1));
    const RawRequest seen = server.requests().value(0);
    QCOMPARE(seen.method, word);
    QCOMPARE(seen.target, QByteArray("/v1/things/%2B49?a=%26&b=2"));
    QCOMPARE(seen.body, hasBody ? body : QByteArray());
}

void HttpClientTest::sendsOnlyTheHeadersItShould()
{
    ScriptedServer server;
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(Verb::Post, server.url(u"/v1/x"_s));
    request.authorization = std::make_shared<const SecretString>("Bearer nxf_1:nxfs_2");
    request.idempotencyKey = "key-1";
    request.headers = {{"X-Extra", "yes"}};
    VERIFY_ANSWER(sendAndWait(client, std::move(request)), 200);
    const RawRequest seen = server.requests().value(0);
    QStringList names;
    for (const auto &[name, value] : seen.headers) {
        names << QString::fromLatin1(name).toLower();
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"accept"_s, u"accept-encoding"_s, u"accept-language"_s, u"authorization"_s,
                                 u"connection"_s, u"content-length"_s, u"content-type"_s, u"host"_s,
                                 u"idempotency-key"_s, u"user-agent"_s, u"x-extra"_s}));
    QCOMPARE(seen.header("Authorization"), QByteArray("Bearer nxf_1:nxfs_2"));
    QCOMPARE(seen.header("Idempotency-Key"), QByteArray("key-1"));
    QCOMPARE(seen.header("Content-Length"), QByteArray::number(seen.body.size()));
    QCOMPARE(seen.header("Accept"), QByteArray("application/json"));
    QVERIFY(seen.header("User-Agent").startsWith("NixflexNumbers/"));
}

void HttpClientTest::givesAnyStatusAsAValue_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 201, 202, 204, 304, 400, 401, 402, 403, 404, 407, 409, 410, 418, 422, 451, 501}) {
        QTest::addRow("%d", status) << status;
    }
}

void HttpClientTest::givesAnyStatusAsAValue()
{
    QFETCH(int, status);
    const bool isEmpty = status == 204 || status == 304;
    ScriptedServer server([status, isEmpty](const RawRequest &) {
        return isEmpty ? RawAnswer{"HTTP/1.1 " + QByteArray::number(status) + " X\r\n\r\n"}
                       : RawAnswer::json(status, "{\"why\":1}");
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    for (const Verb verb : {Verb::Get, Verb::Post}) {
        const auto answer = sendAndWait(client, verb, server.url(u"/v1/x"_s));
        VERIFY_ANSWER(answer, status);
        QCOMPARE(answer->body, isEmpty ? QByteArray() : QByteArray("{\"why\":1}"));
    }
    QCOMPARE(server.requestCount(), 2);
}

void HttpClientTest::keepsConnectionsOpen()
{
    ScriptedServer server;
    SystemClock clock;
    HttpClient client(clock);
    for (int i = 0; i < 5; ++i) {
        VERIFY_ANSWER(sendAndWait(client, i % 2 == 0 ? Verb::Get : Verb::Post, server.url(u"/x"_s)), 200);
    }
    QCOMPARE(server.connectionCount(), 1);
}

void HttpClientTest::givesWritesANewConnectionAfterAPause()
{
    ScriptedServer server;
    test::FakeClock clock;
    HttpClient client(clock);
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, server.url(u"/x"_s)), 200);
    clock.advance(19s);
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, server.url(u"/x"_s)), 200);
    QCOMPARE(server.connectionCount(), 1);
    clock.advance(21s);
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), 200);
    QCOMPARE(server.connectionCount(), 1);
    clock.advance(21s);
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, server.url(u"/x"_s)), 200);
    QCOMPARE(server.connectionCount(), 2);
}

void HttpClientTest::refusesUnsafeUrlsWithoutSending()
{
    SystemClock clock;
    HttpClient client(clock);
    const auto answer = sendAndWait(client, Verb::Post, QUrl(u"http://api.nixflex.com/v1/x"_s));
    COMPARE_KIND(answer, Error::Kind::Invalid);
    COMPARE_EFFECT(answer, Error::Effect::NothingSent);
    QVERIFY(answer.error().userText.contains(u"api.nixflex.com"_s));
    QCOMPARE(client.sentCount(), qint64(0));
}

void HttpClientTest::refusesLineBreaksInHeaders()
{
    ScriptedServer server;
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest first = requestOf(Verb::Get, server.url(u"/x"_s));
    first.authorization = std::make_shared<const SecretString>("Bearer a\r\nX-Evil: 1");
    COMPARE_KIND(sendAndWait(client, std::move(first)), Error::Kind::Invalid);
    HttpRequest second = requestOf(Verb::Post, server.url(u"/x"_s));
    second.idempotencyKey = "a\nb";
    COMPARE_KIND(sendAndWait(client, std::move(second)), Error::Kind::Invalid);
    QCOMPARE(server.connectionCount(), 0);
}

void HttpClientTest::neverAnswersAQuestionForAPassword()
{
    ScriptedServer server([](const RawRequest &) {
        return RawAnswer::json(401, "{\"code\":20003}", {"WWW-Authenticate: Basic realm=\"Twilio API\""});
    });
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(Verb::Post, server.url(u"/x"_s));
    request.authorization = std::make_shared<const SecretString>("Basic dXNlcjp3b3Jk");
    const auto answer = sendAndWait(client, std::move(request));
    VERIFY_ANSWER(answer, 401);
    QCOMPARE(answer->body, QByteArray("{\"code\":20003}"));
    QCOMPARE(server.requestCount(), 1);
}

void HttpClientTest::storesNoCookies()
{
    ScriptedServer server(
        [](const RawRequest &) { return RawAnswer::json(200, "{}", {"Set-Cookie: session=1; Path=/"}); });
    SystemClock clock;
    HttpClient client(clock);
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), 200);
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), 200);
    QVERIFY(server.requests().value(1).header("Cookie").isEmpty());
}

void HttpClientTest::logsOneLineWithoutSecrets()
{
    ScriptedServer server([](const RawRequest &) {
        return RawAnswer::json(201, "{\"secret\":\"in the answer\"}", {"x-railway-request-id: abc-1"});
    });
    SystemClock clock;
    HttpClient client(clock);
    const test::LogCapture log;
    HttpRequest request = requestOf(Verb::Post, server.url(u"/v1/things/hidden"_s));
    request.url.setQuery(u"also=hidden"_s);
    request.authorization = std::make_shared<const SecretString>("Bearer nxf_1:nxfs_abcdef");
    request.idempotencyKey = "hidden-key";
    VERIFY_ANSWER(sendAndWait(client, std::move(request)), 201);
    const QStringList lines = log.lines(u"numbers.http"_s);
    QCOMPARE(lines.size(), 1);
    static const QRegularExpression wanted(
        u"^numbers.http: POST /v1/things/\\{thing\\} status 201 ms \\d+ sent \\d+ received \\d+ attempt 1 "
        "request abc-1$"_s);
    QVERIFY2(wanted.match(lines.value(0)).hasMatch(), qPrintable(lines.value(0)));
    for (const QString &secret : {u"hidden"_s, u"nxfs_"_s, u"0123456789abcdef"_s, u"in the answer"_s}) {
        QVERIFY2(!log.text().contains(secret), qPrintable(log.text()));
    }
}

void HttpClientTest::logsFailuresWithoutSecrets()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer{{}, 0ms, RawAnswer::After::Reset}; });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    const test::LogCapture log;
    for (const Verb verb : {Verb::Get, Verb::Post}) {
        HttpRequest request = requestOf(verb, server.url(u"/v1/things/hidden"_s));
        request.authorization = std::make_shared<const SecretString>("Bearer nxf_1:nxfs_abcdef");
        const auto answer = sendAndWait(client, std::move(request));
        QVERIFY(!answer);
        QVERIFY2(!answer.error().report().contains(u"hidden"_s), qPrintable(answer.error().report()));
    }
    QVERIFY(!log.lines(u"numbers.http"_s).isEmpty());
    for (const QString &secret : {u"hidden"_s, u"nxfs_"_s, u"0123456789abcdef"_s}) {
        QVERIFY2(!log.text().contains(secret), qPrintable(log.text()));
    }
}

void HttpClientTest::showsNoSecretThatTheServerEchoes()
{
    ScriptedServer server([](const RawRequest &request) {
        return RawAnswer::json(200, "{}",
                               {"x-railway-request-id: " + request.header("Authorization").mid(7)});
    });
    SystemClock clock;
    HttpClient client(clock);
    const test::LogCapture log;
    HttpRequest request = requestOf(Verb::Get, server.url(u"/x"_s));
    request.authorization = std::make_shared<const SecretString>("Bearer nxf_1:nxfs_abcdef");
    const auto answer = sendAndWait(client, std::move(request));
    VERIFY_ANSWER(answer, 200);
    QVERIFY(!answer->requestId.contains(u"nxfs_abcdef"_s));
    QVERIFY(!log.text().contains(u"nxfs_abcdef"_s));
}

void HttpClientTest::followsRedirectsOfReadsOnTheSameHost()
{
    ScriptedServer server([](const RawRequest &request) {
        return request.target == "/b" ? RawAnswer::json(200, "{\"b\":1}")
                                      : RawAnswer::json(302, "{}", {"Location: /b"});
    });
    SystemClock clock;
    HttpClient client(clock);
    HttpRequest request = requestOf(Verb::Get, server.url(u"/a"_s));
    request.authorization = std::make_shared<const SecretString>("Bearer a");
    const auto answer = sendAndWait(client, std::move(request));
    VERIFY_ANSWER(answer, 200);
    QCOMPARE(answer->url, server.url(u"/b"_s));
    QCOMPARE(server.requests().value(1).header("Authorization"), QByteArray("Bearer a"));
}

void HttpClientTest::refusesOtherRedirects_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location");
    const int get = static_cast<int>(Verb::Get);
    const int post = static_cast<int>(Verb::Post);
    QTest::newRow("another host") << get << 302 << QByteArray("http://localhost:1/");
    QTest::newRow("another port") << get << 301 << QByteArray("http://127.0.0.1:1/");
    QTest::newRow("another scheme") << get << 307 << QByteArray("https://127.0.0.1/");
    QTest::newRow("no scheme") << get << 307 << QByteArray("//example.com/");
    QTest::newRow("file") << get << 302 << QByteArray("file:///etc/passwd");
    QTest::newRow("round and round") << get << 302 << QByteArray("/again");
    QTest::newRow("a write") << post << 307 << QByteArray("/b");
    QTest::newRow("a write to a read") << post << 303 << QByteArray("/b");
    QTest::newRow("nonsense") << get << 302 << QByteArray("http://[::1");
}

void HttpClientTest::refusesOtherRedirects()
{
    QFETCH(int, verb);
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    ScriptedServer server([status, location](const RawRequest &) {
        return RawAnswer::json(status, "{}", {"Location: " + location});
    });
    SystemClock clock;
    HttpClient client(clock);
    const auto answer = sendAndWait(client, static_cast<Verb>(verb), server.url(u"/a"_s));
    COMPARE_KIND(answer, Error::Kind::BadReply);
    COMPARE_EFFECT(answer,
                   isWrite(static_cast<Verb>(verb)) ? Error::Effect::Unknown : Error::Effect::Answered);
    QCOMPARE(answer.error().httpStatus, status);
    QVERIFY(server.requestCount() <= 4);
}

void HttpClientTest::explainsWhatHappened_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("refused") << u"http://127.0.0.1:1/secret"_s << u"offline"_s << u"127.0.0.1"_s;
    QTest::newRow("no such host") << u"https://nothing.invalid/secret"_s << u"offline"_s
                                  << u"nothing.invalid"_s;
}

void HttpClientTest::explainsWhatHappened()
{
    QFETCH(QString, url);
    QFETCH(QString, kind);
    QFETCH(QString, word);
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        const auto answer = sendAndWait(client, verb, QUrl(url));
        QVERIFY(!answer);
        QCOMPARE(toString(answer.error().kind), kind);
        COMPARE_EFFECT(answer, Error::Effect::NothingSent);
        QVERIFY2(answer.error().userText.contains(word), qPrintable(answer.error().userText));
        QVERIFY(!answer.error().report().contains(u"secret"_s));
        QVERIFY(answer.error().detail.contains(u"Error"_s));
        QVERIFY(answer.error().provider == Error::Provider::Nixflex);
    }
    // Four reads, and one of each write.
    QCOMPARE(client.sentCount(), qint64(6));
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpClientTest)
#include "tst_httpclient.moc"

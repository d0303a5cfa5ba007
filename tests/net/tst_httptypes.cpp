#include "net/httptypes.h"
#include "net/urlpolicy.h"

#include <QTest>

#include <optional>

using namespace std::chrono_literals;

namespace numbers::net {

class HttpTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data();
    void readsRetryAfter();
    void findsHeadersInAnyCase();
    void allowsOnlySafeUrls_data();
    void allowsOnlySafeUrls();
    void comparesOrigins_data();
    void comparesOrigins();
    void tellsVerbsApart();
};

void HttpTypesTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qint64>("milliseconds"); // -1: none

    const QByteArray none;
    QTest::newRow("seconds") << QByteArray("30") << none << qint64(30'000);
    QTest::newRow("fraction") << QByteArray("0.5") << none << qint64(500);
    QTest::newRow("zero") << QByteArray("0") << none << qint64(0);
    QTest::newRow("negative") << QByteArray("-1") << none << qint64(-1);
    QTest::newRow("absurd") << QByteArray("99999999999") << none << qint64(-1);
    QTest::newRow("not a number") << QByteArray("nan") << none << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << none << qint64(-1);
    QTest::newRow("date") << QByteArray("Sun, 01 Mar 2026 12:00:20 GMT") << none << qint64(20'000);
    QTest::newRow("past date") << QByteArray("Sun, 01 Mar 2026 11:00:00 GMT") << none << qint64(0);
    QTest::newRow("absent") << none << none << qint64(-1);
    QTest::newRow("in the body") << none << QByteArray(R"({"error":{"details":{"retry_after":12}}})")
                                 << qint64(12'000);
    QTest::newRow("header first") << QByteArray("3")
                                  << QByteArray(R"({"error":{"details":{"retry_after":12}}})")
                                  << qint64(3'000);
    QTest::newRow("broken body") << none << QByteArray("<html>") << qint64(-1);
    QTest::newRow("wrong type") << none << QByteArray(R"({"error":{"details":{"retry_after":"12"}}})")
                                << qint64(-1);
}

void HttpTypesTest::readsRetryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, body);
    QFETCH(qint64, milliseconds);
    HttpResponse response;
    if (!header.isEmpty()) {
        response.headers.emplaceBack("retry-after", header);
    }
    response.body = body;
    const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    const auto delay = response.retryAfter(now);
    QCOMPARE(delay ? static_cast<qint64>(delay->count()) : -1, milliseconds);
}

void HttpTypesTest::findsHeadersInAnyCase()
{
    HttpResponse response;
    response.headers = {{"X-Thing", "first"}, {"x-thing", "second"}};
    QCOMPARE(response.header("X-THING"), QByteArray("first"));
    QVERIFY(response.header("X-Other").isEmpty());
}

void HttpTypesTest::allowsOnlySafeUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isAllowed");

    QTest::newRow("https") << QStringLiteral("https://api.nixflex.com/v1") << true;
    QTest::newRow("http, loopback name") << QStringLiteral("http://localhost:8080/v1") << true;
    QTest::newRow("http, 127.0.0.1") << QStringLiteral("http://127.0.0.1/v1") << true;
    QTest::newRow("http, 127.x") << QStringLiteral("http://127.9.9.9/v1") << true;
    QTest::newRow("http, ::1") << QStringLiteral("http://[::1]:99/v1") << true;
    QTest::newRow("http elsewhere") << QStringLiteral("http://api.nixflex.com/v1") << false;
    QTest::newRow("looks like loopback") << QStringLiteral("http://127.0.0.1.example.com/") << false;
    QTest::newRow("localhost of others") << QStringLiteral("http://localhost.example.com/") << false;
    QTest::newRow("other scheme") << QStringLiteral("ftp://127.0.0.1/") << false;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("credentials") << QStringLiteral("https://user:word@api.nixflex.com/") << false;
    QTest::newRow("no host") << QStringLiteral("https:///v1") << false;
    QTest::newRow("relative") << QStringLiteral("/v1") << false;
    QTest::newRow("empty") << QString() << false;
}

void HttpTypesTest::allowsOnlySafeUrls()
{
    QFETCH(QString, url);
    QFETCH(bool, isAllowed);
    const auto verdict = checkUrl(QUrl(url));
    QCOMPARE(verdict.has_value(), isAllowed);
    if (!isAllowed) {
        QVERIFY(verdict.error().kind == Error::Kind::Invalid);
        QVERIFY(verdict.error().effect == Error::Effect::NothingSent);
        QVERIFY(!verdict.error().report().contains(QStringLiteral("word")));
    }
}

void HttpTypesTest::comparesOrigins_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");

    QTest::newRow("same") << QStringLiteral("https://api.example/other?x=1") << true;
    QTest::newRow("default port") << QStringLiteral("https://api.example:443/") << true;
    QTest::newRow("upper case") << QStringLiteral("https://API.example/") << true;
    QTest::newRow("port") << QStringLiteral("https://api.example:444/") << false;
    QTest::newRow("scheme") << QStringLiteral("http://api.example/") << false;
    QTest::newRow("host") << QStringLiteral("https://api.example.org/") << false;
}

void HttpTypesTest::comparesOrigins()
{
    QFETCH(QString, other);
    QFETCH(bool, isSame);
    QCOMPARE(isSameOrigin(QUrl(QStringLiteral("https://api.example/v1")), QUrl(other)), isSame);
}

void HttpTypesTest::tellsVerbsApart()
{
    QVERIFY(!isWrite(Verb::Get) && !isWrite(Verb::Head));
    QVERIFY(isWrite(Verb::Post) && isWrite(Verb::Put) && isWrite(Verb::Patch) && isWrite(Verb::Delete));
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpTypesTest)
#include "tst_httptypes.moc"

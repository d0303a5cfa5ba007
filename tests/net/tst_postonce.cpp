#include "nettest.h"
#include "support/faultproxy.h"

#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::Fault;
using test::FaultProxy;
using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

/// Cuts the connection after every single byte of a request and of its answer, and counts how often the
/// server has got the whole request.
class PostOnceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void seesThatPlainQtSendsAPostTwice();
    void sendsAPostAtMostOnce_data();
    void sendsAPostAtMostOnce();
    void sendsAPostWithoutABodyAtMostOnce_data();
    void sendsAPostWithoutABodyAtMostOnce();
    void sendsAReadAgain_data();
    void sendsAReadAgain();
    void sendsADeleteAtMostOnce_data();
    void sendsADeleteAtMostOnce();
    void sendsAWriteOnceAfterTheServerClosedAnIdleConnection();
    void takesALargeBodyOnce();

private:
    struct Route
    {
        ScriptedServer server;
        FaultProxy proxy;
        SystemClock clock;
        std::unique_ptr<HttpClient> client;

        Route()
            : server([](const RawRequest &) { return RawAnswer::json(201, "{\"ok\":true}", {"X-More: 1"}); })
            , proxy(server.port())
        {
        }

        [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/v1/import"_s.arg(proxy.port())); }

        /// With a connection that is open already, or none.
        void begin(bool isReused)
        {
            if (!isReused || !client) {
                client = std::make_unique<HttpClient>(clock, NetworkSettings{}, hasty());
            }
            proxy.disarm();
            if (isReused) {
                QVERIFY(sendAndWait(*client, Verb::Get, url()).has_value());
            }
        }
    };

    static void addRoutes();
    static void cutEverywhere(Verb verb, const SecretString &body);
};

void PostOnceTest::initTestCase()
{
    QLoggingCategory::setFilterRules(u"numbers.http=false"_s); // thousands of lines
}

/// Shows that these tests can see what they look for.
void PostOnceTest::seesThatPlainQtSendsAPostTwice()
{
    Route route;
    Fault fault;
    fault.cutAnswerAfter = 0;
    route.proxy.arm(fault);
    QNetworkAccessManager network;
    QNetworkRequest request(route.url());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, "{}"));
    QTRY_VERIFY(reply->isFinished());
    if (route.proxy.counts().requests < 2) {
        QSKIP("this version of Qt does not send a POST again");
    }
}

void PostOnceTest::addRoutes()
{
    QTest::addColumn<bool>("isReused");
    QTest::addColumn<bool>("isReset");
    QTest::addColumn<bool>("isInAnswer");
    for (const bool isReused : {false, true}) {
        for (const bool isReset : {false, true}) {
            for (const bool isInAnswer : {false, true}) {
                QTest::addRow("%s connection, %s in the %s", isReused ? "reused" : "fresh",
                              isReset ? "RST" : "FIN", isInAnswer ? "answer" : "request")
                    << isReused << isReset << isInAnswer;
            }
        }
    }
}

void PostOnceTest::cutEverywhere(Verb verb, const SecretString &body)
{
    QFETCH(bool, isReused);
    QFETCH(bool, isReset);
    QFETCH(bool, isInAnswer);
    Route route;
    const auto request = [&route, &body, verb] {
        HttpRequest made = requestOf(verb, route.url());
        made.body = body.clone();
        made.idempotencyKey = "6f1e4a0c";
        return made;
    };
    // How long they are.
    route.begin(false);
    VERIFY_ANSWER(sendAndWait(*route.client, request()), 201);
    const qint64 requestLength = route.proxy.counts().requestBytes;
    const qint64 answerLength = route.proxy.counts().answerBytes;
    QVERIFY(requestLength > 150 && answerLength > 80);

    int arrived = 0;
    route.server.forget();
    const qint64 length = isInAnswer ? answerLength : requestLength;
    for (qint64 bytes = 0; bytes <= length; ++bytes) {
        route.begin(isReused);
        QTRY_COMPARE(route.server.requestCount(), arrived + (isReused ? 1 : 0));
        route.server.forget();
        arrived = 0;
        Fault fault;
        (isInAnswer ? fault.cutAnswerAfter : fault.cutRequestAfter) = bytes;
        fault.cut = isReset ? Fault::Cut::Reset : Fault::Cut::Fin;
        route.proxy.arm(fault);
        const auto answer = sendAndWait(*route.client, request());
        const FaultProxy::Counts counts = route.proxy.counts();
        const QByteArray where =
            "after byte " + QByteArray::number(bytes) + " of " + QByteArray::number(length) + ": " +
            (answer ? QByteArray("answered") : answer.error().report().toUtf8()) + "; requests " +
            QByteArray::number(counts.requests) + ", connections " + QByteArray::number(counts.connections);
        QVERIFY2(counts.requests <= 1, where.constData());
        arrived = counts.requests;
        if (answer) {
            QVERIFY2(answer->status == 201 && answer->body == "{\"ok\":true}", where.constData());
            QVERIFY2(counts.requests == 1, where.constData());
        } else if (counts.requests == 1) {
            QVERIFY2(answer.error().effect == Error::Effect::Unknown, where.constData());
        } else {
            QVERIFY2(answer.error().kind == Error::Kind::Offline, where.constData());
        }
        if (isInAnswer && bytes < answerLength) {
            QVERIFY2(!answer, where.constData());
        }
    }
}

void PostOnceTest::sendsAPostAtMostOnce_data()
{
    addRoutes();
}

void PostOnceTest::sendsAPostAtMostOnce()
{
    cutEverywhere(Verb::Post, SecretString(R"({"phone_number":"+493012345678","agent_id":"a1"})"));
}

void PostOnceTest::sendsAPostWithoutABodyAtMostOnce_data()
{
    addRoutes();
}

void PostOnceTest::sendsAPostWithoutABodyAtMostOnce()
{
    cutEverywhere(Verb::Post, SecretString());
}

void PostOnceTest::sendsAReadAgain_data()
{
    addRoutes();
}

void PostOnceTest::sendsAReadAgain()
{
    QFETCH(bool, isReused);
    QFETCH(bool, isReset);
    QFETCH(bool, isInAnswer);
    Route route;
    for (qint64 bytes = 0; bytes < 90; ++bytes) {
        route.begin(isReused);
        Fault fault;
        (isInAnswer ? fault.cutAnswerAfter : fault.cutRequestAfter) = bytes;
        fault.cut = isReset ? Fault::Cut::Reset : Fault::Cut::Fin;
        route.proxy.arm(fault);
        VERIFY_ANSWER(sendAndWait(*route.client, Verb::Get, route.url()), 201);
        QCOMPARE(route.proxy.counts().cuts, 1);
    }
}

void PostOnceTest::sendsADeleteAtMostOnce_data()
{
    addRoutes();
}

void PostOnceTest::sendsADeleteAtMostOnce()
{
    cutEverywhere(Verb::Delete, SecretString());
}

void PostOnceTest::sendsAWriteOnceAfterTheServerClosedAnIdleConnection()
{
    Route route;
    for (int i = 0; i < 100; ++i) {
        route.begin(true);
        route.server.forget();
        route.proxy.closeConnections();
        if (i % 2 == 1) {
            route.server.closeConnections();
        }
        const Verb verb = i % 4 < 2 ? Verb::Post : Verb::Delete;
        const auto answer = sendAndWait(*route.client, verb, route.url());
        QVERIFY(route.proxy.counts().requests <= 2); // the first is the GET before
        QTRY_VERIFY(route.server.requestCount() == (answer ? 1 : 0));
    }
}

void PostOnceTest::takesALargeBodyOnce()
{
    Route route;
    const std::string large(3'000'000, 'x');
    for (const qint64 bytes : {0, 1, 1'000, 100'000, 2'000'000, 3'000'000}) {
        route.begin(false);
        Fault fault;
        fault.cutRequestAfter = bytes;
        fault.cut = Fault::Cut::Reset;
        route.proxy.arm(fault);
        HttpRequest request = requestOf(Verb::Post, route.url());
        request.body = SecretString(large);
        const auto answer = sendAndWait(*route.client, std::move(request));
        COMPARE_KIND(answer, Error::Kind::Offline);
        COMPARE_EFFECT(answer, Error::Effect::Unknown);
        QCOMPARE(route.proxy.counts().requests, 0);
    }
    route.begin(false);
    HttpRequest request = requestOf(Verb::Post, route.url());
    request.body = SecretString(large);
    route.server.forget();
    VERIFY_ANSWER(sendAndWait(*route.client, std::move(request)), 201);
    QCOMPARE(route.server.requests().value(0).body.size(), qsizetype(3'000'000));
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::PostOnceTest)
#include "tst_postonce.moc"

#include "nettest.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;

/// Interim responses (RFC 9110, 15.2). Qt 6.4 skips 100 only: any other one it takes for the response, and
/// the final response then for that to the next request on the same connection.
class HttpInterimTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skipsContinue_data();
    void skipsContinue();
    void doubtsAWriteAfterAnInterimResponse_data();
    void doubtsAWriteAfterAnInterimResponse();
    void readsAgainAfterAnInterimResponse();
    void givesUpReadingWhereEveryResponseIsInterim();
    void neverTakesALateResponseForAnother_data();
    void neverTakesALateResponseForAnother();
    void neverMixesUpResponsesOfManyRequests();

private:
    /// Names the request, so that a mix-up is seen.
    static QByteArray responseTo(const RawRequest &request)
    {
        return RawAnswer::json(200, "{\"to\":\"" + request.target + "\"}").bytes;
    }
    static QByteArray interim(int status)
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Wait\r\nLink: </a.css>; rel=preload\r\n\r\n";
    }
    /// What came first, and the final response `gap` later, or together with it.
    static RawAnswer answer(const QByteArray &first, const RawRequest &request, std::chrono::milliseconds gap)
    {
        RawAnswer made;
        made.bytes = gap.count() > 0 ? first : first + responseTo(request);
        if (gap.count() > 0) {
            made.rest = responseTo(request);
            made.restDelay = gap;
        }
        return made;
    }
    static QByteArray target(const Result<HttpResponse> &response)
    {
        return QJsonDocument::fromJson(response->body)[u"to"_s].toString().toLatin1();
    }
    static void addGaps(const QList<int> &statuses)
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("gap"); // milliseconds
        for (const int status : statuses) {
            QTest::addRow("%d at once", status) << status << 0;
            QTest::addRow("%d, later the rest", status) << status << 50;
        }
    }
};

void HttpInterimTest::skipsContinue_data()
{
    addGaps({100});
}

void HttpInterimTest::skipsContinue()
{
    QFETCH(int, status);
    QFETCH(int, gap);
    ScriptedServer server([status, gap](const RawRequest &request) {
        return answer(interim(status), request, std::chrono::milliseconds(gap));
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        const auto response = sendAndWait(client, verb, server.url(u"/x"_s));
        VERIFY_ANSWER(response, 200);
        QCOMPARE(target(response), QByteArray("/x"));
    }
    QCOMPARE(server.requestCount(), 3);
}

void HttpInterimTest::doubtsAWriteAfterAnInterimResponse_data()
{
    addGaps({101, 102, 103, 199});
}

void HttpInterimTest::doubtsAWriteAfterAnInterimResponse()
{
    QFETCH(int, status);
    QFETCH(int, gap);
    ScriptedServer server([status, gap](const RawRequest &request) {
        return answer(interim(status), request, std::chrono::milliseconds(gap));
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    for (const Verb verb : {Verb::Post, Verb::Put, Verb::Patch, Verb::Delete}) {
        server.forget();
        const auto response = sendAndWait(client, verb, server.url(u"/x"_s));
        COMPARE_KIND(response, Error::Kind::BadReply);
        COMPARE_EFFECT(response, Error::Effect::Unknown);
        QCOMPARE(response.error().httpStatus, status);
        QCOMPARE(server.requestCount(), 1);
    }
}

void HttpInterimTest::readsAgainAfterAnInterimResponse()
{
    const auto count = std::make_shared<std::atomic<int>>(0);
    ScriptedServer server([count](const RawRequest &request) {
        return ++*count == 1 ? answer(interim(103), request, 20ms) : RawAnswer{responseTo(request)};
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    const auto response = sendAndWait(client, Verb::Get, server.url(u"/x"_s));
    VERIFY_ANSWER(response, 200);
    QCOMPARE(server.requestCount(), 2);
    QCOMPARE(server.connectionCount(), 2);
}

void HttpInterimTest::givesUpReadingWhereEveryResponseIsInterim()
{
    ScriptedServer server([](const RawRequest &request) { return answer(interim(103), request, 0ms); });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    const auto response = sendAndWait(client, Verb::Get, server.url(u"/x"_s));
    COMPARE_KIND(response, Error::Kind::BadReply);
    QCOMPARE(server.requestCount(), 4);
}

void HttpInterimTest::neverTakesALateResponseForAnother_data()
{
    addGaps({101, 102, 103});
}

void HttpInterimTest::neverTakesALateResponseForAnother()
{
    QFETCH(int, status);
    QFETCH(int, gap);
    ScriptedServer server([status, gap](const RawRequest &request) {
        return request.target == "/odd" ? answer(interim(status), request, std::chrono::milliseconds(gap))
                                        : RawAnswer{responseTo(request), 100ms};
    });
    SystemClock clock;
    HttpClient client(clock, {}, hasty());
    for (const Verb verb : {Verb::Get, Verb::Post}) {
        QVERIFY(!sendAndWait(client, Verb::Post, server.url(u"/odd"_s)));
        const auto response = sendAndWait(client, verb, server.url(u"/next"_s));
        VERIFY_ANSWER(response, 200);
        QCOMPARE(target(response), QByteArray("/next"));
    }
}

/// Also those that Qt puts on the connection before we have heard of the interim response.
void HttpInterimTest::neverMixesUpResponsesOfManyRequests()
{
    ScriptedServer server([](const RawRequest &request) {
        return request.target.startsWith("/odd") ? answer(interim(103), request, 5ms)
                                                 : RawAnswer{responseTo(request), 10ms};
    });
    SystemClock clock;
    RetryPolicy patient = hasty();
    patient.attempts = 50;
    HttpClient client(clock, {}, patient);
    struct Sent
    {
        QString path;
        bool isOdd = false;
        bool isWrite = false;
        std::unique_ptr<Pending> pending;
    };
    std::vector<Sent> all;
    for (int i = 0; i < 120; ++i) {
        Sent sent;
        sent.isOdd = i % 5 == 0;
        sent.isWrite = i % 3 == 0 || sent.isOdd;
        sent.path = (sent.isOdd ? u"/odd%1"_s : u"/n%1"_s).arg(i);
        const Verb verb = sent.isWrite ? Verb::Post : Verb::Get;
        sent.pending = std::make_unique<Pending>(client, requestOf(verb, server.url(sent.path)));
        all.push_back(std::move(sent));
    }
    for (const Sent &sent : all) {
        QTRY_VERIFY_WITH_TIMEOUT(sent.pending->isDone(), 20'000);
        const auto &response = sent.pending->result();
        if (response) {
            QCOMPARE(target(response), sent.path.toLatin1());
            QVERIFY(!sent.isOdd);
        } else {
            QVERIFY2(sent.isWrite, qPrintable(response.error().report()));
        }
    }
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpInterimTest)
#include "tst_httpinterim.moc"

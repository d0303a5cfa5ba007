#include "nettest.h"
#include "support/faultproxy.h"
#include "support/testcertificates.h"

#include <QSslSocket>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;
using test::TestAuthority;
using test::TestIdentity;

class HttpTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trustsACompanysAuthority();
    void forgetsAnAuthorityWithTheSettings();
    void refusesWhatItCannotTrust_data();
    void refusesWhatItCannotTrust();
    void refusesAServerThatSpeaksNoTls();
    void speaksHttpOneOnly();
    void sendsAPostAtMostOnceOverTls();

private:
    [[nodiscard]] NetworkSettings trusting() const
    {
        NetworkSettings settings;
        settings.extraCertificates = {m_company.certificate()};
        return settings;
    }

    TestAuthority m_company;
    TestAuthority m_stranger;
    SystemClock m_clock;
};

void HttpTlsTest::initTestCase()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt has no TLS");
    }
}

void HttpTlsTest::trustsACompanysAuthority()
{
    ScriptedServer server({}, m_company.issue({u"localhost"_s, u"127.0.0.1"_s}).configuration());
    HttpClient client(m_clock, trusting());
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        VERIFY_ANSWER(sendAndWait(client, verb, server.url(u"/x"_s)), 200);
    }
    QCOMPARE(server.connectionCount(), 1);
}

void HttpTlsTest::forgetsAnAuthorityWithTheSettings()
{
    ScriptedServer server({}, m_company.issue({u"127.0.0.1"_s}).configuration());
    HttpClient client(m_clock, trusting());
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), 200);
    client.setNetworkSettings({});
    COMPARE_KIND(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), Error::Kind::Tls);
    client.setNetworkSettings(trusting());
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, server.url(u"/x"_s)), 200);
}

void HttpTlsTest::refusesWhatItCannotTrust_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("word");
    QTest::newRow("expired") << u"expired"_s << u"expired"_s;
    QTest::newRow("not yet valid") << u"early"_s << u"not valid yet"_s;
    QTest::newRow("wrong host") << u"host"_s << u"another host"_s;
    QTest::newRow("unknown authority") << u"stranger"_s << u"Preferences > Network"_s;
}

void HttpTlsTest::refusesWhatItCannotTrust()
{
    QFETCH(QString, what);
    QFETCH(QString, word);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    TestIdentity identity;
    if (what == u"expired"_s) {
        identity = m_company.issue({u"127.0.0.1"_s}, now.addDays(-9), now.addDays(-1));
    } else if (what == u"early"_s) {
        identity = m_company.issue({u"127.0.0.1"_s}, now.addDays(1), now.addDays(2));
    } else if (what == u"host"_s) {
        identity = m_company.issue({u"other.example"_s});
    } else {
        identity = m_stranger.issue({u"127.0.0.1"_s});
    }
    ScriptedServer server({}, identity.configuration());
    HttpClient client(m_clock, trusting(), hasty());
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        const auto answer = sendAndWait(client, verb, server.url(u"/x"_s));
        COMPARE_KIND(answer, Error::Kind::Tls);
        COMPARE_EFFECT(answer, Error::Effect::NothingSent);
        QVERIFY2(answer.error().userText.contains(word), qPrintable(answer.error().userText));
        QVERIFY(answer.error().userText.contains(u"127.0.0.1"_s));
    }
    QCOMPARE(server.requestCount(), 0);
    // Trying again would not make it better.
    QCOMPARE(client.sentCount(), qint64(3));
}

void HttpTlsTest::refusesAServerThatSpeaksNoTls()
{
    ScriptedServer server;
    HttpClient client(m_clock, {}, hasty());
    test::FaultProxy proxy(server.port());
    HttpRequest request = requestOf(Verb::Post, QUrl(u"https://127.0.0.1:%1/x"_s.arg(proxy.port())));
    request.deadlines = {1s, 1s, 2s};
    const auto answer = sendAndWait(client, std::move(request));
    QVERIFY(!answer);
    COMPARE_EFFECT(answer, Error::Effect::NothingSent);
    QCOMPARE(server.requestCount(), 0);
}

void HttpTlsTest::speaksHttpOneOnly()
{
    QSslConfiguration configuration = m_company.issue({u"127.0.0.1"_s}).configuration();
    configuration.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2, "http/1.1"});
    ScriptedServer server({}, configuration);
    HttpClient client(m_clock, trusting());
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, server.url(u"/x"_s)), 200);
    QCOMPARE(server.requests().value(0).method, QByteArray("POST"));
}

void HttpTlsTest::sendsAPostAtMostOnceOverTls()
{
    ScriptedServer server([](const RawRequest &) { return RawAnswer::json(201); },
                          m_company.issue({u"127.0.0.1"_s}).configuration());
    test::FaultProxy proxy(server.port());
    const QUrl url(u"https://127.0.0.1:%1/x"_s.arg(proxy.port()));
    // The lengths vary by a few bytes from handshake to handshake, so the last steps may cut nothing.
    HttpClient measuring(m_clock, trusting());
    VERIFY_ANSWER(sendAndWait(measuring, Verb::Post, url), 201);
    const auto lengths = proxy.counts();
    for (const bool isInAnswer : {false, true}) {
        const qint64 length = isInAnswer ? lengths.answerBytes : lengths.requestBytes;
        for (qint64 bytes = 0; bytes <= length; bytes += bytes < length - 600 ? 97 : 13) {
            server.forget();
            test::Fault fault;
            (isInAnswer ? fault.cutAnswerAfter : fault.cutRequestAfter) = bytes;
            fault.cut = bytes % 2 == 0 ? test::Fault::Cut::Fin : test::Fault::Cut::Reset;
            proxy.arm(fault);
            HttpClient client(m_clock, trusting(), hasty());
            const auto answer = sendAndWait(client, Verb::Post, url);
            // A second handshake would be a second request.
            if (answer) {
                QTRY_COMPARE(server.requestCount(), 1);
            } else if (answer.error().effect == Error::Effect::NothingSent) {
                QCOMPARE(server.requestCount(), 0);
            } else {
                QVERIFY(answer.error().effect == Error::Effect::Unknown);
                QVERIFY(server.requestCount() <= 1);
            }
        }
    }
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpTlsTest)
#include "tst_httptls.moc"

#include "nettest.h"
#include "support/connectproxy.h"
#include "support/logcapture.h"
#include "support/testcertificates.h"

#include <QSslSocket>

#include <memory>

using namespace Qt::StringLiterals;

namespace numbers::net {

using test::ConnectProxy;
using test::RawAnswer;
using test::RawRequest;
using test::ScriptedServer;
using test::TestAuthority;

class HttpProxyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesThroughAProxy();
    void givesTheProxyItsPassword();
    void givesNamesAndPasswordsInUtf8_data();
    void givesNamesAndPasswordsInUtf8();
    void asksForAPasswordWhenThereIsNone();
    void givesAWrongPasswordOnlyOnce();
    void takesANewPasswordFromNewSettings();
    void keepsTheProxysPasswordFromServers();
    void reachesThisComputerWithoutAProxy();
    void explainsAProxyThatIsGone();
    void usesNoProxyWhenToldSo();

private:
    [[nodiscard]] NetworkSettings settings(quint16 port, const QString &user = {},
                                           const char *password = nullptr) const
    {
        NetworkSettings made;
        made.proxyMode = NetworkSettings::ProxyMode::Manual;
        made.proxyHost = u"127.0.0.1"_s;
        made.proxyPort = port;
        made.proxyUser = user;
        if (password != nullptr) {
            made.proxyPassword = std::make_shared<const SecretString>(password);
        }
        made.extraCertificates = {m_authority.certificate()};
        return made;
    }

    const QString m_host = u"api.nixflex.test"_s;
    const QUrl m_url{u"https://api.nixflex.test/v1/x"_s};
    TestAuthority m_authority;
    SystemClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;

private Q_SLOTS:
    void init() { m_server->forget(); }
    void cleanupTestCase() { m_server.reset(); }
};

void HttpProxyTest::initTestCase()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt has no TLS");
    }
    m_server = std::make_unique<ScriptedServer>(ScriptedServer::Script{},
                                                m_authority.issue({m_host}).configuration());
}

void HttpProxyTest::goesThroughAProxy()
{
    const ConnectProxy proxy(m_server->port(), {});
    HttpClient client(m_clock, settings(proxy.port()));
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, m_url), 200);
    QCOMPARE(proxy.targets(), (QList<QByteArray>{"api.nixflex.test:443"}));
    QVERIFY(m_server->requests().value(0).header("Proxy-Authorization").isEmpty());
}

void HttpProxyTest::givesTheProxyItsPassword()
{
    const ConnectProxy proxy(m_server->port(), "office:geheim");
    HttpClient client(m_clock, settings(proxy.port(), u"office"_s, "geheim"));
    const test::LogCapture log;
    for (int i = 0; i < 3; ++i) {
        VERIFY_ANSWER(sendAndWait(client, Verb::Post, m_url), 200);
        m_server->closeConnections();
        VERIFY_ANSWER(sendAndWait(client, Verb::Get, m_url), 200); // on a new connection
    }
    QCOMPARE(m_server->requestCount(), 6);
    QVERIFY(m_server->requests().value(0).header("Proxy-Authorization").isEmpty());
    QVERIFY(!log.text().contains(u"geheim"_s));
}

void HttpProxyTest::givesNamesAndPasswordsInUtf8_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::newRow("ASCII") << u"office"_s << u"geheim"_s;
    QTest::newRow("Latin-1") << u"büro"_s << u"geheïm£"_s;
    QTest::newRow("any") << u"офис"_s << u"пароль€字🔑"_s;
    QTest::newRow("with a colon") << u"office"_s << u"a:b c"_s;
}

void HttpProxyTest::givesNamesAndPasswordsInUtf8()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    const ConnectProxy proxy(m_server->port(), (user + u':' + password).toUtf8());
    HttpClient client(m_clock, settings(proxy.port(), user, password.toUtf8().constData()));
    VERIFY_ANSWER(sendAndWait(client, Verb::Post, m_url), 200);
    QCOMPARE(m_server->requestCount(), 1);
}

void HttpProxyTest::asksForAPasswordWhenThereIsNone()
{
    const ConnectProxy proxy(m_server->port(), "office:word");
    HttpClient client(m_clock, settings(proxy.port()), hasty());
    for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
        const auto answer = sendAndWait(client, verb, m_url);
        COMPARE_KIND(answer, Error::Kind::ProxyAuth);
        COMPARE_EFFECT(answer, Error::Effect::NothingSent);
        QVERIFY(answer.error().userText.contains(u"Preferences > Network"_s));
    }
    QCOMPARE(client.sentCount(), qint64(3)); // not tried again
    QCOMPARE(m_server->connectionCount(), 0);
}

void HttpProxyTest::givesAWrongPasswordOnlyOnce()
{
    const ConnectProxy proxy(m_server->port(), "office:word");
    HttpClient client(m_clock, settings(proxy.port(), u"office"_s, "wrong"), hasty());
    const test::LogCapture log;
    const auto answer = sendAndWait(client, Verb::Post, m_url);
    COMPARE_KIND(answer, Error::Kind::ProxyAuth);
    COMPARE_EFFECT(answer, Error::Effect::NothingSent);
    // Without, then with the wrong one.
    QCOMPARE_LE(proxy.refusedCount(), 2);
    QVERIFY(!log.text().contains(u"wrong"_s));
    QVERIFY(!answer.error().report().contains(u"wrong"_s));
}

void HttpProxyTest::takesANewPasswordFromNewSettings()
{
    const ConnectProxy proxy(m_server->port(), "office:word");
    HttpClient client(m_clock, settings(proxy.port(), u"office"_s, "wrong"));
    COMPARE_KIND(sendAndWait(client, Verb::Get, m_url), Error::Kind::ProxyAuth);
    client.setNetworkSettings(settings(proxy.port(), u"office"_s, "word"));
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, m_url), 200);
}

void HttpProxyTest::keepsTheProxysPasswordFromServers()
{
    // A server that pretends to be the proxy.
    ScriptedServer server(
        [](const RawRequest &) {
            return RawAnswer::json(407, "{}", {"Proxy-Authenticate: Basic realm=\"give me\""});
        },
        m_authority.issue({m_host}).configuration());
    const ConnectProxy proxy(server.port(), {});
    HttpClient client(m_clock, settings(proxy.port(), u"office"_s, "word"), hasty());
    const auto answer = sendAndWait(client, Verb::Post, m_url);
    VERIFY_ANSWER(answer, 407);
    QCOMPARE(server.requestCount(), 1);
    QVERIFY(server.requests().value(0).header("Proxy-Authorization").isEmpty());
}

void HttpProxyTest::reachesThisComputerWithoutAProxy()
{
    const ConnectProxy proxy(m_server->port(), {});
    ScriptedServer plain;
    HttpClient client(m_clock, settings(proxy.port()));
    VERIFY_ANSWER(sendAndWait(client, Verb::Get, plain.url(u"/x"_s)), 200);
    QVERIFY(proxy.targets().isEmpty());
}

void HttpProxyTest::explainsAProxyThatIsGone()
{
    for (const bool isSocks5 : {false, true}) {
        NetworkSettings gone = settings(1);
        gone.isSocks5 = isSocks5;
        HttpClient client(m_clock, gone, hasty());
        for (const Verb verb : {Verb::Get, Verb::Post, Verb::Delete}) {
            const auto answer = sendAndWait(client, verb, m_url);
            COMPARE_KIND(answer, Error::Kind::Offline);
            COMPARE_EFFECT(answer, Error::Effect::NothingSent);
            QVERIFY2(answer.error().userText.contains(u"proxy"_s), qPrintable(answer.error().userText));
        }
    }
}

void HttpProxyTest::usesNoProxyWhenToldSo()
{
    const ConnectProxy proxy(m_server->port(), {});
    NetworkSettings direct = settings(proxy.port());
    direct.proxyMode = NetworkSettings::ProxyMode::None;
    HttpClient client(m_clock, direct, hasty());
    // The name does not exist outside of the proxy.
    COMPARE_KIND(sendAndWait(client, Verb::Post, m_url), Error::Kind::Offline);
    QVERIFY(proxy.targets().isEmpty());
}

} // namespace numbers::net

QTEST_GUILESS_MAIN(numbers::net::HttpProxyTest)
#include "tst_httpproxy.moc"

#include "support/connectproxy.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"
#include "support/testcertificates.h"
#include "workspace/connectiontest.h"

#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using workspace::testConnection;

/// Whether Nixflex and Twilio can be reached, with settings that are not in force.
class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughTheProxyThatWasChosen();
    void saysThatThisComputerNeedsNoProxy();
    void fallsAtAProxyThatIsGone();
    void asksNobodyOnceItIsCancelled();

private:
    [[nodiscard]] static net::NetworkSettings through(quint16 port)
    {
        net::NetworkSettings settings;
        settings.proxyMode = net::NetworkSettings::ProxyMode::Manual;
        settings.proxyHost = u"127.0.0.1"_s;
        settings.proxyPort = port;
        return settings;
    }

    SystemClock m_clock;
};

void TestConnectionTest::goesThroughTheProxyThatWasChosen()
{
    if (!QSslSocket::supportsSsl()) {
        QSKIP("this Qt has no TLS");
    }
    const TestAuthority authority;
    const auto refuse = [](const RawRequest &) { return RawAnswer::json(401, "{}"); };
    const ScriptedServer server(refuse, authority.issue({u"api.nixflex.test"_s}).configuration());
    const ConnectProxy proxy(server.port(), {});
    auto settings = through(proxy.port());
    settings.extraCertificates = {authority.certificate()};
    const auto tests =
        runTask(testConnection({QUrl(u"https://api.nixflex.test/v1/usage"_s)}, settings, &m_clock, {}));
    QCOMPARE(tests.size(), 1);
    QVERIFY2(tests.front().answer,
             tests.front().answer ? "" : qPrintable(tests.front().answer.error().report()));
    QCOMPARE(tests.front().proxy, u"127.0.0.1:%1"_s.arg(proxy.port()));
    QVERIFY(!tests.front().isThisComputer);
    QCOMPARE(proxy.targets(), (QList<QByteArray>{"api.nixflex.test:443"}));
}

void TestConnectionTest::saysThatThisComputerNeedsNoProxy()
{
    const ScriptedServer server([](const RawRequest &) { return RawAnswer::json(200, "{}"); });
    const auto tests = runTask(testConnection({server.url(u"/v1/usage"_s)}, through(1), &m_clock, {}));
    QCOMPARE(tests.size(), 1);
    QVERIFY(tests.front().answer);
    QVERIFY(tests.front().isThisComputer && tests.front().proxy.isEmpty());
}

void TestConnectionTest::fallsAtAProxyThatIsGone()
{
    const auto tests = runTask(testConnection({QUrl(u"https://api.nixflex.test/v1/usage"_s),
                                               QUrl(u"https://api.twilio.test/2010-04-01/Accounts.json"_s)},
                                              through(1), &m_clock, {}));
    // Both are tried: the one may be reached where the other is not.
    QCOMPARE(tests.size(), 2);
    QVERIFY(!tests.front().answer && !tests.back().answer);
    QVERIFY2(tests.front().answer.error().userText.contains(u"proxy"_s),
             qPrintable(tests.front().answer.error().userText));
}

void TestConnectionTest::asksNobodyOnceItIsCancelled()
{
    const ScriptedServer server([](const RawRequest &) { return RawAnswer::json(200, "{}"); });
    CancelSource cancel;
    cancel.cancel();
    const auto tests =
        runTask(testConnection({server.url(u"/one"_s), server.url(u"/two"_s)}, {}, &m_clock, cancel.token()));
    QCOMPARE(tests.size(), 1);
    QVERIFY(!tests.front().answer && tests.front().answer.error().kind == Error::Kind::Cancelled);
    QCOMPARE(server.requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"

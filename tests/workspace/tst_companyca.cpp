#include "secrets/sessionstore.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"
#include "support/tempprofile.h"
#include "support/testcertificates.h"
#include "workspace/workspace.h"

#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace numbers;
using test::RawAnswer;
using test::RawRequest;
using test::runTask;
using workspace::Settings;

/// The file of a company's certificate authority, from the preferences to the connection.
class TestCompanyCa : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTrustedWhileItIsSet_data();
    void isTrustedWhileItIsSet();
};

void TestCompanyCa::isTrustedWhileItIsSet_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isReadable");
    QTest::addColumn<bool>("isTrusted");
    QTest::newRow("the company's") << QByteArray() << u"company"_s << true << true;
    QTest::newRow("after comments and another one")
        << QByteArray("# Our CA\r\n") << u"both"_s << true << true;
    QTest::newRow("another one only") << QByteArray() << u"stranger"_s << true << false;
    QTest::newRow("in DER") << QByteArray() << u"der"_s << true << true;
    QTest::newRow("far too large") << QByteArray(5 * 1024 * 1024, '\n') << u"company"_s << false << false;
#ifdef Q_OS_UNIX
    QTest::newRow("without an end") << QByteArray() << u"device"_s << false << false;
    QTest::newRow("a pipe that nobody writes to") << QByteArray() << u"pipe"_s << false << false;
#endif
    QTest::newRow("no certificate") << QByteArray("hello") << u"none"_s << false << false;
    QTest::newRow("no file") << QByteArray() << u"missing"_s << false << false;
}

void TestCompanyCa::isTrustedWhileItIsSet()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, kind);
    QFETCH(bool, isReadable);
    QFETCH(bool, isTrusted);
    const test::TestAuthority company;
    const test::TestAuthority stranger;
    const test::TempProfile profile;
    QString path = profile.filePath(u"Zertifikat.pem"_s);
    if (kind == u"device"_s) {
        path = u"/dev/zero"_s;
    } else if (kind == u"pipe"_s) {
#ifdef Q_OS_UNIX
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
#endif
    } else if (kind != u"missing"_s) {
        QByteArray bytes = before;
        if (kind == u"stranger"_s || kind == u"both"_s) {
            bytes += stranger.certificate().toPem();
        }
        if (kind == u"company"_s || kind == u"both"_s) {
            bytes += company.certificate().toPem();
        }
        if (kind == u"der"_s) {
            bytes = company.certificate().toDer();
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    const auto script = [](const RawRequest &) {
        return RawAnswer::json(200, R"({"incoming_phone_numbers":[],"next_page_uri":null})");
    };
    const test::ScriptedServer server(script, company.issue({u"127.0.0.1"_s}).configuration());
    workspace::WorkspaceOptions options;
    options.profileDirectory = profile.path();
    options.twilioUrl = server.url(u"/"_s);
    SystemClock clock;
    auto opened =
        runTask(workspace::Workspace::open(options, std::make_unique<secrets::SessionStore>(), &clock));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().report()));
    workspace::Workspace &workspace = **opened;
    const twilio::Credentials pair{
        *AccountSid::parse(u"AC00000000000000000000000000000001"_s),
        std::make_shared<const SecretString>(SecretString("0123456789abcdef0123456789abcdef"))};
    const auto verify = [&] { return runTask(workspace.twilio().verifyCredentials(pair, {})); };

    workspace.settings().setValue(Settings::Key::ExtraCaFile, path);
    const auto applied = runTask(workspace.applyNetworkSettings());
    QCOMPARE(applied.has_value(), isReadable);
    if (!applied) {
        QVERIFY(applied.error().kind == Error::Kind::Storage);
        QVERIFY2(applied.error().userText.contains(path), qPrintable(applied.error().userText));
        QVERIFY(applied.error().userText.contains(u"PEM"_s));
    }
    const auto answer = verify();
    QVERIFY2(answer.has_value() == isTrusted, answer ? "" : qPrintable(answer.error().report()));

    // Taken out of the preferences it is trusted no longer, also not by connections that are open.
    workspace.settings().setValue(Settings::Key::ExtraCaFile, QString());
    QVERIFY(runTask(workspace.applyNetworkSettings()));
    const qint64 sent = server.byteCount();
    const auto refused = verify();
    QVERIFY(!refused);
    QVERIFY2(refused.error().kind == Error::Kind::Tls, qPrintable(refused.error().report()));
    QCOMPARE(server.byteCount(), sent);
}

QTEST_GUILESS_MAIN(TestCompanyCa)
#include "tst_companyca.moc"

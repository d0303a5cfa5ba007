#include "app/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers::app;

namespace {

std::variant<CommandLine, Message> parse(const QStringList &options)
{
    return parseCommandLine(QStringList{u"nixflex-numbers"_s} + options);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithoutOptions();
    void readsWhatIsGiven();
    void leavesQtItsOwnOptions_data();
    void leavesQtItsOwnOptions();
    void printsVersionAndHelp();
    void refusesUnsafeAddresses_data();
    void refusesUnsafeAddresses();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
};

void TestCommandLine::startsWithoutOptions()
{
    const auto parsed = parse({});
    const auto *commandLine = std::get_if<CommandLine>(&parsed);
    QVERIFY(commandLine != nullptr);
    QVERIFY(!commandLine->isPractice && !commandLine->isSelfCheck);
    QVERIFY(commandLine->profileDirectory.isEmpty() && commandLine->nixflexUrl.isEmpty());
}

void TestCommandLine::readsWhatIsGiven()
{
    const auto parsed =
        parse({u"--profile"_s, u"/tmp/some where"_s, u"--nixflex-url=https://api.example.com"_s,
               u"--twilio-url"_s, u"http://[::1]:8080"_s});
    const auto *commandLine = std::get_if<CommandLine>(&parsed);
    QVERIFY(commandLine != nullptr);
    QCOMPARE(commandLine->profileDirectory, u"/tmp/some where"_s);
    QCOMPARE(commandLine->nixflexUrl, QUrl(u"https://api.example.com"_s));
    QCOMPARE(commandLine->twilioUrl, QUrl(u"http://[::1]:8080"_s));
    const auto practice = parse({u"--practice"_s});
    QVERIFY(std::get<CommandLine>(practice).isPractice);
    const auto selfCheck = parse({u"--self-check"_s});
    QVERIFY(std::get<CommandLine>(selfCheck).isSelfCheck);
}

void TestCommandLine::leavesQtItsOwnOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("right to left") << QStringList{u"-reverse"_s};
    QTest::newRow("two dashes") << QStringList{u"--reverse"_s};
    QTest::newRow("platform") << QStringList{u"-platform"_s, u"offscreen"_s};
    QTest::newRow("value behind =") << QStringList{u"--platform=offscreen"_s};
    QTest::newRow("style and sheet") << QStringList{u"-style"_s, u"fusion"_s, u"-stylesheet"_s, u"a.qss"_s};
    QTest::newRow("window") << QStringList{u"-qwindowgeometry"_s, u"100x100"_s, u"-qwindowtitle"_s,
                                           u"Numbers"_s};
    QTest::newRow("session") << QStringList{u"-session"_s, u"1234_5"_s};
    QTest::newRow("display") << QStringList{u"-display"_s, u":1"_s};
}

void TestCommandLine::leavesQtItsOwnOptions()
{
    QFETCH(QStringList, options);
    for (const auto &words :
         {QStringList{u"--practice"_s} + options, options + QStringList{u"--practice"_s}}) {
        const auto parsed = parse(words);
        const auto *message = std::get_if<Message>(&parsed);
        QVERIFY2(message == nullptr, message != nullptr ? qPrintable(message->text) : "");
        QVERIFY(std::get<CommandLine>(parsed).isPractice);
    }
}

void TestCommandLine::printsVersionAndHelp()
{
    const auto version = parse({u"--version"_s});
    QCOMPARE(std::get<Message>(version).text, "nixflex-numbers "_L1 + QStringLiteral(NUMBERS_VERSION));
    QCOMPARE(std::get<Message>(version).exitCode, 0);
    const auto help = parse({u"--help"_s});
    QCOMPARE(std::get<Message>(help).exitCode, 0);
    for (const auto &option :
         {u"--practice"_s, u"--profile"_s, u"--nixflex-url"_s, u"--twilio-url"_s, u"--self-check"_s}) {
        QVERIFY2(std::get<Message>(help).text.contains(option), qPrintable(option));
    }
}

void TestCommandLine::refusesUnsafeAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain http") << u"http://api.example.com"_s;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.com"_s;
    QTest::newRow("no scheme") << u"api.example.com"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("credentials") << u"https://user:word@api.example.com"_s;
    QTest::newRow("query") << u"https://api.example.com/?x=1"_s;
    QTest::newRow("empty") << QString();
}

void TestCommandLine::refusesUnsafeAddresses()
{
    QFETCH(QString, url);
    for (const auto &option : {u"--nixflex-url"_s, u"--twilio-url"_s}) {
        const auto parsed = parse({option, url});
        const auto *message = std::get_if<Message>(&parsed);
        QVERIFY(message != nullptr);
        QCOMPARE(message->exitCode, 2);
        QVERIFY(message->text.contains(option));
    }
}

void TestCommandLine::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("unknown option") << QStringList{u"--pratice"_s};
    QTest::newRow("a word") << QStringList{u"import"_s};
    QTest::newRow("missing value") << QStringList{u"--profile"_s};
    QTest::newRow("empty profile") << QStringList{u"--profile"_s, QString()};
    QTest::newRow("nothing behind =") << QStringList{u"--profile="_s};
    QTest::newRow("empty URL") << QStringList{u"--nixflex-url="_s};
    QTest::newRow("empty URL of Twilio") << QStringList{u"--twilio-url"_s, QString()};
    QTest::newRow("a flag with nothing") << QStringList{u"--practice="_s};
    QTest::newRow("an empty word") << QStringList{QString()};
    QTest::newRow("after the options") << QStringList{u"--"_s, u"-reverse"_s};
    QTest::newRow("practice with an address")
        << QStringList{u"--practice"_s, u"--nixflex-url"_s, u"https://api.example.com"_s};
}

void TestCommandLine::refusesWhatItDoesNotUnderstand()
{
    QFETCH(QStringList, options);
    const auto parsed = parse(options);
    const auto *message = std::get_if<Message>(&parsed);
    QVERIFY(message != nullptr);
    QCOMPARE(message->exitCode, 2);
    QVERIFY(!message->text.isEmpty());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"

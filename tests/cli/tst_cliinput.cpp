#include "cli/clirunner.h"
#include "support/renumbering.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

namespace {

QString fileWith(CliRunner &cli, const QByteArray &bytes)
{
    const QString name = cli.profileDirectory() + u".txt"_s;
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("%s", qPrintable(file.errorString()));
    }
    return name;
}

int writes(CliRunner &cli)
{
    int count = 0;
    for (const auto &method : {u"POST"_s, u"PATCH"_s, u"PUT"_s, u"DELETE"_s}) {
        count += cli.simulator().countRequests(method, {});
    }
    return count;
}

QString codeOf(const CliRun &run)
{
    return run.json().value(u"error"_s).toObject().value(u"code"_s).toString();
}

} // namespace

/// What comes from outside is read as it was meant, or refused before anything is sent.
class TestCliInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAProfileThatIsNoUtf8_data();
    void refusesAProfileThatIsNoUtf8();
    void dropsAByteOrderMark();
    void takesAnEmptyFileForNoProfile();
    void refusesEmptyOptions_data();
    void refusesEmptyOptions();
    void findsNumbersLiterallyFirst_data();
    void findsNumbersLiterallyFirst();
    void findsNumbersByTheirReading();
    void readsPastedNumbers_data();
    void readsPastedNumbers();
    void correctsPastedIds();
    void letsTwilioJudgeATokenOfAnotherShape();
    void refusesANixflexKeyAsToken();
};

void TestCliInput::refusesAProfileThatIsNoUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("Windows-1252") << QByteArray("Gr\xfc\xdf Gott");
    QTest::newRow("UTF-16 of PowerShell") << QByteArray("\xff\xfeH\0i\0", 6);
    QTest::newRow("UTF-16 without a mark") << QByteArray("H\0i\0", 4);
    QTest::newRow("a document") << QByteArray("PK\x03\x04\x14\0\x06\0\x08\0", 10);
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) + QByteArray(60'000, '\xff');
    QTest::newRow("half a character at the end") << QByteArray("Hi \xc3");
    QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80");
}

void TestCliInput::refusesAProfileThatIsNoUtf8()
{
    QFETCH(QByteArray, bytes);
    CliRunner cli;
    const QString number = cli.simulator().nixflexNumbers().constFirst().phoneNumber;
    const QString file = fileWith(cli, bytes);
    const QList<QStringList> commands{
        cli.importCommand({u"--yes"_s, u"--profile-text"_s, file}),
        {u"profile"_s, u"--number"_s, number, u"--text-file"_s, file, u"--yes"_s},
        {u"reassign"_s, u"--number"_s, number, u"--agent"_s, cli.simulator().agentId(), u"--profile-text"_s,
         file, u"--yes"_s, u"--twilio-sid"_s, cli.simulator().mainAccount().sid},
    };
    for (const QStringList &command : commands) {
        const CliRun run = cli.run(command);
        QVERIFY2(run.exitCode == 3, run.out + run.err);
        QCOMPARE(codeOf(run), u"profile_text_not_utf8"_s);
        QVERIFY2(run.err.contains("UTF-8"), run.err);
    }
    QCOMPARE(writes(cli), 0);
}

void TestCliInput::dropsAByteOrderMark()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const QString file = fileWith(cli, "\xef\xbb\xbfGr\xc3\xbc\xc3\x9f Gott");
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s, u"--profile-text"_s, file}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    const auto row = cli.simulator().nixflexNumber(number);
    QVERIFY(row);
    QCOMPARE(row->customPrompt.value_or(QString()), u"Grüß Gott"_s);
}

void TestCliInput::takesAnEmptyFileForNoProfile()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const auto profile = [&] {
        return cli.simulator().nixflexNumber(number)->customPrompt.value_or(QString());
    };
    const auto setProfile = [&] {
        cli.simulator().changeNixflexNumber(number, [](auto &row) { row.customPrompt = u"bread"_s; });
    };
    const QString empty = fileWith(cli, {});
    const CliRun imported = cli.run(cli.importCommand({u"--yes"_s, u"--profile-text"_s, empty}));
    QVERIFY2(imported.exitCode == 0, imported.out + imported.err);
    QCOMPARE(profile(), QString());

    setProfile();
    const QStringList change{u"profile"_s, u"--number"_s, number, u"--text-file"_s, empty};
    QCOMPARE(cli.run(change).exitCode, 7); // asks first, as --clear does
    QCOMPARE(profile(), u"bread"_s);
    QCOMPARE(cli.run(change + QStringList{u"--yes"_s}).exitCode, 0);
    QCOMPARE(profile(), QString());

    setProfile();
    QStringList agents;
    const auto all = cli.simulator().agents();
    for (const auto &agent : all) {
        if (agent.isActive && agent.agentId != cli.simulator().foreignAgentId() &&
            agent.agentId != cli.simulator().agentId()) {
            agents << agent.agentId;
        }
    }
    const QStringList reassign{u"reassign"_s, u"--number"_s, number, u"--yes"_s, u"--agent"_s};
    const CliRun kept = cli.run(reassign + QStringList{agents.at(0)});
    QVERIFY2(kept.exitCode == 0, kept.out + kept.err);
    QCOMPARE(profile(), u"bread"_s);
    const CliRun moved = cli.run(reassign + QStringList{agents.at(1), u"--profile-text"_s, empty});
    QVERIFY2(moved.exitCode == 0, moved.out + moved.err);
    QCOMPARE(profile(), QString());
}

void TestCliInput::refusesEmptyOptions_data()
{
    QTest::addColumn<QStringList>("words");
    const auto add = [](const QStringList &words) {
        QTest::addRow("%s", qPrintable(words.join(u' '))) << words;
    };
    for (const QString &option :
         {u"--profile"_s, u"--nixflex-url"_s, u"--twilio-url"_s, u"--timeout"_s, u"--execution-window"_s}) {
        add({u"numbers"_s, option, QString()});
        add({option + u'=', u"numbers"_s});
    }
    for (const QString &flag : {u"--practice"_s, u"--json"_s, u"--verbose"_s}) {
        add({u"numbers"_s, flag + u'='});
    }
    for (const QString &option : {u"--number"_s, u"--twilio-sid"_s, u"--agent"_s, u"--profile-text"_s}) {
        add({u"import"_s, option, QString()});
        add({u"reassign"_s, option, QString()});
    }
    add({u"remove"_s, u"--number"_s, u"+14155550100"_s, u"--yes="_s});
    add({u"profile"_s, u"--number"_s, u"+14155550100"_s, u"--clear="_s});
    add({u"profile"_s, u"--number"_s, u"+14155550100"_s, u"--text-file"_s, QString()});
    add({u"undo"_s, u"--operation"_s, QString()});
    add({u"undo"_s, u"--number"_s, u"+14155550100"_s, u"--overwrite"_s, QString()});
    add({u"operations"_s, u"--limit"_s, QString()});
    add({u"operations"_s, u"--settle="_s});
    add({u"history"_s, u"--kind"_s, QString()});
    add({u"history"_s, u"--outcome"_s, QString()});
    add({u"history"_s, u"--since"_s, QString()});
    add({u"health"_s, u"--all="_s});
    add({u"backup"_s, u"export"_s, u"--number"_s, u"+14155550100"_s, u"--output"_s, QString()});
    add({u"backup"_s, u"restore"_s, u"--file"_s, QString()});
    add({QString()});
}

void TestCliInput::refusesEmptyOptions()
{
    QFETCH(QStringList, words);
    CliRunner cli;
    const CliRun run = cli.runRaw(words);
    QVERIFY2(run.exitCode == 2, QByteArray::number(run.exitCode) + run.out + run.err);
    QVERIFY(run.out.isEmpty() && !run.err.isEmpty());
}

void TestCliInput::findsNumbersLiterallyFirst_data()
{
    QTest::addColumn<QString>("number");
    QTest::newRow("Mexican mobile") << u"+5215512345678"_s;
    QTest::newRow("San Marino") << u"+378886377"_s;
    QTest::newRow("no country") << u"+99912345678"_s;
}

void TestCliInput::findsNumbersLiterallyFirst()
{
    QFETCH(QString, number);
    CliRunner cli;
    auto &simulator = cli.simulator();
    test::renumber(simulator, simulator.freeNumber(), number);
    const auto sid = simulator.mainAccount().sid;
    // Not known on this computer: found in the account.
    const CliRun imported = cli.run({u"import"_s, u"--number"_s, number, u"--twilio-sid"_s, sid, u"--agent"_s,
                                     simulator.agentId(), u"--yes"_s});
    QVERIFY2(imported.exitCode == 0, imported.out + imported.err);
    QCOMPARE(imported.json().value(u"phone_number"_s).toString(), number);
    // As it is printed, it can be given back.
    const CliRun listed = cli.run({u"history"_s, u"--number"_s, number});
    QCOMPARE(listed.json().value(u"count"_s).toInt(), 1);
    for (const QStringList &command :
         {QStringList{u"profile"_s}, QStringList{u"routing"_s}, QStringList{u"health"_s}}) {
        const CliRun run = cli.run(command + QStringList{u"--number"_s, number});
        QVERIFY2(run.exitCode == 0, run.out + run.err);
    }
    const CliRun removed = cli.run({u"remove"_s, u"--number"_s, number, u"--yes"_s});
    QVERIFY2(removed.exitCode == 0, removed.out + removed.err);
    QVERIFY(!simulator.nixflexNumber(number));
}

void TestCliInput::findsNumbersByTheirReading()
{
    // The zero that is dialled within the country, where the number was never seen here.
    CliRunner cli;
    const QString number = u"+447700900123"_s;
    const auto row = cli.simulator().nixflexNumbers().constFirst();
    test::renumber(cli.simulator(), row.phoneNumber, number);
    const CliRun run = cli.run({u"profile"_s, u"--number"_s, u"+4407700900123"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"phone_number"_s).toString(), number);
}

void TestCliInput::readsPastedNumbers_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("a link") << u"tel:%1;isub=1"_s;
    QTest::newRow("Excel") << u"'%1"_s;
    QTest::newRow("embedding") << u"\u202a%1\u202c"_s;
    QTest::newRow("marks") << u"\ufeff\u200e%1\u200f\u2069"_s;
}

void TestCliInput::readsPastedNumbers()
{
    QFETCH(QString, pattern);
    CliRunner cli;
    const QString number = cli.simulator().nixflexNumbers().constFirst().phoneNumber;
    const CliRun run = cli.run({u"profile"_s, u"--number"_s, pattern.arg(number)});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"phone_number"_s).toString(), number);
}

void TestCliInput::correctsPastedIds()
{
    CliRunner cli;
    auto &simulator = cli.simulator();
    const auto account = simulator.mainAccount();
    const auto number = simulator.freeNumber();
    cli.environment().insert(u"TWILIO_AUTH_TOKEN"_s, u"\"%1\"\n"_s.arg(account.authToken));
    cli.environment().insert(u"NIXFLEX_API_KEY"_s, u"'%1'\r\n"_s.arg(simulator.nixflexKey()));
    const CliRun run = cli.run({u"import"_s, u"--number"_s, simulator.freeNumber(), u"--twilio-sid"_s,
                                u" \u201c%1\u201d\u200b"_s.arg(account.sid.toUpper()), u"--agent"_s,
                                u"\"%1\""_s.arg(simulator.agentId()), u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QVERIFY(simulator.nixflexNumber(number));
}

void TestCliInput::letsTwilioJudgeATokenOfAnotherShape()
{
    CliRunner cli;
    const QString token = u"twt-1_A.z/9+%1=="_s.arg(QString(40, u'Q'));
    const auto account = cli.simulator().mainAccount();
    cli.environment().insert(u"TWILIO_AUTH_TOKEN"_s, token);
    const CliRun refused = cli.run(cli.importCommand({u"--yes"_s}));
    QCOMPARE(refused.exitCode, 4); // by Twilio
    QVERIFY2(refused.err.contains("usually"), refused.err);
    QVERIFY(!refused.err.contains(token.toUtf8()));
    cli.simulator().changeAccount(account.sid, [&token](auto &changed) { changed.authToken = token; });
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
}

void TestCliInput::refusesANixflexKeyAsToken()
{
    CliRunner cli;
    cli.environment().insert(u"TWILIO_AUTH_TOKEN"_s, cli.simulator().nixflexKey());
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(codeOf(run), u"invalid_auth_token"_s);
    QCOMPARE(cli.simulator().requests().size(), 0);
}

QTEST_GUILESS_MAIN(TestCliInput)
#include "tst_cliinput.moc"

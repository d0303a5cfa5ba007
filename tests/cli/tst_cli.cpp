#include "cli/clirunner.h"

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

namespace {

QString errorCode(const CliRun &run)
{
    return run.json().value(u"error"_s)[u"code"_s].toString();
}

/// The import's answer is lost, and afterwards Nixflex's list cannot be read.
void loseAnswerAndList(simulator::Simulator &simulator, simulator::Drop drop)
{
    simulator::Fault lost;
    lost.method = u"POST"_s;
    lost.drop = drop;
    simulator.armFault(lost);
    simulator::Fault unreadable;
    unreadable.method = u"GET"_s;
    unreadable.path = u"^/v1/phone-numbers"_s;
    unreadable.nth = 2; // The first one belongs to the plan.
    unreadable.times = 0;
    unreadable.status = 401;
    unreadable.code = u"invalid_api_key"_s;
    simulator.armFault(unreadable);
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsANumberAndShowsIt();
    void dryRunChangesNothing();
    void asksForConfirmationWhereSomethingLiveWouldBeReplaced();
    void refusesBadInputBeforeAnythingIsSent_data();
    void refusesBadInputBeforeAnythingIsSent();
    void usageErrorsExitWithTwo_data();
    void usageErrorsExitWithTwo();
    void helpAndVersionExitWithZero();
    void tellsProviderRefusals_data();
    void tellsProviderRefusals();
    void notReachableExitsWithFive();
    void lostAnswerOfAnExecutedImportIsSettled();
    void unreadableAfterwardsIsUnknownAndSettledByTheNextRun();
    void waitsUntilItIsKnownThatNothingWasDone();
    void removesANumberAndKeepsTheBackup();
    void removeWithoutYesChangesNothing();
    void refusesToRemoveWhatIsNotThere();
    void commandsPrintExactlyOneObject_data();
    void commandsPrintExactlyOneObject();
    void practiceModeNeedsNothing();
    void speaksTheLanguageOfTheSystem_data();
    void speaksTheLanguageOfTheSystem();
    void profileThatCannotBeWrittenIsRefused();
    void ledgerThatIsNoDatabaseIsLeftAlone();
};

void TestCli::importsANumberAndShowsIt()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const auto before = cli.simulator().number(number);
    QVERIFY(before);
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    const QJsonObject json = run.json();
    QCOMPARE(json.value(u"outcome"_s).toString(), u"imported"_s);
    QCOMPARE(json.value(u"phone_number"_s).toString(), number);
    QCOMPARE(json.value(u"agent_id"_s).toString(), cli.simulator().agentId());
    QCOMPARE(json.value(u"twilio_number_sid"_s).toString(), before->sid);
    QCOMPARE(json.value(u"replaced"_s)[u"voice_url"_s].toString(), before->voiceUrl);
    QVERIFY(json.value(u"error"_s).isNull());
    QVERIFY(!json.value(u"operation_id"_s).toString().isEmpty());

    const auto after = cli.simulator().nixflexNumber(number);
    QVERIFY(after);
    QCOMPARE(after->agentId, cli.simulator().agentId());
    QVERIFY(cli.simulator().number(number)->voiceUrl != before->voiceUrl);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, u"/v1/phone-numbers$"_s), 1);

    const CliRun listed = cli.run({u"numbers"_s});
    QCOMPARE(listed.exitCode, 0);
    bool isThere = false;
    const QJsonArray numbers = listed.json().value(u"numbers"_s).toArray();
    for (const auto &row : numbers) {
        if (row[u"phone_number"_s].toString() == number) {
            isThere = true;
            QCOMPARE(row[u"agent_id"_s].toString(), cli.simulator().agentId());
            QCOMPARE(row[u"twilio_account_sid"_s].toString(), cli.simulator().mainAccount().sid);
        }
    }
    QVERIFY(isThere);

    const CliRun operations = cli.run({u"operations"_s});
    const QJsonArray history = operations.json().value(u"operations"_s).toArray();
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.first()[u"outcome"_s].toString(), u"succeeded"_s);
    QCOMPARE(history.first()[u"operation_id"_s], json.value(u"operation_id"_s));
}

void TestCli::dryRunChangesNothing()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const CliRun run = cli.run(cli.importCommand({u"--dry-run"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"planned"_s);
    QVERIFY(run.json().value(u"operation_id"_s).isNull());
    QVERIFY(!cli.simulator().nixflexNumber(number));
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 0);
}

void TestCli::asksForConfirmationWhereSomethingLiveWouldBeReplaced()
{
    CliRunner cli;
    const CliRun live = cli.run(cli.importCommand());
    QVERIFY2(live.exitCode == 7, live.out + live.err);
    QCOMPARE(live.json().value(u"outcome"_s).toString(), u"refused"_s);
    QCOMPARE(errorCode(live), u"confirmation_needed"_s);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 0);

    const QStringList command = cli.importCommand(); // The example is another one after the change.
    cli.simulator().changeNumber(cli.simulator().freeNumber(), [](simulator::TwilioNumber &row) {
        row.voiceUrl = u"https://demo.twilio.com/welcome/voice/"_s;
        row.voiceFallbackUrl.clear();
        row.voiceApplicationSid.clear();
        row.trunkSid.clear();
        row.smsUrl = u"https://demo.twilio.com/welcome/sms/reply"_s;
        row.smsFallbackUrl.clear();
        row.smsApplicationSid.clear();
        row.statusCallback.clear();
    });
    const CliRun demo = cli.run(command);
    QVERIFY2(demo.exitCode == 0, demo.out + demo.err);
}

void TestCli::refusesBadInputBeforeAnythingIsSent_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");
    QTest::newRow("letters in the number")
        << u"--number"_s << u"+44 7700 9O0123"_s << u"invalid_phone_format"_s;
    QTest::newRow("no number") << u"--number"_s << u"hello"_s << u"invalid_phone_format"_s;
    QTest::newRow("too long") << u"--number"_s << u"+4477009001234567890123"_s << u"invalid_phone_format"_s;
    QTest::newRow("line breaks only") << u"--number"_s << u"\n\n"_s << u"invalid_phone_format"_s;
    QTest::newRow("Excel's damage") << u"--number"_s << u"4.47E+11"_s << u"invalid_phone_format"_s;
    QTest::newRow("API key") << u"--twilio-sid"_s << u"SK0123456789abcdef0123456789abcdef"_s
                             << u"invalid_twilio_sid"_s;
    QTest::newRow("short SID") << u"--twilio-sid"_s << u"AC01"_s << u"invalid_twilio_sid"_s;
    QTest::newRow("agent with blanks") << u"--agent"_s << u"my agent"_s << u"missing_field"_s;
    QTest::newRow("unknown agent") << u"--agent"_s << u"agent_that_is_not_there"_s << u"agent_not_found"_s;
    QTest::newRow("number of nobody") << u"--number"_s << u"+12025550123"_s << u"number_not_in_twilio"_s;
}

void TestCli::refusesBadInputBeforeAnythingIsSent()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(QString, code);
    CliRunner cli;
    QStringList command = cli.importCommand({u"--yes"_s});
    command[command.indexOf(option) + 1] = value;
    const CliRun run = cli.run(command);
    QVERIFY2(run.exitCode == 3, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"refused"_s);
    QCOMPARE(errorCode(run), code);
    QVERIFY(!run.json().value(u"error"_s)[u"message"_s].toString().isEmpty());
    QVERIFY(run.json().value(u"operation_id"_s).isNull());
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 0);
}

void TestCli::usageErrorsExitWithTwo_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"inport"_s};
    QTest::newRow("unknown option") << QStringList{u"numbers"_s, u"--fast"_s};
    QTest::newRow("a secret as an option") << QStringList{u"numbers"_s, u"--twilio-token"_s, u"x"_s};
    QTest::newRow("import without a number")
        << QStringList{u"import"_s, u"--agent"_s, u"a"_s, u"--twilio-sid"_s, u"AC"_s};
    QTest::newRow("remove without a number") << QStringList{u"remove"_s, u"--yes"_s};
    QTest::newRow("timeout that is no number") << QStringList{u"numbers"_s, u"--timeout"_s, u"soon"_s};
    QTest::newRow("negative timeout") << QStringList{u"numbers"_s, u"--timeout"_s, u"-1"_s};
    QTest::newRow("no URL") << QStringList{u"numbers"_s, u"--nixflex-url"_s, u"not a url"_s};
    QTest::newRow("ftp") << QStringList{u"numbers"_s, u"--twilio-url"_s, u"ftp://example.com"_s};
}

void TestCli::usageErrorsExitWithTwo()
{
    QFETCH(QStringList, words);
    CliRunner cli;
    const CliRun run = cli.runRaw(words);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(cli.simulator().countRequests({}, {}), 0);
}

void TestCli::helpAndVersionExitWithZero()
{
    CliRunner cli;
    const CliRun help = cli.runRaw({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("import") && help.out.contains("NIXFLEX_API_KEY"));
    const CliRun importHelp = cli.runRaw({u"import"_s, u"--help"_s});
    QCOMPARE(importHelp.exitCode, 0);
    QVERIFY(importHelp.out.contains("--profile-text"));
    const CliRun version = cli.runRaw({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QVERIFY(version.out.contains(NUMBERS_VERSION));
}

void TestCli::tellsProviderRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("400") << 400 << u"invalid_phone_format"_s;
    QTest::newRow("401 our key") << 401 << u"invalid_api_key"_s;
    QTest::newRow("401 their pair") << 401 << u"twilio_invalid_credentials"_s;
    QTest::newRow("402") << 402 << u"insufficient_balance"_s;
    QTest::newRow("403") << 403 << u"agent_not_owned"_s;
    QTest::newRow("404") << 404 << u"agent_not_found"_s;
    QTest::newRow("409") << 409 << u"number_already_imported"_s;
    QTest::newRow("422") << 422 << u"unprocessable"_s;
}

void TestCli::tellsProviderRefusals()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    CliRunner cli;
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.path = u"^/v1/phone-numbers"_s;
    fault.status = status;
    fault.code = code;
    cli.simulator().armFault(fault);
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 4, run.out + run.err);
    const QJsonObject json = run.json();
    QCOMPARE(json.value(u"outcome"_s).toString(), u"refused"_s);
    QCOMPARE(errorCode(run), code);
    QCOMPARE(json.value(u"error"_s)[u"http_status"_s].toInt(), status);
    QVERIFY(!json.value(u"error"_s)[u"request_id"_s].toString().isEmpty());
    QVERIFY(!json.value(u"operation_id"_s).toString().isEmpty());
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 1);
    QVERIFY(!cli.simulator().nixflexNumber(cli.simulator().freeNumber()));
}

void TestCli::notReachableExitsWithFive()
{
    CliRunner cli;
    QTcpServer unused;
    QVERIFY(unused.listen(QHostAddress::LocalHost));
    const QString nowhere = u"http://127.0.0.1:%1"_s.arg(unused.serverPort());
    unused.close();
    cli.setNixflexUrl(nowhere);
    cli.setTwilioUrl(nowhere);
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s, u"--timeout"_s, u"5"_s}));
    QVERIFY2(run.exitCode == 5, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"failed"_s);
    QCOMPARE(run.json().value(u"error"_s)[u"kind"_s].toString(), u"offline"_s);
}

void TestCli::lostAnswerOfAnExecutedImportIsSettled()
{
    CliRunner cli;
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.drop = simulator::Drop::AfterExecuting;
    cli.simulator().armFault(fault);
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"imported"_s);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 1);
    const QJsonArray history = cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    QCOMPARE(history.first()[u"note"_s].toString(), u"settled"_s);
}

void TestCli::unreadableAfterwardsIsUnknownAndSettledByTheNextRun()
{
    CliRunner cli;
    loseAnswerAndList(cli.simulator(), simulator::Drop::AfterExecuting);
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 6, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"unknown"_s);
    const QString id = run.json().value(u"operation_id"_s).toString();

    const QJsonArray still = cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    QCOMPARE(still.first()[u"outcome"_s].toString(), u"unknown"_s);

    cli.simulator().clearFaults();
    const QJsonArray settled = cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first()[u"operation_id"_s].toString(), id);
    QCOMPARE(settled.first()[u"outcome"_s].toString(), u"succeeded"_s);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 1);
}

void TestCli::waitsUntilItIsKnownThatNothingWasDone()
{
    CliRunner cli;
    loseAnswerAndList(cli.simulator(), simulator::Drop::BeforeExecuting);
    QCOMPARE(cli.run(cli.importCommand({u"--yes"_s})).exitCode, 6);
    cli.simulator().clearFaults();

    const QStringList window{u"--execution-window"_s, u"1"_s};
    const CliRun looked = cli.run(QStringList{u"operations"_s} + window);
    QCOMPARE(looked.json().value(u"operations"_s)[0][u"outcome"_s].toString(), u"unknown"_s);
    QVERIFY2(looked.err.contains("operations --settle"), looked.err);
    const CliRun settled = cli.run(QStringList{u"operations"_s, u"--settle"_s} + window);
    QCOMPARE(settled.json().value(u"operations"_s)[0][u"outcome"_s].toString(), u"not_executed"_s);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 1);
}

void TestCli::removesANumberAndKeepsTheBackup()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    QCOMPARE(cli.run(cli.importCommand({u"--yes"_s})).exitCode, 0);
    const CliRun run = cli.run({u"remove"_s, u"--number"_s, number, u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"removed"_s);
    QVERIFY(run.json().value(u"warnings"_s).toArray().isEmpty());
    QVERIFY(!cli.simulator().nixflexNumber(number));
    QVERIFY(cli.simulator().number(number));
    QVERIFY(cli.simulator().number(number)->voiceUrl.isEmpty());
    const QJsonArray history = cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    QCOMPARE(history.size(), 2);
    QCOMPARE(history.first()[u"kind"_s].toString(), u"remove"_s);
    QCOMPARE(history.first()[u"outcome"_s].toString(), u"succeeded"_s);
}

void TestCli::refusesToRemoveWhatIsNotThere()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const QString before = cli.simulator().number(number)->voiceUrl;
    const CliRun run = cli.run({u"remove"_s, u"--number"_s, number, u"--yes"_s});
    QVERIFY(run.exitCode != 0);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"refused"_s);
    QCOMPARE(run.json().value(u"error"_s)[u"code"_s].toString(), u"number_not_found"_s);
    QCOMPARE(cli.simulator().number(number)->voiceUrl, before);
}

void TestCli::removeWithoutYesChangesNothing()
{
    CliRunner cli;
    const CliRun run = cli.run({u"remove"_s, u"--number"_s, cli.simulator().freeNumber()});
    QCOMPARE(run.exitCode, 7);
    QCOMPARE(cli.simulator().countRequests(u"DELETE"_s, {}), 0);
}

void TestCli::commandsPrintExactlyOneObject_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("list");
    QTest::newRow("numbers") << QStringList{u"numbers"_s} << u"numbers"_s;
    QTest::newRow("agents") << QStringList{u"agents"_s} << u"agents"_s;
    QTest::newRow("operations") << QStringList{u"operations"_s} << u"operations"_s;
}

void TestCli::commandsPrintExactlyOneObject()
{
    QFETCH(QStringList, command);
    QFETCH(QString, list);
    CliRunner cli;
    const CliRun run = cli.run(command);
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.out.count('\n'), 1);
    const QJsonObject json = run.json();
    QCOMPARE(json.value(u"outcome"_s).toString(), u"listed"_s);
    QVERIFY(json.value(list).isArray());
    QCOMPARE(json.value(u"count"_s).toInt(), json.value(list).toArray().size());

    cli.environment().remove(u"NIXFLEX_API_KEY"_s);
    const CliRun withoutKey = cli.run(command);
    if (list == "operations"_L1) {
        QCOMPARE(withoutKey.exitCode, 0);
    } else {
        QVERIFY(withoutKey.exitCode == 3);
        QCOMPARE(withoutKey.json().value(u"outcome"_s).toString(), u"failed"_s);
    }
}

void TestCli::practiceModeNeedsNothing()
{
    CliRunner cli;
    cli.environment().remove(u"NIXFLEX_API_KEY"_s);
    cli.environment().remove(u"TWILIO_AUTH_TOKEN"_s);
    const QStringList common{u"--practice"_s, u"--json"_s, u"--profile"_s, cli.profileDirectory()};
    const CliRun imported = cli.runRaw(QStringList{u"import"_s, u"--yes"_s} + common);
    QVERIFY2(imported.exitCode == 0, imported.out + imported.err);
    const QString number = imported.json().value(u"phone_number"_s).toString();
    // The simulated world is kept between runs.
    const CliRun listed = cli.runRaw(QStringList{u"numbers"_s} + common);
    QVERIFY2(listed.out.contains(number.toUtf8()), listed.out + listed.err);
    QCOMPARE(cli.simulator().countRequests({}, {}), 0);
}

void TestCli::speaksTheLanguageOfTheSystem_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("progress");
    QTest::newRow("English") << u"en"_s << u"NUMBER"_s << u"Recording the result"_s;
    QTest::newRow("German") << u"de"_s << u"NUMMER"_s << u"Ergebnis wird festgehalten"_s;
}

void TestCli::speaksTheLanguageOfTheSystem()
{
    QFETCH(QString, language);
    QFETCH(QString, heading);
    QFETCH(QString, progress);
    CliRunner cli;
    cli.environment().insert(u"LANGUAGE"_s, language);
    const QStringList common{u"--practice"_s, u"--profile"_s, cli.profileDirectory()};
    const CliRun listed = cli.runRaw(QStringList{u"numbers"_s} + common);
    QVERIFY2(listed.exitCode == 0 && listed.out.contains(heading.toUtf8()), listed.out + listed.err);
    const CliRun imported = cli.runRaw(QStringList{u"import"_s, u"--yes"_s, u"--json"_s} + common);
    QVERIFY2(imported.exitCode == 0 && imported.err.contains(progress.toUtf8()), imported.out + imported.err);
    // What programs read is the same in every language.
    QCOMPARE(imported.json().value(u"outcome"_s).toString(), u"imported"_s);
    const CliRun again =
        cli.runRaw(QStringList{u"import"_s, u"--json"_s, u"--number"_s, u"not a number"_s} + common);
    QCOMPARE(again.exitCode, 3);
    QCOMPARE(errorCode(again), u"invalid_phone_format"_s);
}

void TestCli::profileThatCannotBeWrittenIsRefused()
{
    CliRunner cli;
    QVERIFY(QDir().mkpath(QFileInfo(cli.profileDirectory()).path()));
    QFile inTheWay(cli.profileDirectory());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 3, run.out + run.err);
    QCOMPARE(run.json().value(u"error"_s)[u"kind"_s].toString(), u"storage"_s);
    QVERIFY(run.json().value(u"error"_s)[u"message"_s].toString().contains(cli.profileDirectory()));
    QCOMPARE(cli.simulator().countRequests({}, {}), 0);
}

void TestCli::ledgerThatIsNoDatabaseIsLeftAlone()
{
    CliRunner cli;
    QCOMPARE(cli.run({u"numbers"_s}).exitCode, 0);
    cli.simulator().resetRequests();
    const QStringList ledgers = QDir(cli.profileDirectory()).entryList({u"ledger.sqlite"_s});
    QCOMPARE(ledgers.size(), 1);
    QFile::remove(cli.profileDirectory() + u"/ledger.sqlite-wal"_s);
    QFile::remove(cli.profileDirectory() + u"/ledger.sqlite-shm"_s);
    QFile ledger(cli.profileDirectory() + u"/ledger.sqlite"_s);
    QVERIFY(ledger.open(QIODevice::WriteOnly | QIODevice::Truncate));
    const QByteArray garbage = QByteArray("this is a shopping list, not a database\n").repeated(200);
    ledger.write(garbage);
    ledger.close();
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    QVERIFY2(run.exitCode == 3, run.out + run.err);
    QCOMPARE(run.json().value(u"error"_s)[u"kind"_s].toString(), u"storage"_s);
    QVERIFY(ledger.open(QIODevice::ReadOnly));
    QCOMPARE(ledger.readAll(), garbage);
    QCOMPARE(cli.simulator().countRequests({}, {}), 0);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"

#include "cli/clirunner.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

namespace {

QJsonObject numberOf(const CliRun &run)
{
    return run.json().value(u"numbers"_s)[0].toObject();
}

QStringList codesOf(const CliRun &run)
{
    QStringList codes;
    const auto findings = numberOf(run).value(u"findings"_s).toArray();
    for (const auto &finding : findings) {
        codes << finding[u"code"_s].toString();
    }
    return codes;
}

/// Imports the example and returns it: it is free no longer.
QString importExample(CliRunner &cli)
{
    const QString number = cli.simulator().freeNumber();
    const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
    if (run.exitCode != 0) {
        qFatal("the example cannot be imported: %s", run.err.constData());
    }
    return number;
}

} // namespace

/// `health`: whether numbers are still as they should be, over real sockets.
class TestCliHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatAllIsGood();
    void saysWhatDrifted();
    void saysInWordsWhatToDo();
    void checksAllAndTellsOfWhatIsNotKnownHere();
    void takesTheTokenForOneAccount();
    void tellsUnreadFromBad_data();
    void tellsUnreadFromBad();
    void saysWhyNothingCanBeSaid_data();
    void saysWhyNothingCanBeSaid();
};

void TestCliHealth::saysThatAllIsGood()
{
    CliRunner cli;
    const QString number = importExample(cli);
    cli.simulator().resetRequests();
    const CliRun run = cli.run({u"health"_s, u"--number"_s, number});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"checked"_s);
    QCOMPARE(run.json().value(u"count"_s).toInt(), 1);
    QCOMPARE(numberOf(run).value(u"phone_number"_s).toString(), number);
    QCOMPARE(numberOf(run).value(u"health"_s).toString(), u"good"_s);
    QVERIFY(run.json().value(u"error"_s).isNull());
    QCOMPARE(cli.simulator().countRequests(u"GET"_s, {}), cli.simulator().countRequests({}, {}));
}

void TestCliHealth::saysWhatDrifted()
{
    CliRunner cli;
    const QString number = importExample(cli);
    const auto before = cli.simulator().number(number)->voiceUrl;
    QVERIFY(cli.simulator().changeNumber(
        number, [](simulator::TwilioNumber &at) { at.voiceUrl = u"https://pbx.example/back"_s; }));
    const CliRun run = cli.run({u"health"_s, u"--number"_s, number});
    QVERIFY2(run.exitCode == 8, run.out + run.err);
    QCOMPARE(codesOf(run), QStringList{u"routing_drifted"_s});
    QCOMPARE(numberOf(run).value(u"health"_s).toString(), u"needs_attention"_s);
    const QJsonArray fields = numberOf(run).value(u"findings"_s)[0][u"fields"_s].toArray();
    const QJsonArray expected{QJsonObject{
        {u"field"_s, u"voice_url"_s}, {u"expected"_s, before}, {u"now"_s, u"https://pbx.example/back"_s}}};
    QCOMPARE(fields, expected);
    QVERIFY(!numberOf(run).value(u"findings"_s)[0][u"text"_s].toString().isEmpty());
}

void TestCliHealth::saysInWordsWhatToDo()
{
    CliRunner cli;
    const QString number = importExample(cli);
    QVERIFY(cli.simulator().changeNumber(
        number, [](simulator::TwilioNumber &at) { at.voiceUrl = u"https://pbx.example/back"_s; }));
    const CliRun run = cli.runRaw({u"health"_s, u"--number"_s, number, u"--profile"_s, cli.profileDirectory(),
                                   u"--nixflex-url"_s, cli.simulator().nixflexUrl().toString(),
                                   u"--twilio-url"_s, cli.simulator().twilioUrl().toString()});
    QCOMPARE(run.exitCode, 8);
    QVERIFY2(run.out.contains("Address for calls: https://pbx.example/back instead of https://"), run.out);
    QVERIFY2(run.out.contains("Set it back, or keep it"), run.out);
}

void TestCliHealth::checksAllAndTellsOfWhatIsNotKnownHere()
{
    CliRunner cli;
    const QString number = importExample(cli);
    const CliRun run = cli.run({u"health"_s, u"--all"_s});
    QVERIFY2(run.exitCode == 8, run.out + run.err);
    QCOMPARE(run.json().value(u"count"_s).toInt(), 1);
    QCOMPARE(run.json().value(u"unknown_here"_s).toArray().size(),
             cli.simulator().nixflexNumbers().size() - 1);
    QVERIFY(!run.json().value(u"unknown_here"_s).toArray().contains(number));
    // Read from Nixflex, they are known; at which account of Twilio they are is not.
    QCOMPARE(cli.run({u"numbers"_s}).exitCode, 0);
    const CliRun again = cli.run({u"health"_s, u"--all"_s});
    QCOMPARE(again.json().value(u"count"_s).toInt(), cli.simulator().nixflexNumbers().size());
    QVERIFY(again.json().value(u"unknown_here"_s).toArray().isEmpty());
    QVERIFY(again.out.contains("account_unknown"));
}

void TestCliHealth::takesTheTokenForOneAccount()
{
    CliRunner cli;
    static_cast<void>(importExample(cli));
    const QString main = cli.simulator().mainAccount().sid;
    const CliRun without = cli.run({u"health"_s, u"--all"_s});
    // No keychain can be asked here, or it has no token.
    QVERIFY(codesOf(without) == QStringList{u"token_unknown"_s} ||
            codesOf(without) == QStringList{u"not_checked"_s});
    const CliRun with = cli.run({u"health"_s, u"--all"_s, u"--twilio-sid"_s, main});
    QCOMPARE(codesOf(with), QStringList());
    const auto sub = cli.simulator().subaccounts().first().sid;
    const CliRun other = cli.run({u"health"_s, u"--all"_s, u"--twilio-sid"_s, sub});
    QCOMPARE(codesOf(other), codesOf(without));
}

void TestCliHealth::tellsUnreadFromBad_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("Twilio refuses") << u"IncomingPhoneNumbers"_s << 403 << 4 << QStringList{u"not_checked"_s};
    QTest::newRow("the token is refused")
        << u"IncomingPhoneNumbers"_s << 401 << 8 << QStringList{u"token_refused"_s};
    QTest::newRow("texts not read") << u"/v1/Services"_s << 403 << 8 << QStringList{u"texts_not_checked"_s};
    QTest::newRow("Nixflex refuses") << u"/v1/agents"_s << 403 << 4 << QStringList();
}

void TestCliHealth::tellsUnreadFromBad()
{
    QFETCH(const QString, path);
    QFETCH(const int, status);
    QFETCH(const int, exitCode);
    QFETCH(const QStringList, codes);
    CliRunner cli;
    const QString number = importExample(cli);
    simulator::Fault fault;
    fault.path = path;
    fault.status = status;
    fault.times = 0;
    cli.simulator().armFault(fault);
    const CliRun run = cli.run({u"health"_s, u"--number"_s, number});
    QVERIFY2(run.exitCode == exitCode, run.out + run.err);
    QCOMPARE(codesOf(run), codes);
    QCOMPARE(run.json().value(u"error"_s).isNull(), exitCode == 8);
}

void TestCliHealth::saysWhyNothingCanBeSaid_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    QTest::newRow("no number") << QStringList{u"--number"_s, u"hello"_s} << 3 << u"invalid_phone_format"_s;
    QTest::newRow("not in the fleet")
        << QStringList{u"--number"_s, u"+14155552671"_s} << 3 << u"not_in_fleet"_s;
    QTest::newRow("neither") << QStringList() << 2 << QString();
    QTest::newRow("both") << QStringList{u"--number"_s, u"+14155552671"_s, u"--all"_s} << 2 << QString();
    QTest::newRow("no account") << QStringList{u"--all"_s, u"--twilio-sid"_s, u"hello"_s} << 3
                                << u"invalid_twilio_sid"_s;
}

void TestCliHealth::saysWhyNothingCanBeSaid()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, exitCode);
    QFETCH(const QString, code);
    CliRunner cli;
    const CliRun run = cli.run(QStringList{u"health"_s} + options);
    QVERIFY2(run.exitCode == exitCode, run.out + run.err);
    if (!code.isEmpty()) {
        QCOMPARE(run.json().value(u"outcome"_s).toString(), u"failed"_s);
        QCOMPARE(run.json().value(u"error"_s)[u"code"_s].toString(), code);
    }
}

QTEST_GUILESS_MAIN(TestCliHealth)
#include "tst_clihealth.moc"

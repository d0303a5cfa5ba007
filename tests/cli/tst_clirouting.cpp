#include "cli/clirunner.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

namespace {

QJsonObject answerOf(const CliRun &run, int channel)
{
    return run.json().value(u"routing"_s)[channel].toObject();
}

QString ownerOf(const CliRun &run, int channel)
{
    return answerOf(run, channel).value(u"owner"_s)[u"kind"_s].toString();
}

} // namespace

/// `routing`: who answers a number now, over real sockets.
class TestCliRouting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoAnswersANumberThatIsNotImported();
    void namesNixflexAfterAnImportAndNoticesWhenItIsGone();
    void saysWhatCouldNotBeRead();
    void saysWhyNothingCanBeSaid_data();
    void saysWhyNothingCanBeSaid();
    void changesNothing();
};

void TestCliRouting::saysWhoAnswersANumberThatIsNotImported()
{
    CliRunner cli;
    const auto number = cli.simulator().number(cli.simulator().freeNumber());
    const CliRun run =
        cli.run({u"routing"_s, u"--number"_s, number->phoneNumber, u"--twilio-sid"_s, number->accountSid});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"read"_s);
    QCOMPARE(run.json().value(u"twilio_number_sid"_s).toString(), number->sid);
    QCOMPARE(run.json().value(u"is_at_nixflex"_s).toBool(true), false);
    QCOMPARE(run.json().value(u"routing"_s).toArray().size(), 3);
    QCOMPARE(answerOf(run, 0).value(u"channel"_s).toString(), u"voice"_s);
    QCOMPARE(ownerOf(run, 0), u"studio_flow"_s);
    QCOMPARE(answerOf(run, 0).value(u"owner"_s)[u"address"_s].toString(), number->voiceUrl);
    QCOMPARE(answerOf(run, 0).value(u"certainty"_s).toString(), u"certain"_s);
    QVERIFY(run.json().value(u"error"_s).isNull());
}

void TestCliRouting::namesNixflexAfterAnImportAndNoticesWhenItIsGone()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    QCOMPARE(cli.run(cli.importCommand({u"--yes"_s})).exitCode, 0);
    // The account is known from the import.
    const QStringList command{u"routing"_s, u"--number"_s, number};
    const CliRun asSetUp = cli.run(command);
    QVERIFY2(asSetUp.exitCode == 0, asSetUp.out + asSetUp.err);
    QCOMPARE(ownerOf(asSetUp, 0), u"nixflex"_s);
    QCOMPARE(asSetUp.json().value(u"is_at_nixflex"_s).toBool(), true);

    QVERIFY(cli.simulator().changeNumber(
        number, [](simulator::TwilioNumber &at) { at.voiceUrl = u"https://pbx.example/back"_s; }));
    const CliRun drifted = cli.run(command);
    QCOMPARE(drifted.exitCode, 8);
    QCOMPARE(drifted.json().value(u"outcome"_s).toString(), u"read"_s);
    QCOMPARE(ownerOf(drifted, 0), u"server"_s);
    QCOMPARE(answerOf(drifted, 0).value(u"owner"_s)[u"name"_s].toString(), u"pbx.example"_s);
}

void TestCliRouting::saysWhatCouldNotBeRead()
{
    CliRunner cli;
    const auto number = cli.simulator().number(cli.simulator().freeNumber());
    simulator::Fault fault;
    fault.path = u"/v1/Services"_s;
    fault.status = 403;
    fault.times = 0;
    cli.simulator().armFault(fault);
    const CliRun run =
        cli.run({u"routing"_s, u"--number"_s, number->phoneNumber, u"--twilio-sid"_s, number->accountSid});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(answerOf(run, 1).value(u"certainty"_s).toString(), u"unread"_s);
    QCOMPARE(answerOf(run, 1).value(u"reason"_s).toString(), u"services_unread"_s);
    QCOMPARE(answerOf(run, 0).value(u"certainty"_s).toString(), u"certain"_s);
}

void TestCliRouting::saysWhyNothingCanBeSaid_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("code");
    QTest::newRow("no number") << QStringList{u"--number"_s, u"hello"_s} << 3 << u"invalid_phone_format"_s;
    QTest::newRow("account not known here")
        << QStringList{u"--number"_s, u"+14155552671"_s} << 3 << u"unknown_twilio_account"_s;
    QTest::newRow("no account") << QStringList{u"--number"_s, u"+14155552671"_s, u"--twilio-sid"_s,
                                               u"hello"_s}
                                << 3 << u"invalid_twilio_sid"_s;
    QTest::newRow("not in this account")
        << QStringList{u"--number"_s, u"+14155552671"_s, u"--twilio-sid"_s, u"MAIN"_s} << 3
        << u"number_not_in_twilio"_s;
}

void TestCliRouting::saysWhyNothingCanBeSaid()
{
    QFETCH(QStringList, options);
    QFETCH(int, exitCode);
    QFETCH(QString, code);
    CliRunner cli;
    options.replaceInStrings(u"MAIN"_s, cli.simulator().mainAccount().sid);
    const CliRun run = cli.run(QStringList{u"routing"_s} + options);
    QVERIFY2(run.exitCode == exitCode, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"failed"_s);
    QCOMPARE(run.json().value(u"error"_s)[u"code"_s].toString(), code);
    QVERIFY(run.json().value(u"routing"_s).toArray().isEmpty());
}

void TestCliRouting::changesNothing()
{
    CliRunner cli;
    const auto number = cli.simulator().number(cli.simulator().freeNumber());
    QCOMPARE(
        cli.run({u"routing"_s, u"--number"_s, number->phoneNumber, u"--twilio-sid"_s, number->accountSid})
            .exitCode,
        0);
    QCOMPARE(cli.simulator().countRequests(u"GET"_s, {}), cli.simulator().countRequests({}, {}));
    QVERIFY(cli.simulator().countRequests(u"GET"_s, {}) > 0);
}

QTEST_GUILESS_MAIN(TestCliRouting)
#include "tst_clirouting.moc"

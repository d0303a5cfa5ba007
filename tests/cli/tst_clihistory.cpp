#include "cli/clirunner.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

namespace {

const QString secretUrl = u"https://user:open-sesame-77@former.example/voice?sig=quiet-harbour-9"_s;

/// One imported, one refused, and the first one removed again; returns the number.
QString setUp(CliRunner &cli)
{
    const QString number = cli.simulator().freeNumber();
    const QString other = cli.simulator().nixflexNumbers().constFirst().phoneNumber;
    const auto command = cli.importCommand({u"--yes"_s}); // The example is another number afterwards.
    cli.simulator().changeNumber(number, [](simulator::TwilioNumber &at) { at.voiceUrl = secretUrl; });
    const CliRun imported = cli.run(command);
    cli.simulator().changeNixflexNumber(
        other, [](simulator::NixflexNumber &row) { row.customPrompt = u"We sell bread."_s; });
    simulator::Fault fault;
    fault.method = u"PATCH"_s;
    fault.status = 402;
    cli.simulator().armFault(fault);
    const CliRun refused = cli.run({u"profile"_s, u"--number"_s, other, u"--clear"_s, u"--yes"_s});
    const CliRun removed = cli.run({u"remove"_s, u"--number"_s, number, u"--yes"_s});
    if (imported.exitCode != 0 || removed.exitCode != 0) {
        qFatal("%s", (imported.out + imported.err + removed.out + removed.err).constData());
    }
    return number;
}

QStringList kindsOf(const CliRun &run)
{
    QStringList kinds;
    const auto rows = run.json().value(u"history"_s).toArray();
    for (const auto &row : rows) {
        kinds << row[u"kind"_s].toString();
    }
    return kinds;
}

} // namespace

/// `history` and `backup export`: what was recorded, for other programs and for a person's hands.
class TestCliHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryStep();
    void showsNoSecretsOfAddressesThatAreReplacedOrSetBack();
    void filters();
    void exportsWhatAHandCanSetBack();
    void writesAFileForItsOwner();
    void saysWhyThereIsNothing();
};

void TestCliHistory::listsEveryStep()
{
    CliRunner cli;
    const auto number = setUp(cli);
    cli.environment().remove(u"NIXFLEX_API_KEY"_s);
    const auto before = cli.simulator().requests().size();
    const CliRun run = cli.run({u"history"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(cli.simulator().requests().size(), before); // Nobody is asked.
    const auto rows = run.json().value(u"history"_s).toArray();
    QCOMPARE(kindsOf(run), (QStringList{u"remove"_s, u"profile"_s, u"import"_s}));
    QCOMPARE(rows.at(1)[u"error"_s][u"http_status"_s].toInt(), 402);
    QCOMPARE(rows.first()[u"kind"_s].toString(), u"remove"_s);
    const auto import = rows.last();
    QCOMPARE(import[u"kind"_s].toString(), u"import"_s);
    QCOMPARE(import[u"phone_number"_s].toString(), number);
    QVERIFY(!import[u"request_id"_s].toString().isEmpty());
    QStringList steps;
    const auto written = import[u"steps"_s].toArray();
    for (const auto &step : written) {
        steps << step[u"name"_s].toString();
        QVERIFY(QDateTime::fromString(step[u"at"_s].toString(), Qt::ISODateWithMs).isValid());
    }
    QCOMPARE(steps, (QStringList{u"backup"_s, u"post"_s, u"answered"_s, u"read_back"_s, u"record"_s}));
    QCOMPARE(import[u"webhooks"_s].toArray().size(), 2);
    QVERIFY(import[u"webhooks"_s][0][u"fields"_s][u"voice_url"_s].toString().contains(u"former.example"_s));
    QVERIFY(!run.out.contains("open-sesame-77") && !run.out.contains("quiet-harbour-9"));
    const CliRun text = cli.runRaw({u"--profile"_s, cli.profileDirectory(), u"history"_s});
    QVERIFY2(text.exitCode == 0 && text.out.contains("read_back"), text.out + text.err);
}

void TestCliHistory::showsNoSecretsOfAddressesThatAreReplacedOrSetBack()
{
    CliRunner cli;
    const QString number = cli.simulator().freeNumber();
    const QList<QStringList> commands{cli.importCommand({u"--dry-run"_s}),
                                      cli.importCommand({u"--yes"_s}),
                                      {u"undo"_s, u"--number"_s, number, u"--dry-run"_s}};
    // From now on the simulator's free number is another one.
    cli.simulator().changeNumber(number, [](simulator::TwilioNumber &at) { at.voiceUrl = secretUrl; });
    for (const QStringList &command : commands) {
        const CliRun run = cli.run(command);
        QVERIFY2(run.exitCode == 0, run.out + run.err);
        QVERIFY2(run.err.contains("former.example"), run.err);
        QVERIFY2(!run.err.contains("open-sesame-77") && !run.err.contains("quiet-harbour-9"), run.err);
    }
}

void TestCliHistory::filters()
{
    CliRunner cli;
    const auto number = setUp(cli);
    QCOMPARE(kindsOf(cli.run({u"history"_s, u"--number"_s, number})),
             (QStringList{u"remove"_s, u"import"_s}));
    QCOMPARE(kindsOf(cli.run({u"history"_s, u"--kind"_s, u"import"_s})), QStringList{u"import"_s});
    QCOMPARE(cli.run({u"history"_s, u"--outcome"_s, u"refused"_s}).json().value(u"count"_s).toInt(), 1);
    const auto today = QDate::currentDate();
    QVERIFY(kindsOf(cli.run({u"history"_s, u"--since"_s, today.toString(Qt::ISODate)})).size() == 3);
    QCOMPARE(kindsOf(cli.run({u"history"_s, u"--since"_s, today.addDays(2).toString(Qt::ISODate)})),
             QStringList());
    QCOMPARE(cli.run({u"history"_s, u"--kind"_s, u"swap"_s}).exitCode, 2);
    const CliRun odd = cli.run({u"history"_s, u"--since"_s, u"yesterday"_s});
    QVERIFY2(odd.exitCode == 3, odd.out + odd.err);
    QCOMPARE(odd.json().value(u"error"_s)[u"code"_s].toString(), u"invalid_date"_s);
}

void TestCliHistory::exportsWhatAHandCanSetBack()
{
    CliRunner cli;
    const auto number = setUp(cli);
    const auto at = *cli.simulator().number(number);
    const CliRun run = cli.run({u"backup"_s, u"export"_s, u"--number"_s, number});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"exported"_s);
    const auto snapshots = run.json().value(u"snapshots"_s).toArray();
    QStringList reasons;
    for (const auto &snapshot : snapshots) {
        reasons << snapshot[u"reason"_s].toString();
    }
    QCOMPARE(reasons,
             (QStringList{u"after_remove"_s, u"before_remove"_s, u"after_import"_s, u"before_import"_s}));
    const auto first = snapshots.last();
    QCOMPARE(first[u"twilio_resource"_s].toString(),
             u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(at.accountSid, at.sid));
    const QJsonObject form = first[u"twilio_form"_s].toObject();
    QCOMPARE(form.size(), 15);
    QCOMPARE(form.value(u"VoiceUrl"_s).toString(), secretUrl);
    QVERIFY(form.contains(u"TrunkSid"_s) && form.contains(u"StatusCallbackMethod"_s));
    QVERIFY(QDateTime::fromString(first[u"taken_at"_s].toString(), Qt::ISODateWithMs).isValid());
}

void TestCliHistory::writesAFileForItsOwner()
{
    CliRunner cli;
    const auto number = setUp(cli);
    const QString path = cli.profileDirectory() + u"/backup.json"_s;
    const CliRun run = cli.run({u"backup"_s, u"export"_s, u"--number"_s, number, u"--output"_s, path});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(document.value(u"format"_s).toString(), u"nixflex-numbers-backup"_s);
    QCOMPARE(document.value(u"snapshots"_s).toArray().size(), 4);
    QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    const CliRun nowhere =
        cli.run({u"backup"_s, u"export"_s, u"--number"_s, number, u"--output"_s, u"/nowhere/x.json"_s});
    QVERIFY2(nowhere.exitCode != 0, nowhere.out);
    QCOMPARE(nowhere.json().value(u"error"_s)[u"kind"_s].toString(), u"storage"_s);
}

void TestCliHistory::saysWhyThereIsNothing()
{
    CliRunner cli;
    const CliRun none = cli.run({u"backup"_s, u"export"_s, u"--number"_s, cli.simulator().freeNumber()});
    QVERIFY2(none.exitCode == 3, none.out + none.err);
    QCOMPARE(none.json().value(u"error"_s)[u"code"_s].toString(), u"no_backup"_s);
    QCOMPARE(cli.run({u"backup"_s}).exitCode, 2);
    QCOMPARE(cli.run({u"backup"_s, u"export"_s}).exitCode, 2);
    QCOMPARE(kindsOf(cli.run({u"history"_s})), QStringList());
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_clihistory.moc"

#include "cli/clirunner.h"
#include "cli/killing.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;
using test::KillPoint;
using test::quick;

namespace {

/// Imports the example number and removes it again; returns it as it was before.
simulator::TwilioNumber importAndRemove(CliRunner &cli)
{
    const auto before = *cli.simulator().number(cli.simulator().freeNumber());
    const CliRun imported = cli.run(cli.importCommand({u"--yes"_s}));
    const CliRun removed = cli.run({u"remove"_s, u"--number"_s, before.phoneNumber, u"--yes"_s});
    if (imported.exitCode != 0 || removed.exitCode != 0) {
        qFatal("%s", (imported.out + imported.err + removed.out + removed.err).constData());
    }
    cli.simulator().resetRequests();
    return before;
}

QStringList restoreCommand(const simulator::TwilioNumber &number, const QStringList &more = {})
{
    return QStringList{u"restore"_s, u"--number"_s, number.phoneNumber} + more;
}

bool isAsBefore(CliRunner &cli, const simulator::TwilioNumber &before)
{
    const auto now = *cli.simulator().number(before.phoneNumber);
    return now.voiceUrl == before.voiceUrl && now.voiceMethod == before.voiceMethod &&
           now.voiceFallbackUrl == before.voiceFallbackUrl && now.smsUrl == before.smsUrl &&
           now.statusCallback == before.statusCallback && now.trunkSid == before.trunkSid &&
           now.voiceApplicationSid == before.voiceApplicationSid;
}

} // namespace

/// `restore`: what answered before the import is set back, also after kill -9 at any request.
class TestCliRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setsBackWhatWasThere();
    void asksFirst();
    void saysWhyItDoesNot();
    void isUndone();
    void losesNothingWhenKilled_data();
    void losesNothingWhenKilled();
};

void TestCliRestore::setsBackWhatWasThere()
{
    CliRunner cli;
    const auto before = importAndRemove(cli);
    QVERIFY(!isAsBefore(cli, before));
    const CliRun run = cli.run(restoreCommand(before, {u"--yes"_s}));
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"restored"_s);
    QVERIFY(!run.json().value(u"operation_id"_s).toString().isEmpty());
    QVERIFY(!run.json().value(u"restored"_s).toArray().isEmpty());
    QVERIFY(run.json().value(u"kept"_s).toArray().isEmpty());
    QVERIFY(isAsBefore(cli, before));
    const CliRun listed = cli.run({u"operations"_s});
    QCOMPARE(listed.json().value(u"operations"_s)[0][u"kind"_s].toString(), u"restore"_s);
    QCOMPARE(listed.json().value(u"operations"_s)[0][u"outcome"_s].toString(), u"succeeded"_s);
}

void TestCliRestore::asksFirst()
{
    CliRunner cli;
    const auto before = importAndRemove(cli);
    const CliRun asked = cli.run(restoreCommand(before));
    QVERIFY2(asked.exitCode == 7, asked.out + asked.err);
    QVERIFY(!asked.json().value(u"restored"_s).toArray().isEmpty());
    const CliRun dry = cli.run(restoreCommand(before, {u"--dry-run"_s}));
    QVERIFY2(dry.exitCode == 0, dry.out + dry.err);
    QCOMPARE(dry.json().value(u"outcome"_s).toString(), u"planned"_s);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, {}), 0);
    QVERIFY(!isAsBefore(cli, before));
}

void TestCliRestore::saysWhyItDoesNot()
{
    CliRunner cli;
    const auto number = *cli.simulator().number(cli.simulator().freeNumber());
    const CliRun never = cli.run(restoreCommand(number, {u"--yes"_s}));
    QVERIFY2(never.exitCode == 3, never.out + never.err);
    QCOMPARE(never.json().value(u"error"_s)[u"code"_s].toString(), u"no_backup"_s);
    QCOMPARE(cli.run(cli.importCommand({u"--yes"_s})).exitCode, 0);
    const CliRun still = cli.run(restoreCommand(number, {u"--yes"_s}));
    QVERIFY2(still.exitCode == 3, still.out + still.err);
    QCOMPARE(still.json().value(u"error"_s)[u"code"_s].toString(), u"still_at_nixflex"_s);
    QCOMPARE(cli.simulator().countRequests(u"POST"_s, u"/IncomingPhoneNumbers/PN"_s), 0);
}

void TestCliRestore::isUndone()
{
    CliRunner cli;
    const auto before = importAndRemove(cli);
    const auto cleared = *cli.simulator().number(before.phoneNumber);
    const auto id = cli.run(restoreCommand(before, {u"--yes"_s})).json().value(u"operation_id"_s).toString();
    QVERIFY(isAsBefore(cli, before));
    const QStringList undo{u"undo"_s, u"--operation"_s, id};
    const CliRun asked = cli.run(undo);
    QVERIFY2(asked.exitCode == 7, asked.out + asked.err);
    QVERIFY(isAsBefore(cli, before));
    const CliRun run = cli.run(undo + QStringList{u"--yes"_s});
    QVERIFY2(run.exitCode == 0, run.out + run.err);
    QCOMPARE(run.json().value(u"outcome"_s).toString(), u"restored"_s);
    QVERIFY(isAsBefore(cli, cleared) && !isAsBefore(cli, before));
    // An operation of another kind is not undone so.
    const auto removal =
        cli.run({u"operations"_s}).json().value(u"operations"_s)[2][u"operation_id"_s].toString();
    const CliRun refused = cli.run({u"undo"_s, u"--operation"_s, removal, u"--yes"_s});
    QVERIFY2(refused.exitCode == 3, refused.out + refused.err);
    QCOMPARE(refused.json().value(u"error"_s)[u"code"_s].toString(), u"no_such_operation"_s);
}

void TestCliRestore::losesNothingWhenKilled_data()
{
    static const int requests = [] {
        CliRunner cli;
        const auto before = importAndRemove(cli);
        return test::requestsOf(cli, restoreCommand(before, {u"--yes"_s}));
    }();
    QTest::addColumn<KillPoint>("point");
    for (const KillPoint &point : test::killPoints(requests)) {
        QTest::newRow(point.name) << point;
    }
}

void TestCliRestore::losesNothingWhenKilled()
{
    QFETCH(KillPoint, point);
    CliRunner cli;
    const auto before = importAndRemove(cli);
    QVERIFY(test::killAt(cli, restoreCommand(before, quick()), point));

    const CliRun settled = cli.run(test::settleCommand(cli));
    QVERIFY2(settled.exitCode == 0, settled.out + settled.err);
    const CliRun again = cli.run(restoreCommand(before, quick()));
    QVERIFY2(again.exitCode == 0, again.out + again.err);
    QVERIFY(isAsBefore(cli, before));
    // The same update twice does no harm, but what had arrived is not sent again.
    QCOMPARE(test::executed(cli, u"POST"_s), 1);
    QCOMPARE(test::succeeded(cli, u"restore"_s), 1);
}

QTEST_GUILESS_MAIN(TestCliRestore)
#include "tst_clirestore.moc"

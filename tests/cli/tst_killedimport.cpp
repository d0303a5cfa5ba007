#include "base/clock.h"
#include "cli/clirunner.h"
#include "cli/killing.h"
#include "store/ledger.h"
#include "support/runtask.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;
using test::KillPoint;
using test::quick;

/// kill -9 at every step of an import, then a restart: nothing lost, nothing done twice.
class TestKilledImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothingAtAnyRequest_data();
    void losesNothingAtAnyRequest();
    void losesNothingAtAnyMoment();

private:
    void recoverAndCheck(CliRunner &cli, const QStringList &command, const simulator::TwilioNumber &before);
};

void TestKilledImport::recoverAndCheck(CliRunner &cli, const QStringList &command,
                                       const simulator::TwilioNumber &before)
{
    const QString number = before.phoneNumber;

    const CliRun again = cli.run(command);
    const QString code = again.json().value(u"error"_s)[u"code"_s].toString();
    QVERIFY2(again.exitCode == 0 || (again.exitCode == 3 && code == "already_imported"_L1),
             again.out + again.err);

    const auto row = cli.simulator().nixflexNumber(number);
    QVERIFY(row);
    QCOMPARE(row->agentId, cli.simulator().agentId());
    QCOMPARE(test::executed(cli, u"POST"_s), 1);

    const CliRun listed = cli.run({u"operations"_s});
    int succeeded = 0;
    QString succeededId;
    const QJsonArray operations = listed.json().value(u"operations"_s).toArray();
    for (const QJsonValue &operation : operations) {
        QCOMPARE(operation[u"phase"_s].toString(), u"finished"_s);
        if (operation[u"outcome"_s].toString() == "succeeded"_L1) {
            ++succeeded;
            succeededId = operation[u"operation_id"_s].toString();
        } else {
            // Killed before it was sent, or it cannot be told any more whether it was.
            const QString outcome = operation[u"outcome"_s].toString();
            QVERIFY2(outcome == "not_sent"_L1 || outcome == "not_executed"_L1, qPrintable(outcome));
        }
    }
    QCOMPARE(succeeded, 1);

    // The webhooks as they were before anything happened are still there, whoever settled it.
    SystemClock clock;
    auto ledger = test::runTask(store::Ledger::open(cli.profileDirectory() + u"/ledger.sqlite"_s, &clock));
    QVERIFY(ledger);
    const auto backups = test::runTask((*ledger)->backups(succeededId));
    QVERIFY(backups && !backups->isEmpty());
    QCOMPARE(backups->first().reason, store::BackupRecord::Reason::BeforeImport);
    QCOMPARE(backups->first().webhooks.voiceUrl, before.voiceUrl);
    QCOMPARE(backups->first().webhooks.smsUrl, before.smsUrl);
    QCOMPARE(backups->first().webhooks.statusCallback, before.statusCallback);
}

void TestKilledImport::losesNothingAtAnyRequest_data()
{
    static const int requests = [] {
        CliRunner cli;
        return test::requestsOf(cli, cli.importCommand({u"--yes"_s}));
    }();
    QTest::addColumn<KillPoint>("point");
    for (const KillPoint &point : test::killPoints(requests)) {
        QTest::newRow(point.name) << point;
    }
}

void TestKilledImport::losesNothingAtAnyRequest()
{
    QFETCH(KillPoint, point);
    CliRunner cli;
    const auto before = cli.simulator().number(cli.simulator().freeNumber());
    QVERIFY(before);
    const QStringList command = cli.importCommand(quick()); // The example is another number afterwards.
    QVERIFY(test::killAt(cli, command, point));
    recoverAndCheck(cli, command, *before);
}

void TestKilledImport::losesNothingAtAnyMoment()
{
    // The steps between the requests: intent, backup, outcome. How long a run takes is measured, not assumed.
    CliRunner measured;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(measured.run(measured.importCommand(quick())).exitCode, 0);
    const qint64 whole = timer.elapsed();
    constexpr int moments = 12;
    for (int moment = 0; moment < moments; ++moment) {
        CliRunner cli;
        const auto before = cli.simulator().number(cli.simulator().freeNumber());
        QVERIFY(before);
        const QStringList command = cli.importCommand(quick()); // The example is another number afterwards.
        const auto process = cli.start(command);
        process->waitForFinished(static_cast<int>(whole * (moment + 1) / (moments + 1)));
        process->kill();
        process->waitForFinished();
        recoverAndCheck(cli, command, *before);
        if (QTest::currentTestFailed()) {
            qWarning("killed at moment %d of %d", moment + 1, moments);
            return;
        }
    }
}

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killedimport.moc"

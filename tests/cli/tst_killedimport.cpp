#include "base/clock.h"
#include "cli/clirunner.h"
#include "store/ledger.h"
#include "support/runtask.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::CliRun;
using test::CliRunner;

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

namespace {

/// How many requests an undisturbed import sends.
int requestsOfAnImport()
{
    static const int count = [] {
        CliRunner cli;
        const CliRun run = cli.run(cli.importCommand({u"--yes"_s}));
        if (run.exitCode != 0) {
            qFatal("an undisturbed import fails: %s", (run.out + run.err).constData());
        }
        return static_cast<int>(cli.simulator().requests().size());
    }();
    return count;
}

const QStringList quick{u"--yes"_s, u"--execution-window"_s, u"1.5"_s};

} // namespace

void TestKilledImport::recoverAndCheck(CliRunner &cli, const QStringList &command,
                                       const simulator::TwilioNumber &before)
{
    cli.simulator().clearFaults();
    const QString number = before.phoneNumber;

    const CliRun again = cli.run(command);
    const QString code = again.json().value(u"error"_s)[u"code"_s].toString();
    QVERIFY2(again.exitCode == 0 || (again.exitCode == 3 && code == "already_imported"_L1),
             again.out + again.err);

    const auto row = cli.simulator().nixflexNumber(number);
    QVERIFY(row);
    QCOMPARE(row->agentId, cli.simulator().agentId());
    int executed = 0;
    const auto requests = cli.simulator().requests();
    for (const auto &request : requests) {
        executed += request.method == "POST"_L1 && request.executed ? 1 : 0;
    }
    QCOMPARE(executed, 1);

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
    QTest::addColumn<int>("nth");
    QTest::addColumn<bool>("isExecuted");
    for (int nth = 1; nth <= requestsOfAnImport(); ++nth) {
        QTest::addRow("request %d, before it is executed", nth) << nth << false;
        QTest::addRow("request %d, before its answer", nth) << nth << true;
    }
}

void TestKilledImport::losesNothingAtAnyRequest()
{
    QFETCH(int, nth);
    QFETCH(bool, isExecuted);
    CliRunner cli;
    const auto before = cli.simulator().number(cli.simulator().freeNumber());
    QVERIFY(before);
    simulator::Fault fault;
    fault.nth = nth;
    (isExecuted ? fault.delayAnswer : fault.delay) = std::chrono::milliseconds(700);
    cli.simulator().armFault(fault);

    const QStringList command = cli.importCommand(quick); // The example is another number afterwards.
    const auto process = cli.start(command);
    QTRY_VERIFY_WITH_TIMEOUT(cli.simulator().requests().size() >= nth, 20'000);
    if (isExecuted) {
        QTRY_VERIFY(cli.simulator().requests().at(nth - 1).executed);
    }
    process->kill();
    QVERIFY(process->waitForFinished());
    recoverAndCheck(cli, command, *before);
}

void TestKilledImport::losesNothingAtAnyMoment()
{
    // The steps between the requests: intent, backup, outcome. How long a run takes is measured, not assumed.
    CliRunner measured;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(measured.run(measured.importCommand(quick)).exitCode, 0);
    const qint64 whole = timer.elapsed();
    constexpr int moments = 12;
    for (int moment = 0; moment < moments; ++moment) {
        CliRunner cli;
        const auto before = cli.simulator().number(cli.simulator().freeNumber());
        QVERIFY(before);
        const QStringList command = cli.importCommand(quick); // The example is another number afterwards.
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

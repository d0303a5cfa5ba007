#include "cli/killing.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::test {

QList<KillPoint> killPoints(int requests)
{
    QList<KillPoint> points;
    for (int nth = 1; nth <= requests; ++nth) {
        const QByteArray name = "request " + QByteArray::number(nth);
        points.append({nth, false, name + ", before it is executed"});
        points.append({nth, true, name + ", before its answer"});
    }
    return points;
}

QStringList quick()
{
    return {u"--yes"_s, u"--execution-window"_s, u"1"_s};
}

QStringList settleCommand(CliRunner &cli)
{
    return QStringList{u"operations"_s, u"--settle"_s, u"--twilio-sid"_s, cli.simulator().mainAccount().sid} +
           quick().mid(1);
}

int requestsOf(CliRunner &cli, const QStringList &command)
{
    const auto before = cli.simulator().requests().size();
    const CliRun run = cli.run(command);
    if (run.exitCode != 0) {
        qFatal("it fails undisturbed, too: %s", (run.out + run.err).constData());
    }
    return static_cast<int>(cli.simulator().requests().size() - before);
}

bool killAt(CliRunner &cli, const QStringList &command, const KillPoint &point)
{
    auto &simulator = cli.simulator();
    const auto before = simulator.requests().size();
    simulator::Fault fault;
    fault.nth = point.nth;
    // Enough to be killed in, and well within the execution window.
    (point.isExecuted ? fault.delayAnswer : fault.delay) = std::chrono::milliseconds(300);
    simulator.armFault(fault);
    const auto process = cli.start(command);
    const bool isThere = QTest::qWaitFor(
        [&] {
            const auto requests = simulator.requests().mid(before);
            return requests.size() >= point.nth &&
                   (!point.isExecuted || requests.at(point.nth - 1).isExecuted);
        },
        20'000);
    process->kill();
    const bool isGone = process->waitForFinished();
    simulator.clearFaults();
    return isThere && isGone;
}

bool isQuiet(CliRunner &cli)
{
    const auto requests = cli.simulator().requests();
    return std::all_of(requests.begin(), requests.end(),
                       [](const auto &request) { return request.isExecuted; });
}

int executed(CliRunner &cli, const QString &method, const QString &path)
{
    const auto requests = cli.simulator().requests();
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const auto &request) {
        return request.method == method && request.path.contains(path) && request.isExecuted;
    }));
}

int succeeded(CliRunner &cli, const QString &kind)
{
    const auto operations = cli.run({u"operations"_s}).json().value(u"operations"_s).toArray();
    int count = 0;
    for (const auto &operation : operations) {
        if (operation[u"phase"_s].toString() != "finished"_L1) {
            return -1;
        }
        const bool isOfKind = operation[u"kind"_s].toString() == kind;
        count += isOfKind && operation[u"outcome"_s].toString() == "succeeded"_L1 ? 1 : 0;
    }
    return count;
}

} // namespace numbers::test

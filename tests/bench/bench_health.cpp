// A health check of 10,000 numbers against simulated providers, with a real ledger: the requests it sends,
// how long it takes, and how long the thread of the window does not answer. What is measured and why:
// docs/benchmarks.md.

#include "bench/report.h"
#include "operations/healthscene.h"
#include "simulator/world/sharedworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

/// All of Nixflex's rows and the numbers behind them are in the main account.
void gather(simulator::Simulator &simulator, int count)
{
    simulator.world().change([count](simulator::WorldData &data) {
        const auto account = data.accounts.first();
        const auto agents = data.agents;
        const auto all = data.allNumbers();
        int rows = 0;
        for (const auto &number : all) {
            if (rows == count) {
                break;
            }
            data.moveNumber(number.sid, account.sid);
            if (data.row(number.phoneNumber) == nullptr) {
                simulator::NixflexNumber row;
                row.customer = data.keys.first().customer;
                row.phoneNumber = number.phoneNumber;
                row.agentId = agents.first().agentId;
                row.twilioSid = account.sid;
                row.twilioToken = account.authToken;
                row.twilioNumberSid = number.sid;
                data.addRow(row);
            }
            ++rows;
        }
    });
}

struct Measured
{
    double duration = 0; ///< ms
    double stall = 0;    ///< ms, the event loop did not turn
};

Measured checkOnce(test::HealthScene &scene, int expected)
{
    Measured measured;
    QElapsedTimer sinceTurn;
    QTimer heartbeat;
    heartbeat.setInterval(0);
    QObject::connect(&heartbeat, &QTimer::timeout, [&] {
        measured.stall = std::max(measured.stall, static_cast<double>(sinceTurn.nsecsElapsed()) / 1e6);
        sinceTurn.restart();
    });
    QElapsedTimer timer;
    sinceTurn.start();
    heartbeat.start();
    timer.start();
    const auto report = scene.check();
    measured.duration = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!report || report->numbers.size() != expected) {
        qFatal("the check failed: %s", report ? "numbers are missing" : qPrintable(report.error().report()));
    }
    return measured;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    // Writing lines to the terminal is not what is measured.
    QLoggingCategory::setFilterRules(u"numbers.*=false"_s);
    const auto options = bench::readOptions();
    constexpr int count = 10'000;
    simulator::SimulatorOptions simulated;
    simulated.fleet = count;
    simulated.readsPerWindow = 1'000'000;
    test::HealthScene scene(simulated);
    gather(*scene.fixture.simulator, count);
    scene.know();

    QList<double> durations;
    QList<double> stalls;
    for (int run = 0; run <= options.runs; ++run) {
        scene.fixture.simulator->resetRequests();
        const auto measured = checkOnce(scene, count);
        // The first one loads what every later one finds loaded.
        if (run > 0) {
            durations.append(measured.duration);
            stalls.append(measured.stall);
        }
    }
    int twilio = 0;
    int nixflex = 0;
    const auto requests = scene.fixture.simulator->requests();
    for (const auto &request : requests) {
        ++(request.provider == "twilio"_L1 ? twilio : nixflex);
    }
    bench::Report report(u"health"_s, u"none"_s);
    const auto lists = scene.listCalls();
    report.add({u"list calls at Twilio for 10,000 numbers"_s,
                static_cast<double>(lists),
                {},
                std::nullopt,
                u"10"_s,
                lists == 10});
    report.add({u"other calls at Twilio"_s, static_cast<double>(twilio - lists), {}});
    report.add({u"calls at Nixflex"_s, static_cast<double>(nixflex), {}});
    report.add({u"check, median"_s, bench::quantile(durations, 0.5), u"ms"_s});
    report.add({u"check, worst run"_s, bench::quantile(durations, 1), u"ms"_s});
    report.add({u"longest stall, median"_s, bench::quantile(stalls, 0.5), u"ms"_s});
    report.add({u"longest stall, worst run"_s, bench::quantile(stalls, 1), u"ms"_s});
    report.print(options.isJson);
    return 0;
}

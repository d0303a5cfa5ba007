#include "simulator/server/openssltls.h"
#include "simulator/simulator.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <thread>

using namespace Qt::StringLiterals;
using numbers::simulator::Simulator;
using numbers::simulator::SimulatorOptions;

namespace {

volatile std::sig_atomic_t stopAsked = 0;

/// As nixflex-numbers-cli says it.
constexpr int outputFailed = 9;

void askToStop(int)
{
    stopAsked = 1;
}

/// What the command line says in other types than SimulatorOptions has.
struct Flags
{
    long long latency = 0;
    double window = 60;
    std::string listMode = "paged";
    std::string numberCount = "usual";
    int mostListedNumbers = 0;
    std::string agentsShape = "object";
    std::string agentsListed = "all";
    std::string usageShape = "flat";
    int interimStatus = 0;
    double credit = 25;
    bool hasOddRows = false;
    std::string certificate;
    std::string key;
    std::string state;
    std::string controlToken;
};

void addModes(CLI::App &app, Flags &flags)
{
    app.add_option("--list-mode", flags.listMode, "How Nixflex lists numbers")
        ->check(CLI::IsMember({"paged", "unpaged"}));
    app.add_option("--number-count", flags.numberCount, "What count means in that list")
        ->check(CLI::IsMember({"usual", "total", "rows"}));
    app.add_option("--most-listed-numbers", flags.mostListedNumbers,
                   "Rows after which that list ends; 0 = 1,000 when unpaged")
        ->check(CLI::Range(0, 1'000'000));
    app.add_option("--agents-shape", flags.agentsShape, "How Nixflex lists agents")
        ->check(CLI::IsMember({"object", "array"}));
    app.add_option("--agents-listed", flags.agentsListed, "Which agents Nixflex lists")
        ->check(CLI::IsMember({"all", "active"}));
    app.add_option("--usage-shape", flags.usageShape, "How Nixflex tells usage")
        ->check(CLI::IsMember({"flat", "documented"}));
    app.add_option("--credit", flags.credit, "Credit of the Nixflex account in USD; 0 = imports are refused")
        ->check(CLI::Range(-1'000'000.0, 1'000'000.0));
    app.add_flag("--odd-rows", flags.hasOddRows, "Items in every list that are not what it lists");
    app.add_option("--interim-status", flags.interimStatus,
                   "Status of an interim answer before every answer; 0 = none")
        ->check(CLI::IsMember(std::set<int>{0}) | CLI::Range(102, 199));
}

void addOptions(CLI::App &app, SimulatorOptions &options, Flags &flags)
{
    app.add_option("--port", options.port, "Loopback TCP port; 0 = any free one")
        ->check(CLI::Range(0, 65'535));
    app.add_option("--fleet", options.fleet, "Numbers in the main account and its subaccounts")
        ->check(CLI::Range(0, 1'000'000));
    app.add_option("--seed", options.seed, "The same seed gives the same accounts, numbers, agents and keys");
    app.add_option("--latency", flags.latency, "Milliseconds before every answer")
        ->check(CLI::Range(0, 600'000));
    app.add_option("--writes-per-window", options.writesPerWindow, "Nixflex writes allowed in one window")
        ->check(CLI::Range(0, 1'000'000));
    app.add_option("--window", flags.window, "Length of Nixflex's window in seconds")
        ->check(CLI::Range(0.01, 86'400.0));
    app.add_option("--twilio-concurrency", options.twilioConcurrency,
                   "Requests of one Twilio account that may be under way")
        ->check(CLI::Range(0, 1'000'000));
    addModes(app, flags);
    app.add_option("--tls-cert", flags.certificate, "PEM certificate chain; with it, https only");
    app.add_option("--tls-key", flags.key, "PEM private key of the certificate");
    app.add_option("--state", flags.state, "File that keeps the world between runs");
    auto *token = app.add_option("--control-token", flags.controlToken,
                                 "What /_simulator wants as X-Simulator-Token; without it, a random one");
    app.add_flag("--no-control-token", options.hasOpenControl, "Every program may use /_simulator")
        ->excludes(token);
    app.add_flag("--behind-relay", options.isBehindRelay, "Requests may name another port of this computer");
}

void apply(const Flags &flags, SimulatorOptions &options)
{
    options.latency = std::chrono::milliseconds(flags.latency);
    options.window = std::chrono::milliseconds(static_cast<long long>(flags.window * 1'000));
    options.stateFile = QString::fromStdString(flags.state);
    options.controlToken = QString::fromStdString(flags.controlToken);
    QString why;
    // CLI11 has refused everything that apply() would.
    static_cast<void>(options.modes.apply({{"list_mode"_L1, QString::fromStdString(flags.listMode)},
                                           {"number_count"_L1, QString::fromStdString(flags.numberCount)},
                                           {"most_listed_numbers"_L1, flags.mostListedNumbers},
                                           {"agents_shape"_L1, QString::fromStdString(flags.agentsShape)},
                                           {"agents_listed"_L1, QString::fromStdString(flags.agentsListed)},
                                           {"usage_shape"_L1, QString::fromStdString(flags.usageShape)},
                                           {"odd_rows"_L1, flags.hasOddRows},
                                           {"interim_status"_L1, flags.interimStatus},
                                           {"credit_usd"_L1, flags.credit}},
                                          &why));
}

} // namespace

int main(int argc, char **argv)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a reader that is gone is an error of the write
#endif
    SimulatorOptions options;
    Flags flags;
    CLI::App app{"Simulates Twilio and Nixflex on one loopback port.", "nixflex-simulator"};
    app.set_version_flag("--version", NUMBERS_VERSION);
    app.option_defaults()->always_capture_default();
    addOptions(app, options, flags);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // 2 = usage, like the other programs of this project.
        const bool isAnswer = app.exit(error) == 0;
        return isAnswer && std::cout.flush() ? 0 : isAnswer ? outputFailed : 2;
    }
    for (const CLI::Option *option : app.get_options()) {
        const auto &values = option->results();
        if (std::find(values.begin(), values.end(), std::string()) != values.end()) {
            std::fprintf(stderr, "nixflex-simulator: %s must not be empty\n", option->get_name().c_str());
            return 2;
        }
    }
    apply(flags, options);

    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    QString why;
    std::shared_ptr<numbers::simulator::TlsLayer> tls;
    std::unique_ptr<Simulator> simulator;
    if (!flags.certificate.empty() || !flags.key.empty()) {
        tls = numbers::simulator::makeTls(QString::fromStdString(flags.certificate),
                                          QString::fromStdString(flags.key), &why);
    }
    if (why.isEmpty()) {
        simulator = Simulator::start(options, &why, std::move(tls));
    }
    if (simulator == nullptr) {
        std::fprintf(stderr, "nixflex-simulator: %s\n", why.toUtf8().constData());
        return 1;
    }
    QJsonObject ready = simulator->readyMessage();
    ready.insert("control_token"_L1, simulator->controlToken());
    const QByteArray line = QJsonDocument(ready).toJson(QJsonDocument::Compact);
    if (std::printf("%s\n", line.constData()) < 0 || std::fflush(stdout) != 0) {
        std::fprintf(stderr, "nixflex-simulator: standard output could not be written\n");
        return outputFailed;
    }
    // A signal handler may only set a flag, so somebody has to look at it.
    while (stopAsked == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    simulator->stop();
    return 0;
}

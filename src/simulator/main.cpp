#include "simulator/server/openssltls.h"
#include "simulator/simulator.h"

#include <QJsonDocument>

#include <atomic>
#include <chrono>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

using numbers::simulator::AgentsShape;
using numbers::simulator::ListMode;
using numbers::simulator::Simulator;
using numbers::simulator::SimulatorOptions;
using numbers::simulator::TlsLayer;

namespace {

volatile std::sig_atomic_t stopAsked = 0;

void askToStop(int)
{
    stopAsked = 1;
}

void addOptions(CLI::App &app, SimulatorOptions &options, long long &latency, double &window,
                std::string &listMode, std::string &shape, std::string &cert, std::string &key,
                std::string &state)
{
    app.add_option("--port", options.port, "Loopback TCP port; 0 = any free one")
        ->check(CLI::Range(0, 65'535));
    app.add_option("--fleet", options.fleet, "Numbers in the main account and its subaccounts")
        ->check(CLI::Range(0, 1'000'000));
    app.add_option("--seed", options.seed, "The same seed gives the same accounts, numbers, agents and keys");
    app.add_option("--latency", latency, "Milliseconds before every answer")->check(CLI::Range(0, 600'000));
    app.add_option("--writes-per-window", options.writesPerWindow, "Nixflex writes allowed in one window")
        ->check(CLI::Range(0, 1'000'000));
    app.add_option("--window", window, "Length of Nixflex's window in seconds")
        ->check(CLI::Range(0.01, 86'400.0));
    app.add_option("--list-mode", listMode, "How Nixflex lists numbers")
        ->check(CLI::IsMember({"paged", "unpaged"}));
    app.add_option("--agents-shape", shape, "How Nixflex lists agents")
        ->check(CLI::IsMember({"object", "array"}));
    app.add_option("--tls-cert", cert, "PEM certificate chain; with it, https only");
    app.add_option("--tls-key", key, "PEM private key of the certificate");
    app.add_option("--state", state, "File that keeps the world between runs");
}

} // namespace

int main(int argc, char **argv)
{
    SimulatorOptions options;
    long long latency = 0;
    double window = 60;
    std::string listMode = "paged";
    std::string shape = "object";
    std::string cert;
    std::string key;
    std::string state;
    CLI::App app{"Simulates Twilio and Nixflex on one loopback port.", "nixflex-simulator"};
    app.set_version_flag("--version", NUMBERS_VERSION);
    app.option_defaults()->always_capture_default();
    addOptions(app, options, latency, window, listMode, shape, cert, key, state);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        // 2 = usage, like the other programs of this project.
        return app.exit(error) == 0 ? 0 : 2;
    }
    options.latency = std::chrono::milliseconds(latency);
    options.window = std::chrono::milliseconds(static_cast<long long>(window * 1'000));
    options.listMode = listMode == "unpaged" ? ListMode::Unpaged : ListMode::Paged;
    options.agentsShape = shape == "array" ? AgentsShape::Array : AgentsShape::Object;
    options.stateFile = QString::fromStdString(state);

    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    QString why;
    std::shared_ptr<TlsLayer> tls;
    std::unique_ptr<Simulator> simulator;
    if (!cert.empty() || !key.empty()) {
        tls = numbers::simulator::makeTls(QString::fromStdString(cert), QString::fromStdString(key), &why);
    }
    if (why.isEmpty()) {
        simulator = Simulator::start(options, &why, std::move(tls));
    }
    if (simulator == nullptr) {
        std::fprintf(stderr, "nixflex-simulator: %s\n", why.toUtf8().constData());
        return 1;
    }
    const QByteArray line = QJsonDocument(simulator->readyMessage()).toJson(QJsonDocument::Compact);
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
    // A signal handler may only set a flag, so somebody has to look at it.
    while (stopAsked == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    simulator->stop();
    return 0;
}

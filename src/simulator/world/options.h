#pragma once

#include "simulator/world/providermodes.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace numbers::simulator {

/// Everything that decides what a simulator is and how it behaves; the same options give the same world.
struct SimulatorOptions
{
    /// Loopback TCP port; 0 lets the system choose.
    quint16 port = 0;
    /// Phone numbers of the main Twilio account and its subaccounts; the trial account has one more.
    int fleet = 25;
    quint64 seed = 1;
    /// Agents of the practised Nixflex account; some of them inactive.
    int agents = 12;
    /// Added before every answer of the two APIs; ten minutes at most.
    std::chrono::milliseconds latency{0};
    /// Nixflex's fixed window per key. The real ones are 120 writes and 600 reads in 60 s.
    int writesPerWindow = 120;
    int readsPerWindow = 600;
    std::chrono::milliseconds window{60'000};
    /// Twilio answers 429/20429 when more requests of one account than this are under way.
    int twilioConcurrency = 100;
    /// Those to begin with.
    ProviderModes modes;
    /// JSON file that holds the world between runs; read at start if it exists, replaced after each change.
    QString stateFile;

    /// What `/_simulator` wants in the header X-Simulator-Token; empty = a random one, see
    /// Simulator::controlToken().
    QString controlToken;
    /// `/_simulator` wants no token. Web pages are still refused.
    bool hasOpenControl = false;
    /// A Host header may name another port of this computer, because a relay stands before the simulator.
    bool isBehindRelay = false;
};

} // namespace numbers::simulator

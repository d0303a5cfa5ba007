#pragma once

#include <QString>

#include <chrono>
#include <cstdint>

namespace numbers::simulator {

/// Whether `GET /v1/phone-numbers` honours limit/offset (docs) or returns up to 1,000 rows at once (SDK).
enum class ListMode { Paged, Unpaged };

/// Whether `GET /v1/agents` answers `{agents,count,limit,offset}` (docs) or a bare array (SDK).
enum class AgentsShape { Object, Array };

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
    /// Added before every answer of the two APIs.
    std::chrono::milliseconds latency{0};
    /// Nixflex's fixed window per key. The real ones are 120 writes and 600 reads in 60 s.
    int writesPerWindow = 120;
    int readsPerWindow = 600;
    std::chrono::milliseconds window{60'000};
    /// Twilio answers 429/20429 when more requests of one account than this are under way.
    int twilioConcurrency = 100;
    ListMode listMode = ListMode::Paged;
    AgentsShape agentsShape = AgentsShape::Object;
    /// JSON file that holds the world between runs; read at start if it exists, replaced after each change.
    QString stateFile;
};

} // namespace numbers::simulator

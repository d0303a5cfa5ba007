#include "models/reloading.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace numbers::models {

namespace {

using std::chrono::milliseconds;

/// What writes does so page by page and step by step; one reading is enough for several of them.
constexpr milliseconds shortestPause{60};
/// Nobody is shown anything older than that and the reading itself.
constexpr milliseconds longestPause{5'000};
/// In lengths of the last reading.
constexpr int pauseFactor = 4;

} // namespace

Reloading::Reloading(std::function<void()> read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(shortestPause);
    connect(&m_pause, &QTimer::timeout, this, &Reloading::start);
}

void Reloading::now()
{
    if (m_isReading) {
        m_next = Next::Now;
        return;
    }
    start();
}

void Reloading::soon()
{
    if (m_isReading) {
        m_next = std::max(m_next, Next::Soon);
    } else if (!m_pause.isActive()) {
        m_pause.start();
    }
}

void Reloading::start()
{
    m_pause.stop();
    m_isReading = true;
    m_sinceStart.start();
    m_read();
}

void Reloading::finished()
{
    m_isReading = false;
    m_pause.setInterval(
        std::clamp(milliseconds(m_sinceStart.elapsed()) * pauseFactor, shortestPause, longestPause));
    switch (std::exchange(m_next, Next::Nothing)) {
    case Next::Nothing:
        break;
    case Next::Soon:
        m_pause.start();
        break;
    case Next::Now:
        start();
        break;
    }
}

} // namespace numbers::models

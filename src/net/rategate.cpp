#include "net/rategate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace numbers::net {

namespace {

constexpr int mostPerHost = 6;
/// A server whose clock is wrong must not stop us for longer than its window can be.
constexpr std::chrono::seconds longestWindow = 90s;

int headerNumber(const HttpResponse &response, QByteArrayView name)
{
    bool isNumber = false;
    const int value = response.header(name).trimmed().toInt(&isNumber);
    return isNumber && value >= 0 ? value : -1;
}

} // namespace

RateGate::RateGate(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

QCoro::Task<bool> RateGate::enter(QString lane, QString host, bool isWrite, Priority priority,
                                  CancelToken cancel)
{
    if (m_isClosed || cancel.isCancelled()) {
        co_return false;
    }
    auto &place = m_lanes[lane];
    if (!place) {
        place = std::make_shared<Lane>();
    }
    Waiter waiter;
    waiter.host = host;
    waiter.isWrite = isWrite;
    waiter.priority = priority;
    const Completion<bool> turn = waiter.turn;
    const auto behind =
        std::find_if(place->waiting.begin(), place->waiting.end(), [priority](const Waiter &other) {
            return priority == Priority::Interactive && other.priority == Priority::Background;
        });
    place->waiting.insert(behind, std::move(waiter));

    QObject context;
    cancel.onCancelled(&context, [turn] { turn.complete(false); });
    pump(lane);
    const bool isGranted = co_await turn.awaiter();
    co_return isGranted;
}

void RateGate::leave(const QString &lane, const QString &host)
{
    const auto place = m_lanes.value(lane);
    const auto inFlight = m_inFlightOfHost.find(host);
    if (!place || inFlight == m_inFlightOfHost.end()) {
        return;
    }
    --place->inFlight;
    if (--*inFlight == 0) {
        m_inFlightOfHost.erase(inFlight);
    }
    if (!m_isClosed) {
        pumpAll(); // Other lanes may be waiting for the same host.
    }
}

void RateGate::noteAnswer(const QString &lane, bool isWrite, const HttpResponse &response)
{
    const auto place = m_lanes.value(lane);
    const int remaining = headerNumber(response, "X-RateLimit-Remaining");
    if (!place || remaining < 0) {
        return;
    }
    Budget &budget = isWrite ? place->writes : place->reads;
    const auto now = m_clock.monotonic();
    // The server's own time, when it tells: then it does not matter whether our clock is right.
    const QDateTime serverTime = dateFromHttp(response.header("Date"));
    const qint64 utc = (serverTime.isValid() ? serverTime : m_clock.utcNow()).toMSecsSinceEpoch();
    const qint64 reset = response.header("X-RateLimit-Reset").trimmed().toLongLong();
    const qint64 resetSeconds = std::clamp<qint64>(reset, 0, utc / 1000 + longestWindow.count());
    const std::chrono::milliseconds wait(resetSeconds * 1000 - utc);
    const auto renewsAt = now + std::max(wait, 0ms);
    // Answers overtake each other: in one window only the smallest counts, and ours knows what is under way.
    const bool isSameWindow = budget.renewsAt > now && renewsAt < budget.renewsAt + 2s;
    if (!isSameWindow) {
        budget.renewsAt = renewsAt;
    }
    budget.remaining =
        isSameWindow && budget.remaining >= 0 ? std::min(budget.remaining, remaining) : remaining;
    budget.limit = headerNumber(response, "X-RateLimit-Limit");
    Q_EMIT laneChanged(lane);
}

void RateGate::pause(const QString &lane, std::chrono::milliseconds time)
{
    if (const auto place = m_lanes.value(lane)) {
        place->pausedUntil = std::max(place->pausedUntil, m_clock.monotonic() + time);
        wakeAfter(time, lane);
        Q_EMIT laneChanged(lane);
    }
}

void RateGate::close()
{
    m_isClosed = true;
    for (const auto &place : std::as_const(m_lanes)) {
        for (const Waiter &waiter : place->waiting) {
            waiter.turn.complete(false);
        }
        place->waiting.clear();
    }
}

LaneStatus RateGate::status(const QString &lane) const
{
    LaneStatus status;
    const auto place = m_lanes.value(lane);
    if (!place) {
        return status;
    }
    status.inFlight = place->inFlight;
    status.waiting =
        static_cast<int>(std::count_if(place->waiting.begin(), place->waiting.end(),
                                       [](const Waiter &waiter) { return !waiter.turn.isComplete(); }));
    status.limit = place->writes.limit;
    const bool isRenewed = place->writes.renewsAt <= m_clock.monotonic();
    status.remaining = isRenewed ? place->writes.limit : place->writes.remaining;
    status.isPaused = place->pausedUntil > m_clock.monotonic();
    return status;
}

std::chrono::milliseconds RateGate::delayOf(Lane &lane, bool isWrite) const
{
    const auto now = m_clock.monotonic();
    if (lane.pausedUntil > now) {
        return lane.pausedUntil - now;
    }
    Budget &budget = isWrite ? lane.writes : lane.reads;
    if (budget.remaining == 0) {
        if (budget.renewsAt > now) {
            return budget.renewsAt - now;
        }
        budget.remaining = -1; // A new window; its size is in the next answer.
    }
    return 0ms;
}

void RateGate::pump(const QString &name)
{
    const auto lane = m_lanes.value(name);
    if (!lane) {
        return;
    }
    std::optional<std::chrono::milliseconds> nextLook;
    for (auto waiter = lane->waiting.begin(); waiter != lane->waiting.end();) {
        if (waiter->turn.isComplete()) { // cancelled
            waiter = lane->waiting.erase(waiter);
            continue;
        }
        if (const auto delay = delayOf(*lane, waiter->isWrite); delay > 0ms) {
            nextLook = std::min(delay, nextLook.value_or(delay));
            ++waiter; // The other kind may still have a budget.
            continue;
        }
        int &inFlightOfHost = m_inFlightOfHost[waiter->host];
        if (inFlightOfHost >= mostPerHost) {
            ++waiter;
            continue;
        }
        if (waiter->turn.complete(true)) {
            ++inFlightOfHost;
            ++lane->inFlight;
            Budget &budget = waiter->isWrite ? lane->writes : lane->reads;
            if (budget.remaining > 0) {
                --budget.remaining; // What is under way counts before its answer says so.
            }
        }
        waiter = lane->waiting.erase(waiter);
    }
    if (nextLook) {
        wakeAfter(*nextLook, name);
    }
    Q_EMIT laneChanged(name);
}

void RateGate::pumpAll()
{
    const QStringList names = m_lanes.keys();
    for (const QString &name : names) {
        pump(name);
    }
}

void RateGate::wakeAfter(std::chrono::milliseconds delay, const QString &name)
{
    const auto lane = m_lanes.value(name);
    const auto now = m_clock.monotonic();
    if (lane->wakesAt > now && lane->wakesAt <= now + delay + 1ms) {
        return; // It will look again then, and set the next timer.
    }
    // One more millisecond: timers may be early by the rounding of the clock.
    const auto wakesAt = now + delay + 1ms;
    lane->wakesAt = wakesAt;
    m_clock.callAfter(delay + 1ms, this, [this, name, wakesAt] {
        // A timer may be early by more than that: then it is over all the same, and another one is needed.
        if (const auto woken = m_lanes.value(name); woken && woken->wakesAt == wakesAt) {
            woken->wakesAt = 0ms;
        }
        pump(name);
    });
}

} // namespace numbers::net

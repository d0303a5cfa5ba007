#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/completion.h"
#include "net/httptypes.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QObject>

#include <deque>
#include <functional>

namespace numbers::net {

/// What the rate gate knows of one lane; for the status bar.
struct LaneStatus
{
    int inFlight = 0;
    int waiting = 0;
    int limit = -1;     ///< writes a window; -1: the provider has not said yet
    int remaining = -1; ///< writes left in this window; -1: not known
    bool isPaused = false;
};

/// Where requests wait for their turn: at most six per host with Qt, interactive before background, and none
/// of a lane while its provider has asked for patience. Reads and writes have budgets of their own, taken
/// from the answers' headers (`X-RateLimit-Limit`, `-Remaining`, `-Reset`); a 429 stops the whole lane.
class RateGate : public QObject
{
    Q_OBJECT
public:
    explicit RateGate(Clock &clock, QObject *parent = nullptr);

    /// False when cancelled first, or when the gate closes.
    [[nodiscard]] QCoro::Task<bool> enter(QString lane, QString host, bool isWrite, Priority priority,
                                          CancelToken cancel);
    /// To be called once for each `enter` that gave true.
    void leave(const QString &lane, const QString &host);

    /// Learns the budget from an answer.
    void noteAnswer(const QString &lane, bool isWrite, const HttpResponse &response);
    void pause(const QString &lane, std::chrono::milliseconds time);
    /// Everybody who waits gets false.
    void close();

    [[nodiscard]] LaneStatus status(const QString &lane) const;

Q_SIGNALS:
    void laneChanged(const QString &lane);

private:
    struct Budget
    {
        int limit = -1;
        int remaining = -1;
        std::chrono::milliseconds renewsAt{0}; ///< monotonic
    };
    struct Waiter
    {
        Completion<bool> turn;
        QString host;
        bool isWrite = false;
        Priority priority = Priority::Interactive;
    };
    struct Lane
    {
        std::deque<Waiter> waiting;
        int inFlight = 0;
        std::chrono::milliseconds pausedUntil{0}; ///< monotonic
        std::chrono::milliseconds wakesAt{0};     ///< monotonic; the one timer that is set, or past
        Budget reads;
        Budget writes;
    };

    void pump(const QString &name);
    void pumpAll();
    /// How long this lane must still wait for a read or write; zero: not at all.
    [[nodiscard]] std::chrono::milliseconds delayOf(Lane &lane, bool isWrite) const;
    void wakeAfter(std::chrono::milliseconds delay, const QString &name);

    Clock &m_clock;
    QHash<QString, std::shared_ptr<Lane>> m_lanes;
    QHash<QString, int> m_inFlightOfHost;
    bool m_isClosed = false;
};

} // namespace numbers::net

#pragma once

#include "base/clock.h"

#include <QPointer>

#include <map>

namespace numbers::test {

/// A clock that stands still until it is told otherwise.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void callAfter(std::chrono::milliseconds delay, QObject *context,
                   std::function<void()> callback) override;

    /// Moves both clocks and runs what is due, in order, also what that schedules within the time.
    void advance(std::chrono::milliseconds time);
    /// Sets the wall clock alone, as a user or a time server may.
    void setUtcNow(const QDateTime &now) { m_now = now; }
    /// Timers whose context still lives.
    [[nodiscard]] int pendingCount() const;

private:
    struct Timer
    {
        QPointer<QObject> context;
        std::function<void()> callback;
    };

    QDateTime m_now = QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    std::chrono::milliseconds m_monotonic{1'000'000};
    std::multimap<std::chrono::milliseconds, Timer> m_timers;
};

} // namespace numbers::test

#pragma once

#include "base/clock.h"

namespace numbers::test {

/// The wall clock stands still unless it is moved, so that a picture is the same on every day; waiting takes
/// its real time.
class PictureClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override
    {
        return QDateTime(QDate(2026, 3, 2), QTime(9, 30), Qt::UTC).addMSecs(m_passed.count());
    }
    void advance(std::chrono::milliseconds time) { m_passed += time; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_real.monotonic(); }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> callback) override
    {
        m_real.callAfter(delay, context, std::move(callback));
    }

private:
    SystemClock m_real;
    std::chrono::milliseconds m_passed{0};
};

} // namespace numbers::test

#include "support/fakeclock.h"

#include <algorithm>

namespace numbers::test {

void FakeClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> callback)
{
    m_timers.emplace(m_monotonic + delay, Timer{context, std::move(callback)});
}

void FakeClock::advance(std::chrono::milliseconds time)
{
    const auto end = m_monotonic + time;
    while (!m_timers.empty() && m_timers.begin()->first <= end) {
        const auto due = m_timers.begin()->first;
        const Timer timer = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        m_now = m_now.addMSecs((due - m_monotonic).count());
        m_monotonic = due;
        if (timer.context) {
            timer.callback();
        }
    }
    m_now = m_now.addMSecs((end - m_monotonic).count());
    m_monotonic = end;
}

int FakeClock::pendingCount() const
{
    return static_cast<int>(std::count_if(m_timers.begin(), m_timers.end(),
                                          [](const auto &entry) { return !entry.second.context.isNull(); }));
}

} // namespace numbers::test

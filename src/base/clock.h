#pragma once

#include "base/canceltoken.h"

#include <QCoro/QCoroTask>
#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace numbers {

/// Time, as something a test can replace. Two clocks, because the wall clock may jump: `utcNow` is for
/// records that people read, `monotonic` for every duration and deadline.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual QDateTime utcNow() const = 0;
    /// Since an arbitrary start; never goes back.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    /// Runs `callback` in `context`'s thread (the caller's) after `delay`, unless `context` is gone by then.
    virtual void callAfter(std::chrono::milliseconds delay, QObject *context,
                           std::function<void()> callback) = 0;

    /// For coroutines; returns early (false) when `cancel` or `closing` is cancelled.
    [[nodiscard]] QCoro::Task<bool> sleep(std::chrono::milliseconds delay, CancelToken cancel,
                                          CancelToken closing = {});
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime utcNow() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    void callAfter(std::chrono::milliseconds delay, QObject *context,
                   std::function<void()> callback) override;
};

} // namespace numbers

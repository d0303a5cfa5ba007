#include "base/clock.h"

#include "base/completion.h"

#include <QTimer>

namespace numbers {

QCoro::Task<bool> Clock::sleep(std::chrono::milliseconds delay, CancelToken cancel, CancelToken closing)
{
    if (cancel.isCancelled() || closing.isCancelled()) {
        co_return false;
    }
    QObject context;
    const Completion<bool> done;
    callAfter(delay, &context, [done] { done.complete(true); });
    cancel.onCancelled(&context, [done] { done.complete(false); });
    closing.onCancelled(&context, [done] { done.complete(false); });
    co_return co_await done.awaiter();
}

QDateTime SystemClock::utcNow() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> callback)
{
    // QTimer::singleShot would keep the callback, and what it holds, until its time when the context is gone.
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, context, [timer, callback = std::move(callback)] {
        timer->deleteLater();
        callback();
    });
    timer->start(delay);
}

} // namespace numbers

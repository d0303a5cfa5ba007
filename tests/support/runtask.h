#pragma once

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <optional>

namespace numbers::test {

/// Turns `loop` until somebody quits it. Aborts the program after `longest`, since a coroutine that never
/// finishes is a bug in itself.
inline void turnUntilQuit(QEventLoop &loop, std::chrono::milliseconds longest)
{
    // Not QTimer::singleShot, whose timers stay until their time even when the loop is gone: a benchmark that
    // waits for 100,000 tasks would measure Qt's search through as many timers.
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &loop, [longest] {
        qFatal("a task did not finish in %lld ms", static_cast<long long>(longest.count()));
    });
    timer.start(longest);
    loop.exec();
}

/// After the objects that tasks work with have gone: answers that are on their way find that all is over, and
/// what waits for them ends, instead of being left at the program's end.
inline void letTasksEnd()
{
    QCoreApplication::processEvents();
}

/// Waits for a task in a test, turning the event loop; aborts the program after `longest`.
template <typename T>
[[nodiscard]] T runTask(QCoro::Task<T> task, std::chrono::milliseconds longest = std::chrono::seconds(60))
{
    std::optional<T> result;
    QEventLoop loop;
    QCoro::connect(std::move(task), &loop, [&result, &loop](T value) {
        result.emplace(std::move(value));
        loop.quit();
    });
    if (!result) {
        turnUntilQuit(loop, longest);
    }
    return std::move(*result);
}

inline void runTask(QCoro::Task<void> task, std::chrono::milliseconds longest = std::chrono::seconds(60))
{
    bool isDone = false;
    QEventLoop loop;
    QCoro::connect(std::move(task), &loop, [&isDone, &loop] {
        isDone = true;
        loop.quit();
    });
    if (!isDone) {
        turnUntilQuit(loop, longest);
    }
}

} // namespace numbers::test

#pragma once

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <chrono>
#include <optional>

namespace numbers::test {

/// Waits for a task in a test, turning the event loop. Aborts the program when it takes longer than
/// `longest`, since a coroutine that never finishes is a bug in itself.
template <typename T>
[[nodiscard]] T runTask(QCoro::Task<T> task, std::chrono::milliseconds longest = std::chrono::seconds(60))
{
    std::optional<T> result;
    QObject context;
    QCoro::connect(std::move(task), &context, [&result](T value) { result.emplace(std::move(value)); });
    const QDeadlineTimer deadline(longest);
    while (!result && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    if (!result) {
        qFatal("a task did not finish in %lld ms", static_cast<long long>(longest.count()));
    }
    return std::move(*result);
}

inline void runTask(QCoro::Task<void> task, std::chrono::milliseconds longest = std::chrono::seconds(60))
{
    bool isDone = false;
    QObject context;
    QCoro::connect(std::move(task), &context, [&isDone] { isDone = true; });
    const QDeadlineTimer deadline(longest);
    while (!isDone && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
    if (!isDone) {
        qFatal("a task did not finish in %lld ms", static_cast<long long>(longest.count()));
    }
}

} // namespace numbers::test

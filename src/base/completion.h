#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <coroutine>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace numbers {

/// The bridge from callbacks to coroutines: whoever finishes work calls `complete(value)`, a coroutine says
/// `co_await completion.awaiter()`.
///
/// Copies share one state. The first `complete` wins and later ones are ignored, so racing paths (answer,
/// deadline, cancel) finish exactly once. `complete` may be called on any thread; the coroutine is always
/// resumed from the event loop of the thread that awaits, never inside `complete`. One coroutine may await,
/// once. If the completion is never completed, the coroutine never resumes: owners complete on every path.
template <typename T>
class Completion
{
    struct State
    {
        std::mutex mutex;
        std::optional<T> value;
        std::coroutine_handle<> waiting;
        std::unique_ptr<QObject> receiver; ///< lives in the awaiting thread
    };

public:
    class Awaiter
    {
    public:
        explicit Awaiter(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {
        }

        [[nodiscard]] bool await_ready() const
        {
            const std::scoped_lock lock(m_state->mutex);
            return m_state->value.has_value();
        }
        bool await_suspend(std::coroutine_handle<> handle)
        {
            const std::scoped_lock lock(m_state->mutex);
            if (m_state->value) {
                return false;
            }
            m_state->waiting = handle;
            m_state->receiver = std::make_unique<QObject>();
            return true;
        }
        T await_resume()
        {
            const std::scoped_lock lock(m_state->mutex);
            return std::move(*m_state->value);
        }

    private:
        std::shared_ptr<State> m_state;
    };

    /// Returns false when somebody was first.
    bool complete(T value) const
    {
        const std::scoped_lock lock(m_state->mutex);
        if (m_state->value) {
            return false;
        }
        m_state->value.emplace(std::move(value));
        if (m_state->receiver) {
            QMetaObject::invokeMethod(
                m_state->receiver.get(), [state = m_state] { resume(state); }, Qt::QueuedConnection);
        }
        return true;
    }

    [[nodiscard]] bool isComplete() const
    {
        const std::scoped_lock lock(m_state->mutex);
        return m_state->value.has_value();
    }

    [[nodiscard]] Awaiter awaiter() const { return Awaiter(m_state); }

private:
    static void resume(const std::shared_ptr<State> &state)
    {
        std::coroutine_handle<> handle;
        {
            const std::scoped_lock lock(state->mutex);
            handle = std::exchange(state->waiting, {});
            // We run inside an event of this object.
            state->receiver.release()->deleteLater();
        }
        if (handle) {
            handle.resume();
        }
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace numbers

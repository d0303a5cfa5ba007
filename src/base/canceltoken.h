#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace numbers {

namespace detail {

class CancelState : public QObject
{
    Q_OBJECT
public:
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

Q_SIGNALS:
    void cancelled();

private:
    bool m_isCancelled = false;
};

} // namespace detail

/// Handed *down* with every asynchronous call, by value. A default-constructed token is never cancelled.
/// Use from the thread of its CancelSource only.
class CancelToken
{
public:
    CancelToken() = default;

    [[nodiscard]] bool isCancelled() const { return m_state && m_state->isCancelled(); }

    /// Calls `callback` once when the source is cancelled, unless `context` is gone by then. If it is
    /// cancelled already, calls it from the event loop (and the returned connection is empty). Disconnect the
    /// returned connection when the work is over.
    QMetaObject::Connection onCancelled(QObject *context, std::function<void()> callback) const;

private:
    friend class CancelSource;
    explicit CancelToken(std::shared_ptr<detail::CancelState> state)
        : m_state(std::move(state))
    {
    }

    std::shared_ptr<detail::CancelState> m_state;
};

/// Kept by whoever may cancel. Destroying it does not cancel.
class CancelSource
{
public:
    [[nodiscard]] CancelToken token() const { return CancelToken(m_state); }
    void cancel() const
    {
        const auto state = m_state; // A callback may destroy this source.
        state->cancel();
    }
    [[nodiscard]] bool isCancelled() const { return m_state->isCancelled(); }

private:
    std::shared_ptr<detail::CancelState> m_state = std::make_shared<detail::CancelState>();
};

} // namespace numbers

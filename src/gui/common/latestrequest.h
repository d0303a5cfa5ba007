#pragma once

#include "base/canceltoken.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <utility>

namespace numbers::gui {

/// Work of which only the newest start counts: starting again, stopping and destroying cancel what went
/// before, whose answer is then dropped. For reading and checking; never for writes, whose end always
/// matters.
class Latest
{
public:
    Latest() = default;
    ~Latest() { stop(); }
    Q_DISABLE_COPY_MOVE(Latest)

    [[nodiscard]] CancelToken start()
    {
        stop();
        m_source = CancelSource();
        return m_source.token();
    }
    void stop() { m_source.cancel(); }

private:
    CancelSource m_source;
};

/// Calls `deliver` with the task's result unless `token` was cancelled or `context` is gone by then.
template <typename T, typename Deliver>
void deliverLatest(QCoro::Task<T> &&task, QObject *context, const CancelToken &token, Deliver deliver)
{
    QCoro::connect(std::move(task), context, [token, deliver = std::move(deliver)](const T &result) {
        if (!token.isCancelled()) {
            deliver(result);
        }
    });
}

} // namespace numbers::gui

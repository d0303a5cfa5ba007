#include "base/canceltoken.h"

namespace numbers {

void detail::CancelState::cancel()
{
    if (!m_isCancelled) {
        m_isCancelled = true;
        Q_EMIT cancelled();
    }
}

QMetaObject::Connection CancelToken::onCancelled(QObject *context, std::function<void()> callback) const
{
    if (!m_state) {
        return {};
    }
    if (m_state->isCancelled()) {
        QMetaObject::invokeMethod(context, std::move(callback), Qt::QueuedConnection);
        return {};
    }
    return QObject::connect(m_state.get(), &detail::CancelState::cancelled, context, std::move(callback));
}

} // namespace numbers

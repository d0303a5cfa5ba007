#include "operations/common/operationregistry.h"

namespace numbers::operations {

OperationRegistry::Release OperationRegistry::enter(const QString &operationId)
{
    m_state->active.insert(operationId);
    return Release([state = m_state, operationId] { state->active.remove(operationId); });
}

OperationRegistry::Release OperationRegistry::enterSettling(const QString &operationId)
{
    m_state->active.insert(operationId);
    m_state->settling.insert(operationId);
    return Release([state = m_state, operationId] {
        state->settling.remove(operationId);
        state->active.remove(operationId);
    });
}

bool OperationRegistry::isActive(const QString &operationId) const
{
    return m_state->active.contains(operationId);
}

bool OperationRegistry::isSettling(const QString &operationId) const
{
    return m_state->settling.contains(operationId);
}

std::chrono::milliseconds OperationRegistry::ageOf(const QString &operationId, std::chrono::milliseconds now)
{
    const auto openSince = m_state->openSince.constFind(operationId);
    if (openSince != m_state->openSince.constEnd()) {
        return now - *openSince;
    }
    m_state->openSince.insert(operationId, now);
    return std::chrono::milliseconds(0);
}

void OperationRegistry::forgetAge(const QString &operationId)
{
    m_state->openSince.remove(operationId);
}

} // namespace numbers::operations

#include "operations/common/polling.h"

#include <algorithm>
#include <utility>

namespace numbers::operations {

using std::chrono::milliseconds;

Patience::Patience(OperationServices services, CancelToken cancel)
    : m_services(std::move(services))
    , m_cancel(std::move(cancel))
    , m_start(m_services.monotonic())
{
}

milliseconds Patience::waited() const
{
    return m_services.monotonic() - m_start;
}

QCoro::Task<bool> Patience::pause(std::optional<Error> why) const
{
    // Not `this` after an await: it may be a temporary of a caller that was told that waiting is over.
    const OperationServices services = m_services;
    const CancelToken cancel = m_cancel;
    if (services.closing.isCancelled() || cancel.isCancelled()) {
        co_return false;
    }
    const auto asked = why && why->retryAfter ? *why->retryAfter : milliseconds(0);
    const auto delay = std::max(services.settle.pollInterval, asked);
    if (waited() + delay > services.settle.patience) {
        co_return false;
    }
    const bool hasSlept = co_await services.sleep(delay, cancel);
    co_return hasSlept;
}

bool isAccessRefused(const Error &error)
{
    return error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::Forbidden;
}

} // namespace numbers::operations

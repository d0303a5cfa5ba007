#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <functional>
#include <optional>

namespace numbers::operations {

/// How long is waited for providers that do not answer, from one moment on. SettlePolicy::patience at most.
class Patience
{
public:
    Patience(OperationServices services, CancelToken cancel);

    [[nodiscard]] std::chrono::milliseconds waited() const;
    /// The policy's interval, or as long as a provider asked for in `why`. False when waiting is over: it
    /// would take longer than the patience, was cancelled, or the services close.
    [[nodiscard]] QCoro::Task<bool> pause(std::optional<Error> why) const;

private:
    OperationServices m_services;
    CancelToken m_cancel;
    std::chrono::milliseconds m_start;
};

/// Our key or token is refused: asking again gives the same answer.
[[nodiscard]] bool isAccessRefused(const Error &error);

/// The one loop that waits for the truth: reads until `isEnough` says that what was read decides. `waited`
/// counts from the call to the beginning of a reading. Ends without it when `isHopeless` says that reading
/// again is in vain, when patience is over, or when `cancel` comes: with the last reading's error, else with
/// `cause`, else Timeout. Cancelled when the services close. `read` is called at least once.
template <typename T>
[[nodiscard]] QCoro::Task<Result<T>>
readUntil(OperationServices services, std::function<QCoro::Task<Result<T>>()> read,
          std::function<bool(const T &value, std::chrono::milliseconds waited)> isEnough,
          std::function<bool(const Error &)> isHopeless, std::optional<Error> cause, CancelToken cancel)
{
    const Patience patience(services, cancel);
    for (;;) {
        const auto waited = patience.waited();
        auto value = co_await read();
        if (services.closing.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (value && isEnough(*value, waited)) {
            co_return value;
        }
        const std::optional<Error> error = value ? std::nullopt : std::optional(value.error());
        const bool isInVain = error && isHopeless(*error);
        if (isInVain || !co_await patience.pause(error)) {
            const Error unknown = cause.value_or(Error::make(Error::Kind::Timeout, {}));
            co_return failure(services.closing.isCancelled() ? Error::cancelled() : error.value_or(unknown));
        }
    }
}

} // namespace numbers::operations

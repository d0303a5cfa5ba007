#pragma once

#include "base/clock.h"
#include "routing/resources.h"

#include <QHash>

#include <chrono>

namespace numbers::routing {

/// Remembers for some minutes what the numbers of an account share, so that one review after another does not
/// read the same lists again. What a list says is as old as `age`: for showing, never for deciding on a
/// write. One thread.
class ResourceCache
{
public:
    explicit ResourceCache(Clock &clock, std::chrono::milliseconds age = std::chrono::minutes(5))
        : m_clock(clock)
        , m_age(age)
    {
    }

    /// As readAccountResources(), but only what is not remembered. `client` and this have to live until it
    /// returns.
    [[nodiscard]] QCoro::Task<Result<AccountResources>>
    read(twilio::Client &client, twilio::Credentials credentials, Needs needs, CancelToken cancel);
    /// The next read of this account asks Twilio.
    void forget(const AccountSid &account) { m_known.remove(account); }

private:
    struct Known
    {
        AccountResources resources;
        std::chrono::milliseconds since{0}; ///< of its oldest part, by the monotonic clock
    };

    Clock &m_clock;
    std::chrono::milliseconds m_age;
    QHash<AccountSid, Known> m_known;
};

} // namespace numbers::routing

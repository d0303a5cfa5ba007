#include "routing/resourcecache.h"

#include <utility>

namespace numbers::routing {

QCoro::Task<Result<AccountResources>>
ResourceCache::read(twilio::Client &client, twilio::Credentials credentials, Needs needs, CancelToken cancel)
{
    const AccountSid account = credentials.accountSid;
    const auto now = m_clock.monotonic();
    if (const auto known = m_known.constFind(account);
        known != m_known.constEnd() && now - known->since > m_age) {
        m_known.erase(known);
    }
    const Needs missing = needs.without(m_known.value(account).resources.answered);
    auto read = co_await readAccountResources(client, credentials, missing, cancel);
    if (!read) {
        co_return failure(read.error());
    }
    auto known = m_known.find(account);
    if (known == m_known.end()) {
        known = m_known.insert(account, {{}, now});
    }
    known->resources.take(std::move(*read));
    // QCoro moves from whatever it is given, also from what is not ours to give away.
    AccountResources copy = known->resources;
    co_return copy;
}

} // namespace numbers::routing

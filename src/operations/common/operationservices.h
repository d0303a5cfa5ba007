#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "nixflex/client.h"
#include "routing/resourcecache.h"
#include "store/ledger.h"
#include "twilio/client.h"

#include <chrono>

namespace numbers::operations {

/// Timing of settling a lost answer.
struct SettlePolicy
{
    /// A request may still be executed for this long after it was sent; "not there" is believed only
    /// afterwards.
    std::chrono::milliseconds executionWindow{45'000};
    /// Between two looks at the providers.
    std::chrono::milliseconds pollInterval{3'000};
    /// After this the outcome is called Unknown for now; the ledger keeps it and it is settled later.
    std::chrono::milliseconds patience{75'000};
};

/// What every recorded operation works with; borrowed, one thread. Coroutines copy it.
struct OperationServices
{
    twilio::Client &twilio;
    nixflex::Client &nixflex;
    store::Ledger &ledger;
    Clock &clock;
    routing::ResourceCache &resources;
    SettlePolicy settle;
    /// Cancelled when these services are about to go. A use case looks at it after every await and then
    /// returns at once, touching nothing: the ledger is left as a crash would leave it, and settled at the
    /// next start.
    CancelToken lifetime;
};

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "nixflex/client.h"
#include "routing/resourcecache.h"
#include "store/ledger.h"
#include "twilio/client.h"

#include <QCoro/QCoroTask>
#include <QDateTime>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace numbers::operations {

class OperationRegistry;
class SharedNumberList;

/// The Auth Token of an account; null when it is not known here.
using AuthTokenSource = std::function<QCoro::Task<Result<std::shared_ptr<const SecretString>>>(AccountSid)>;

/// Timing of settling a lost answer.
struct SettlePolicy
{
    /// A request may still be executed for this long after it was sent; "not there" is believed only
    /// afterwards.
    std::chrono::milliseconds executionWindow{45'000};
    /// Between two readings of a provider.
    std::chrono::milliseconds pollInterval{3'000};
    /// After this the outcome is called Unknown for now; the ledger keeps it and it is settled later.
    std::chrono::milliseconds patience{75'000};
    /// Between the beginnings of two readings of Nixflex's whole list, which all open operations share.
    std::chrono::milliseconds listInterval{10'000};
};

/// What every recorded operation works with. One thread.
///
/// Coroutines take it by value and so share ownership: all that is named here lives as long as an operation
/// uses it, also when the workspace has gone. Closing a workspace closes the HTTP client and the ledger: what
/// is in the air then gets errors (Cancelled), can write nothing any more, and ends by itself. The ledger is
/// left as a crash would leave it, and settled at the next start.
struct OperationServices
{
    twilio::Client &twilio;
    nixflex::Client &nixflex;
    store::Ledger &ledger;
    Clock &clock; ///< only through the functions below
    routing::ResourceCache &resources;
    OperationRegistry &registry;
    SharedNumberList &numberList;
    SettlePolicy settle;
    /// Cancelled when the services close. Waiting ends then, and it is the token for requests that a user
    /// must not cancel. No check is needed after other awaits.
    CancelToken closing;
    /// Owns what the references name.
    std::shared_ptr<const void> owner;

    // The clock is the program's and may go before an operation that was in the air has ended, so nobody asks
    // it after `closing`: no time, no date, no waiting.
    [[nodiscard]] std::chrono::milliseconds monotonic() const
    {
        return closing.isCancelled() ? std::chrono::milliseconds(0) : clock.monotonic();
    }
    [[nodiscard]] QDateTime utcNow() const { return closing.isCancelled() ? QDateTime() : clock.utcNow(); }
    /// False when it ended early: cancelled, or the services close.
    [[nodiscard]] QCoro::Task<bool> sleep(std::chrono::milliseconds delay, CancelToken cancel) const
    {
        return clock.sleep(delay, std::move(cancel), closing);
    }
};

} // namespace numbers::operations

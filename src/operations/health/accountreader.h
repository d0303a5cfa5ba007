#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "routing/resources.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace numbers::operations {

/// A Twilio account as a health check reads it: whether it can be read at all, and what it has.
struct AccountReading
{
    enum class State {
        Unread, ///< not tried, or it failed: see `error`
        Readable,
        TokenUnknown,
        TokenRefused,
        Suspended, ///< or not active for another reason
        Closed,
    };

    AccountSid sid;
    AccountSid ownerSid; ///< the main account's, where it is known
    State state = State::Unread;
    bool isTried = false;
    std::optional<Error> error;
    twilio::Credentials credentials;

    QHash<PhoneNumber, twilio::IncomingNumber> numbers; ///< found so far
    QSet<PhoneNumber> asked;                            ///< looked for, one by one
    bool isWhole = false; ///< `numbers` are all there are; not when a row of the list could not be read
    routing::AccountResources resources;

    [[nodiscard]] bool hasLookedFor(const PhoneNumber &number) const
    {
        return isWhole || asked.contains(number);
    }
};

/// Looks for these numbers in the account: a few are asked for one by one, more with the whole list, 1,000 a
/// call, and never again. Reads what its numbers share when one of them needs it. A main account is asked for
/// a subaccount's token and status where those are not known otherwise. What goes wrong is in the look's
/// state; the only error is Cancelled. `look` has to outlive the task.
[[nodiscard]] QCoro::Task<Result<void>> readAccount(OperationServices services, AuthTokenSource tokens,
                                                    AccountReading &look, QList<PhoneNumber> wanted,
                                                    std::function<void(int)> onProgress, CancelToken cancel);

} // namespace numbers::operations

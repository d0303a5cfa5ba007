#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/changes/restorer.h"
#include "operations/common/operationservices.h"

#include <QCoro/QCoroTask>

namespace numbers::operations {

// What can be done about the findings of a health check. Importing a number again that is gone from Nixflex
// is an import like any other.

/// Takes what Twilio shows now as what Nixflex has set up: later checks compare with that. Twilio is read
/// again, and must show what `shown` was last seen with: Conflict with code `changed_since_check` otherwise.
/// Nothing is sent. Errors also: NotFound when the number is no longer there, and what the client and the
/// ledger return.
[[nodiscard]] QCoro::Task<Result<void>> adoptRouting(OperationServices services,
                                                     twilio::Credentials credentials,
                                                     store::NumberRecord shown, CancelToken cancel);

/// Takes a number that is gone from Nixflex out of the fleet; its history stays. Errors: Conflict when it is
/// there after all or something is being done with it, and what the ledger returns.
[[nodiscard]] QCoro::Task<Result<void>> forgetGone(OperationServices services, PhoneNumber number);

/// Takes back what `adoptRouting` or `forgetGone` did, by the operation's kind: the number is compared with
/// what it was before, and has to be checked anew; or it is in the fleet again, as gone from Nixflex. Nothing
/// is sent. Conflict when what was done is no longer so, or something is being done with the number; and what
/// the ledger returns.
[[nodiscard]] QCoro::Task<Result<void>> revertLedgerChange(OperationServices services,
                                                           store::OperationRecord done);

/// Whether this operation took another one back in that way.
[[nodiscard]] bool isTakingBack(const store::OperationRecord &operation);

/// What setting back would do that Nixflex had set up, of a number that is with an agent: the fields that
/// differ now, and nothing else. Carried out, and settled after a crash, like every restore. Reads only.
/// Errors: NotFound with code `no_baseline` or `number_left_account`, and what the clients and the ledger
/// return.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerSetBack(OperationServices services,
                                                             twilio::Credentials credentials,
                                                             PhoneNumber number, CancelToken cancel);

/// Whether this restore set back what Nixflex had set up, rather than what was there before an import.
[[nodiscard]] bool isSetBack(const store::OperationRecord &operation);

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "operations/changes/restorer.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

#include <chrono>

namespace numbers::operations {

// Operations of two writes: the number is removed from Nixflex, then answered anew. In between nobody
// answers, so nothing is waited for there, and once the removal has left neither a cancel nor a failure ends
// it half way: it goes on until the number is answered anew, goes back to the agent it had, or stays open in
// the ledger and is taken up again at the next start. All ends are recorded; one that was taken back is
// Refused, with the note `rolled_back`.

/// Undoes an import: the number leaves Nixflex, and the webhooks of the offer are set back at Twilio. NotSent
/// with code `changed_since_review` when the number was changed since the offer.
[[nodiscard]] QCoro::Task<OperationOutcome> undoImport(OperationServices services,
                                                       store::OperationRecord operation, RestoreOffer offer,
                                                       CancelToken cancel);

/// Moves a number to another agent of the same key. A plan without a business profile keeps the one it has.
[[nodiscard]] QCoro::Task<OperationOutcome> reassignNumber(OperationServices services,
                                                           store::OperationRecord operation, ImportPlan plan,
                                                           CancelToken cancel);

/// Takes up what a crash, or the end of patience, left open: looks where the number is, and goes on from
/// there. `age`: so long ago at least its last request left.
[[nodiscard]] QCoro::Task<OperationOutcome>
settleChangeover(OperationServices services, store::OperationRecord operation,
                 twilio::Credentials credentials, std::chrono::milliseconds age, CancelToken cancel);

} // namespace numbers::operations

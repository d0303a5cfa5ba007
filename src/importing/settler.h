#pragma once

#include "base/canceltoken.h"
#include "importing/operationservices.h"
#include "importing/outcome.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace numbers::importing {

/// An operation whose write call left and whose answer is not known.
struct SettleInput
{
    store::OperationRecord operation;
    twilio::Credentials credentials; ///< may be incomplete: then Nixflex's word alone decides
    std::optional<WebhookConfiguration> before;
    std::optional<Error> cause; ///< how the answer was lost; empty for what a crash left over
    /// How long ago the request left.
    std::chrono::milliseconds age{0};
};

/// Finds out by reading whether the write was executed, and records the answer.
///
/// "It is there" is believed at once; "it is not there" only after SettlePolicy::executionWindow, since the
/// request may still be under way. Unknown when the providers cannot be read or `cancel` comes first; the
/// operation then stays open in the ledger.
[[nodiscard]] QCoro::Task<OperationOutcome> settleOperation(OperationServices services, SettleInput input,
                                                            CancelToken cancel);

/// Records a proven import: reads the webhooks back (they are the number's Nixflex baseline), then writes
/// number, baseline and outcome in one transaction. A ledger that cannot be written becomes a warning: the
/// operation stays open there and is settled at the next start.
[[nodiscard]] QCoro::Task<OperationOutcome>
recordImported(OperationServices services, store::OperationRecord operation, nixflex::Number number,
               twilio::Credentials credentials, std::optional<WebhookConfiguration> before, QString note);

/// Records the end of an operation that changed nothing, or whose end is not known.
[[nodiscard]] QCoro::Task<OperationOutcome> recordEnd(OperationServices services,
                                                      store::OperationRecord operation,
                                                      store::OperationRecord::Outcome outcome,
                                                      std::optional<Error> error, QString note);

/// Records a proven removal, with the webhooks as they are afterwards where they can be read.
[[nodiscard]] QCoro::Task<OperationOutcome> recordRemoved(OperationServices services,
                                                          store::OperationRecord operation,
                                                          twilio::Credentials credentials, QString note);

/// Every webhook field of `number` as it is `now`, for the operation's history.
[[nodiscard]] store::BackupRecord backupOf(const store::OperationRecord &operation,
                                           store::BackupRecord::Reason reason,
                                           const twilio::IncomingNumber &number, const QDateTime &now);

} // namespace numbers::importing

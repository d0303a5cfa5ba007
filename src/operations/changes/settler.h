#pragma once

#include "base/canceltoken.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace numbers::operations {

/// An operation whose write call left and whose answer is not known.
struct SettleInput
{
    store::OperationRecord operation;
    twilio::Credentials credentials; ///< may be incomplete: then Nixflex's word alone decides
    std::optional<WebhookConfiguration> before;
    std::optional<Error> cause; ///< how the answer was lost; empty for what a crash left over
    /// At least so long ago the request left; counted from when its answer was lost, since it may have waited
    /// in a queue before it left.
    std::chrono::milliseconds age{0};
};

/// Finds out by reading whether the write was executed, and records the answer.
///
/// "It is there" is believed at once; "it is not there" only after SettlePolicy::executionWindow, since the
/// request may still be under way. Unknown when the providers cannot be read or `cancel` comes first; the
/// operation then stays open in the ledger.
[[nodiscard]] QCoro::Task<OperationOutcome> settleOperation(OperationServices services, SettleInput input,
                                                            CancelToken cancel);

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <optional>

namespace numbers::operations {

/// Another business profile for a number that is at Nixflex.
struct ProfileChange
{
    PhoneNumber phoneNumber;
    QString customPrompt; ///< at most nixflex::longestCustomPrompt characters; empty: none any more
    /// What the user saw before the change. When Nixflex has another one by now, somebody else wrote it, and
    /// it is not overwritten. Empty optional: whatever is there is replaced.
    std::optional<QString> former;
};

/// Carries it out: one PATCH at Nixflex, read back and recorded like an import. What Nixflex has already
/// needs no sending, and then there is no operation either. NotSent with Error Invalid
/// (`custom_prompt_too_long`), Conflict (`profile_changed_meanwhile`, `operation_under_way`) or NotFound
/// (`number_not_found`). `operation`: as newOperation made it.
[[nodiscard]] QCoro::Task<OperationOutcome> changeProfile(OperationServices services,
                                                          store::OperationRecord operation,
                                                          ProfileChange change, CancelToken cancel);

/// Finds out by reading whether a change was executed whose answer is not known, and records it. The wanted
/// text is believed at once, the former one only when the request is older than
/// SettlePolicy::executionWindow; `age`: at least so long ago it left.
[[nodiscard]] QCoro::Task<OperationOutcome>
settleProfileChange(OperationServices services, store::OperationRecord operation, std::optional<Error> cause,
                    std::chrono::milliseconds age, CancelToken cancel);

} // namespace numbers::operations

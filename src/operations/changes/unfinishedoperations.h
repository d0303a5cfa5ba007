#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <optional>

namespace numbers::operations {

// What a crash or a lost answer left open: operations of this key that the ledger calls unfinished and that
// nobody here is working on (see OperationRegistry).

/// Settles what earlier runs left open on this number, or waits for whoever does already; what stands in the
/// way of another operation is returned. Error: Cancelled.
[[nodiscard]] QCoro::Task<Result<QList<Note>>> settleOpenOf(OperationServices services, PhoneNumber number,
                                                            twilio::Credentials credentials,
                                                            CancelToken cancel);

/// The same for changes of its business profile alone, for which no token of Twilio's is needed; others stand
/// in the way of a new one until they are settled.
[[nodiscard]] QCoro::Task<void> settleProfileChangesOf(OperationServices services, PhoneNumber number,
                                                       CancelToken cancel);

/// All of this key's; returns them with their outcome. `patience` replaces the policy's; zero means one
/// reading for each. Without a token Nixflex's word alone decides.
[[nodiscard]] QCoro::Task<Result<QList<store::OperationRecord>>>
settleAllOpen(OperationServices services, AuthTokenSource tokens,
              std::optional<std::chrono::milliseconds> patience, CancelToken cancel);

} // namespace numbers::operations

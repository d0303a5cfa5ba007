#pragma once

#include "operations/common/polling.h"

#include <chrono>
#include <functional>
#include <optional>

namespace numbers::operations {

/// What Nixflex's list says of one number: empty when it is not there.
using NumberAtNixflex = std::optional<nixflex::Number>;

/// Decides whether a reading of Nixflex's list is the last.
using StopPredicate = std::function<bool(const NumberAtNixflex &found, std::chrono::milliseconds waited)>;

/// Reads Nixflex's list until `isEnough` says so; see readUntil. A refused key ends it at once. `cause`: what
/// is returned when the list could be read, but never decided.
[[nodiscard]] QCoro::Task<Result<NumberAtNixflex>> readNumberUntil(OperationServices services,
                                                                   PhoneNumber number, StopPredicate isEnough,
                                                                   std::optional<Error> cause,
                                                                   CancelToken cancel);

} // namespace numbers::operations

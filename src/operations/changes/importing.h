#pragma once

#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"
#include "operations/planning/importplan.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace numbers::operations {

/// The steps a user sees, in this order.
enum class ImportStep {
    SaveBackup, ///< record the intent and the webhooks as they are
    Send,       ///< POST /v1/phone-numbers; cancelling is over when this begins to leave
    ReadBack,   ///< learn Nixflex's webhooks from Twilio
    Settle,     ///< only after a lost answer: find out from both providers what happened
    Record,
};

using OnImportStep = std::function<void(ImportStep)>;

/// Carries a plan out. The plan must be possible and, where it says so, confirmed by the user: else NotSent
/// with Error Invalid. Exactly one POST. Always ends in one of the outcomes, each recorded.
[[nodiscard]] QCoro::Task<OperationOutcome> importNumber(OperationServices services, ImportPlan plan,
                                                         bool isConfirmed, OnImportStep onStep,
                                                         CancelToken cancel);

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "operations/planning/importplan.h"

#include <QCoro/QCoroTask>

namespace numbers::operations {

struct PlanInput
{
    twilio::Credentials credentials;
    twilio::Account account; ///< as verified; a default one is read first
    PhoneNumber phoneNumber;
    AgentId agentId;
    QString customPrompt; ///< the optional business profile, at most 8,000 characters
    /// Also what the numbers of an account share is read, though it is remembered from another number's plan.
    bool readsAllAnew = false;
};

/// Looks at both providers and says what an import would do. Reads only.
/// Errors: NotFound with code `number_not_in_twilio`, and whatever the clients return.
[[nodiscard]] QCoro::Task<Result<ImportPlan>> planImport(OperationServices services, PlanInput input,
                                                         CancelToken cancel);

} // namespace numbers::operations

#pragma once

#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

namespace numbers::operations {

/// DELETE at Nixflex: clears the number's webhooks at Twilio; the number stays with the customer and goes on
/// being billed. Recorded like an import. `credentials` may be incomplete: then no backup can be taken first.
[[nodiscard]] QCoro::Task<OperationOutcome> removeNumber(OperationServices services, PhoneNumber number,
                                                         twilio::Credentials credentials, CancelToken cancel);

} // namespace numbers::operations

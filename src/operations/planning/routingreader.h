#pragma once

#include "base/canceltoken.h"
#include "operations/common/operationservices.h"
#include "routing/routing.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace numbers::operations {

/// Who answers a number, as just read.
struct RoutingReading
{
    twilio::IncomingNumber number;
    routing::AccountResources resources;
    routing::Routing routing;
    std::optional<WebhookConfiguration>
        baseline;           ///< what Nixflex set, where this computer imported the number
    bool isInFleet = false; ///< the ledger has it as a number of this Nixflex key
};

/// Reads the number and whatever decides over it. Reads only. Errors: NotFound with code
/// `number_not_in_twilio`, and whatever the clients return.
[[nodiscard]] QCoro::Task<Result<RoutingReading>> readRouting(OperationServices services,
                                                              twilio::Credentials credentials,
                                                              PhoneNumber number, CancelToken cancel);

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "operations/common/operationservices.h"
#include "operations/planning/importplan.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace numbers::operations {

/// What Twilio says of a number after a write at Nixflex.
struct ReadBack
{
    std::optional<twilio::IncomingNumber> number; ///< empty when it could not be read; then a warning says so
    QList<Note> warnings;
};

/// Reads the number and looks for what keeps calls and texts away from Nixflex: a trunk or TwiML app that
/// stayed, webhooks that did not change. Never fails.
[[nodiscard]] QCoro::Task<ReadBack> readBackImport(OperationServices services,
                                                   twilio::Credentials credentials, QString numberSid,
                                                   std::optional<WebhookConfiguration> before,
                                                   CancelToken cancel);

} // namespace numbers::operations

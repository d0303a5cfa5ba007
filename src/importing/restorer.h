#pragma once

#include "base/canceltoken.h"
#include "importing/operationservices.h"
#include "importing/outcome.h"
#include "importing/restoreplan.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <optional>

namespace numbers::importing {

/// What setting the former webhooks of a number back would do, established by reading only.
struct RestoreOffer
{
    PhoneNumber phoneNumber;
    twilio::Credentials credentials;
    AgentId agentId; ///< only where what Nixflex set up is set back for its agent; see healthrepair.h
    store::BackupRecord backup;                   ///< from before the last import that was carried out
    std::optional<WebhookConfiguration> baseline; ///< what Nixflex had set by then
    twilio::IncomingNumber now;
    RestorePlan plan;
    QList<Note> problems; ///< it is not offered

    [[nodiscard]] bool isPossible() const { return problems.isEmpty(); }
};

/// Finds the backup in the ledger and compares it with the number at Twilio. Reads only.
/// Errors: NotFound with code `no_backup` or `number_left_account`, Invalid with code `other_account`, and
/// what the clients and the ledger return.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerRestore(OperationServices services,
                                                             twilio::Credentials credentials,
                                                             PhoneNumber number, CancelToken cancel);

/// Sets the fields of the offer's plan back with one update, reads the number again, and records both. The
/// number is read once more before: when it was changed since the offer, nothing is sent (NotSent, Conflict).
[[nodiscard]] QCoro::Task<OperationOutcome> restoreWebhooks(OperationServices services,
                                                            store::OperationRecord operation,
                                                            RestoreOffer offer, CancelToken cancel);

/// Settles a restore that a crash left behind. `age`: so long ago at least its request left.
[[nodiscard]] QCoro::Task<OperationOutcome> settleRestore(OperationServices services,
                                                          store::OperationRecord operation,
                                                          twilio::Credentials credentials,
                                                          std::chrono::milliseconds age, CancelToken cancel);

} // namespace numbers::importing

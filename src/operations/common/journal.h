#pragma once

#include "base/canceltoken.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace numbers::operations {

// What every recorded operation writes into the ledger, from its intent to its outcome.

/// A new id, which is the idempotency key too; starts now.
[[nodiscard]] store::OperationRecord newOperation(store::OperationRecord::Kind kind,
                                                  const OperationServices &services, PhoneNumber number);

/// An error with a stable code of ours.
[[nodiscard]] Error coded(Error::Kind kind, const QString &code, const QString &text);

/// Why our own checks send nothing: a problem of a plan, as an error.
[[nodiscard]] Error refusedByUs(const Note &problem);

/// Conflict, code `changed_since_review`: the number is not as it was shown any more.
[[nodiscard]] Error changedSinceReview();

/// Ended before anything was recorded.
[[nodiscard]] OperationOutcome notSent(Error error);

/// The same end, as use cases give it.
[[nodiscard]] OperationOutcome::Kind outcomeKindOf(store::OperationRecord::Outcome outcome);

/// Records the intent with its backups, then that the write call leaves now. Returns nullopt if
/// the request may be sent, else the final outcome: cancelled, or the ledger cannot be written.
[[nodiscard]] QCoro::Task<std::optional<OperationOutcome>> beginSending(OperationServices services,
                                                                        store::OperationRecord operation,
                                                                        QList<store::BackupRecord> backups,
                                                                        CancelToken cancel);

/// The Messaging Service that has the number in its pool, and so answers its texts; empty when none has,
/// nothing when that cannot be read. For the snapshots before a write: asked before the number is read for
/// the last time, so that nothing comes between that and the write.
[[nodiscard]] QCoro::Task<std::optional<QString>> messagingServiceOf(OperationServices services,
                                                                     twilio::Credentials credentials,
                                                                     QString numberSid, CancelToken cancel);
/// All of these were taken while it was so.
void noteMessagingService(QList<store::BackupRecord> &backups, const std::optional<QString> &service);

/// Records a proven import: reads the webhooks back (they are the number's Nixflex baseline), then writes
/// number, baseline and outcome in one transaction. A ledger that cannot be written becomes a warning: the
/// operation stays open there and is settled at the next start.
[[nodiscard]] QCoro::Task<OperationOutcome>
recordImported(OperationServices services, store::OperationRecord operation, nixflex::Number number,
               twilio::Credentials credentials, std::optional<WebhookConfiguration> before, QString note);

/// Records that an operation of two writes was taken back after its first: the number is imported again to
/// the agent it had. `operation` names that agent and its profile; `why`: what went wrong.
[[nodiscard]] QCoro::Task<OperationOutcome>
recordRolledBack(OperationServices services, store::OperationRecord operation, nixflex::Number number,
                 twilio::Credentials credentials, std::optional<Error> why);

/// Records the end of an operation that changed nothing, or whose end is not known.
[[nodiscard]] QCoro::Task<OperationOutcome> recordEnd(OperationServices services,
                                                      store::OperationRecord operation,
                                                      store::OperationRecord::Outcome outcome,
                                                      std::optional<Error> error, QString note);

/// Records a proven removal, with the webhooks as they are afterwards where they can be read.
[[nodiscard]] QCoro::Task<OperationOutcome> recordRemoved(OperationServices services,
                                                          store::OperationRecord operation,
                                                          twilio::Credentials credentials, QString note);

/// Records that the write is proven not executed: Refused when a provider answered, else NotSent.
[[nodiscard]] QCoro::Task<OperationOutcome> recordNotExecuted(OperationServices services,
                                                              store::OperationRecord operation, Error error);

/// The warning that an outcome, which is known, could not be written into the ledger.
[[nodiscard]] Note notRecorded(const Error &error);

/// Every webhook field of `number` as it is `now`, for the operation's history.
[[nodiscard]] store::BackupRecord backupOf(const store::OperationRecord &operation,
                                           store::BackupRecord::Reason reason,
                                           const twilio::IncomingNumber &number, const QDateTime &now);

} // namespace numbers::operations

#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QDateTime>
#include <QSet>

#include <optional>

namespace numbers::store {

/// Code of the error that a writer gets whose operation was taken over meanwhile.
inline constexpr QLatin1StringView takenOverCode("operation_taken_over");

/// What is written when an operation is over; see Ledger::finishOperation.
struct OperationFinish
{
    QString operationId;
    int epoch = 0; ///< of the operation, as its writer knows it
    OperationRecord::Outcome outcome = OperationRecord::Outcome::Succeeded;
    std::optional<Error> error;
    QString requestId;
    QString note;
    std::optional<NumberRecord> number;  ///< inserted, or updated by key id and number
    std::optional<QString> customPrompt; ///< the number's business profile now; all else about it stays
    std::optional<QJsonObject> settings; ///< the same for what else Nixflex says of it
    std::optional<PhoneNumber> removed;  ///< no longer in the fleet; its row is deleted, its history stays
    std::optional<BackupRecord> backup;
};

// An operation from intent to outcome, each with the line of its history that says so. To be called in one
// transaction each, so that a crash never leaves a phase without its line, nor a line without its phase.
[[nodiscard]] Result<void> journalIntent(Database &database, const OperationRecord &operation,
                                         const QList<BackupRecord> &backups);
/// What was done here, without asking a provider: begun and succeeded in the same moment.
[[nodiscard]] Result<void> journalDone(Database &database, OperationRecord operation,
                                       const QList<BackupRecord> &backups);
// The next three fail with Conflict (code `operation_taken_over`) and write nothing when the operation's
// epoch is not the writer's any more.
/// `call`: the step's name, empty for the first call of its kind.
[[nodiscard]] Result<void> journalSending(Database &database, const QString &operationId, int epoch,
                                          const QString &call, const QDateTime &now);
[[nodiscard]] Result<void> journalAnswer(Database &database, const QString &operationId, int epoch,
                                         const QString &requestId, const QDateTime &now);
/// Does nothing when the operation is finished already: the first outcome stays.
[[nodiscard]] Result<void> journalFinish(Database &database, const OperationFinish &finish,
                                         const QDateTime &now);

/// See Ledger::takeOver. `living`: the other programs that run now.
[[nodiscard]] Result<OperationRecord> journalTakeOver(Database &database, const QString &operationId,
                                                      const QString &instanceId, const QSet<QString> &living);

} // namespace numbers::store

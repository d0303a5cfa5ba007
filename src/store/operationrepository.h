#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QList>
#include <QSet>

#include <optional>

namespace numbers::store {

/// Conflict with the other operation's id in `detail` when the number has an unfinished one.
[[nodiscard]] Result<void> insertOperation(Database &database, const OperationRecord &operation);
[[nodiscard]] Result<void> insertBackup(Database &database, const BackupRecord &backup);
[[nodiscard]] Result<void> insertStep(Database &database, const QString &operationId, const StepRecord &step);
[[nodiscard]] Result<void> updatePhase(Database &database, const QString &operationId,
                                       OperationRecord::Phase phase, const QString &requestId,
                                       const QDateTime &sentAt);
/// Makes the program `instanceId` its holder and raises its epoch.
[[nodiscard]] Result<void> updateHolder(Database &database, const QString &operationId,
                                        const QString &instanceId);
/// Does nothing to an operation that is finished already: the first word counts. Gives whether it did.
[[nodiscard]] Result<bool> updateOutcome(Database &database, const QString &operationId,
                                         OperationRecord::Outcome outcome, const std::optional<Error> &error,
                                         const QString &requestId, const QString &note, const QDateTime &now);

/// Empty when nothing is being done with the number.
[[nodiscard]] Result<QString> unfinishedOperationOn(Database &database, const QString &keyId,
                                                    const PhoneNumber &number);
/// Numbers (E.164) that operations which ended after `since` (see sequence.h) have changed, and with
/// `withUnfinished` those that one works on.
[[nodiscard]] Result<QSet<QString>> numbersWorkedOn(Database &database, const QString &keyId, qint64 since,
                                                    bool withUnfinished);

/// `living`: instances whose operations are left alone.
[[nodiscard]] Result<QList<OperationRecord>> readUnfinished(Database &database, const QSet<QString> &living);
[[nodiscard]] Result<QList<OperationRecord>> readOperations(Database &database, int limit, int offset);
[[nodiscard]] Result<QList<OperationRecord>> readOperationsOf(Database &database, const PhoneNumber &number);
/// In no order; at most some hundred ids.
[[nodiscard]] Result<QList<OperationRecord>> readOperationsIn(Database &database, const QStringList &ids);
[[nodiscard]] Result<std::optional<OperationRecord>> readOperation(Database &database, const QString &id);
[[nodiscard]] Result<QList<StepRecord>> readSteps(Database &database, const QString &operationId);
[[nodiscard]] Result<QList<BackupRecord>> readBackups(Database &database, const QString &operationId);

} // namespace numbers::store

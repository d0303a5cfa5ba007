#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QList>
#include <QStringList>

namespace numbers::store {

/// Ids of the operations that the query asks for, newest first.
[[nodiscard]] Result<QStringList> readOperationIds(Database &database, const OperationQuery &query);
/// In the order of `ids`; ids that are not there are left out.
[[nodiscard]] Result<QList<OperationRecord>> readOperationsById(Database &database, const QStringList &ids);
/// The same with steps and backups.
[[nodiscard]] Result<QList<OperationHistory>> readHistories(Database &database, const QStringList &ids);

} // namespace numbers::store

#pragma once

#include "base/result.h"
#include "store/database.h"

#include <QList>
#include <QString>

#include <utility>

namespace numbers::store {

/// How large a ledger is and of which schema: names and numbers, nothing of what is in it.
struct LedgerSummary
{
    int schemaVersion = 0;
    QList<std::pair<QString, qint64>> rowCounts; ///< by table, in alphabetical order
};

/// The schema and the tables, not counted yet.
[[nodiscard]] Result<LedgerSummary> readOutline(Database &database);
/// `table`: one that `readOutline` gave. About a second for a million rows.
[[nodiscard]] Result<qint64> countRows(Database &database, const QString &table);

} // namespace numbers::store

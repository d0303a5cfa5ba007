#pragma once

#include "base/result.h"

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

/// Reads it on a connection of its own that cannot write, in the caller's thread: a moment for usual ledgers,
/// about a second for millions of rows. Error: Storage.
[[nodiscard]] Result<LedgerSummary> readLedgerSummary(const QString &filePath);

} // namespace numbers::store

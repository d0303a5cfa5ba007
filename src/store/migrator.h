#pragma once

#include "base/result.h"
#include "store/database.h"

#include <QDateTime>

namespace numbers::store {

/// Marks the file as ours in its header ("NxNu"), so that a database of another program is told apart
/// whatever its tables are called. Ledgers of before 1.0 have none; they are recognised by their tables and
/// get it.
constexpr int ledgerApplicationId = 0x4E78'4E75;

/// The newest schema this program knows: the highest number among `:/migrations/NNN_name.sql`.
[[nodiscard]] int newestSchema();

/// A look at a file before it is opened for writing, where even that would change it: Storage when it is of
/// another program, of a newer version, or no whole ledger. Success where only opening it can tell.
[[nodiscard]] Result<void> refuseOthers(const QString &filePath);

/// Brings the database up to `newestSchema()`, one transaction for each step, after a copy of a ledger that
/// has data (`ledger-before-NNN-time.sqlite` beside it; removed again when not even the first step was done).
/// Error Storage: not ours, a newer schema, damaged, or a step that failed; the ledger then has the schema it
/// had.
[[nodiscard]] Result<void> migrate(Database &database, const QDateTime &now);

/// The schema the database has; 0 for an empty one.
[[nodiscard]] Result<int> schemaOf(Database &database);

} // namespace numbers::store

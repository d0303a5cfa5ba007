#pragma once

#include "base/result.h"
#include "store/database.h"

#include <QDateTime>

namespace numbers::store {

/// The newest schema this program knows: the highest number among `:/migrations/NNN_name.sql`.
[[nodiscard]] int newestSchema();

/// Brings the database up to `newestSchema()`, one transaction for each step, after a copy of a ledger that
/// has data
/// (`ledger-before-NNN-time.sqlite` beside it). Error Storage: a newer schema, or a step that failed; the
/// ledger then has the schema it had.
[[nodiscard]] Result<void> migrate(Database &database, const QDateTime &now);

/// The schema the database has; 0 for an empty one.
[[nodiscard]] Result<int> schemaOf(Database &database);

} // namespace numbers::store

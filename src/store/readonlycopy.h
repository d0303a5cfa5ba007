#pragma once

#include "base/result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace numbers::store {

// A ledger on a disk, in a folder or of permissions that do not let it be written is read from a copy of its
// own: SQLite cannot read a write-ahead log without files beside it, and an older schema has to be brought up
// to date.

/// The file is there, and it or its folder cannot be written.
[[nodiscard]] bool isReadOnlyFile(const QString &filePath);

/// A private temporary folder with `ledger.sqlite` as it is now, and what is still in its log; gone with the
/// object. Error Storage: no room, or not readable.
[[nodiscard]] Result<std::unique_ptr<QTemporaryDir>> copyForReading(const QString &filePath);

/// What each write to such a ledger gets: Storage, code `ledger_read_only`.
[[nodiscard]] Error readOnlyLedger(const QString &filePath);

} // namespace numbers::store

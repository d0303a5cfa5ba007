#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QByteArray>
#include <QList>

namespace numbers::store {

/// What a file of `backupsJson` holds.
struct SavedBackups
{
    PhoneNumber phoneNumber;
    QList<BackupRecord> snapshots; ///< newest first
};

/// Reads what `backupsJson` wrote, alone or with the members that the command line adds for scripts. Strict:
/// what is read here is sent to Twilio, so a file that has been mangled in one place is believed in none.
///
/// Errors: Invalid with code `backup_not_json`, `backup_other_format`, `backup_newer_version` or
/// `backup_damaged`; they name the member and hold no values, since addresses may carry passwords.
[[nodiscard]] Result<SavedBackups> readBackups(const QByteArray &bytes);

} // namespace numbers::store

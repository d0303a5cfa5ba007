#pragma once

#include "store/records.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace numbers::store {

// What was recorded, as JSON for other programs: stable names, times in ISO 8601 and UTC, words as in
// words.h.

/// `{kind,code,http_status,message,request_id}` or null.
[[nodiscard]] QJsonValue errorJson(const std::optional<Error> &error);
/// The operation alone; `sequence` as in OperationRecord.
[[nodiscard]] QJsonObject operationJson(const OperationRecord &operation);
/// With `steps` and `webhooks`. For other people: what looks like a secret is masked, in addresses too.
[[nodiscard]] QJsonObject historyJson(const OperationHistory &history);

/// When, why and of what a snapshot was taken, without its fields. Of two with a `sequence`, the one with the
/// higher was taken later, whatever `taken_at` says.
[[nodiscard]] QJsonObject snapshotJson(const BackupRecord &backup);

/// What `backupsJson` says that it is, and what `readBackups` takes.
inline constexpr QLatin1StringView backupFormat{"nixflex-numbers-backup"};
inline constexpr int backupVersion = 1;
/// Where Twilio takes a snapshot's form: the path of its number.
[[nodiscard]] QString twilioResource(const BackupRecord &backup);

/// Every snapshot of one number's webhooks, newest first, by Twilio's names for forms, as a person can enter
/// them at Twilio by hand. Complete: an address that carries a password carries it here, too.
[[nodiscard]] QJsonObject backupsJson(const PhoneNumber &number, const QList<BackupRecord> &backups);

} // namespace numbers::store

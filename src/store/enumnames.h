#pragma once

#include "store/records.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace numbers::store {

// The stable words the ledger and the JSON output use for enumerators. Unknown words of a later version
// become the most careful value.
[[nodiscard]] QString toString(OperationRecord::Kind kind);
[[nodiscard]] QString toString(OperationRecord::Phase phase);
[[nodiscard]] QString toString(OperationRecord::Outcome outcome);
[[nodiscard]] QString toString(BackupRecord::Reason reason);
[[nodiscard]] QString toString(Health health);
[[nodiscard]] QString toString(twilio::Account::Status status);
[[nodiscard]] QString toString(twilio::Account::Type type);

[[nodiscard]] OperationRecord::Kind kindFromString(const QString &word);
[[nodiscard]] OperationRecord::Phase phaseFromString(const QString &word);
[[nodiscard]] OperationRecord::Outcome outcomeFromString(const QString &word);
[[nodiscard]] BackupRecord::Reason reasonFromString(const QString &word);
[[nodiscard]] twilio::Account::Status accountStatusFromString(const QString &word);
[[nodiscard]] twilio::Account::Type accountTypeFromString(const QString &word);

/// ISO 8601 in UTC with milliseconds; empty for an invalid time, and back.
[[nodiscard]] QString toText(const QDateTime &time);
[[nodiscard]] QDateTime timeFromText(const QString &text);

} // namespace numbers::store

#pragma once

#include "gui/common/themecolors.h"
#include "store/records.h"

#include <QString>

namespace numbers::gui {

/// The ledger's words for people.
[[nodiscard]] QString operationTitle(const store::OperationRecord &operation);
[[nodiscard]] QString outcomeText(const store::OperationRecord &operation);
[[nodiscard]] MessageKind outcomeKind(const store::OperationRecord &operation);
[[nodiscard]] QString stepTitle(const store::StepRecord &step);
/// Ids and codes that support asks for; empty where the operation's outcome says it better.
[[nodiscard]] QString stepDetail(const store::StepRecord &step);
[[nodiscard]] QString backupTitle(const store::BackupRecord &backup);
/// In the user's own time zone and format; a dash when there is none.
[[nodiscard]] QString timeText(const QDateTime &utc);
/// With seconds; without the date when that is the day of `day`.
[[nodiscard]] QString timeOfDayText(const QDateTime &utc, const QDateTime &day);

} // namespace numbers::gui

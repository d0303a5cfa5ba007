#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "store/records.h"

#include <QCoro/QCoroTask>
#include <QString>
#include <QStringList>

#include <functional>

namespace numbers::store {
class Ledger;
}

namespace numbers::gui {

enum class HistoryFormat { Csv, Json };

/// The format that a file's name asks for; CSV unless it ends in .json.
[[nodiscard]] HistoryFormat historyFormatOf(const QString &filePath);

/// The line of headings, and a line for each operation.
[[nodiscard]] QString historyCsvHeadings();
[[nodiscard]] QString historyCsvLine(const store::OperationHistory &history);

/// Writes these operations in their order, a few hundred at a time, into a file that replaces an older one
/// only when it is complete. Secrets are masked, and spreadsheets find no formula. The ledger has to outlive
/// it, or `cancel` is cancelled before. Gives how many; errors: Storage, Cancelled.
[[nodiscard]] QCoro::Task<Result<int>> exportHistory(store::Ledger &ledger, QStringList ids, QString filePath,
                                                     HistoryFormat format,
                                                     std::function<void(int done)> onProgress,
                                                     CancelToken cancel);

} // namespace numbers::gui

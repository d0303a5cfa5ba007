#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "models/fleetmodel.h"

#include <QCoro/QCoroTask>
#include <QList>

namespace numbers::gui {

enum class CopyFormat {
    Text,    ///< the shown columns, separated by tabs, as they are seen
    Csv,     ///< the same with headings; numbers in E.164 form, as in every file of this program
    Numbers, ///< in E.164 form, one a line
};

/// What these numbers are as text, as the ledger has them now and in this order. Errors as readRecords().
[[nodiscard]] QCoro::Task<Result<QString>> rowsAsText(store::Ledger &ledger, QList<qint64> ids,
                                                      QList<models::FleetModel::Column> columns,
                                                      CopyFormat format, CancelToken cancel);

} // namespace numbers::gui

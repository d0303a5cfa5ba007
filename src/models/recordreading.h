#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "store/records.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <functional>

namespace numbers::store {
class Ledger;
}

namespace numbers::models {

/// Reads the records of these rows as the ledger has them now, some hundred at a time and in the order of the
/// ids, and gives each part to `onPart`. Rows that have gone are left out. For everything that acts on rows:
/// a model only has those that were looked at. Errors: Storage, Cancelled; the ledger is not touched after
/// `cancel`, and `onPart` is not called.
[[nodiscard]] QCoro::Task<Result<void>>
readRecords(store::Ledger &ledger, QList<qint64> ids,
            std::function<void(const QList<store::NumberRecord> &part)> onPart, CancelToken cancel);

} // namespace numbers::models

#include "models/recordreading.h"

#include "store/ledger.h"

namespace numbers::models {

namespace {

/// Few enough that other work of the ledger's thread comes in between.
constexpr qsizetype partSize = 500;

} // namespace

QCoro::Task<Result<void>> readRecords(store::Ledger &ledger, QList<qint64> ids,
                                      std::function<void(const QList<store::NumberRecord> &part)> onPart,
                                      CancelToken cancel)
{
    for (qsizetype first = 0; first < ids.size(); first += partSize) {
        const QList<qint64> part = ids.mid(first, partSize);
        const auto records = co_await ledger.numbersById(part);
        if (cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!records) {
            co_return failure(records.error());
        }
        onPart(*records);
    }
    co_return Result<void>{};
}

} // namespace numbers::models

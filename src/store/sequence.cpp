#include "store/sequence.h"

using namespace Qt::StringLiterals;

namespace numbers::store {

Result<qint64> nextSequence(Database &database)
{
    const auto raised = database.execute(u"UPDATE ledger_sequence SET latest = latest + 1"_s);
    if (!raised) {
        return failure(raised.error());
    }
    return latestSequence(database);
}

Result<qint64> latestSequence(Database &database)
{
    auto row = database.query(u"SELECT latest FROM ledger_sequence"_s);
    if (!row) {
        return failure(row.error());
    }
    if (!row->next()) {
        return failure(database.damaged(u"no row in ledger_sequence"_s));
    }
    return row->value(0).toLongLong();
}

} // namespace numbers::store

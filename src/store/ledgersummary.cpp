#include "store/ledgersummary.h"

#include "store/migrator.h"

using namespace Qt::StringLiterals;

namespace numbers::store {

Result<LedgerSummary> readOutline(Database &database)
{
    const auto schema = schemaOf(database);
    if (!schema) {
        return failure(schema.error());
    }
    const auto tables = database.tables();
    if (!tables) {
        return failure(tables.error());
    }
    LedgerSummary outline;
    outline.schemaVersion = *schema;
    for (const QString &table : *tables) {
        outline.rowCounts.append({table, 0});
    }
    return outline;
}

Result<qint64> countRows(Database &database, const QString &table)
{
    // The names are the schema's own.
    auto count = database.query(u"SELECT COUNT(*) FROM \"%1\""_s.arg(table));
    if (!count) {
        return failure(count.error());
    }
    return count->next() ? count->value(0).toLongLong() : 0;
}

} // namespace numbers::store

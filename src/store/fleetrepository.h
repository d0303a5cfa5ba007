#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QHash>
#include <QList>

#include <optional>

namespace numbers::store {

[[nodiscard]] Result<std::optional<NumberRecord>> readNumber(Database &database, const QString &keyId,
                                                             const PhoneNumber &number);
/// Ids in the query's order; nothing comes last in both directions.
[[nodiscard]] Result<QList<qint64>> readNumberIds(Database &database, const FleetQuery &query);
/// How many ids that would be.
[[nodiscard]] Result<qint64> countNumbers(Database &database, const FleetQuery &query);
/// In the order of `ids`; ids that are gone are left out.
[[nodiscard]] Result<QList<NumberRecord>> readNumbersById(Database &database, const QList<qint64> &ids);
/// The agents of the numbers that Nixflex has.
[[nodiscard]] Result<QHash<PhoneNumber, AgentId>> readImported(Database &database, const QString &keyId);

} // namespace numbers::store

#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QList>

namespace numbers::store {

/// NumberRecord::healthDetail of every number that is Gone.
inline constexpr QLatin1StringView goneDetail("not_at_nixflex");

/// Inserted, or updated by key id and number. What the record leaves empty of a customer's label or a
/// baseline is kept.
[[nodiscard]] Result<void> writeNumber(Database &database, const NumberRecord &number);
[[nodiscard]] Result<void> deleteNumber(Database &database, const QString &keyId, const PhoneNumber &number);
/// Changes nothing but the business profile; does nothing for a number that is not in the fleet.
[[nodiscard]] Result<void> writeCustomPrompt(Database &database, const QString &keyId,
                                             const PhoneNumber &number, const QString &customPrompt);
/// The same for what else Nixflex says of it.
[[nodiscard]] Result<void> writeSettings(Database &database, const QString &keyId, const PhoneNumber &number,
                                         const QJsonObject &settings);

/// Merges what Nixflex says. `syncStart` (see sequence.h): numbers that an operation changed after that are
/// left alone, since the list may be older.
[[nodiscard]] Result<void> mergeSyncPage(Database &database, const QString &keyId, const QString &syncId,
                                         const QList<nixflex::Number> &page, qint64 syncStart);
/// Marks what the synchronisation did not see as gone; gives how many.
[[nodiscard]] Result<int> markUnseen(Database &database, const QString &keyId, const QString &syncId,
                                     qint64 syncStart);

// Names that numbers carry for sorting and searching.
[[nodiscard]] Result<void> renameAgent(Database &database, const QString &keyId, const AgentId &agent,
                                       const QString &name);
[[nodiscard]] Result<void> renameAccount(Database &database, const AccountSid &account, const QString &label,
                                         const QString &customer);

} // namespace numbers::store

#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QList>

namespace numbers::store {

[[nodiscard]] Result<void> writeAccount(Database &database, const AccountRecord &account);
[[nodiscard]] Result<QList<AccountRecord>> readAccounts(Database &database);
[[nodiscard]] Result<void> deleteAccount(Database &database, const AccountSid &sid);

[[nodiscard]] Result<void> writeAgents(Database &database, const QString &keyId,
                                       const QList<nixflex::Agent> &agents, const QDateTime &now);
[[nodiscard]] Result<QList<nixflex::Agent>> readAgents(Database &database, const QString &keyId);

} // namespace numbers::store

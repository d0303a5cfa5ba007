#pragma once

#include "base/result.h"
#include "store/database.h"
#include "store/records.h"

#include <QDateTime>
#include <QList>
#include <QSet>

namespace numbers::store {

/// What a health check found out about one row of the fleet.
struct HealthRecord
{
    qint64 id = 0; ///< of the number's row
    PhoneNumber phoneNumber;
    Health health = Health::Unknown;
    QString detail;                               ///< code of the first finding
    QString findings;                             ///< JSON; empty when there are none
    std::optional<WebhookConfiguration> lastSeen; ///< empty: not read, what was seen earlier stays
    QDateTime checkedAt;                          ///< invalid: not read, the earlier time stays
    AccountSid accountSid; ///< where it was found, for a row that did not know; null otherwise
    QString numberSid;     ///< with `accountSid`
};

/// Writes the records, in one transaction of the caller's. Left out are rows that an operation works on now
/// or one that ended after `since` (see sequence.h) has changed, since what was read is older, and
/// rows that are gone. Returns the
/// ids of those.
[[nodiscard]] Result<QSet<qint64>> writeHealth(Database &database, const QString &keyId,
                                               const QList<HealthRecord> &records, qint64 since);
/// Makes `webhooks` what the number is compared with from now on; they are what was just read, too. Conflict
/// when another operation works on the number, NotFound when it has no row.
[[nodiscard]] Result<void> writeBaseline(Database &database, const OperationRecord &operation,
                                         const WebhookConfiguration &webhooks, const HealthRecord &health);
/// Deletes the row of a number that is no longer at Nixflex; its operations stay. Conflict when it is not
/// Gone, or another operation works on it.
[[nodiscard]] Result<void> deleteGoneNumber(Database &database, const OperationRecord &operation);

// The reverse of the two, of the operation `ofId`. Errors: NotFound when there is no such operation, Conflict
// when it was done with another key, another one works on the number, or what it made of it is no longer so.
/// The number is compared with what it was before; one that was Good has to be checked anew.
[[nodiscard]] Result<void> takeBackBaseline(Database &database, const OperationRecord &operation,
                                            const QString &ofId);
/// The number is in the fleet again, as Gone, with what the operation kept of it: agent, account, business
/// profile, baseline. What only Nixflex and Twilio say of it is read from them when it is imported again.
[[nodiscard]] Result<void> takeBackNumber(Database &database, const OperationRecord &operation,
                                          const QString &ofId);

} // namespace numbers::store

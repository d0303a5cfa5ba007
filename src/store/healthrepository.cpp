#include "store/healthrepository.h"

#include "store/fleetrepository.h"
#include "store/numberrepository.h"
#include "store/operationjournal.h"
#include "store/operationrepository.h"
#include "store/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

struct HealthText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::HealthRepository)
};

QString textOf(const WebhookConfiguration &webhooks)
{
    return QString::fromUtf8(QJsonDocument(webhooks.toJson()).toJson(QJsonDocument::Compact));
}

Result<void> refuseAtWork(Database &database, const QString &keyId, const PhoneNumber &number)
{
    const auto other = unfinishedOperationOn(database, keyId, number);
    if (!other) {
        return failure(other.error());
    }
    if (!other->isEmpty()) {
        return failure(Error::make(Error::Kind::Conflict,
                                   HealthText::tr("Something else is being done with %1. Wait until it is "
                                                  "over, then try again.")
                                       .arg(number.international()),
                                   *other));
    }
    return {};
}

/// A row that did not know where its number belongs learns it, with the account's names.
Result<void> learnAccount(Database &database, const QString &keyId, const HealthRecord &record,
                          const QDateTime &now)
{
    auto row = readNumber(database, keyId, record.phoneNumber);
    if (!row) {
        return failure(row.error());
    }
    if (!*row || !(*row)->accountSid.isNull()) {
        return {};
    }
    (*row)->accountSid = record.accountSid;
    (*row)->numberSid = record.numberSid;
    return writeNumber(database, **row, now);
}

} // namespace

Result<QSet<qint64>> writeHealth(Database &database, const QString &keyId, const QList<HealthRecord> &records,
                                 const QDateTime &since, const QDateTime &now)
{
    const auto newer = numbersWorkedOn(database, keyId, since, true);
    if (!newer) {
        return failure(newer.error());
    }
    QSet<qint64> leftOut;
    for (const HealthRecord &record : records) {
        if (newer->contains(record.phoneNumber.e164())) {
            leftOut.insert(record.id);
            continue;
        }
        if (!record.accountSid.isNull()) {
            if (auto learnt = learnAccount(database, keyId, record, now); !learnt) {
                return failure(learnt.error());
            }
        }
        QString sql = u"UPDATE numbers SET health = ?, health_detail = ?, health_findings = ?"_s;
        QVariantList values{static_cast<int>(record.health), record.detail, record.findings};
        if (record.lastSeen) {
            sql += u", last_seen = ?"_s;
            values << textOf(*record.lastSeen);
        }
        if (record.checkedAt.isValid()) {
            sql += u", checked_at = ?"_s;
            values << toText(record.checkedAt);
        }
        values << keyId << record.phoneNumber.e164() << record.id;
        const auto written =
            database.execute(sql + u" WHERE key_id = ? AND phone_number = ? AND number_id = ?"_s, values);
        if (!written) {
            return failure(written.error());
        }
        if (*written == 0) {
            leftOut.insert(record.id);
        }
    }
    return leftOut;
}

Result<void> writeBaseline(Database &database, const OperationRecord &operation,
                           const WebhookConfiguration &webhooks, const HealthRecord &health)
{
    const QString &keyId = operation.keyId;
    const PhoneNumber &number = operation.phoneNumber;
    if (auto free = refuseAtWork(database, keyId, number); !free) {
        return free;
    }
    const auto before = readNumber(database, keyId, number);
    if (!before) {
        return failure(before.error());
    }
    const QString text = textOf(webhooks);
    const auto written = database.execute(
        u"UPDATE numbers SET baseline = ?, last_seen = ?, checked_at = ?, health = ?, health_detail = ?, "
        "health_findings = ? WHERE key_id = ? AND phone_number = ?"_s,
        {text, text, toText(health.checkedAt), static_cast<int>(health.health), health.detail,
         health.findings, keyId, number.e164()});
    if (!written) {
        return failure(written.error());
    }
    if (*written == 0) {
        return failure(
            Error::make(Error::Kind::NotFound,
                        HealthText::tr("%1 is no longer in the fleet.").arg(number.international())));
    }
    BackupRecord backup;
    backup.operationId = operation.id;
    backup.phoneNumber = number;
    backup.accountSid = operation.accountSid;
    backup.numberSid = operation.numberSid;
    backup.takenAt = operation.startedAt;
    QList<BackupRecord> backups;
    if (*before && (*before)->baseline) {
        backup.reason = BackupRecord::Reason::FormerBaseline;
        backup.webhooks = *(*before)->baseline;
        backups.append(backup);
    }
    backup.reason = BackupRecord::Reason::Adopted;
    backup.webhooks = webhooks;
    backups.append(backup);
    return journalDone(database, operation, backups);
}

Result<void> deleteGoneNumber(Database &database, const OperationRecord &operation)
{
    const QString &keyId = operation.keyId;
    const PhoneNumber &number = operation.phoneNumber;
    if (auto free = refuseAtWork(database, keyId, number); !free) {
        return free;
    }
    const auto deleted =
        database.execute(u"DELETE FROM numbers WHERE key_id = ? AND phone_number = ? AND health = ?"_s,
                         {keyId, number.e164(), static_cast<int>(Health::Gone)});
    if (!deleted) {
        return failure(deleted.error());
    }
    if (*deleted > 0) {
        return journalDone(database, operation, {});
    }
    const auto row = readNumber(database, keyId, number);
    if (!row) {
        return failure(row.error());
    }
    if (!*row) {
        return {}; // Forgotten already.
    }
    return failure(Error::make(
        Error::Kind::Conflict,
        HealthText::tr("%1 is at Nixflex after all, so it stays in the list.").arg(number.international())));
}

} // namespace numbers::store

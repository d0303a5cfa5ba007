#include "store/healthrepository.h"

#include "store/enumnames.h"
#include "store/fleetrepository.h"
#include "store/numberrepository.h"
#include "store/operationjournal.h"
#include "store/operationrepository.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

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
Result<void> learnAccount(Database &database, const QString &keyId, const HealthRecord &record)
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
    return writeNumber(database, **row);
}

/// The operation that is taken back by `operation`.
Result<OperationRecord> requireDone(Database &database, const QString &id, const OperationRecord &operation)
{
    auto found = readOperation(database, id);
    if (!found) {
        return failure(found.error());
    }
    if (*found && (*found)->keyId != operation.keyId) {
        return failure(Error::make(
            Error::Kind::Conflict,
            HealthText::tr("That was done with another Nixflex key. Take that key in the preferences first."),
            id));
    }
    if (!*found || (*found)->kind != operation.kind || (*found)->phoneNumber != operation.phoneNumber ||
        (*found)->outcome != OperationRecord::Outcome::Succeeded) {
        return failure(Error::make(Error::Kind::NotFound,
                                   HealthText::tr("There is no such operation in your records."), id));
    }
    return std::move(**found);
}

std::optional<WebhookConfiguration> webhooksOf(const QList<BackupRecord> &backups,
                                               BackupRecord::Reason reason)
{
    const auto found = std::find_if(backups.cbegin(), backups.cend(),
                                    [reason](const BackupRecord &backup) { return backup.reason == reason; });
    return found == backups.cend() ? std::nullopt : std::optional(found->webhooks);
}

BackupRecord snapshotOf(const OperationRecord &operation, BackupRecord::Reason reason,
                        const WebhookConfiguration &webhooks, const QString &friendlyName = {})
{
    BackupRecord snapshot;
    snapshot.operationId = operation.id;
    snapshot.reason = reason;
    snapshot.phoneNumber = operation.phoneNumber;
    snapshot.accountSid = operation.accountSid;
    snapshot.numberSid = operation.numberSid;
    snapshot.friendlyName = friendlyName;
    snapshot.webhooks = webhooks;
    snapshot.takenAt = operation.startedAt;
    return snapshot;
}

} // namespace

Result<QSet<qint64>> writeHealth(Database &database, const QString &keyId, const QList<HealthRecord> &records,
                                 qint64 since)
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
            if (auto learnt = learnAccount(database, keyId, record); !learnt) {
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
    QList<BackupRecord> backups;
    if (*before && (*before)->baseline) {
        backups.append(snapshotOf(operation, BackupRecord::Reason::FormerBaseline, *(*before)->baseline));
    }
    backups.append(snapshotOf(operation, BackupRecord::Reason::Adopted, webhooks));
    return journalDone(database, operation, backups);
}

Result<void> deleteGoneNumber(Database &database, const OperationRecord &operation)
{
    const QString &keyId = operation.keyId;
    const PhoneNumber &number = operation.phoneNumber;
    if (auto free = refuseAtWork(database, keyId, number); !free) {
        return free;
    }
    const auto row = readNumber(database, keyId, number);
    if (!row) {
        return failure(row.error());
    }
    if (!*row) {
        return {}; // Forgotten already.
    }
    const NumberRecord &gone = **row;
    if (gone.health != Health::Gone) {
        return failure(Error::make(Error::Kind::Conflict,
                                   HealthText::tr("%1 is at Nixflex after all, so it stays in the list.")
                                       .arg(number.international())));
    }
    if (auto deleted = deleteNumber(database, keyId, number); !deleted) {
        return deleted;
    }
    // What it takes to have it back.
    OperationRecord done = operation;
    done.agentId = gone.agentId;
    done.accountSid = gone.accountSid;
    done.numberSid = gone.numberSid;
    done.customPrompt = gone.customPrompt;
    QList<BackupRecord> backups;
    if (gone.baseline && !gone.accountSid.isNull() && !gone.numberSid.isEmpty()) {
        backups.append(
            snapshotOf(done, BackupRecord::Reason::FormerBaseline, *gone.baseline, gone.friendlyName));
    }
    return journalDone(database, done, backups);
}

Result<void> takeBackBaseline(Database &database, const OperationRecord &operation, const QString &ofId)
{
    const QString &keyId = operation.keyId;
    const PhoneNumber &number = operation.phoneNumber;
    if (auto free = refuseAtWork(database, keyId, number); !free) {
        return free;
    }
    const auto adoption = requireDone(database, ofId, operation);
    if (!adoption) {
        return failure(adoption.error());
    }
    const auto backups = readBackups(database, ofId);
    if (!backups) {
        return failure(backups.error());
    }
    const auto former = webhooksOf(*backups, BackupRecord::Reason::FormerBaseline);
    const auto adopted = webhooksOf(*backups, BackupRecord::Reason::Adopted);
    const auto row = readNumber(database, keyId, number);
    if (!row) {
        return failure(row.error());
    }
    if (!*row || !adopted || (*row)->baseline != adopted) {
        return failure(Error::make(
            Error::Kind::Conflict,
            HealthText::tr("What %1 is compared with has changed since, so there is nothing to take back.")
                .arg(number.international())));
    }
    // What else is known to be wrong with it stays.
    const Health health = (*row)->health == Health::Good ? Health::Unknown : (*row)->health;
    const auto written = database.execute(
        u"UPDATE numbers SET baseline = ?, health = ? WHERE key_id = ? AND phone_number = ?"_s,
        {former ? textOf(*former) : QString(), static_cast<int>(health), keyId, number.e164()});
    if (!written) {
        return failure(written.error());
    }
    QList<BackupRecord> snapshots{snapshotOf(operation, BackupRecord::Reason::FormerBaseline, *adopted)};
    if (former) {
        snapshots.append(snapshotOf(operation, BackupRecord::Reason::Adopted, *former));
    }
    return journalDone(database, operation, snapshots);
}

Result<void> takeBackNumber(Database &database, const OperationRecord &operation, const QString &ofId)
{
    const QString &keyId = operation.keyId;
    const auto forgotten = requireDone(database, ofId, operation);
    if (!forgotten) {
        return failure(forgotten.error());
    }
    const auto row = readNumber(database, keyId, operation.phoneNumber);
    if (!row) {
        return failure(row.error());
    }
    if (*row) {
        return failure(Error::make(
            Error::Kind::Conflict,
            HealthText::tr("%1 is in the list again already.").arg(operation.phoneNumber.international())));
    }
    const auto backups = readBackups(database, ofId);
    if (!backups) {
        return failure(backups.error());
    }
    NumberRecord number;
    number.keyId = keyId;
    number.phoneNumber = operation.phoneNumber;
    number.agentId = forgotten->agentId;
    number.accountSid = forgotten->accountSid;
    number.numberSid = forgotten->numberSid;
    number.customPrompt = forgotten->customPrompt;
    number.health = Health::Gone;
    number.healthDetail = QString(goneDetail);
    if (!backups->isEmpty()) {
        number.friendlyName = backups->first().friendlyName;
        number.baseline = backups->first().webhooks;
    }
    if (auto written = writeNumber(database, number); !written) {
        return written;
    }
    return journalDone(database, operation, {});
}

} // namespace numbers::store

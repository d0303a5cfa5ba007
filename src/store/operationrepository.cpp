#include "store/operationrepository.h"

#include "base/redact.h"
#include "store/enumnames.h"
#include "store/sequence.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

struct OperationText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::Operations)
};

const QString columns =
    u"operation_id, kind, phase, outcome, key_id, phone_number, agent_id, account_sid, number_sid, "
    "custom_prompt, idempotency_key, error, request_id, note, instance_id, started_at, sent_at, "
    "finished_at, former_agent_id, former_custom_prompt, sequence, epoch"_s;

/// Redacted once more, since what is in the ledger stays.
QString toText(std::optional<Error> error)
{
    if (!error) {
        return {};
    }
    error->userText = redacted(error->userText);
    error->detail = redacted(error->detail);
    return QString::fromUtf8(QJsonDocument(error->toJson()).toJson(QJsonDocument::Compact));
}

OperationRecord operationOf(const QSqlQuery &row)
{
    OperationRecord operation;
    operation.id = row.value(0).toString();
    operation.kind = kindFromString(row.value(1).toString());
    operation.phase = phaseFromString(row.value(2).toString());
    operation.outcome = outcomeFromString(row.value(3).toString());
    operation.keyId = row.value(4).toString();
    if (const auto number = PhoneNumber::fromE164(row.value(5).toString())) {
        operation.phoneNumber = *number;
    }
    if (const auto agent = AgentId::parse(row.value(6).toString())) {
        operation.agentId = *agent;
    }
    if (const auto account = AccountSid::parse(row.value(7).toString())) {
        operation.accountSid = *account;
    }
    operation.numberSid = row.value(8).toString();
    operation.customPrompt = row.value(9).toString();
    operation.idempotencyKey = row.value(10).toString().toLatin1();
    const QString error = row.value(11).toString();
    if (!error.isEmpty()) {
        operation.error = Error::fromJson(QJsonDocument::fromJson(error.toUtf8()).object());
    }
    operation.requestId = row.value(12).toString();
    operation.note = row.value(13).toString();
    operation.instanceId = row.value(14).toString();
    operation.startedAt = timeFromText(row.value(15).toString());
    operation.sentAt = timeFromText(row.value(16).toString());
    operation.finishedAt = timeFromText(row.value(17).toString());
    if (const auto agent = AgentId::parse(row.value(18).toString())) {
        operation.formerAgentId = *agent;
    }
    operation.formerCustomPrompt = row.value(19).toString();
    operation.sequence = row.value(20).toLongLong();
    operation.epoch = row.value(21).toInt();
    return operation;
}

Result<QList<OperationRecord>> operationsOf(Result<QSqlQuery> rows)
{
    if (!rows) {
        return failure(rows.error());
    }
    QList<OperationRecord> operations;
    while (rows->next()) {
        operations.append(operationOf(*rows));
    }
    return operations;
}

} // namespace

Result<QString> unfinishedOperationOn(Database &database, const QString &keyId, const PhoneNumber &number)
{
    auto rows = database.query(
        u"SELECT operation_id FROM operations WHERE key_id = ? AND phone_number = ? AND phase <> 'finished'"_s,
        {keyId, number.e164()});
    if (!rows) {
        return failure(rows.error());
    }
    return rows->next() ? rows->value(0).toString() : QString();
}

Result<QSet<QString>> numbersWorkedOn(Database &database, const QString &keyId, qint64 since,
                                      bool withUnfinished)
{
    // Two statements, since each has an index of its own.
    QString sql = u"SELECT phone_number FROM operations WHERE key_id = ? AND finished_sequence > ? "
                  "AND outcome = 'succeeded'"_s;
    QVariantList values{keyId, since};
    if (withUnfinished) {
        sql += u" UNION SELECT phone_number FROM operations WHERE key_id = ? AND phase <> 'finished'"_s;
        values << keyId;
    }
    auto rows = database.query(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    QSet<QString> numbers;
    while (rows->next()) {
        numbers.insert(rows->value(0).toString());
    }
    return numbers;
}

Result<void> insertOperation(Database &database, const OperationRecord &operation)
{
    const auto other = unfinishedOperationOn(database, operation.keyId, operation.phoneNumber);
    if (!other) {
        return failure(other.error());
    }
    if (!other->isEmpty()) {
        Error error = Error::make(
            Error::Kind::Conflict,
            OperationText::tr("Another operation on this number is under way or has no known outcome "
                              "yet. Nothing was sent. Wait until it is settled."),
            *other);
        error.providerCode = u"operation_under_way"_s;
        return failure(error);
    }
    const auto sequence = nextSequence(database);
    if (!sequence) {
        return failure(sequence.error());
    }
    const bool isFinished = operation.phase == OperationRecord::Phase::Finished;
    const auto written = database.execute(u"INSERT INTO operations (%1, finished_sequence) VALUES (?, ?, ?, "
                                          u"?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                          "?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns),
                                          {operation.id,
                                           toString(operation.kind),
                                           toString(operation.phase),
                                           toString(operation.outcome),
                                           operation.keyId,
                                           operation.phoneNumber.e164(),
                                           operation.agentId.toString(),
                                           operation.accountSid.toString(),
                                           operation.numberSid,
                                           operation.customPrompt,
                                           QString::fromLatin1(operation.idempotencyKey),
                                           toText(operation.error),
                                           operation.requestId,
                                           operation.note,
                                           operation.instanceId,
                                           store::toText(operation.startedAt),
                                           store::toText(operation.sentAt),
                                           store::toText(operation.finishedAt),
                                           operation.formerAgentId.toString(),
                                           operation.formerCustomPrompt,
                                           *sequence,
                                           operation.epoch,
                                           isFinished ? *sequence : 0});
    return written ? Result<void>() : failure(written.error());
}

Result<void> insertBackup(Database &database, const BackupRecord &backup)
{
    const auto written = database.execute(
        u"INSERT INTO webhook_backups (operation_id, reason, phone_number, account_sid, number_sid, "
        "friendly_name, webhooks, taken_at, messaging_service_sid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {backup.operationId, toString(backup.reason), backup.phoneNumber.e164(), backup.accountSid.toString(),
         backup.numberSid, backup.friendlyName,
         QString::fromUtf8(QJsonDocument(backup.webhooks.toJson()).toJson(QJsonDocument::Compact)),
         store::toText(backup.takenAt),
         backup.messagingServiceSid ? QVariant(*backup.messagingServiceSid) : QVariant()});
    return written ? Result<void>() : failure(written.error());
}

Result<void> insertStep(Database &database, const QString &operationId, const StepRecord &step)
{
    const auto written = database.execute(
        u"INSERT INTO operation_steps (operation_id, position, name, detail, happened_at) "
        "SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ? FROM operation_steps WHERE operation_id = ?"_s,
        {operationId, step.name, redacted(step.detail), store::toText(step.at), operationId});
    return written ? Result<void>() : failure(written.error());
}

Result<void> updatePhase(Database &database, const QString &operationId, OperationRecord::Phase phase,
                         const QString &requestId, const QDateTime &sentAt)
{
    const auto written = database.execute(
        u"UPDATE operations SET phase = ?, request_id = CASE WHEN ? = '' THEN request_id ELSE ? END, "
        "sent_at = CASE WHEN ? = '' THEN sent_at ELSE ? END WHERE operation_id = ? AND phase <> 'finished'"_s,
        {toString(phase), requestId, requestId, store::toText(sentAt), store::toText(sentAt), operationId});
    if (!written) {
        return failure(written.error());
    }
    if (*written != 1) {
        return failure(Error::make(Error::Kind::Internal, u"no unfinished operation %1"_s.arg(operationId)));
    }
    return {};
}

Result<bool> updateOutcome(Database &database, const QString &operationId, OperationRecord::Outcome outcome,
                           const std::optional<Error> &error, const QString &requestId, const QString &note,
                           const QDateTime &now)
{
    const bool isFinished = outcome != OperationRecord::Outcome::Unknown;
    const QString phase = isFinished ? toString(OperationRecord::Phase::Finished) : QString();
    const auto sequence = isFinished ? nextSequence(database) : Result<qint64>(0);
    if (!sequence) {
        return failure(sequence.error());
    }
    const auto written =
        database.execute(u"UPDATE operations SET outcome = ?, error = ?, note = ?, phase = CASE WHEN ? = '' "
                         u"THEN phase ELSE ? END, "
                         "request_id = CASE WHEN ? = '' THEN request_id ELSE ? END, finished_at = ?, "
                         "finished_sequence = ? WHERE operation_id = ? AND phase <> 'finished'"_s,
                         {toString(outcome), toText(error), note, phase, phase, requestId, requestId,
                          isFinished ? store::toText(now) : QString(), *sequence, operationId});
    if (!written) {
        return failure(written.error());
    }
    return *written == 1;
}

Result<void> updateHolder(Database &database, const QString &operationId, const QString &instanceId)
{
    const auto written =
        database.execute(u"UPDATE operations SET instance_id = ?, epoch = epoch + 1 WHERE operation_id = ?"_s,
                         {instanceId, operationId});
    return written ? Result<void>() : failure(written.error());
}

Result<QList<OperationRecord>> readUnfinished(Database &database, const QSet<QString> &living)
{
    auto all = operationsOf(database.query(
        u"SELECT %1 FROM operations WHERE phase <> 'finished' ORDER BY sequence"_s.arg(columns)));
    if (all) {
        all->removeIf(
            [&living](const OperationRecord &operation) { return living.contains(operation.instanceId); });
    }
    return all;
}

Result<QList<OperationRecord>> readOperations(Database &database, int limit, int offset)
{
    return operationsOf(
        database.query(u"SELECT %1 FROM operations ORDER BY sequence DESC LIMIT ? OFFSET ?"_s.arg(columns),
                       {limit > 0 ? limit : std::numeric_limits<int>::max(), offset}));
}

Result<QList<OperationRecord>> readOperationsOf(Database &database, const PhoneNumber &number)
{
    return operationsOf(database.query(
        u"SELECT %1 FROM operations WHERE phone_number = ? ORDER BY sequence DESC"_s.arg(columns),
        {number.e164()}));
}

Result<QList<OperationRecord>> readOperationsIn(Database &database, const QStringList &ids)
{
    QVariantList values;
    for (const QString &id : ids) {
        values << id;
    }
    return operationsOf(database.query(u"SELECT %1 FROM operations WHERE operation_id IN (%2)"_s.arg(
                                           columns, QStringList(ids.size(), u"?"_s).join(u',')),
                                       values));
}

Result<std::optional<OperationRecord>> readOperation(Database &database, const QString &id)
{
    const auto found = operationsOf(
        database.query(u"SELECT %1 FROM operations WHERE operation_id = ?"_s.arg(columns), {id}));
    if (!found) {
        return failure(found.error());
    }
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<StepRecord>> readSteps(Database &database, const QString &operationId)
{
    auto rows = database.query(
        u"SELECT name, detail, happened_at FROM operation_steps WHERE operation_id = ? ORDER BY position"_s,
        {operationId});
    if (!rows) {
        return failure(rows.error());
    }
    QList<StepRecord> steps;
    while (rows->next()) {
        steps.append(
            {rows->value(0).toString(), rows->value(1).toString(), timeFromText(rows->value(2).toString())});
    }
    return steps;
}

Result<QList<BackupRecord>> readBackups(Database &database, const QString &operationId)
{
    auto rows = database.query(
        u"SELECT backup_id, reason, phone_number, account_sid, number_sid, friendly_name, webhooks, "
        "taken_at, messaging_service_sid FROM webhook_backups WHERE operation_id = ? ORDER BY backup_id"_s,
        {operationId});
    if (!rows) {
        return failure(rows.error());
    }
    QList<BackupRecord> backups;
    while (rows->next()) {
        BackupRecord backup;
        backup.id = rows->value(0).toLongLong();
        backup.operationId = operationId;
        backup.reason = reasonFromString(rows->value(1).toString());
        if (const auto number = PhoneNumber::fromE164(rows->value(2).toString())) {
            backup.phoneNumber = *number;
        }
        if (const auto account = AccountSid::parse(rows->value(3).toString())) {
            backup.accountSid = *account;
        }
        backup.numberSid = rows->value(4).toString();
        backup.friendlyName = rows->value(5).toString();
        backup.webhooks = WebhookConfiguration::fromJson(
            QJsonDocument::fromJson(rows->value(6).toString().toUtf8()).object());
        backup.takenAt = timeFromText(rows->value(7).toString());
        if (const auto service = rows->value(8); !service.isNull()) {
            backup.messagingServiceSid = service.toString();
        }
        backups.append(backup);
    }
    return backups;
}

} // namespace numbers::store

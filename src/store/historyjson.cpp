#include "store/historyjson.h"

#include "base/redact.h"
#include "store/enumnames.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

QJsonValue isoTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(toText(time)) : QJsonValue();
}

} // namespace

QJsonObject snapshotJson(const BackupRecord &backup)
{
    return {
        {u"sequence"_s, backup.id},
        {u"reason"_s, toString(backup.reason)},
        {u"taken_at"_s, isoTime(backup.takenAt)},
        {u"operation_id"_s, backup.operationId},
        {u"twilio_account_sid"_s, backup.accountSid.toString()},
        {u"twilio_number_sid"_s, backup.numberSid},
        {u"friendly_name"_s, backup.friendlyName},
        {u"messaging_service_sid"_s,
         backup.messagingServiceSid ? QJsonValue(*backup.messagingServiceSid) : QJsonValue()},
    };
}

QJsonValue errorJson(const std::optional<Error> &error)
{
    if (!error) {
        return QJsonValue();
    }
    return QJsonObject{
        {u"kind"_s, toString(error->kind)},    {u"code"_s, error->providerCode},
        {u"http_status"_s, error->httpStatus}, {u"message"_s, redacted(error->userText)},
        {u"request_id"_s, error->requestId},
    };
}

QJsonObject operationJson(const OperationRecord &operation)
{
    return {
        {u"operation_id"_s, operation.id},
        {u"sequence"_s, operation.sequence},
        {u"kind"_s, toString(operation.kind)},
        {u"phase"_s, toString(operation.phase)},
        {u"outcome"_s, toString(operation.outcome)},
        {u"phone_number"_s, operation.phoneNumber.e164()},
        {u"agent_id"_s, operation.agentId.toString()},
        {u"twilio_account_sid"_s, operation.accountSid.toString()},
        {u"twilio_number_sid"_s, operation.numberSid},
        {u"request_id"_s, operation.requestId},
        {u"note"_s, operation.note},
        {u"started_at"_s, isoTime(operation.startedAt)},
        {u"finished_at"_s, isoTime(operation.finishedAt)},
        {u"error"_s, errorJson(operation.error)},
    };
}

QJsonObject historyJson(const OperationHistory &history)
{
    QJsonObject object = operationJson(history.operation);
    object.insert(u"former_agent_id"_s, history.operation.formerAgentId.toString());
    QJsonArray steps;
    for (const StepRecord &step : history.steps) {
        steps.append(QJsonObject{
            {u"name"_s, step.name}, {u"detail"_s, redacted(step.detail)}, {u"at"_s, isoTime(step.at)}});
    }
    object.insert(u"steps"_s, steps);
    QJsonArray webhooks;
    for (const BackupRecord &backup : history.backups) {
        QJsonObject row = snapshotJson(backup);
        QJsonObject fields;
        for (const auto &field : WebhookConfiguration::fields()) {
            fields.insert(field.jsonName, redacted(backup.webhooks.*field.member));
        }
        row.insert(u"fields"_s, fields);
        webhooks.append(row);
    }
    object.insert(u"webhooks"_s, webhooks);
    return object;
}

QString twilioResource(const BackupRecord &backup)
{
    return u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(backup.accountSid.toString(),
                                                                         backup.numberSid);
}

QJsonObject backupsJson(const PhoneNumber &number, const QList<BackupRecord> &backups)
{
    QJsonArray snapshots;
    for (const BackupRecord &backup : backups) {
        QJsonObject row = snapshotJson(backup);
        QJsonObject form;
        for (const auto &[name, value] : backup.webhooks.toForm()) {
            form.insert(name, value);
        }
        row.insert(u"twilio_form"_s, form);
        row.insert(u"twilio_resource"_s, twilioResource(backup));
        snapshots.append(row);
    }
    return {
        {u"format"_s, QString(backupFormat)},
        {u"version"_s, backupVersion},
        {u"phone_number"_s, number.e164()},
        {u"snapshots"_s, snapshots},
    };
}

} // namespace numbers::store

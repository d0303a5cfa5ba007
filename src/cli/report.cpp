#include "cli/report.h"

#include "base/plaintext.h"
#include "base/redact.h"
#include "store/enumnames.h"
#include "store/historyjson.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::cli::Report)
};

QJsonValue isoTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue optionalBool(const std::optional<bool> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray notesJson(const QList<operations::Note> &notes)
{
    QJsonArray array;
    for (const operations::Note &note : notes) {
        array.append(QJsonObject{{u"code"_s, note.code}, {u"message"_s, note.text}});
    }
    return array;
}

} // namespace

QJsonObject replacedJson(const WebhookConfiguration &before)
{
    QJsonObject object;
    QString lastUrl;
    for (const auto &field : WebhookConfiguration::fields()) {
        const QString &value = before.*field.member;
        // A method stands right behind its URL in the table.
        const bool isMethod = QString(field.jsonName).endsWith("_method"_L1);
        if (field.isDestination) {
            lastUrl = value;
        }
        if (!value.isEmpty() && (field.isDestination || (isMethod && !lastUrl.isEmpty()))) {
            object.insert(field.jsonName, value);
        }
    }
    return object;
}

QJsonValue errorJson(const std::optional<Error> &error)
{
    return store::errorJson(error);
}

QJsonObject OperationReport::toJson() const
{
    const auto textOrNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {
        {u"outcome"_s, outcome},
        {u"phone_number"_s, textOrNull(phoneNumber)},
        {u"agent_id"_s, textOrNull(agentId)},
        {u"twilio_number_sid"_s, textOrNull(numberSid)},
        {u"replaced"_s, replaced},
        {u"warnings"_s, notesJson(warnings)},
        {u"error"_s, errorJson(error)},
        {u"operation_id"_s, textOrNull(operationId)},
        {u"confirmation_needed"_s, isConfirmationNeeded},
    };
}

QJsonObject numberJson(const store::NumberRecord &number)
{
    return {
        {u"phone_number"_s, number.phoneNumber.e164()},
        {u"country"_s, number.phoneNumber.regionCode()},
        {u"agent_id"_s, number.agentId.toString()},
        {u"agent_name"_s, number.agentName},
        {u"twilio_account_sid"_s, number.accountSid.toString()},
        {u"twilio_number_sid"_s, number.numberSid},
        {u"friendly_name"_s, number.friendlyName},
        {u"customer"_s, number.customer},
        {u"inbound_enabled"_s, optionalBool(number.isInboundEnabled)},
        {u"outbound_enabled"_s, optionalBool(number.isOutboundEnabled)},
        {u"health"_s, store::toString(number.health)},
        {u"imported_at"_s, isoTime(number.importedAt)},
        {u"checked_at"_s, isoTime(number.checkedAt)},
    };
}

QJsonObject agentJson(const nixflex::Agent &agent)
{
    return {
        {u"agent_id"_s, agent.id.toString()},
        {u"name"_s, agent.name},
        {u"language"_s, agent.language},
        {u"is_active"_s, optionalBool(agent.isActive)},
    };
}

QJsonObject operationJson(const store::OperationRecord &operation)
{
    return store::operationJson(operation);
}

Report failureReport(OperationReport operation, ExitCode exitCode)
{
    Report report;
    report.json = operation.toJson();
    report.exitCode = exitCode;
    if (operation.error) {
        report.text = operation.error->userText;
        if (!operation.error->providerCode.isEmpty() || !operation.error->requestId.isEmpty()) {
            report.text += u'\n' + operation.error->report();
        }
    }
    return report;
}

Report listReport(const QString &name, const QJsonArray &rows, const QString &text)
{
    Report report;
    report.json = {{u"outcome"_s, u"listed"_s},
                   {name, rows},
                   {u"count"_s, rows.size()},
                   {u"warnings"_s, QJsonArray()},
                   {u"error"_s, QJsonValue()}};
    report.text = text;
    return report;
}

Report withWarnings(Report report, const QList<operations::Note> &warnings)
{
    QJsonArray rows;
    for (const operations::Note &warning : warnings) {
        rows.append(QJsonObject{{u"code"_s, warning.code}, {u"message"_s, warning.text}});
        report.text += u'\n' + warning.text;
    }
    report.json.insert(u"warnings"_s, rows);
    return report;
}

Report listFailure(const QString &name, const Error &error)
{
    Report report;
    report.json = {{u"outcome"_s, u"failed"_s},
                   {name, QJsonArray()},
                   {u"count"_s, 0},
                   {u"warnings"_s, QJsonArray()},
                   {u"error"_s, errorJson(error)}};
    report.text = error.userText;
    report.exitCode = exitCodeOfRead(error);
    return report;
}

Error ownRefusal(const QString &code, const QString &text)
{
    Error error = Error::make(Error::Kind::Invalid, text);
    error.providerCode = code;
    return error;
}

QString planText(const operations::ImportPlan &plan)
{
    QStringList lines;
    lines << ReportText::tr("Number:  %1 (%2)").arg(plan.phoneNumber.international(), plan.before.sid);
    lines << ReportText::tr("Account: %1 %2")
                 .arg(plan.credentials.accountSid.toString(), plan.account.friendlyName);
    lines << ReportText::tr("Agent:   %1 %2").arg(plan.agentId.toString(), plan.agentName);
    if (plan.replaced.isEmpty()) {
        lines << ReportText::tr("Nothing is configured at Twilio now, so nothing is lost.");
    } else {
        lines << ReportText::tr("Set at Twilio now, saved first, then replaced:");
        for (const operations::ReplacedField &field : plan.replaced) {
            lines << u"  %1 = %2%3"_s.arg(field.jsonName, escapedLine(redacted(field.value)),
                                          field.isLive ? QString()
                                                       : ReportText::tr("  (Twilio's demonstration)"));
        }
    }
    for (const operations::Note &problem : plan.problems) {
        lines << ReportText::tr("Problem: %1").arg(problem.text);
    }
    for (const operations::Note &warning : plan.warnings) {
        lines << ReportText::tr("Warning: %1").arg(warning.text);
    }
    return lines.join(u'\n');
}

QString tableText(const QList<QStringList> &rows)
{
    QList<QStringList> cells;
    for (const QStringList &row : rows) {
        QStringList line;
        std::transform(row.begin(), row.end(), std::back_inserter(line), &escapedLine);
        cells << line;
    }
    QList<qsizetype> widths;
    for (const QStringList &row : std::as_const(cells)) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column >= widths.size()) {
                widths.append(0);
            }
            widths[column] = std::max(widths.at(column), row.at(column).size());
        }
    }
    QStringList lines;
    for (const QStringList &row : std::as_const(cells)) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column) {
            line += column + 1 < row.size() ? row.at(column).leftJustified(widths.at(column) + 2)
                                            : row.at(column);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace numbers::cli

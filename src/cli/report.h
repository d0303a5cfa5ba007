#pragma once

#include "base/error.h"
#include "cli/exitcode.h"
#include "nixflex/types.h"
#include "operations/common/outcome.h"
#include "operations/planning/importplan.h"
#include "store/records.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace numbers::cli {

/// What a command has to say: the JSON object for scripts, the text for people, the exit code for both.
struct Report
{
    QJsonObject json;
    QString text;
    ExitCode exitCode = ExitCode::Done;
};

/// The members every import and removal prints, whatever happened; see `--help` and docs/cli.md.
struct OperationReport
{
    QString outcome; ///< imported, removed, planned, refused, failed, unknown
    QString phoneNumber;
    QString agentId;
    QString numberSid;
    QJsonObject replaced;
    QList<operations::Note> warnings;
    std::optional<Error> error;
    QString operationId;
    bool isConfirmationNeeded = false;

    [[nodiscard]] QJsonObject toJson() const;
};

/// Every field that is set now, by Twilio's names; methods only beside their URLs.
[[nodiscard]] QJsonObject replacedJson(const WebhookConfiguration &before);
/// `{kind,code,http_status,message,request_id}` or null.
[[nodiscard]] QJsonValue errorJson(const std::optional<Error> &error);
[[nodiscard]] QJsonObject numberJson(const store::NumberRecord &number);
[[nodiscard]] QJsonObject agentJson(const nixflex::Agent &agent);
[[nodiscard]] QJsonObject operationJson(const store::OperationRecord &operation);

[[nodiscard]] Report failureReport(OperationReport operation, ExitCode exitCode);
[[nodiscard]] Report listReport(const QString &name, const QJsonArray &rows, const QString &text);
/// Adds what a list leaves open: to the JSON, and below the text.
[[nodiscard]] Report withWarnings(Report report, const QList<operations::Note> &warnings);
[[nodiscard]] Report listFailure(const QString &name, const Error &error);

/// A number that our own checks refuse, told with the code Nixflex would use.
[[nodiscard]] Error ownRefusal(const QString &code, const QString &text);

/// The plan, for a person.
[[nodiscard]] QString planText(const operations::ImportPlan &plan);
/// Columns padded to their widest cell.
[[nodiscard]] QString tableText(const QList<QStringList> &rows);

} // namespace numbers::cli

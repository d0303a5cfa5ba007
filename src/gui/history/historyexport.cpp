#include "gui/history/historyexport.h"

#include "base/filewriter.h"
#include "base/redact.h"
#include "gui/common/tableview.h"
#include "store/enumnames.h"
#include "store/historyjson.h"
#include "store/ledger.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype batchSize = 200;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryExport)
};

Error notWritten(const QString &filePath, const FileWriter &file)
{
    return Error::make(Error::Kind::Storage,
                       Text::tr("“%1” could not be written: %2").arg(filePath, file.errorString()));
}

/// The first or the last snapshot that is not empty of meaning for "before" and "after".
const store::BackupRecord *snapshot(const store::OperationHistory &history, bool isBefore)
{
    using Reason = store::BackupRecord::Reason;
    const store::BackupRecord *found = nullptr;
    for (const auto &backup : history.backups) {
        const auto isOfBefore =
            backup.reason == Reason::BeforeImport || backup.reason == Reason::BeforeRemove ||
            backup.reason == Reason::BeforeRestore || backup.reason == Reason::FormerBaseline;
        if (isOfBefore == isBefore && backup.reason != Reason::Unknown && backup.reason != Reason::Planned &&
            (found == nullptr || !isBefore)) {
            found = &backup;
        }
    }
    return found;
}

QStringList addressesOf(const store::BackupRecord *backup)
{
    if (backup == nullptr) {
        return {QString(), QString(), QString()};
    }
    return {redacted(backup->webhooks.voiceUrl), redacted(backup->webhooks.smsUrl),
            redacted(backup->webhooks.statusCallback)};
}

QByteArray jsonOf(const store::OperationHistory &history)
{
    return QJsonDocument(store::historyJson(history)).toJson(QJsonDocument::Compact);
}

QByteArray linesOf(const QList<store::OperationHistory> &histories, HistoryFormat format, bool isFirst)
{
    QByteArray lines;
    for (const auto &history : histories) {
        if (format == HistoryFormat::Csv) {
            lines += historyCsvLine(history).toUtf8();
        } else {
            lines += (std::exchange(isFirst, false) ? "\n" : ",\n") + jsonOf(history);
        }
    }
    return lines;
}

} // namespace

HistoryFormat historyFormatOf(const QString &filePath)
{
    return filePath.endsWith(".json"_L1, Qt::CaseInsensitive) ? HistoryFormat::Json : HistoryFormat::Csv;
}

QString historyCsvHeadings()
{
    // The names of the JSON export, for other programs; a person knows them from the providers.
    return csvLine({u"started_at"_s, u"finished_at"_s, u"kind"_s, u"phone_number"_s, u"outcome"_s,
                    u"agent_id"_s, u"former_agent_id"_s, u"twilio_account_sid"_s, u"twilio_number_sid"_s,
                    u"request_id"_s, u"error_code"_s, u"error_message"_s, u"voice_url_before"_s,
                    u"sms_url_before"_s, u"status_callback_before"_s, u"voice_url_after"_s,
                    u"sms_url_after"_s, u"status_callback_after"_s, u"operation_id"_s});
}

QString historyCsvLine(const store::OperationHistory &history)
{
    const auto &operation = history.operation;
    QStringList fields{store::toText(operation.startedAt),
                       store::toText(operation.finishedAt),
                       store::toString(operation.kind),
                       operation.phoneNumber.e164(),
                       store::toString(operation.outcome),
                       operation.agentId.toString(),
                       operation.formerAgentId.toString(),
                       operation.accountSid.toString(),
                       operation.numberSid,
                       operation.requestId,
                       operation.error ? operation.error->providerCode : QString(),
                       operation.error ? operation.error->userText : QString()};
    fields += addressesOf(snapshot(history, true));
    fields += addressesOf(snapshot(history, false));
    fields += operation.id;
    return csvLine(fields);
}

QCoro::Task<Result<int>> exportHistory(store::Ledger &ledger, QStringList ids, QString filePath,
                                       HistoryFormat format, std::function<void(int done)> onProgress,
                                       CancelToken cancel)
{
    FileWriter file(filePath, FileWriter::Access::AsUsual);
    // A spreadsheet takes text without a mark for its own encoding.
    const QByteArray head = format == HistoryFormat::Csv ? "\xEF\xBB\xBF" + historyCsvHeadings().toUtf8()
                                                         : QByteArray("{\"operations\":[");
    if (!file.open() || !file.write(head)) {
        co_return failure(notWritten(filePath, file));
    }
    int done = 0;
    for (qsizetype first = 0; first < ids.size(); first += batchSize) {
        const QStringList part = ids.mid(first, batchSize);
        const auto histories = co_await ledger.histories(part);
        if (cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!histories) {
            co_return failure(histories.error());
        }
        const QByteArray lines = linesOf(*histories, format, done == 0);
        if (!file.write(lines)) {
            co_return failure(notWritten(filePath, file));
        }
        done += static_cast<int>(histories->size());
        onProgress(done);
    }
    const QByteArray end = format == HistoryFormat::Csv ? QByteArray() : QByteArray("\n]}\n");
    if (!file.write(end) || !file.commit()) {
        co_return failure(notWritten(filePath, file));
    }
    co_return done;
}

} // namespace numbers::gui

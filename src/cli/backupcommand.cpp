#include "base/filewriter.h"
#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "store/historyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

/// Newest first.
QCoro::Task<Result<QList<store::BackupRecord>>> backupsOf(const CommandContext &context, PhoneNumber number)
{
    store::Ledger &ledger = context.workspace.ledger();
    store::OperationQuery query;
    query.phoneNumber = std::move(number);
    const auto ids = co_await ledger.operationIds(query);
    if (!ids) {
        co_return failure(ids.error());
    }
    const QStringList &all = *ids;
    const auto histories = co_await ledger.histories(all);
    if (!histories) {
        co_return failure(histories.error());
    }
    QList<store::BackupRecord> backups;
    for (const store::OperationHistory &history : *histories) {
        for (const store::BackupRecord &backup : history.backups) {
            // Of a number whose place at Twilio was never known nothing can be set back.
            if (!backup.accountSid.isNull() && !backup.numberSid.isEmpty()) {
                backups.append(backup);
            }
        }
    }
    // Operations with several keys may overlap; what counts is when each snapshot was taken.
    std::sort(backups.begin(), backups.end(),
              [](const auto &one, const auto &other) { return one.id > other.id; });
    co_return backups;
}

/// For its owner only: addresses may carry passwords, and without them they are worth nothing.
Result<void> writeBackup(const QString &fileName, const QByteArray &content)
{
    QString reason;
    if (!writeFile(fileName, content, FileWriter::Access::OwnerOnly, &reason)) {
        return failure(Error::make(Error::Kind::Storage,
                                   CommandText::tr("“%1” could not be written: %2").arg(fileName, reason)));
    }
    return {};
}

} // namespace

QCoro::Task<Report> runBackupExport(const CommandContext &context)
{
    const QString name = u"snapshots"_s;
    const auto number = co_await readNumber(context);
    if (!number) {
        co_return listFailure(name, number.error());
    }
    const PhoneNumber &phoneNumber = *number;
    const auto backups = co_await backupsOf(context, phoneNumber);
    if (!backups) {
        co_return listFailure(name, backups.error());
    }
    if (backups->isEmpty()) {
        co_return listFailure(
            name, ownRefusal(u"no_backup"_s, CommandText::tr("Nothing was saved of %1 on this computer.")
                                                 .arg(phoneNumber.international())));
    }
    const QJsonObject document = store::backupsJson(phoneNumber, *backups);
    const QByteArray text = QJsonDocument(document).toJson(QJsonDocument::Indented);
    const QString fileName = context.arguments.outputFile;
    Report report;
    report.text = QString::fromUtf8(text).trimmed();
    if (!fileName.isEmpty()) {
        if (const auto written = writeBackup(fileName, text); !written) {
            co_return listFailure(name, written.error());
        }
        report.text = CommandText::tr("%n snapshots are in “%1”.", nullptr, static_cast<int>(backups->size()))
                          .arg(fileName);
    }
    report.json = document;
    report.json.insert(u"outcome"_s, u"exported"_s);
    report.json.insert(u"count"_s, backups->size());
    report.json.insert(u"file"_s, fileName.isEmpty() ? QJsonValue() : QJsonValue(fileName));
    report.json.insert(u"warnings"_s, QJsonArray());
    report.json.insert(u"error"_s, QJsonValue());
    co_return report;
}

} // namespace numbers::cli

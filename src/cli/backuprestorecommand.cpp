#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "cli/restoreoffer.h"
#include "store/backupreader.h"
#include "store/historyjson.h"

#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using operations::SavedWebhooks;

/// What is set back, and of which number.
struct Wanted
{
    PhoneNumber phoneNumber;
    SavedWebhooks saved;
};

Result<QByteArray> readFile(const QString &fileName)
{
    // A number with thousands of operations stays below that.
    constexpr qint64 longest = qint64(16) << 20U;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ownRefusal(u"backup_not_readable"_s,
                       CommandText::tr("“%1” cannot be read: %2").arg(fileName, file.errorString())));
    }
    QByteArray bytes = file.read(longest + 1);
    if (bytes.size() > longest) {
        return failure(
            ownRefusal(u"backup_too_large"_s,
                       CommandText::tr("“%1” is too large to be the backup of one number.").arg(fileName)));
    }
    return bytes;
}

/// The file holds what is asked for: this number, this account.
std::optional<Error> mismatch(const CommandContext &context, const PhoneNumber &inFile,
                              const AccountSid &accountSid)
{
    if (!context.arguments.number.isEmpty()) {
        const auto numbers = readNumberChoices(context);
        if (!numbers) {
            return numbers.error();
        }
        if (!numbers->contains(inFile)) {
            return ownRefusal(u"other_number"_s, CommandText::tr("“%1” is a backup of %2, not of %3.")
                                                     .arg(context.arguments.inputFile, inFile.international(),
                                                          numbers->first().international()));
        }
    }
    if (!context.arguments.twilioSid.isEmpty()) {
        const auto sid = readAccountSid(context);
        if (!sid) {
            return sid.error();
        }
        if (*sid != accountSid) {
            return ownRefusal(u"other_account"_s,
                              CommandText::tr("What “%1” holds belongs to the Twilio account %2.")
                                  .arg(context.arguments.inputFile, accountSid.toString()));
        }
    }
    return {};
}

Result<Wanted> readWanted(const CommandContext &context)
{
    const QString fileName = context.arguments.inputFile;
    const auto bytes = readFile(fileName);
    if (!bytes) {
        return failure(bytes.error());
    }
    const auto backups = store::readBackups(*bytes);
    if (!backups) {
        Error error = backups.error();
        error.userText = u"%1: %2"_s.arg(fileName, error.userText);
        return failure(error);
    }
    const QString operationId = context.arguments.operationId;
    const auto saved = SavedWebhooks::of(backups->snapshots, operationId);
    if (!saved) {
        return failure(ownRefusal(
            u"no_backup"_s,
            operationId.isEmpty()
                ? CommandText::tr("“%1” does not say what was there before an import.").arg(fileName)
                : CommandText::tr("“%1” does not say what was there before the import or restore “%2”.")
                      .arg(fileName, operationId)));
    }
    if (const auto error = mismatch(context, backups->phoneNumber, saved->before.accountSid)) {
        return failure(*error);
    }
    return Wanted{backups->phoneNumber, *saved};
}

/// Which of the file's snapshots it is.
Report withSnapshot(Report report, const store::BackupRecord &snapshot)
{
    report.json.insert(u"snapshot"_s, store::snapshotJson(snapshot));
    return report;
}

QCoro::Task<Report> setBackFrom(const CommandContext &context, OperationReport operation, Wanted wanted)
{
    const AccountSid accountSid = wanted.saved.before.accountSid;
    const auto credentials = co_await takeAccess(context, accountSid);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const QList<store::OperationRecord> settled = co_await settleLeftovers(context);
    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    const twilio::Credentials &pair = *credentials;
    const CancelToken cancel = context.cancel;
    auto offer = co_await context.workspace.operations()->offerRestoreOf(wanted.saved, pair,
                                                                         wanted.phoneNumber, cancel);
    if (!offer) {
        co_return refused(operation, offer.error());
    }
    // Another file may have been meant: only what is as this one says has been done.
    const bool isAsSaved = offer->isPossible() && offer->plan.isEmpty() && offer->plan.kept.isEmpty();
    auto done =
        alreadyCompletedReport(operation, settled, store::OperationRecord::Kind::Restore, u"restored"_s);
    if (isAsSaved && done) {
        co_return *std::move(done);
    }
    Report report = co_await setBack(context, std::move(operation), *std::move(offer), SetBack::Backup);
    co_return report;
}

} // namespace

QCoro::Task<Report> runBackupRestore(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto wanted = readWanted(context);
    if (!wanted) {
        co_return refused(operation, wanted.error());
    }
    const Wanted &found = *wanted;
    operation.phoneNumber = found.phoneNumber.e164();
    if (const auto error = unknownOverwrite(context.arguments)) {
        co_return refused(operation, *error);
    }
    const QString when = found.saved.before.takenAt.toLocalTime().toString(Qt::ISODate);
    context.say(CommandText::tr("What was there at %1 on %2:").arg(found.phoneNumber.international(), when));
    Report report = co_await setBackFrom(context, operation, found);
    co_return withSnapshot(report, found.saved.before);
}

} // namespace numbers::cli

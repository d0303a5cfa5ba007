#include "cli/commandsupport.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using importing::RestoreOffer;
using importing::RestorePlan;

QJsonArray entriesJson(const QList<RestorePlan::Entry> &entries)
{
    QJsonArray rows;
    for (const auto &entry : entries) {
        rows.append(QJsonObject{
            {u"field"_s, QString(entry.field->jsonName)}, {u"now"_s, entry.now}, {u"saved"_s, entry.saved}});
    }
    return rows;
}

void addEntries(QStringList &lines, const QString &title, const QList<RestorePlan::Entry> &entries)
{
    if (entries.isEmpty()) {
        return;
    }
    lines << title;
    for (const auto &entry : entries) {
        lines << u"    %1: %2 -> %3"_s.arg(QString(entry.field->jsonName),
                                           entry.now.isEmpty() ? u"-"_s : entry.now,
                                           entry.saved.isEmpty() ? u"-"_s : entry.saved);
    }
}

QString offerText(const RestoreOffer &offer)
{
    QStringList lines;
    addEntries(lines, CommandText::tr("Is set back:"), offer.plan.restored);
    addEntries(lines, CommandText::tr("Was changed by somebody after the import and stays:"),
               offer.plan.kept);
    addEntries(lines, CommandText::tr("Cannot be set back, since Twilio no longer has it:"),
               offer.plan.unavailable);
    return lines.join(u'\n');
}

Report withOffer(Report report, const RestoreOffer &offer)
{
    report.json.insert(u"restored"_s, entriesJson(offer.plan.restored));
    report.json.insert(u"kept"_s, entriesJson(offer.plan.kept));
    report.json.insert(u"unavailable"_s, entriesJson(offer.plan.unavailable));
    return report;
}

/// The account that the number was last imported from: its operations tell.
QCoro::Task<Result<AccountSid>> accountOfLastImport(const CommandContext &context, PhoneNumber number)
{
    const auto operations = co_await context.workspace.ledger().operationsOf(number);
    if (!operations) {
        co_return failure(operations.error());
    }
    for (const store::OperationRecord &operation : *operations) {
        if (operation.kind == store::OperationRecord::Kind::Import && !operation.accountSid.isNull()) {
            co_return operation.accountSid;
        }
    }
    co_return failure(ownRefusal(
        u"no_backup"_s, CommandText::tr("%1 was never imported on this computer, so nothing was saved here.")
                            .arg(number.international())));
}

} // namespace

QCoro::Task<Report> runRestore(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto number = readNumber(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    const PhoneNumber &phoneNumber = *number;
    operation.phoneNumber = phoneNumber.e164();
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return refused(operation, hasKey.error());
    }
    co_await settleLeftovers(context);
    const auto sid = co_await accountOfLastImport(context, phoneNumber);
    if (!sid) {
        co_return refused(operation, sid.error());
    }
    const AccountSid &accountSid = *sid;
    const auto credentials = co_await readCredentials(context, accountSid);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    importing::Importer *importer = context.workspace.importer();
    const twilio::Credentials &pair = *credentials;
    const CancelToken cancel = context.cancel;
    auto offer = co_await importer->offerRestore(pair, phoneNumber, cancel);
    if (!offer) {
        co_return refused(operation, offer.error());
    }
    const RestoreOffer shown = *offer;
    operation.numberSid = shown.now.sid;
    context.say(offerText(shown));
    if (!shown.isPossible()) {
        const importing::Note &problem = shown.problems.first();
        co_return withOffer(refused(operation, ownRefusal(problem.code, problem.text)), shown);
    }
    if (context.arguments.isDryRun) {
        operation.outcome = u"planned"_s;
        Report report;
        report.json = operation.toJson();
        report.text = CommandText::tr("Nothing was changed (--dry-run).");
        co_return withOffer(report, shown);
    }
    if (!context.arguments.isConfirmed && !shown.plan.isEmpty()) {
        operation.isConfirmationNeeded = true;
        co_return withOffer(
            refused(operation, ownRefusal(u"confirmation_needed"_s,
                                          CommandText::tr("This changes who answers %1. Nothing was changed "
                                                          "yet. Add --yes to go on.")
                                              .arg(phoneNumber.international()))),
            shown);
    }
    const auto outcome = co_await importer->restore(std::move(*offer), cancel);
    Report report = outcomeReport(operation, outcome, u"restored"_s);
    if (outcome.kind == importing::OperationOutcome::Kind::Succeeded) {
        report.text = (shown.plan.isEmpty()
                           ? CommandText::tr("%1 is as it was before the import; nothing had to be set back.")
                                 .arg(phoneNumber.international())
                           : CommandText::tr("%1 is answered as before the import again. Operation %2.")
                                 .arg(phoneNumber.international(), outcome.operationId)) +
                      notesText(outcome.warnings);
    }
    co_return withOffer(report, shown);
}

} // namespace numbers::cli

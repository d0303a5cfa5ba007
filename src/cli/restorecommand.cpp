#include "cli/commandsupport.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

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

/// The number given, or that of the operation given.
QCoro::Task<Result<PhoneNumber>> numberToUndo(const CommandContext &context)
{
    const QString id = context.arguments.operationId;
    if (id.isEmpty()) {
        co_return readNumber(context);
    }
    const auto operation = co_await context.workspace.ledger().operation(id);
    if (!operation) {
        co_return failure(operation.error());
    }
    if (!operation->has_value() || operation->value().kind != store::OperationRecord::Kind::Import) {
        co_return failure(
            ownRefusal(u"no_such_import"_s, CommandText::tr("There is no import with the id “%1”.").arg(id)));
    }
    co_return operation->value().phoneNumber;
}

/// Every field that is to be overwritten has to be one.
std::optional<Error> unknownField(const QStringList &names)
{
    const auto fields = WebhookConfiguration::fields();
    for (const QString &name : names) {
        const bool isKnown = std::any_of(fields.begin(), fields.end(),
                                         [&name](const auto &field) { return field.jsonName == name; });
        if (!isKnown) {
            return ownRefusal(u"unknown_field"_s,
                              CommandText::tr("Twilio has no field “%1” that could be set back.").arg(name));
        }
    }
    return {};
}

QString doneText(const RestoreOffer &offer, bool isUndo, const QString &operationId)
{
    const QString number = offer.phoneNumber.international();
    if (isUndo) {
        return CommandText::tr("%1 is no longer at Nixflex and is answered as before the import again. "
                               "Operation %2.")
            .arg(number, operationId);
    }
    return offer.plan.isEmpty()
               ? CommandText::tr("%1 is as it was before the import; nothing had to be set back.").arg(number)
               : CommandText::tr("%1 is answered as before the import again. Operation %2.")
                     .arg(number, operationId);
}

QCoro::Task<Report> runSetBack(const CommandContext &context, bool isUndo)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto number = co_await numberToUndo(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    const PhoneNumber &phoneNumber = *number;
    operation.phoneNumber = phoneNumber.e164();
    if (const auto error = unknownField(context.arguments.overwrite)) {
        co_return refused(operation, *error);
    }
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return refused(operation, hasKey.error());
    }
    const auto sid = co_await accountOfLastImport(context, phoneNumber);
    if (!sid) {
        co_return refused(operation, sid.error());
    }
    const AccountSid &accountSid = *sid;
    const auto credentials = co_await readCredentials(context, accountSid);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const QList<store::OperationRecord> settled = co_await settleLeftovers(context);
    auto done = isUndo ? doneByNow(operation, settled, store::OperationRecord::Kind::Undo, u"undone"_s)
                       : doneByNow(operation, settled, store::OperationRecord::Kind::Restore, u"restored"_s);
    if (done) {
        co_return *std::move(done);
    }
    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    importing::Importer *importer = context.workspace.importer();
    const twilio::Credentials &pair = *credentials;
    const CancelToken cancel = context.cancel;
    auto looking = isUndo ? importer->offerUndo(pair, phoneNumber, cancel)
                          : importer->offerRestore(pair, phoneNumber, cancel);
    auto offer = co_await std::move(looking);
    if (!offer) {
        co_return refused(operation, offer.error());
    }
    const QStringList overwrite = context.arguments.overwrite;
    offer->overwrite(QSet<QString>(overwrite.begin(), overwrite.end()));
    const RestoreOffer shown = *offer;
    operation.numberSid = shown.now.sid;
    operation.agentId = shown.atNixflex ? shown.atNixflex->agentId.toString() : QString();
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
    if (!context.arguments.isConfirmed && (isUndo || !shown.plan.isEmpty())) {
        operation.isConfirmationNeeded = true;
        co_return withOffer(
            refused(operation, ownRefusal(u"confirmation_needed"_s,
                                          CommandText::tr("This changes who answers %1. Nothing was changed "
                                                          "yet. Add --yes to go on.")
                                              .arg(phoneNumber.international()))),
            shown);
    }
    auto writing =
        isUndo ? importer->undo(std::move(*offer), cancel) : importer->restore(std::move(*offer), cancel);
    const auto outcome = co_await std::move(writing);
    Report report = outcomeReport(operation, outcome, isUndo ? u"undone"_s : u"restored"_s);
    if (outcome.kind == importing::OperationOutcome::Kind::Succeeded) {
        report.text = doneText(shown, isUndo, outcome.operationId) + notesText(outcome.warnings);
    }
    co_return withOffer(report, shown);
}

} // namespace

QCoro::Task<Report> runRestore(const CommandContext &context)
{
    return runSetBack(context, false);
}

QCoro::Task<Report> runUndo(const CommandContext &context)
{
    return runSetBack(context, true);
}

} // namespace numbers::cli

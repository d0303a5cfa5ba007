#include "cli/restoreoffer.h"

#include "base/plaintext.h"
#include "base/redact.h"
#include "cli/commandsession.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using operations::RestoreOffer;
using operations::RestorePlan;

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
        lines << u"    %1: %2 -> %3"_s.arg(
            QString(entry.field->jsonName), entry.now.isEmpty() ? u"-"_s : escapedLine(redacted(entry.now)),
            entry.saved.isEmpty() ? u"-"_s : escapedLine(redacted(entry.saved)));
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

QString nothingText(const RestoreOffer &offer, SetBack how)
{
    const QString number = offer.phoneNumber.international();
    if (!offer.plan.kept.isEmpty() || !offer.plan.unavailable.isEmpty()) {
        return CommandText::tr("Nothing of %1 could be set back: what differs stays as listed.").arg(number);
    }
    return how == SetBack::Backup
               ? CommandText::tr("%1 is as it was saved; nothing had to be set back.").arg(number)
               : CommandText::tr("%1 is as it was before the import; nothing had to be set back.")
                     .arg(number);
}

QString doneText(const RestoreOffer &offer, SetBack how, const QString &operationId)
{
    const QString number = offer.phoneNumber.international();
    if (how == SetBack::Undo) {
        return CommandText::tr("%1 is no longer at Nixflex and is answered as before the import again. "
                               "Operation %2.")
            .arg(number, operationId);
    }
    if (offer.plan.isEmpty()) {
        return nothingText(offer, how);
    }
    return how == SetBack::Backup
               ? CommandText::tr("%1 is answered again as it was saved. Operation %2.")
                     .arg(number, operationId)
               : CommandText::tr("%1 is answered as before the import again. Operation %2.")
                     .arg(number, operationId);
}

} // namespace

std::optional<Error> unknownOverwrite(const Arguments &arguments)
{
    const auto fields = WebhookConfiguration::fields();
    for (const QString &name : arguments.overwrite) {
        const bool isKnown = std::any_of(fields.begin(), fields.end(),
                                         [&name](const auto &field) { return field.jsonName == name; });
        if (!isKnown) {
            return ownRefusal(u"unknown_field"_s,
                              CommandText::tr("Twilio has no field “%1” that could be set back.").arg(name));
        }
    }
    return {};
}

QCoro::Task<Report> setBack(const CommandContext &context, OperationReport operation, RestoreOffer offer,
                            SetBack how)
{
    const QStringList overwrite = context.arguments.overwrite;
    offer.overwrite(QSet<QString>(overwrite.begin(), overwrite.end()));
    const RestoreOffer shown = offer;
    operation.numberSid = shown.now.sid;
    operation.agentId = shown.atNixflex ? shown.atNixflex->agentId.toString() : QString();
    context.say(offerText(shown));
    if (!shown.isPossible()) {
        const operations::Note &problem = shown.problems.first();
        co_return withOffer(refused(operation, ownRefusal(problem.code, problem.text)), shown);
    }
    if (context.arguments.isDryRun) {
        co_return withOffer(planned(std::move(operation)), shown);
    }
    const bool isUndo = how == SetBack::Undo;
    if (!context.arguments.isConfirmed && (isUndo || !shown.plan.isEmpty())) {
        co_return withOffer(reroutingConfirmation(std::move(operation), shown.phoneNumber), shown);
    }
    operations::Operations *importer = context.workspace.operations();
    const CancelToken cancel = context.cancel;
    auto writing =
        isUndo ? importer->undo(std::move(offer), cancel) : importer->restore(std::move(offer), cancel);
    const auto outcome = co_await std::move(writing);
    Report report = outcomeReport(operation, outcome, isUndo ? u"undone"_s : u"restored"_s);
    if (outcome.kind == operations::OperationOutcome::Kind::Succeeded) {
        report.text = doneText(shown, how, outcome.operationId) + notesText(outcome.warnings);
    }
    co_return withOffer(report, shown);
}

} // namespace numbers::cli

#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "nixflex/numbersettings.h"
#include "operations/common/nixflexnumber.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

Report withProfile(Report report, const std::optional<nixflex::Number> &number)
{
    report.json.insert(u"custom_prompt"_s, number ? QJsonValue(number->customPrompt) : QJsonValue());
    report.json.insert(u"settings"_s, number ? nixflex::settingsOf(*number) : QJsonObject());
    return report;
}

Report shownProfile(OperationReport operation, const nixflex::Number &number)
{
    operation.outcome = u"read"_s;
    Report report;
    report.json = operation.toJson();
    report.text =
        number.customPrompt.isEmpty()
            ? CommandText::tr("No business profile is set for %1.").arg(number.phoneNumber.international())
            : number.customPrompt;
    return withProfile(report, number);
}

/// Setting the first text loses nothing; replacing one does.
bool needsConfirmation(const nixflex::Number &now, const QString &wanted)
{
    return !now.customPrompt.isEmpty() && now.customPrompt != wanted;
}

QString doneText(const operations::OperationOutcome &outcome, const PhoneNumber &number)
{
    if (outcome.operationId.isEmpty()) {
        return CommandText::tr("%1 has this business profile already; nothing was sent.")
            .arg(number.international());
    }
    return CommandText::tr("The business profile of %1 is changed: it counts from the next call or text on. "
                           "Operation %2.")
               .arg(number.international(), outcome.operationId) +
           notesText(outcome.warnings);
}

} // namespace

QCoro::Task<Report> runProfile(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto number = co_await readNumber(context);
    if (!number) {
        co_return withProfile(refused(operation, number.error()), {});
    }
    const PhoneNumber &phoneNumber = *number;
    operation.phoneNumber = phoneNumber.e164();
    const auto given = readProfileText(context.arguments.profileTextFile);
    if (!given) {
        co_return withProfile(refused(operation, given.error()), {});
    }
    const bool mustChange = context.arguments.mustClear || given->has_value();
    const QString text = given->value_or(QString());
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return withProfile(refused(operation, hasKey.error()), {});
    }
    co_await settleLeftovers(context);

    const CancelToken cancel = context.cancel;
    const auto services = context.workspace.operationServices();
    const auto found = co_await operations::locateNumber(services, phoneNumber, cancel);
    if (!found) {
        co_return withProfile(refused(operation, found.error()), {});
    }
    const bool isUnknown = !found->number && !found->isAbsenceProven;
    if (isUnknown || (found->isFromLedger && !mustChange)) {
        co_return withProfile(refused(operation, operations::presenceUnknown(phoneNumber)), {});
    }
    if (!found->number) {
        Error error = ownRefusal(u"number_not_found"_s,
                                 CommandText::tr("%1 is not at Nixflex.").arg(phoneNumber.international()));
        error.kind = Error::Kind::NotFound;
        co_return withProfile(refused(operation, error), {});
    }
    const nixflex::Number now = *found->number;
    operation.agentId = now.agentId.toString();
    operation.numberSid = now.twilioNumberSid;
    if (!mustChange) {
        co_return shownProfile(operation, now);
    }
    // What the ledger has may be old.
    const bool mayReplace = found->isFromLedger || needsConfirmation(now, text);
    if (mayReplace && !context.arguments.isConfirmed) {
        const QString question =
            CommandText::tr("The business profile of %1 would be replaced: %2 characters now, %3 then. "
                            "Nothing was changed. Add --yes to go on.")
                .arg(phoneNumber.international(), QLocale().toString(now.customPrompt.size()),
                     QLocale().toString(text.size()));
        co_return withProfile(confirmationNeeded(std::move(operation), question), now);
    }
    context.say(
        CommandText::tr("Sending the business profile of %1 to Nixflex…").arg(phoneNumber.international()));
    operations::ProfileChange change;
    change.phoneNumber = phoneNumber;
    change.customPrompt = text;
    change.former = now.customPrompt;
    const auto outcome = co_await context.workspace.operations()->changeProfile(std::move(change), cancel);
    Report report = outcomeReport(operation, outcome, u"changed"_s);
    if (outcome.kind == operations::OperationOutcome::Kind::Succeeded) {
        report.text = doneText(outcome, phoneNumber);
    }
    co_return withProfile(report, outcome.number ? outcome.number : std::optional(now));
}

} // namespace numbers::cli

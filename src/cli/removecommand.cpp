#include "cli/commandsession.h"
#include "cli/numberargument.h"

using namespace Qt::StringLiterals;

namespace numbers::cli {

QCoro::Task<Report> runRemove(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto number = co_await readNumber(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    operation.phoneNumber = number->e164();
    if (!context.arguments.isConfirmed) {
        co_return confirmationNeeded(
            std::move(operation),
            CommandText::tr("Removing %1 clears its webhooks at Twilio: nobody answers it then. "
                            "The number stays with the customer, and Twilio goes on billing it. "
                            "Nothing was changed. Add --yes to go on.")
                .arg(number->international()));
    }
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return refused(operation, hasKey.error());
    }
    co_await settleLeftovers(context);

    // The account is known when the number was imported from here; its token allows a backup first.
    twilio::Credentials credentials;
    const PhoneNumber &phoneNumber = *number;
    const QString keyId = context.workspace.keyId();
    const auto known = co_await context.workspace.ledger().number(keyId, phoneNumber);
    if (known && known->has_value() && !known->value().accountSid.isNull()) {
        operation.agentId = known->value().agentId.toString();
        operation.numberSid = known->value().numberSid;
        const AccountSid sid = known->value().accountSid;
        const auto found = co_await readCredentials(context, sid);
        if (found) {
            credentials = *found;
        }
    }
    if (!credentials.isComplete()) {
        operation.warnings.append(
            {u"no_backup"_s,
             CommandText::tr("The number's Twilio account or its Auth Token is not known here, so "
                             "its webhooks could not be saved first.")});
    }
    context.say(CommandText::tr("Removing %1 at Nixflex…").arg(phoneNumber.international()));
    const CancelToken cancel = context.cancel;
    const auto outcome = co_await context.workspace.operations()->remove(phoneNumber, credentials, cancel);
    Report report = outcomeReport(operation, outcome, u"removed"_s);
    if (outcome.kind == operations::OperationOutcome::Kind::Succeeded) {
        report.text =
            CommandText::tr("%1 is no longer at Nixflex. Its webhooks at Twilio are cleared. Operation %2.")
                .arg(number->international(), outcome.operationId) +
            notesText(operation.warnings);
    }
    co_return report;
}

} // namespace numbers::cli

#include "cli/commandsession.h"
#include "cli/numberargument.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

QString stepText(operations::ImportStep step)
{
    switch (step) {
    case operations::ImportStep::SaveBackup:
        return CommandText::tr("Saving what is there now…");
    case operations::ImportStep::Send:
        return CommandText::tr("Sending the import to Nixflex…");
    case operations::ImportStep::ReadBack:
        return CommandText::tr("Reading the new webhooks back from Twilio…");
    case operations::ImportStep::Settle:
        return CommandText::tr("The answer was lost. Finding out what happened…");
    case operations::ImportStep::Record:
        break;
    }
    return CommandText::tr("Recording the result…");
}

} // namespace

QCoro::Task<Report> runImport(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    operation.agentId = context.arguments.agent;

    const auto number = co_await readNumber(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    operation.phoneNumber = number->e164();
    const auto sid = readAccountSid(context);
    if (!sid) {
        co_return refused(operation, sid.error());
    }
    const auto agent = readAgent(context);
    if (!agent) {
        co_return refused(operation, agent.error());
    }
    operation.agentId = agent->toString();
    const auto profileText = readProfileText(context.arguments.profileTextFile);
    if (!profileText) {
        co_return refused(operation, profileText.error());
    }
    const AccountSid &accountSid = *sid;
    const auto credentials = co_await readCredentials(context, accountSid);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return refused(operation, hasKey.error());
    }
    co_await settleLeftovers(context);

    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    operations::Operations *importer = context.workspace.operations();
    const CancelToken cancel = context.cancel;
    operations::PlanInput input;
    input.credentials = *credentials;
    input.phoneNumber = *number;
    input.agentId = *agent;
    input.customPrompt = profileText->value_or(QString());
    auto plan = co_await importer->plan(std::move(input), cancel);
    if (!plan) {
        co_return refused(operation, plan.error());
    }
    operation.numberSid = plan->before.sid;
    operation.replaced = replacedJson(plan->before.webhooks);
    operation.warnings = plan->warnings;
    operation.isConfirmationNeeded = plan->needsConfirmation();
    context.say(planText(*plan));
    if (!plan->isPossible()) {
        const operations::Note &problem = plan->problems.first();
        co_return refused(operation, ownRefusal(problem.code, problem.text));
    }
    if (context.arguments.isDryRun) {
        co_return planned(std::move(operation));
    }
    if (plan->needsConfirmation() && !context.arguments.isConfirmed) {
        co_return confirmationNeeded(
            std::move(operation),
            CommandText::tr("Something that answers now would be replaced. Nothing was changed. "
                            "Add --yes to go on."));
    }
    const auto say = context.say;
    const operations::OnImportStep onStep = [say](operations::ImportStep step) { say(stepText(step)); };
    const bool isConfirmed = context.arguments.isConfirmed;
    const auto outcome = co_await importer->run(std::move(*plan), isConfirmed, onStep, cancel);
    Report report = outcomeReport(operation, outcome, u"imported"_s);
    if (outcome.kind == operations::OperationOutcome::Kind::Succeeded) {
        report.text = CommandText::tr("%1 is connected to the agent %2 now. Operation %3.")
                          .arg(number->international(), agent->toString(), outcome.operationId) +
                      notesText(outcome.warnings);
    }
    co_return report;
}

} // namespace numbers::cli

#include "cli/commandsession.h"
#include "cli/numberargument.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

QCoro::Task<Report> runReassign(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    operation.agentId = context.arguments.agent;
    const auto number = co_await readNumber(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    const PhoneNumber &phoneNumber = *number;
    operation.phoneNumber = phoneNumber.e164();
    const auto agent = readAgent(context);
    if (!agent) {
        co_return refused(operation, agent.error());
    }
    const auto profileText = readProfileText(context.arguments.profileTextFile);
    if (!profileText) {
        co_return refused(operation, profileText.error());
    }
    const auto credentials = co_await takeAccess(context, phoneNumber, accountOfNumber);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const QList<store::OperationRecord> settled = co_await settleLeftovers(context);
    auto done =
        alreadyCompletedReport(operation, settled, store::OperationRecord::Kind::Reassign, u"reassigned"_s);
    if (done) {
        co_return *std::move(done);
    }

    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    operations::Operations *importer = context.workspace.operations();
    const CancelToken cancel = context.cancel;
    operations::PlanInput input;
    input.credentials = *credentials;
    input.phoneNumber = phoneNumber;
    input.agentId = *agent;
    input.customPrompt = profileText->value_or(QString());
    auto plan = co_await importer->planReassign(std::move(input), cancel);
    if (!plan) {
        co_return refused(operation, plan.error());
    }
    operation.numberSid = plan->before.sid;
    operation.warnings = plan->warnings;
    if (!plan->isPossible()) {
        const operations::Note &problem = plan->problems.first();
        co_return refused(operation, ownRefusal(problem.code, problem.text));
    }
    const QString former = plan->atNixflex->agentId.toString();
    const QString next = plan->agentName.isEmpty() ? agent->toString() : plan->agentName;
    context.say(
        CommandText::tr("%1 moves from the agent %2 to the agent %3. Between the two nobody answers it "
                        "for a moment.")
            .arg(phoneNumber.international(), former, next) +
        notesText(plan->warnings));
    if (context.arguments.isDryRun) {
        co_return planned(std::move(operation));
    }
    if (!context.arguments.isConfirmed) {
        co_return reroutingConfirmation(std::move(operation), phoneNumber);
    }
    const auto outcome = co_await importer->reassign(std::move(*plan), cancel);
    Report report = outcomeReport(operation, outcome, u"reassigned"_s);
    if (outcome.kind == operations::OperationOutcome::Kind::Succeeded) {
        report.text = CommandText::tr("%1 is connected to the agent %2 now. Operation %3.")
                          .arg(phoneNumber.international(), agent->toString(), outcome.operationId) +
                      notesText(outcome.warnings);
    }
    co_return report;
}

} // namespace numbers::cli

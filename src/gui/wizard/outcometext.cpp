#include "gui/wizard/outcometext.h"

#include "gui/common/errortext.h"
#include "gui/common/textdirection.h"
#include "gui/wizard/errorplace.h"
#include "gui/wizard/reviewtext.h"

#include <QCoreApplication>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;
using Kind = operations::OperationOutcome::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeText)
};

/// What mends an import that changed nothing.
QString remedyFor(const Error &error)
{
    switch (placeOf(error)) {
    case WizardPlace::AccountSid:
    case WizardPlace::AuthToken:
        return Texts::tr("Go back to the Twilio account, mend it there, and come back here.");
    case WizardPlace::Number:
        return Texts::tr("Go back to the number, choose another one, and come back here.");
    case WizardPlace::Agent:
        return Texts::tr("Go back to the agent, choose another one, and come back here.");
    case WizardPlace::Profile:
        return Texts::tr("Go back to the business profile, shorten it, and come back here.");
    case WizardPlace::Review:
        return Texts::tr("Go back to the review, which is read again.");
    case WizardPlace::NixflexKey:
        return Texts::tr("Enter a working Nixflex key in the preferences, then try again.");
    case WizardPlace::NetworkSettings:
        return Texts::tr("Look at the network settings, then try again.");
    case WizardPlace::Here:
        break;
    }
    return isWorthRetrying(error)
               ? Texts::tr("Wait a moment, then try again. Everything you entered is kept.")
               : Texts::tr("Try again when this is mended. Everything you entered is kept.");
}

QString reasonFor(const operations::OperationOutcome &outcome)
{
    return outcome.error ? remedyFor(*outcome.error)
                         : Texts::tr("Try again. Everything you entered is kept.");
}

QString wordFor(Kind kind)
{
    switch (kind) {
    case Kind::Succeeded:
        return Texts::tr("imported");
    case Kind::Refused:
        return Texts::tr("refused, nothing changed");
    case Kind::NotSent:
        return Texts::tr("not sent, nothing changed");
    case Kind::NotExecuted:
        return Texts::tr("not carried out, nothing changed");
    case Kind::Unknown:
        return Texts::tr("outcome not known");
    }
    return {};
}

} // namespace

OutcomeText describeOutcome(const operations::OperationOutcome &outcome, const operations::ImportPlan &plan)
{
    const auto number = leftToRight(plan.phoneNumber.international());
    const auto agent = agentWords(plan.agentName, plan.agentId);
    switch (outcome.kind) {
    case Kind::Succeeded:
        return {MessageKind::Success,
                Texts::tr("%1 is now connected to %2.", "number, agent").arg(number, agent),
                plan.isAgentInactive()
                    ? Texts::tr("The agent is not active: no one answers until it is activated at Nixflex. "
                                "What was set before is kept in your records.")
                    : Texts::tr("Call the number to hear it. What was set before is kept in your records.")};
    case Kind::Refused:
        return {MessageKind::Error, Texts::tr("The import was refused. Nothing was changed."),
                reasonFor(outcome)};
    case Kind::NotSent:
        if (outcome.error && outcome.error->kind == Error::Kind::Cancelled) {
            return {MessageKind::Info, Texts::tr("Cancelled. Nothing was sent and nothing was changed."),
                    Texts::tr("Try again when you are ready. Everything you entered is kept.")};
        }
        return {MessageKind::Error, Texts::tr("Nothing was sent and nothing was changed."),
                reasonFor(outcome)};
    case Kind::NotExecuted:
        return {MessageKind::Error, Texts::tr("The import was not carried out. Nothing was changed."),
                reasonFor(outcome)};
    case Kind::Unknown:
        break;
    }
    return {MessageKind::Warning,
            Texts::tr("It is not known whether %1 was imported: the answer was lost, and asking Nixflex and "
                      "Twilio afterwards did not settle it.")
                .arg(number),
            Texts::tr("Do not import it again for now. It stays open in your records and is looked into at "
                      "the next start, or ask again now.")};
}

QString outcomeReport(const operations::OperationOutcome &outcome, const operations::ImportPlan &plan)
{
    QStringList lines;
    lines << Texts::tr("Number: %1").arg(plan.phoneNumber.e164());
    lines << Texts::tr("Agent: %1")
                 .arg(plan.agentName.isEmpty() ? plan.agentId.toString()
                                               : u"%1 (%2)"_s.arg(plan.agentName, plan.agentId.toString()));
    lines << Texts::tr("Twilio account: %1").arg(plan.credentials.accountSid.toString());
    lines << Texts::tr("Outcome: %1").arg(wordFor(outcome.kind));
    if (!outcome.operationId.isEmpty()) {
        lines << Texts::tr("Operation: %1").arg(outcome.operationId);
    }
    if (outcome.number && !outcome.number->requestId.isEmpty()) {
        lines << Texts::tr("Request: %1").arg(outcome.number->requestId);
    }
    for (const auto &warning : outcome.warnings) {
        lines << Texts::tr("Note: %1").arg(warning.text);
    }
    if (outcome.error) {
        lines << QString() << outcome.error->report();
    }
    return lines.join(u'\n');
}

} // namespace numbers::gui

#include "operations/planning/importplanner.h"

#include "operations/common/listnotes.h"
#include "operations/common/nixflexnumber.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

struct PlanText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Plan)
};

void noteAccount(ImportPlan &plan)
{
    switch (plan.account.status) {
    case twilio::Account::Status::Suspended:
        plan.problems.append({u"account_suspended"_s,
                              PlanText::tr("This Twilio account is suspended. Its numbers cannot take calls. "
                                           "Resolve this in the Twilio Console first.")});
        break;
    case twilio::Account::Status::Closed:
        plan.problems.append({u"account_closed"_s, PlanText::tr("This Twilio account is closed.")});
        break;
    case twilio::Account::Status::Active:
        break;
    case twilio::Account::Status::UnknownStatus:
        if (!plan.account.sid.isNull()) {
            plan.warnings.append(
                {u"account_status_unknown"_s,
                 PlanText::tr("Twilio describes the account's status in a word that this program does not "
                              "know. Look at the account in the Twilio Console.")});
        }
        break;
    }
    if (plan.account.sid.isNull()) {
        plan.warnings.append(
            {u"account_not_readable"_s,
             PlanText::tr("The account's status and type could not be read, so it is not known "
                          "whether this is a trial account.")});
    } else if (plan.account.type == twilio::Account::Type::UnknownType) {
        plan.warnings.append(
            {u"account_type_unknown"_s,
             PlanText::tr("Twilio describes the account's type in a word that this program does not know, "
                          "so it is not known whether this is a trial account.")});
    }
    if (plan.account.type == twilio::Account::Type::Trial) {
        plan.warnings.append(
            {u"trial_account"_s,
             PlanText::tr("This is a Twilio trial account. Audio streaming does not work there: "
                          "callers will hear Twilio's notice instead of the agent.")});
    }
}

void noteNumber(ImportPlan &plan)
{
    const WebhookConfiguration &before = plan.before.webhooks;
    const auto &capabilities = plan.before.capabilities;
    if (!capabilities) {
        plan.warnings.append({u"capabilities_unknown"_s,
                              PlanText::tr("It is not known whether this number takes voice calls and text "
                                           "messages: Twilio did not say so in words this program knows.")});
    }
    if (capabilities && !capabilities->voice) {
        plan.warnings.append({u"no_voice"_s, PlanText::tr("This number cannot take voice calls.")});
    }
    if (capabilities && !capabilities->sms) {
        plan.warnings.append({u"no_sms"_s, PlanText::tr("This number cannot receive text messages.")});
    }
    if (!before.trunkSid.isEmpty()) {
        plan.warnings.append(
            {u"trunk_keeps_voice"_s,
             PlanText::tr("A SIP trunk (%1) takes this number's calls before any webhook. Unless it "
                          "is removed, calls will not reach Nixflex.")
                 .arg(before.trunkSid)});
    } else if (!before.voiceApplicationSid.isEmpty()) {
        plan.warnings.append(
            {u"application_keeps_voice"_s,
             PlanText::tr("A TwiML app (%1) takes this number's calls before the webhook. It is not "
                          "documented whether an import removes it; this is checked afterwards.")
                 .arg(before.voiceApplicationSid)});
    }
    if (!before.smsApplicationSid.isEmpty()) {
        plan.warnings.append(
            {u"application_keeps_sms"_s,
             PlanText::tr("A TwiML app (%1) takes this number's text messages before the webhook. "
                          "It is not documented whether an import removes it; this is checked "
                          "afterwards.")
                 .arg(before.smsApplicationSid)});
    }
    if (plan.phoneNumber.validity() != PhoneNumber::Validity::Valid) {
        plan.warnings.append(
            {u"unusual_number"_s,
             PlanText::tr("This number does not follow the numbering plan as this program knows "
                          "it, but it is in the Twilio account.")});
    }
}

void noteMessagingService(ImportPlan &plan)
{
    using Reason = routing::Answer::Reason;
    const routing::Answer &texts = plan.routing.of(routing::Channel::Sms);
    const auto name = texts.viaName.isEmpty() ? texts.viaSid : texts.viaName;
    if (texts.reason == Reason::ServicesUnread) {
        plan.warnings.append(
            {u"messaging_service_not_readable"_s,
             PlanText::tr("The account's Messaging Services could not be read, so it is not known "
                          "whether one of them keeps this number's text messages.")});
    } else if (texts.reason == Reason::ServiceUnclear) {
        plan.warnings.append(
            {u"messaging_service_unclear"_s,
             PlanText::tr("This number is in the Messaging Service “%1”. It is not known whether that keeps "
                          "its text messages.")
                 .arg(name)});
    } else if (texts.via == routing::Answer::Via::MessagingService) {
        plan.warnings.append(
            {u"messaging_service_keeps_sms"_s,
             PlanText::tr("The Messaging Service “%1” keeps this number's text messages: they will "
                          "not reach Nixflex.")
                 .arg(name)});
    }
}

/// The agent with this id; an empty optional when there is none. The list may hold active agents only, so one
/// that is not listed is asked for by its id.
QCoro::Task<Result<std::optional<nixflex::Agent>>> readAgent(OperationServices services, AgentId id,
                                                             CancelToken cancel)
{
    const auto list = co_await services.nixflex.listAgents(cancel);
    if (!list) {
        co_return failure(list.error());
    }
    const auto listed = std::find_if(list->agents.cbegin(), list->agents.cend(),
                                     [&id](const nixflex::Agent &candidate) { return candidate.id == id; });
    if (listed != list->agents.cend()) {
        co_return std::optional(*listed);
    }
    auto agent = co_await services.nixflex.fetchAgent(id, cancel);
    co_return agent;
}

void noteAgent(ImportPlan &plan, const Result<std::optional<nixflex::Agent>> &agent)
{
    if (!agent) {
        plan.warnings.append(
            {u"agents_not_readable"_s,
             PlanText::tr("The agent could not be read from Nixflex, so it was not checked.")});
        return;
    }
    if (const auto &found = *agent) {
        plan.agentName = found->name;
        const auto name = found->name.isEmpty() ? found->id.toString() : found->name;
        if (!found->isActive) {
            plan.warnings.append(
                {u"agent_state_unknown"_s,
                 PlanText::tr("It is not known whether the agent “%1” is active: Nixflex says "
                              "so in a word that this program does not know.")
                     .arg(name)});
        } else if (!*found->isActive) {
            plan.warnings.append({u"agent_inactive"_s,
                                  PlanText::tr("The agent “%1” is not active. It will not answer until it is "
                                               "activated in Nixflex.")
                                      .arg(name)});
        }
    } else {
        plan.problems.append(
            {u"agent_not_found"_s,
             PlanText::tr("Nixflex has no agent with the id “%1” for this key. Choose one from the "
                          "list.")
                 .arg(plan.agentId.toString())});
    }
}

void noteImported(ImportPlan &plan, const Result<QList<nixflex::Agent>> &agents)
{
    const auto &imported = plan.atNixflex;
    if (plan.isAtNixflexByLedger || (!imported && !plan.isAbsenceProven)) {
        plan.warnings.append(
            {u"presence_unknown"_s,
             PlanText::tr("Nixflex did not list this number, but its list is not complete. If the number is "
                          "connected to an agent already, Nixflex refuses the import.")});
        return;
    }
    if (!imported) {
        return;
    }
    for (const auto &agent : agents.value_or(QList<nixflex::Agent>())) {
        if (agent.id == imported->agentId) {
            plan.formerAgentName = agent.name;
        }
    }
    if (imported->agentId == plan.agentId) {
        plan.problems.append(
            {u"already_imported"_s,
             PlanText::tr("This number is already connected to this agent. There is nothing to "
                          "do.")});
    } else {
        plan.problems.append(
            {u"number_already_imported"_s,
             imported->agentId.isNull()
                 ? PlanText::tr("This number is already connected to an agent that was deleted. Do not "
                                "import it: move it to the other agent.")
                 : PlanText::tr("This number is already connected to the agent “%1”, and a number belongs to "
                                "one agent. Do not import it: move it to the other agent.")
                       .arg(plan.formerAgentName.isEmpty() ? imported->agentId.toString()
                                                           : plan.formerAgentName)});
    }
}

void noteSubaccount(ImportPlan &plan)
{
    if (!plan.before.accountSid.isNull() && plan.before.accountSid != plan.credentials.accountSid) {
        plan.problems.append({u"number_in_subaccount"_s,
                              PlanText::tr("This number belongs to the subaccount %1. Nixflex needs that "
                                           "subaccount's own SID and Auth Token.")
                                  .arg(plan.before.accountSid.toString())});
    }
}

} // namespace

QCoro::Task<Result<ImportPlan>> planImport(OperationServices services, PlanInput input, CancelToken cancel)
{
    ImportPlan plan;
    plan.phoneNumber = input.phoneNumber;
    plan.credentials = input.credentials;
    plan.account = input.account;
    plan.agentId = input.agentId;
    plan.customPrompt = input.customPrompt;
    if (input.customPrompt.size() > nixflex::longestCustomPrompt) {
        plan.problems.append(
            {u"custom_prompt_too_long"_s,
             PlanText::tr("The business profile has %1 characters; Nixflex takes at most %2.")
                 .arg(input.customPrompt.size())
                 .arg(nixflex::longestCustomPrompt)});
    }

    const AccountSid accountSid = input.credentials.accountSid;
    if (input.readsAllAnew) {
        services.resources.forget(accountSid);
    }
    auto found =
        co_await services.twilio.findIncomingNumber(input.credentials, accountSid, input.phoneNumber, cancel);
    if (!found) {
        co_return failure(found.error());
    }
    plan.before = *found;
    plan.replaced = replacedFields(plan.before.webhooks);

    if (plan.account.sid.isNull()) {
        const auto account = co_await services.twilio.fetchAccount(input.credentials, accountSid, cancel);
        if (account) {
            plan.account = *account;
        }
    }
    noteAccount(plan);
    noteNumber(plan);
    noteSubaccount(plan);

    const auto needs = routing::Needs::of(plan.before);
    const auto resources =
        co_await services.resources.read(services.twilio, input.credentials, needs, cancel);
    if (!resources) {
        co_return failure(resources.error());
    }
    // What Nixflex set at an earlier import is recognised by what was seen then.
    const QString keyId = services.nixflex.key().keyId();
    const auto known = co_await services.ledger.number(keyId, input.phoneNumber);
    const auto baseline = known && known->has_value() ? (*known)->baseline : std::nullopt;
    const auto addresses = baseline ? routing::NixflexAddresses(*baseline) : routing::NixflexAddresses();
    plan.routing = routing::resolve(plan.before, *resources, addresses);
    noteMessagingService(plan);
    plan.warnings += resourceNotes(*resources);

    const AgentId agentId = input.agentId;
    const auto agent = co_await readAgent(services, agentId, cancel);
    if (!agent && agent.error().kind == Error::Kind::Unauthorized) {
        co_return failure(agent.error()); // Our key does not work: nothing else will either.
    }
    noteAgent(plan, agent);

    const auto located = co_await locateNumber(services, input.phoneNumber, cancel);
    if (!located) {
        co_return failure(located.error());
    }
    plan.atNixflex = located->number;
    plan.isAtNixflexByLedger = located->isFromLedger;
    plan.isAbsenceProven = located->isAbsenceProven;
    const auto knownAgents = co_await services.ledger.agents(keyId);
    noteImported(plan, knownAgents);
    co_return plan;
}

} // namespace numbers::operations

#include "operations/plannerscene.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::test {

using simulator::TwilioNumber;

namespace {

const QString anApplication = u"AP0123456789abcdef0123456789abcdef"_s;
const QString aTrunk = u"TK0123456789abcdef0123456789abcdef"_s;
const QString ownUrl = u"https://pbx.customer.example/incoming"_s;
const QString onlyAgentList = u"^/v1/agents(\\?|$)"_s;

Arrange set(QString TwilioNumber::*member, const QString &value)
{
    return [member, value](PlannerScene &scene) {
        scene.number([member, value](TwilioNumber &number) { number.*member = value; });
    };
}

QByteArray listWith(PlannerScene &scene, const QString &accountSid, const QJsonObject &capabilities)
{
    const TwilioNumber number = *scene.fixture.simulator->number(scene.input.phoneNumber.e164());
    const QJsonObject row{{u"sid"_s, number.sid},
                          {u"account_sid"_s, accountSid},
                          {u"phone_number"_s, number.phoneNumber},
                          {u"capabilities"_s, capabilities}};
    return QJsonDocument(QJsonObject{{u"incoming_phone_numbers"_s, QJsonArray{row}},
                                     {u"next_page_uri"_s, QJsonValue()}})
        .toJson();
}

QByteArray inSubaccount(PlannerScene &scene)
{
    return listWith(scene, scene.fixture.simulator->subaccounts().first().sid,
                    QJsonObject{{u"voice"_s, true}, {u"sms"_s, true}});
}

QByteArray ofOurs(PlannerScene &scene, const QJsonObject &capabilities)
{
    return listWith(scene, scene.input.credentials.accountSid.toString(), capabilities);
}

/// The service that has the number, with a new word for what it does with text messages.
QByteArray serviceOf(PlannerScene &scene)
{
    const auto sid = scene.fixture.simulator->number(scene.input.phoneNumber.e164())->sid;
    const auto services = scene.fixture.simulator->services();
    QJsonArray rows;
    for (const auto &service : services) {
        if (service.numberSids.contains(sid)) {
            rows.append(QJsonObject{{u"sid"_s, service.sid},
                                    {u"friendly_name"_s, service.friendlyName},
                                    {u"use_inbound_webhook_on_number"_s, u"at night"_s}});
        }
    }
    return QJsonDocument(QJsonObject{{u"services"_s, rows}, {u"meta"_s, QJsonObject()}}).toJson();
}

QList<PlannerRow> accountRows()
{
    using Status = twilio::Account::Status;
    using Type = twilio::Account::Type;
    const QString ofAccount = u"/Accounts/AC[0-9a-f]{32}\\.json"_s;
    const auto verified = [](Status status, Type type) {
        return [status, type](PlannerScene &scene) { scene.verified(status, type); };
    };
    const auto told = [ofAccount](const char *status, const char *type) {
        return [ofAccount, status, type](PlannerScene &scene) {
            scene.answer(ofAccount, "{\"sid\":\"" + scene.input.credentials.accountSid.toString().toLatin1() +
                                        "\",\"status\":\"" + status + "\",\"type\":\"" + type + "\"}");
        };
    };
    return {
        {"nothing to say", [](PlannerScene &) {}, {}, {}, {}},
        {"verified before", verified(Status::Active, Type::Full), {}, {}, {}},
        {"suspended when verified",
         verified(Status::Suspended, Type::Full),
         {u"account_suspended"_s},
         {},
         {}},
        {"suspended when read", told("suspended", "Full"), {u"account_suspended"_s}, {}, {}},
        {"closed when verified", verified(Status::Closed, Type::Full), {u"account_closed"_s}, {}, {}},
        {"closed when read", told("closed", "Full"), {u"account_closed"_s}, {}, {}},
        {"a status of the future", told("frozen", "Full"), {}, {u"account_status_unknown"_s}, {}},
        {"a type of the future", told("active", "Partner"), {}, {u"account_type_unknown"_s}, {}},
        {"both of the future",
         told("frozen", "Partner"),
         {},
         {u"account_status_unknown"_s, u"account_type_unknown"_s},
         {}},
        {"suspended in capitals", told("SUSPENDED", "full"), {u"account_suspended"_s}, {}, {}},
        {"suspended trial",
         verified(Status::Suspended, Type::Trial),
         {u"account_suspended"_s},
         {u"trial_account"_s},
         {}},
        {"trial when read",
         [](PlannerScene &scene) { scene.account([](auto &account) { account.type = u"Trial"_s; }); },
         {},
         {u"trial_account"_s},
         {}},
        {"the token may not read the account",
         [ofAccount](PlannerScene &scene) { scene.refuse(ofAccount, 401); },
         {},
         {u"account_not_readable"_s},
         {}},
    };
}

QList<PlannerRow> numberRows()
{
    const auto capabilities = [](bool voice, bool sms) {
        return [voice, sms](PlannerScene &scene) {
            scene.number([voice, sms](TwilioNumber &number) {
                number.voice = voice;
                number.sms = sms;
            });
        };
    };
    const Arrange trunkAndApplication = [](PlannerScene &scene) {
        scene.number([](TwilioNumber &number) {
            number.trunkSid = aTrunk;
            number.voiceApplicationSid = anApplication;
        });
    };
    return {
        {"no voice", capabilities(false, true), {}, {u"no_voice"_s}, {}},
        {"no text messages", capabilities(true, false), {}, {u"no_sms"_s}, {}},
        {"neither", capabilities(false, false), {}, {u"no_voice"_s, u"no_sms"_s}, {}},
        {"capabilities of the future",
         [](PlannerScene &scene) {
             scene.answer(u"IncomingPhoneNumbers"_s, ofOurs(scene, QJsonObject{{u"voice"_s, u"maybe"_s}}));
         },
         {},
         {u"capabilities_unknown"_s},
         {}},
        {"no capabilities",
         [](PlannerScene &scene) { scene.answer(u"IncomingPhoneNumbers"_s, ofOurs(scene, QJsonObject())); },
         {},
         {u"capabilities_unknown"_s},
         {}},
        {"trunk and application, the trunk has it",
         trunkAndApplication,
         {},
         {u"trunk_keeps_voice"_s},
         {u"voice_application_sid!"_s, u"trunk_sid!"_s}},
        {"of no numbering plan",
         [](PlannerScene &scene) { scene.renamed(u"+19995550123"_s); },
         {},
         {u"unusual_number"_s},
         {}},
        {"a longer number matches, too",
         [](PlannerScene &scene) { scene.addNumber(scene.input.phoneNumber.e164() + u'7'); },
         {},
         {},
         {}},
        {"the longer of two that match",
         [](PlannerScene &scene) { scene.renamed(scene.input.phoneNumber.e164() + u'7'); },
         {},
         {u"unusual_number"_s},
         {}},
        {"shown by the main account, owned by a subaccount",
         [](PlannerScene &scene) { scene.answer(u"IncomingPhoneNumbers"_s, inSubaccount(scene)); },
         {u"number_in_subaccount"_s},
         {},
         {}},
        {"a service takes its text messages",
         [](PlannerScene &scene) { scene.inService(false); },
         {},
         {u"messaging_service_keeps_sms"_s},
         {}},
        {"a service leaves them to the number",
         [](PlannerScene &scene) { scene.inService(true); },
         {},
         {},
         {}},
        {"a service that does not say who takes them",
         [](PlannerScene &scene) {
             scene.inService(true);
             scene.answer(u"^/v1/Services\\?"_s, serviceOf(scene));
         },
         {},
         {u"messaging_service_unclear"_s},
         {}},
        {"services cannot be read",
         [](PlannerScene &scene) { scene.refuse(u"^/v1/Services"_s, 403); },
         {},
         {u"messaging_service_not_readable"_s},
         {}},
    };
}

QList<PlannerRow> nixflexRows()
{
    return {
        {"agent inactive",
         [](PlannerScene &scene) {
             scene.input.agentId = *AgentId::parse(scene.fixture.simulator->inactiveAgentId());
         },
         {},
         {u"agent_inactive"_s},
         {}},
        {"agent inactive and without a name",
         [](PlannerScene &scene) {
             const auto id = scene.fixture.simulator->inactiveAgentId();
             scene.fixture.simulator->changeAgent(id, [](auto &agent) { agent.name.clear(); });
             scene.input.agentId = *AgentId::parse(id);
         },
         {},
         {u"agent_inactive"_s},
         {}},
        {"agent of somebody else",
         [](PlannerScene &scene) {
             scene.input.agentId = *AgentId::parse(scene.fixture.simulator->foreignAgentId());
         },
         {u"agent_not_found"_s},
         {},
         {}},
        {"no agents at all", [](PlannerScene &scene) { scene.agents(0); }, {u"agent_not_found"_s}, {}, {}},
        {"not among 200 agents",
         [](PlannerScene &scene) { scene.agents(200); },
         {u"agent_not_found"_s},
         {},
         {}},
        {"agent not listed",
         [](PlannerScene &scene) { scene.answer(onlyAgentList, R"({"agents":[]})"); },
         {},
         {},
         {}},
        {"inactive agent not listed",
         [](PlannerScene &scene) {
             scene.answer(onlyAgentList, R"({"agents":[]})");
             scene.input.agentId = *AgentId::parse(scene.fixture.simulator->inactiveAgentId());
         },
         {},
         {u"agent_inactive"_s},
         {}},
        {"agent not listed, and refused when asked for",
         [](PlannerScene &scene) {
             scene.answer(onlyAgentList, R"({"agents":[]})");
             scene.refuse(u"^/v1/agents/"_s, 500);
         },
         {},
         {u"agents_not_readable"_s},
         {}},
        {"odd rows among the agents",
         [](PlannerScene &scene) { scene.answer(onlyAgentList, R"([null,"x",{"agent_id":7.5,"name":[]}])"); },
         {},
         {},
         {}},
        {"agent in a state of the future",
         [](PlannerScene &scene) {
             scene.answer(u"^/v1/agents"_s, "{\"agents\":[{\"agent_id\":\"" +
                                                scene.input.agentId.toString().toLatin1() +
                                                "\",\"is_active\":\"paused\"}]}");
         },
         {},
         {u"agent_state_unknown"_s},
         {}},
        {"agents refused",
         [](PlannerScene &scene) { scene.refuse(u"^/v1/agents"_s, 403); },
         {},
         {u"agents_not_readable"_s},
         {}},
        {"agents garbled",
         [](PlannerScene &scene) { scene.answer(u"^/v1/agents"_s, "<html>"); },
         {},
         {u"agents_not_readable"_s},
         {}},
        {"connected to this agent",
         [](PlannerScene &scene) { scene.imported(scene.input.agentId.toString()); },
         {u"already_imported"_s},
         {},
         {}},
        {"connected to another agent",
         [](PlannerScene &scene) { scene.imported(scene.fixture.simulator->inactiveAgentId()); },
         {u"number_already_imported"_s},
         {},
         {}},
        {"connected to an agent that was deleted",
         [](PlannerScene &scene) { scene.imported({}); },
         {u"number_already_imported"_s},
         {},
         {}},
        {"not listed, and the list may be cut off",
         [](PlannerScene &scene) {
             QByteArrayList rows;
             for (int index = 0; index < 1000; ++index) {
                 rows << R"({"phone_number":"+1999)" + QByteArray::number(1'000'000 + index) + R"("})";
             }
             scene.answer(u"^/v1/phone-numbers\\?"_s, '[' + rows.join(',') + ']');
         },
         {},
         {u"presence_unknown"_s},
         {}},
        {"longest business profile",
         [](PlannerScene &scene) { scene.input.customPrompt = QString(8000, u'x'); },
         {},
         {},
         {}},
        {"business profile too long",
         [](PlannerScene &scene) { scene.input.customPrompt = QString(8001, u'x'); },
         {u"custom_prompt_too_long"_s},
         {},
         {}},
        {"everything at once",
         [](PlannerScene &scene) {
             scene.input.customPrompt = QString(9000, u'x');
             scene.verified(twilio::Account::Status::Closed, twilio::Account::Type::Trial);
             scene.imported(scene.input.agentId.toString());
             scene.agents(3);
             scene.inService(false);
             set(&TwilioNumber::voiceUrl, ownUrl)(scene);
             set(&TwilioNumber::smsApplicationSid, anApplication)(scene);
         },
         {u"custom_prompt_too_long"_s, u"account_closed"_s, u"agent_not_found"_s, u"already_imported"_s},
         {u"trial_account"_s, u"application_keeps_sms"_s, u"messaging_service_keeps_sms"_s},
         {u"voice_url!"_s, u"sms_application_sid!"_s}},
    };
}

QList<PlannerRow> fieldRows()
{
    using N = TwilioNumber;
    return {
        {"voice_url", set(&N::voiceUrl, ownUrl), {}, {}, {u"voice_url!"_s}},
        {"voice_fallback_url", set(&N::voiceFallbackUrl, ownUrl), {}, {}, {u"voice_fallback_url!"_s}},
        {"voice_application_sid",
         set(&N::voiceApplicationSid, anApplication),
         {},
         {u"application_keeps_voice"_s},
         {u"voice_application_sid!"_s}},
        {"trunk_sid", set(&N::trunkSid, aTrunk), {}, {u"trunk_keeps_voice"_s}, {u"trunk_sid!"_s}},
        {"sms_url", set(&N::smsUrl, ownUrl), {}, {}, {u"sms_url!"_s}},
        {"sms_fallback_url", set(&N::smsFallbackUrl, ownUrl), {}, {}, {u"sms_fallback_url!"_s}},
        {"sms_application_sid",
         set(&N::smsApplicationSid, anApplication),
         {},
         {u"application_keeps_sms"_s},
         {u"sms_application_sid!"_s}},
        {"status_callback", set(&N::statusCallback, ownUrl), {}, {}, {u"status_callback!"_s}},
        // What decides nothing by itself is no loss.
        {"voice_method", set(&N::voiceMethod, u"GET"_s), {}, {}, {}},
        {"voice_fallback_method", set(&N::voiceFallbackMethod, u"GET"_s), {}, {}, {}},
        {"voice_receive_mode", set(&N::voiceReceiveMode, u"fax"_s), {}, {}, {}},
        {"sms_method", set(&N::smsMethod, u"GET"_s), {}, {}, {}},
        {"sms_fallback_method", set(&N::smsFallbackMethod, u"GET"_s), {}, {}, {}},
        {"status_callback_method", set(&N::statusCallbackMethod, u"GET"_s), {}, {}, {}},
        {"voice_caller_id_lookup",
         [](PlannerScene &scene) { scene.number([](N &number) { number.voiceCallerIdLookup = true; }); },
         {},
         {},
         {}},
        {"a demonstration URL",
         set(&N::voiceUrl, u"https://demo.twilio.com/welcome/voice/"_s),
         {},
         {},
         {u"voice_url"_s}},
        {"a demonstration URL in capitals",
         set(&N::smsUrl, u"HTTPS://DEMO.TWILIO.COM/welcome/sms/reply"_s),
         {},
         {},
         {u"sms_url"_s}},
        {"a host that only begins like it",
         set(&N::voiceUrl, u"https://demo.twilio.com.customer.example/"_s),
         {},
         {},
         {u"voice_url!"_s}},
        {"a demonstration and somebody",
         [](PlannerScene &scene) {
             set(&N::voiceUrl, u"https://demo.twilio.com/welcome/voice/"_s)(scene);
             set(&N::statusCallback, ownUrl)(scene);
         },
         {},
         {},
         {u"voice_url"_s, u"status_callback!"_s}},
        {"what is no URL", set(&N::voiceUrl, u"://"_s), {}, {}, {u"voice_url!"_s}},
    };
}

} // namespace

const QList<PlannerRow> &plannerRows()
{
    static const QList<PlannerRow> rows = accountRows() + numberRows() + nixflexRows() + fieldRows();
    return rows;
}

} // namespace numbers::test

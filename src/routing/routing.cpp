#include "routing/routing.h"

using namespace Qt::StringLiterals;

namespace numbers::routing {

namespace {

using Via = Answer::Via;
using Reason = Answer::Reason;

/// Everything that resolving one number looks at.
struct Scene
{
    const twilio::IncomingNumber &number;
    const AccountResources &resources;
    const NixflexAddresses &nixflex;

    [[nodiscard]] const WebhookConfiguration &webhooks() const { return number.webhooks; }
    // What a number can do is not always said; then it is taken to be able.
    [[nodiscard]] bool takesCalls() const { return !number.capabilities || number.capabilities->voice; }
    [[nodiscard]] bool takesTexts() const
    {
        return !number.capabilities || number.capabilities->sms || number.capabilities->mms;
    }
    [[nodiscard]] Owner owner(const QString &url) const { return ownerOf(url, nixflex); }
    /// Of these fields, those that are set.
    [[nodiscard]] QStringList set(std::initializer_list<QLatin1StringView> names) const
    {
        QStringList found;
        for (const auto &field : WebhookConfiguration::fields()) {
            for (const auto name : names) {
                if (field.jsonName == name && !(webhooks().*field.member).isEmpty()) {
                    found.append(QString(name));
                }
            }
        }
        return found;
    }
};

void doubt(Answer &answer, Certainty certainty, Reason reason)
{
    answer.certainty = certainty;
    answer.reason = reason;
}

/// The owner of `url` with what answers when it fails.
void answerAt(Answer &answer, const Scene &scene, const QString &url, const QString &fallbackUrl)
{
    answer.owner = scene.owner(url);
    if (fallbackUrl.isEmpty()) {
        return;
    }
    if (url.isEmpty()) {
        answer.reason = Reason::NoMainAddress;
    } else {
        answer.fallback = scene.owner(fallbackUrl);
    }
}

using Member = QString twilio::Application::*;

void answerByApplication(Answer &answer, const Scene &scene, const QString &sid, Member url, Member fallback)
{
    answer.via = Via::Application;
    answer.viaSid = sid;
    const auto &applications = scene.resources.applications;
    const bool isRead =
        applications && (applications->contains(sid) || scene.resources.unreadApplications.isEmpty());
    if (!isRead) {
        answer.owner = {Owner::Kind::Unknown, sid, sid};
        doubt(answer, Certainty::Unread, Reason::ResourceUnread);
        return;
    }
    const auto application = applications->constFind(sid);
    if (application == applications->cend()) {
        answer.owner = {Owner::Kind::Unknown, sid, sid};
        doubt(answer, Certainty::Assumed, Reason::ResourceGone);
        return;
    }
    answer.viaName = application->friendlyName;
    answerAt(answer, scene, *application.*url, fallback == nullptr ? QString() : *application.*fallback);
}

void answerByTrunk(Answer &answer, const Scene &scene)
{
    const QString &sid = scene.webhooks().trunkSid;
    answer.via = Via::Trunk;
    answer.viaSid = sid;
    answer.owner = {Owner::Kind::Trunk, sid, sid};
    const auto &trunks = scene.resources.trunks;
    if (!trunks || (!trunks->contains(sid) && !scene.resources.unreadTrunks.isEmpty())) {
        return; // It is the trunk, whatever its name.
    }
    const auto trunk = trunks->constFind(sid);
    if (trunk == trunks->cend()) {
        answer.owner.kind = Owner::Kind::Unknown;
        doubt(answer, Certainty::Assumed, Reason::ResourceGone);
        return;
    }
    answer.viaName = trunk->friendlyName;
    answer.owner.name = trunk->friendlyName.isEmpty() ? trunk->domainName : trunk->friendlyName;
    if (!trunk->disasterRecoveryUrl.isEmpty()) {
        answer.fallback = scene.owner(trunk->disasterRecoveryUrl);
    }
}

Answer resolveVoice(const Scene &scene)
{
    const WebhookConfiguration &webhooks = scene.webhooks();
    Answer answer;
    answer.channel = Channel::Voice;
    if (!scene.takesCalls()) {
        answer.reason = Reason::NoCapability;
        answer.shadowed =
            scene.set({"voice_url"_L1, "voice_fallback_url"_L1, "voice_application_sid"_L1, "trunk_sid"_L1});
        return answer;
    }
    if (!webhooks.trunkSid.isEmpty()) {
        answerByTrunk(answer, scene);
        answer.shadowed = scene.set({"voice_url"_L1, "voice_fallback_url"_L1, "voice_application_sid"_L1});
    } else if (!webhooks.voiceApplicationSid.isEmpty()) {
        answerByApplication(answer, scene, webhooks.voiceApplicationSid, &twilio::Application::voiceUrl,
                            &twilio::Application::voiceFallbackUrl);
        answer.shadowed = scene.set({"voice_url"_L1, "voice_fallback_url"_L1});
    } else {
        answerAt(answer, scene, webhooks.voiceUrl, webhooks.voiceFallbackUrl);
        if (answer.reason == Reason::NoMainAddress) {
            answer.shadowed = scene.set({"voice_fallback_url"_L1});
        }
    }
    if (webhooks.voiceReceiveMode == "fax"_L1 && answer.reason == Reason::None) {
        doubt(answer, Certainty::Assumed, Reason::FaxMode);
    }
    return answer;
}

Answer resolveSms(const Scene &scene)
{
    const WebhookConfiguration &webhooks = scene.webhooks();
    Answer answer;
    answer.channel = Channel::Sms;
    if (!scene.takesTexts()) {
        answer.reason = Reason::NoCapability;
        answer.shadowed = scene.set({"sms_url"_L1, "sms_fallback_url"_L1, "sms_application_sid"_L1});
        return answer;
    }
    const auto *service = scene.resources.serviceOf(scene.number.sid);
    const auto isKeptByService = service != nullptr && !service->usesInboundWebhookOnNumber.value_or(false);
    if (isKeptByService) {
        answer.via = Via::MessagingService;
        answer.viaSid = service->sid;
        answer.viaName = service->friendlyName;
    }
    if (isKeptByService && !service->usesInboundWebhookOnNumber) {
        answer.owner = {Owner::Kind::Unknown, service->sid, service->sid};
        doubt(answer, Certainty::Assumed, Reason::ServiceUnclear);
        return answer;
    }
    if (isKeptByService) {
        answerAt(answer, scene, service->inboundRequestUrl, service->fallbackUrl);
        if (service->inboundRequestUrl.isEmpty()) {
            answer.reason = Reason::TextsDropped;
        }
        answer.shadowed = scene.set({"sms_url"_L1, "sms_fallback_url"_L1, "sms_application_sid"_L1});
        return answer;
    }
    if (!webhooks.smsApplicationSid.isEmpty()) {
        answerByApplication(answer, scene, webhooks.smsApplicationSid, &twilio::Application::smsUrl,
                            &twilio::Application::smsFallbackUrl);
        answer.shadowed = scene.set({"sms_url"_L1, "sms_fallback_url"_L1});
    } else {
        answerAt(answer, scene, webhooks.smsUrl, webhooks.smsFallbackUrl);
        if (answer.reason == Reason::NoMainAddress) {
            answer.shadowed = scene.set({"sms_fallback_url"_L1});
        }
    }
    const bool areServicesRead =
        scene.resources.services && (service != nullptr || scene.resources.unreadServices.isEmpty());
    if (!areServicesRead) {
        doubt(answer, Certainty::Unread, Reason::ServicesUnread);
    }
    return answer;
}

Answer resolveCallStatus(const Scene &scene)
{
    const WebhookConfiguration &webhooks = scene.webhooks();
    Answer answer;
    answer.channel = Channel::CallStatus;
    if (!scene.takesCalls()) {
        answer.reason = Reason::NoCapability;
        answer.shadowed = scene.set({"status_callback"_L1});
        return answer;
    }
    if (webhooks.trunkSid.isEmpty() && !webhooks.voiceApplicationSid.isEmpty()) {
        answerByApplication(answer, scene, webhooks.voiceApplicationSid, &twilio::Application::statusCallback,
                            nullptr);
        answer.shadowed = scene.set({"status_callback"_L1});
    } else {
        answer.owner = scene.owner(webhooks.statusCallback);
    }
    const auto isByNumber = webhooks.trunkSid.isEmpty() && webhooks.voiceApplicationSid.isEmpty();
    if (!isByNumber && answer.reason == Reason::None) {
        doubt(answer, Certainty::Assumed, Reason::StatusUndocumented);
    }
    return answer;
}

} // namespace

Routing resolve(const twilio::IncomingNumber &number, const AccountResources &resources,
                const NixflexAddresses &nixflex)
{
    const Scene scene{number, resources, nixflex};
    return {{resolveVoice(scene), resolveSms(scene), resolveCallStatus(scene)}};
}

QLatin1StringView wordOf(Channel channel)
{
    switch (channel) {
    case Channel::Voice:
        return "voice"_L1;
    case Channel::Sms:
        return "sms"_L1;
    case Channel::CallStatus:
        return "call_status"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Answer::Via via)
{
    switch (via) {
    case Via::Number:
        return "number"_L1;
    case Via::Application:
        return "twiml_app"_L1;
    case Via::Trunk:
        return "sip_trunk"_L1;
    case Via::MessagingService:
        return "messaging_service"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Certain:
        return "certain"_L1;
    case Certainty::Assumed:
        return "assumed"_L1;
    case Certainty::Unread:
        return "unread"_L1;
    }
    return {};
}

QLatin1StringView wordOf(Answer::Reason reason)
{
    switch (reason) {
    case Reason::None:
        return ""_L1;
    case Reason::NoCapability:
        return "no_capability"_L1;
    case Reason::FaxMode:
        return "fax_mode"_L1;
    case Reason::NoMainAddress:
        return "no_main_address"_L1;
    case Reason::TextsDropped:
        return "texts_dropped"_L1;
    case Reason::ResourceUnread:
        return "resource_unread"_L1;
    case Reason::ResourceGone:
        return "resource_gone"_L1;
    case Reason::ServicesUnread:
        return "services_unread"_L1;
    case Reason::ServiceUnclear:
        return "service_unclear"_L1;
    case Reason::StatusUndocumented:
        return "status_undocumented"_L1;
    }
    return {};
}

} // namespace numbers::routing

#include "simulator/twilio/twilioapi.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

// The helpers of routing: TwiML applications, Messaging Services, the audit trail and voice regions.
namespace numbers::simulator {

namespace {

using V = QJsonValue;

QJsonObject applicationJson(const Application &app)
{
    return {{u"sid"_s, app.sid},
            {u"account_sid"_s, app.accountSid},
            {u"friendly_name"_s, app.friendlyName},
            {u"api_version"_s, u"2010-04-01"_s},
            {u"date_created"_s, rfc2822(app.created)},
            {u"date_updated"_s, rfc2822(app.created)},
            {u"voice_url"_s, app.voiceUrl},
            {u"voice_method"_s, u"POST"_s},
            {u"voice_fallback_url"_s, V()},
            {u"voice_fallback_method"_s, u"POST"_s},
            {u"voice_caller_id_lookup"_s, false},
            {u"sms_url"_s, app.smsUrl},
            {u"sms_method"_s, u"POST"_s},
            {u"sms_fallback_url"_s, V()},
            {u"sms_fallback_method"_s, u"POST"_s},
            {u"sms_status_callback"_s, V()},
            {u"message_status_callback"_s, V()},
            {u"status_callback"_s, app.statusCallback},
            {u"status_callback_method"_s, u"POST"_s},
            {u"public_application_connect_enabled"_s, false},
            {u"uri"_s, u"/2010-04-01/Accounts/%1/Applications/%2.json"_s.arg(app.accountSid, app.sid)}};
}

QJsonObject serviceJson(const TwilioCall &call, const MessagingService &service)
{
    const QString url = call.base + u"/v1/Services/"_s + service.sid;
    return {{u"sid"_s, service.sid},
            {u"account_sid"_s, service.accountSid},
            {u"friendly_name"_s, service.friendlyName},
            {u"date_created"_s, iso8601(service.created)},
            {u"date_updated"_s, iso8601(service.created)},
            {u"inbound_request_url"_s, orNull(service.inboundRequestUrl)},
            {u"inbound_method"_s, u"POST"_s},
            {u"fallback_url"_s, V()},
            {u"fallback_method"_s, u"POST"_s},
            {u"status_callback"_s, V()},
            {u"sticky_sender"_s, true},
            {u"mms_converter"_s, true},
            {u"smart_encoding"_s, true},
            {u"scan_message_content"_s, u"inherit"_s},
            {u"fallback_to_long_code"_s, false},
            {u"area_code_geomatch"_s, false},
            {u"synchronous_validation"_s, false},
            {u"validity_period"_s, 14'400},
            {u"usecase"_s, u"undeclared"_s},
            {u"us_app_to_person_registered"_s, service.usAppToPersonRegistered},
            {u"use_inbound_webhook_on_number"_s, service.useInboundWebhookOnNumber},
            {u"url"_s, url},
            {u"links"_s, QJsonObject{{u"phone_numbers"_s, url + u"/PhoneNumbers"_s}}}};
}

QJsonObject senderJson(const TwilioCall &call, const MessagingService &service, const TwilioNumber &number)
{
    QJsonArray capabilities;
    const QList<QPair<bool, QString>> all{
        {number.voice, u"Voice"_s}, {number.sms, u"SMS"_s}, {number.mms, u"MMS"_s}};
    for (const auto &[has, name] : all) {
        if (has) {
            capabilities.append(name);
        }
    }
    return {{u"sid"_s, number.sid},
            {u"account_sid"_s, number.accountSid},
            {u"service_sid"_s, service.sid},
            {u"date_created"_s, iso8601(number.created)},
            {u"date_updated"_s, iso8601(number.updated)},
            {u"phone_number"_s, number.phoneNumber},
            {u"country_code"_s, number.country},
            {u"capabilities"_s, capabilities},
            {u"url"_s, call.base + u"/v1/Services/%1/PhoneNumbers/%2"_s.arg(service.sid, number.sid)}};
}

HttpAnswer addSender(TwilioCall &call, MessagingService &service)
{
    const QString sid = field(call.request.form(), u"PhoneNumberSid"_s).value_or(QString());
    const TwilioNumber *number = call.data.numberBySid(sid);
    if (number == nullptr || number->accountSid != call.accountSid) {
        return twilioNotFound(call.request);
    }
    for (const MessagingService &other : std::as_const(call.data.services)) {
        if (other.numberSids.contains(sid)) {
            return other.sid == service.sid
                       ? twilioError(409, 21710, u"Phone Number is already in the Messaging Service."_s)
                       : twilioError(409, 21712,
                                     u"Phone Number is associated with another Messaging Service"_s);
        }
    }
    service.numberSids.append(sid);
    call.audit(u"messaging-service.phone-number.added"_s, sid);
    return HttpAnswer::json(201, senderJson(call, service, *number));
}

HttpAnswer listSenders(const TwilioCall &call, const MessagingService &service)
{
    return pageOfSids(call, u"phone_numbers"_s, service.numberSids, [&](qsizetype index) {
        // Numbers leave their services when they leave their account.
        return senderJson(call, service, *call.data.numberBySid(service.numberSids.at(index)));
    });
}

HttpAnswer oneSender(TwilioCall &call, MessagingService &service, const QString &sid)
{
    const TwilioNumber *number = call.data.numberBySid(sid);
    if (number == nullptr || !service.numberSids.contains(sid)) {
        return twilioNotFound(call.request);
    }
    if (call.isGet()) {
        return HttpAnswer::json(200, senderJson(call, service, *number));
    }
    if (!call.isDelete()) {
        return twilioNoSuchMethod();
    }
    service.numberSids.removeAll(sid);
    call.audit(u"messaging-service.phone-number.removed"_s, sid);
    return noContent();
}

} // namespace

HttpAnswer applications(TwilioCall &call)
{
    if (call.rest.size() == 1) {
        return listOwn(call, call.data.applications, u"applications"_s, applicationJson);
    }
    const Application *app = findOwn(call, call.data.applications, call.rest.at(1));
    if (app == nullptr || call.rest.size() != 2) {
        return twilioNotFound(call.request);
    }
    return call.isGet() ? HttpAnswer::json(200, applicationJson(*app)) : twilioNoSuchMethod();
}

HttpAnswer messagingServices(TwilioCall &call)
{
    if (call.rest.size() == 1) {
        return listOwn(call, call.data.services, u"services"_s,
                       [&call](const MessagingService &service) { return serviceJson(call, service); });
    }
    MessagingService *service = findOwn(call, call.data.services, call.rest.at(1));
    if (service == nullptr) {
        return twilioNotFound(call.request);
    }
    if (call.rest.size() == 2) {
        return call.isGet() ? HttpAnswer::json(200, serviceJson(call, *service)) : twilioNoSuchMethod();
    }
    if (call.rest.at(2) != "PhoneNumbers"_L1 || call.rest.size() > 4) {
        return twilioNotFound(call.request);
    }
    if (call.rest.size() == 4) {
        return oneSender(call, *service, call.rest.at(3));
    }
    if (call.isPost()) {
        return addSender(call, *service);
    }
    return call.isGet() ? listSenders(call, *service) : twilioNoSuchMethod();
}

HttpAnswer monitorEvents(TwilioCall &call)
{
    if (!call.isGet() || call.rest.size() != 1) {
        return call.isGet() ? twilioNotFound(call.request) : twilioNoSuchMethod();
    }
    const auto resource = field(call.request.query(), u"ResourceSid"_s);
    QStringList sids;
    QList<QJsonObject> matching;
    for (auto it = call.data.events.crbegin(); it != call.data.events.crend(); ++it) { // newest first
        if (it->accountSid == call.accountSid && (!resource || it->resourceSid == *resource)) {
            sids.append(it->sid);
            matching.append({{u"sid"_s, it->sid},
                             {u"account_sid"_s, it->accountSid},
                             {u"actor_sid"_s, it->actorSid},
                             {u"actor_type"_s, it->actorType},
                             {u"event_type"_s, it->eventType},
                             {u"resource_sid"_s, it->resourceSid},
                             {u"resource_type"_s, u"phone-number"_s},
                             {u"source"_s, u"api"_s},
                             {u"source_ip_address"_s, u"192.0.2.10"_s},
                             {u"event_date"_s, iso8601(it->date)},
                             {u"description"_s, V()},
                             {u"event_data"_s, QJsonObject()},
                             {u"url"_s, call.base + u"/v1/Events/"_s + it->sid}});
        }
    }
    return pageOfSids(call, u"events"_s, sids, [&](qsizetype index) { return matching.at(index); });
}

HttpAnswer routedNumber(TwilioCall &call)
{
    if (!call.isGet()) {
        return twilioNoSuchMethod();
    }
    const TwilioNumber *number = call.rest.size() == 2 ? call.data.numberByPhone(call.rest.at(1)) : nullptr;
    if (number == nullptr || number->accountSid != call.accountSid) {
        return twilioNotFound(call.request);
    }
    return HttpAnswer::json(
        200, QJsonObject{{u"phone_number"_s, number->phoneNumber},
                         {u"sid"_s, u"QQ"_s + number->sid.mid(2)},
                         {u"account_sid"_s, number->accountSid},
                         {u"friendly_name"_s, number->friendlyName},
                         {u"voice_region"_s, u"us1"_s},
                         {u"date_created"_s, iso8601(number->created)},
                         {u"date_updated"_s, iso8601(number->updated)},
                         {u"url"_s, call.base + u"/v2/PhoneNumbers/"_s + number->phoneNumber}});
}

} // namespace numbers::simulator

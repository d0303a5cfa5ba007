#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/pages.h"

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

PagedList listOf(const QUrl &base, const QString &path, const QString &pathTemplate, const QString &key)
{
    PagedList list{base, path, pathTemplate, {}, key};
    list.query.addQueryItem(u"PageSize"_s, u"100"_s);
    return list;
}

PagedList sendersOf(const QUrl &base, const MessagingService &service)
{
    return listOf(base, u"/v1/Services/%1/PhoneNumbers"_s.arg(service.sid),
                  u"/v1/Services/{sid}/PhoneNumbers"_s, u"phone_numbers"_s);
}

/// Left out when its SID is none, since that becomes part of a path.
std::optional<MessagingService> decodeService(const QJsonObject &object)
{
    JsonReader reader(object, u"service"_s);
    MessagingService service;
    service.sid = reader.word("sid"_L1);
    service.friendlyName = reader.name("friendly_name"_L1);
    service.inboundRequestUrl = reader.word("inbound_request_url"_L1);
    service.fallbackUrl = reader.word("fallback_url"_L1);
    service.usesInboundWebhookOnNumber = reader.knownFlag("use_inbound_webhook_on_number"_L1);
    return isTwilioSid(u"MG", service.sid) ? std::optional(service) : std::nullopt;
}

std::optional<QString> decodeSender(const QJsonObject &object)
{
    return object.value(u"sid"_s).toString();
}

} // namespace

QCoro::Task<Result<QList<MessagingService>>> Client::listMessagingServices(Credentials credentials,
                                                                           CancelToken cancel)
{
    net::HttpClient &http = m_http;
    const QUrl base = m_endpoints.messaging;
    const PagedList list = listOf(base, u"/v1/Services"_s, u"/v1/Services"_s, u"services"_s);
    auto services = co_await readRows<MessagingService>(http, credentials, list, decodeService, cancel);
    if (!services) {
        co_return failure(services.error());
    }
    for (MessagingService &service : *services) {
        const PagedList senders = sendersOf(base, service);
        const auto sids = co_await readRows<QString>(http, credentials, senders, decodeSender, cancel);
        if (!sids) {
            co_return failure(sids.error());
        }
        service.senderSids = *sids;
    }
    co_return std::move(*services);
}

} // namespace numbers::twilio

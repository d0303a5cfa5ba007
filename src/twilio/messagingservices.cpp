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
Result<MessagingService> decodeService(const QJsonObject &object)
{
    JsonReader reader(object, u"service"_s);
    MessagingService service;
    service.sid = reader.requiredText("sid"_L1);
    service.friendlyName = reader.name("friendly_name"_L1);
    service.inboundRequestUrl = reader.word("inbound_request_url"_L1);
    service.fallbackUrl = reader.word("fallback_url"_L1);
    service.usesInboundWebhookOnNumber = reader.knownFlag("use_inbound_webhook_on_number"_L1);
    if (!service.sid.isEmpty() && !isTwilioSid(u"MG", service.sid)) {
        reader.addProblem("sid"_L1, u"is no Messaging Service SID"_s);
    }
    return reader.isGood() ? Result<MessagingService>(std::move(service)) : failure(reader.error());
}

Result<QString> decodeSender(const QJsonObject &object)
{
    JsonReader reader(object, u"phone_number"_s);
    QString sid = reader.requiredText("sid"_L1);
    return reader.isGood() ? Result<QString>(std::move(sid)) : failure(reader.error());
}

} // namespace

QCoro::Task<Result<Listing<MessagingService>>> Client::listMessagingServices(Credentials credentials,
                                                                             CancelToken cancel)
{
    net::HttpClient &http = m_http;
    const QUrl base = m_endpoints.messaging;
    const PagedList list = listOf(base, u"/v1/Services"_s, u"/v1/Services"_s, u"services"_s);
    auto services = co_await readRows<MessagingService>(http, credentials, list, decodeService, cancel);
    if (!services) {
        co_return failure(services.error());
    }
    for (MessagingService &service : services->rows) {
        const PagedList senders = sendersOf(base, service);
        auto sids = co_await readRows<QString>(http, credentials, senders, decodeSender, cancel);
        if (!sids) {
            co_return failure(sids.error());
        }
        service.senderSids = std::move(sids->rows);
        services->skipped.append(std::move(sids->skipped));
    }
    co_return std::move(*services);
}

} // namespace numbers::twilio

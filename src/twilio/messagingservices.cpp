#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/pages.h"

#include <QJsonObject>

#include <memory>
#include <utility>

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

MessagingService decodeService(const QJsonObject &object)
{
    JsonReader reader(object, u"service"_s);
    MessagingService service;
    service.sid = reader.word("sid"_L1);
    service.friendlyName = reader.name("friendly_name"_L1);
    service.inboundRequestUrl = reader.word("inbound_request_url"_L1);
    service.fallbackUrl = reader.word("fallback_url"_L1);
    service.usesInboundWebhookOnNumber = reader.knownFlag("use_inbound_webhook_on_number"_L1);
    return service;
}

/// The services alone, without their senders.
QCoro::Task<Result<QList<MessagingService>>> listServices(net::HttpClient &http, QUrl base,
                                                          Credentials credentials, CancelToken cancel)
{
    const PagedList list = listOf(base, u"/v1/Services"_s, u"/v1/Services"_s, u"services"_s);
    const auto services = std::make_shared<QList<MessagingService>>();
    const OnRows onRows = [services](const QJsonArray &rows) -> Result<bool> {
        for (const auto &row : rows) {
            auto service = decodeService(row.toObject());
            // It becomes part of a path.
            if (isTwilioSid(u"MG", service.sid)) {
                services->append(std::move(service));
            }
        }
        return true;
    };
    const auto listed = co_await readPages(http, credentials, list, onRows, cancel);
    if (!listed) {
        co_return failure(listed.error());
    }
    co_return std::move(*services);
}

} // namespace

QCoro::Task<Result<QList<MessagingService>>> Client::listMessagingServices(Credentials credentials,
                                                                           CancelToken cancel)
{
    net::HttpClient &http = m_http;
    const QUrl base = m_endpoints.messaging;
    auto services = co_await listServices(http, base, credentials, cancel);
    if (!services) {
        co_return failure(services.error());
    }
    for (MessagingService &service : *services) {
        const PagedList list = sendersOf(base, service);
        const auto sids = std::make_shared<QStringList>();
        const OnRows onSenders = [sids](const QJsonArray &rows) -> Result<bool> {
            for (const auto &row : rows) {
                sids->append(row[u"sid"_s].toString());
            }
            return true;
        };
        const auto read = co_await readPages(http, credentials, list, onSenders, cancel);
        if (!read) {
            co_return failure(read.error());
        }
        service.senderSids = *sids;
    }
    co_return std::move(*services);
}

} // namespace numbers::twilio

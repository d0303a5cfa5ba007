#include "base/jsonreader.h"
#include "twilio/client.h"
#include "twilio/pages.h"

#include <QJsonObject>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

QCoro::Task<Result<std::optional<Client::MessagingService>>>
Client::findMessagingService(Credentials credentials, QString numberSid, CancelToken cancel)
{
    net::HttpClient &http = m_http;
    const QUrl base = m_endpoints.messaging;
    QUrlQuery query;
    query.addQueryItem(u"PageSize"_s, u"100"_s);

    const PagedList serviceList{base, u"/v1/Services"_s, u"/v1/Services"_s, query, u"services"_s};
    const auto services = std::make_shared<QList<MessagingService>>();
    const OnRows onServices = [services](const QJsonArray &rows) -> Result<bool> {
        for (const QJsonValue &row : rows) {
            const JsonReader reader(row.toObject(), u"service"_s);
            MessagingService service;
            service.sid = reader.word("sid"_L1);
            service.friendlyName = reader.word("friendly_name"_L1);
            service.usesInboundWebhookOnNumber = reader.knownFlag("use_inbound_webhook_on_number"_L1);
            // It becomes part of a path.
            if (isTwilioSid(u"MG", service.sid)) {
                services->append(service);
            }
        }
        return true;
    };
    const auto listed = co_await readPages(http, credentials, serviceList, onServices, cancel);
    if (!listed) {
        co_return failure(listed.error());
    }
    for (const MessagingService &service : std::as_const(*services)) {
        const PagedList numberList{base, u"/v1/Services/%1/PhoneNumbers"_s.arg(service.sid),
                                   u"/v1/Services/{sid}/PhoneNumbers"_s, query, u"phone_numbers"_s};
        const auto isFound = std::make_shared<bool>(false);
        const OnRows onNumbers = [isFound, numberSid](const QJsonArray &rows) -> Result<bool> {
            for (const QJsonValue &row : rows) {
                *isFound = *isFound || row[u"sid"_s].toString() == numberSid;
            }
            return !*isFound;
        };
        const auto searched = co_await readPages(http, credentials, numberList, onNumbers, cancel);
        if (!searched) {
            co_return failure(searched.error());
        }
        if (*isFound) {
            co_return std::optional<MessagingService>(service);
        }
    }
    co_return std::optional<MessagingService>();
}

} // namespace numbers::twilio

#include "twilio/client.h"
#include "twilio/decoding.h"
#include "twilio/request.h"

#include <QJsonArray>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

/// All rows of a list of Twilio's newer products, which link their pages by `meta.next_page_url`.
QCoro::Task<Result<QList<QJsonObject>>> listAll(net::HttpClient &http, Credentials credentials, QUrl base,
                                                QString path, QString pathTemplate, QString key,
                                                CancelToken cancel)
{
    QUrlQuery query;
    query.addQueryItem(u"PageSize"_s, u"100"_s);
    net::HttpRequest request = getRequest(credentials, base, path, pathTemplate, query);
    QList<QJsonObject> rows;
    QSet<QString> pages;
    for (;;) {
        const auto answer = co_await http.send(std::move(request), cancel);
        const auto page = objectOf(answer);
        if (!page) {
            co_return failure(page.error());
        }
        const QJsonArray list = page->value(key).toArray();
        for (const QJsonValue &row : list) {
            rows.append(row.toObject());
        }
        const QString next = page->value(u"meta"_s)[u"next_page_url"_s].toString();
        if (next.isEmpty() || pages.contains(next)) {
            break;
        }
        pages.insert(next);
        auto following = nextRequest(credentials, base, next, pathTemplate);
        if (!following) {
            co_return failure(following.error());
        }
        request = std::move(*following);
    }
    co_return rows;
}

} // namespace

QCoro::Task<Result<std::optional<Client::MessagingService>>>
Client::findMessagingService(Credentials credentials, QString numberSid, CancelToken cancel)
{
    net::HttpClient &http = m_http;
    const QUrl base = m_endpoints.messaging;
    const QString servicesPath = u"/v1/Services"_s;
    const QString servicesKey = u"services"_s;
    const auto services =
        co_await listAll(http, credentials, base, servicesPath, servicesPath, servicesKey, cancel);
    if (!services) {
        co_return failure(services.error());
    }
    for (const QJsonObject &service : *services) {
        const QString sid = service.value(u"sid"_s).toString();
        const QString path = u"/v1/Services/%1/PhoneNumbers"_s.arg(sid);
        const QString pathTemplate = u"/v1/Services/{sid}/PhoneNumbers"_s;
        const QString key = u"phone_numbers"_s;
        const auto numbers = co_await listAll(http, credentials, base, path, pathTemplate, key, cancel);
        if (!numbers) {
            co_return failure(numbers.error());
        }
        for (const QJsonObject &number : *numbers) {
            if (number.value(u"sid"_s).toString() == numberSid) {
                MessagingService found;
                found.sid = sid;
                found.friendlyName = service.value(u"friendly_name"_s).toString();
                found.usesInboundWebhookOnNumber = service.value(u"use_inbound_webhook_on_number"_s).toBool();
                co_return std::optional<MessagingService>(found);
            }
        }
    }
    co_return std::optional<MessagingService>();
}

} // namespace numbers::twilio

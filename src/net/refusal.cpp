#include "net/refusal.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace numbers::net {

using namespace Qt::StringLiterals;

namespace {

/// Client errors that are found before anything is executed.
bool saysNotExecuted(int status)
{
    switch (status) {
    case 400:
    case 401:
    case 402:
    case 403:
    case 404:
    case 405:
    case 409:
    case 410:
    case 411:
    case 412:
    case 413:
    case 414:
    case 415:
    case 422:
    case 428:
    case 431:
    case 451:
        return true;
    default:
        return false;
    }
}

} // namespace

Error refusalOf(const HttpResponse &response, Verb verb, Error::Provider provider,
                const ProviderMessage &message)
{
    const bool isRefused =
        response.status == 429 || (message.isProviders && saysNotExecuted(response.status));
    Error error;
    error.provider = provider;
    error.effect = isRefused || !isWrite(verb) ? Error::Effect::Answered : Error::Effect::Unknown;
    error.httpStatus = response.status;
    error.requestId = response.requestId;
    error.retryAfter = response.retryAfter(QDateTime::currentDateTimeUtc());
    error.detail = u"HTTP %1, %2, body of %3 bytes%4"_s.arg(response.status)
                       .arg(QString::fromLatin1(response.contentType))
                       .arg(response.body.size())
                       .arg(message.text.isEmpty() ? QString() : u": "_s + message.text);
    return error;
}

QString unknownOutcomeHint()
{
    return QCoreApplication::translate("numbers::net::Transport",
                                       "It is not known whether the request was carried out: look before "
                                       "sending it again.");
}

bool isForeign(const QByteArray &body, const QJsonDocument &document)
{
    return !body.trimmed().isEmpty() && !document.isObject();
}

} // namespace numbers::net

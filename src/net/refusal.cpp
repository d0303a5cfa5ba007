#include "net/refusal.h"

#include <QJsonDocument>

namespace numbers::net {

using namespace Qt::StringLiterals;

Error refusalOf(const HttpResponse &response, Error::Provider provider, const QString &message)
{
    Error error;
    error.provider = provider;
    error.effect = Error::Effect::Answered;
    error.httpStatus = response.status;
    error.requestId = response.requestId;
    error.retryAfter = response.retryAfter(QDateTime::currentDateTimeUtc());
    error.detail = u"HTTP %1, %2, body of %3 bytes%4"_s.arg(response.status)
                       .arg(QString::fromLatin1(response.contentType))
                       .arg(response.body.size())
                       .arg(message.isEmpty() ? QString() : u": "_s + message);
    return error;
}

bool isForeign(const QByteArray &body, const QJsonDocument &document)
{
    return !body.trimmed().isEmpty() && !document.isObject();
}

} // namespace numbers::net

#include "net/httptypes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace numbers::net {

QByteArray toByteArray(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Head:
        return "HEAD";
    case Verb::Post:
        return "POST";
    case Verb::Put:
        return "PUT";
    case Verb::Patch:
        return "PATCH";
    case Verb::Delete:
        break;
    }
    return "DELETE";
}

bool isWrite(Verb verb)
{
    return verb != Verb::Get && verb != Verb::Head;
}

bool takesBody(Verb verb)
{
    return verb == Verb::Post || verb == Verb::Put || verb == Verb::Patch;
}

QDateTime dateFromHttp(const QByteArray &text)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto &[candidate, value] : headers) {
        if (candidate.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

std::optional<std::chrono::milliseconds> HttpResponse::retryAfter(const QDateTime &utcNow) const
{
    const auto fromSeconds = [](double seconds) -> std::optional<std::chrono::milliseconds> {
        // A day: whoever asks for more is broken, and more would not fit everywhere.
        if (!(seconds >= 0) || seconds > 86'400) {
            return std::nullopt;
        }
        return std::chrono::milliseconds(static_cast<qint64>(seconds * 1000));
    };
    const QByteArray text = header("Retry-After").trimmed();
    if (!text.isEmpty()) {
        bool isNumber = false;
        const double seconds = text.toDouble(&isNumber);
        if (isNumber) {
            return fromSeconds(seconds);
        }
        const QDateTime date = dateFromHttp(text);
        if (date.isValid()) {
            return fromSeconds(static_cast<double>(std::max<qint64>(0, utcNow.msecsTo(date))) / 1000.0);
        }
    }
    const QJsonValue details =
        QJsonDocument::fromJson(body).object().value(u"error"_s)[u"details"_s][u"retry_after"_s];
    return details.isDouble() ? fromSeconds(details.toDouble()) : std::nullopt;
}

} // namespace numbers::net

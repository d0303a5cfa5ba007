#include "simulator/server/http.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace numbers::simulator {

namespace {

QString decode(QByteArray encoded)
{
    encoded.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

qint64 HttpRequest::size() const
{
    qint64 bytes = target.size() + body.size();
    for (const auto &[name, value] : headers) {
        bytes += name.size() + value.size();
    }
    return bytes;
}

QByteArray HttpRequest::rawPath() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QStringList HttpRequest::segments(Plus plus) const
{
    QStringList parts;
    const QList<QByteArray> raw = rawPath().split('/');
    for (const QByteArray &part : raw) {
        if (!part.isEmpty()) {
            parts.append(plus == Plus::Blank ? decode(part)
                                             : QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
        }
    }
    return parts;
}

QList<QPair<QString, QString>> HttpRequest::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QList<QPair<QString, QString>>() : decodeFields(target.mid(mark + 1));
}

QList<QPair<QString, QString>> HttpRequest::form() const
{
    return decodeFields(body);
}

std::optional<QString> field(const QList<QPair<QString, QString>> &fields, const QString &name)
{
    for (auto it = fields.crbegin(); it != fields.crend(); ++it) {
        if (it->first == name) {
            return it->second;
        }
    }
    return std::nullopt;
}

QList<QPair<QString, QString>> decodeFields(const QByteArray &encoded)
{
    QList<QPair<QString, QString>> fields;
    const QList<QByteArray> parts = encoded.split('&');
    for (const QByteArray &part : parts) {
        if (part.isEmpty()) {
            continue;
        }
        const qsizetype equals = part.indexOf('=');
        fields.append({decode(equals < 0 ? part : part.left(equals)),
                       equals < 0 ? QString() : decode(part.mid(equals + 1))});
    }
    return fields;
}

void HttpAnswer::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (auto &[key, old] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            old = value;
            return;
        }
    }
    headers.append({name, value});
}

HttpAnswer HttpAnswer::json(int status, const QJsonObject &object)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

HttpAnswer HttpAnswer::json(int status, const QJsonArray &array)
{
    HttpAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return answer;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace numbers::simulator

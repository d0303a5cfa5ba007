#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

/// Requests and answers as values, between the sockets and the two APIs.
namespace numbers::simulator {

struct HttpRequest
{
    QByteArray method;
    /// As it was sent: percent-encoded path, `?` and query.
    QByteArray target;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    /// Counts connections from 1.
    quint64 connection = 0;
    /// How many requests of the same Twilio account are under way, this one included.
    int concurrent = 1;

    /// Names are compared without case; empty when there is none.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// Bytes of target, headers and body.
    [[nodiscard]] qint64 size() const;
    /// Without the query, still encoded.
    [[nodiscard]] QByteArray rawPath() const;
    enum class Plus { Literal, Blank };
    /// The path's parts, decoded. Nixflex reads a raw + as a blank, Twilio as what it is.
    [[nodiscard]] QStringList segments(Plus plus) const;
    /// Query fields, decoded; + is a blank.
    [[nodiscard]] QList<QPair<QString, QString>> query() const;
    /// Fields of an application/x-www-form-urlencoded body.
    [[nodiscard]] QList<QPair<QString, QString>> form() const;
};

/// The last value of a field; nothing when it was not sent.
std::optional<QString> field(const QList<QPair<QString, QString>> &fields, const QString &name);
QList<QPair<QString, QString>> decodeFields(const QByteArray &encoded);

struct HttpAnswer
{
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType = "application/json";
    QByteArray body;

    void setHeader(const QByteArray &name, const QByteArray &value);
    static HttpAnswer json(int status, const QJsonObject &object);
    static HttpAnswer json(int status, const QJsonArray &array);
};

/// "" as null.
QJsonValue orNull(const QString &text);

} // namespace numbers::simulator

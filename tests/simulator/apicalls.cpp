#include "simulator/apicalls.h"

#include "simulator/nixflex/nixflexapi.h"
#include "simulator/twilio/twilioapi.h"

#include <QJsonDocument>
#include <QUrl>

namespace numbers::simulator::test {

namespace {

Reply read(const HttpAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return {answer.status, document.object(), document.array(), answer};
}

} // namespace

QByteArray Reply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : raw.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

NixflexCaller::NixflexCaller(SharedWorld &world)
    : m_world(world)
{
    key = world.read([](const WorldData &data) {
        return (data.keys.at(0).keyId + u':' + data.keys.at(0).keySecret).toUtf8();
    });
}

Reply NixflexCaller::call(const QByteArray &method, const QByteArray &path, const QJsonObject &body,
                          const QList<QPair<QByteArray, QByteArray>> &headers) const
{
    const bool hasBody = method != "GET" && method != "DELETE";
    return raw(method, path, hasBody ? QJsonDocument(body).toJson() : QByteArray(),
               hasBody ? "application/json" : "", headers);
}

Reply NixflexCaller::raw(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                         const QByteArray &contentType,
                         const QList<QPair<QByteArray, QByteArray>> &headers) const
{
    HttpRequest request;
    request.method = method;
    request.target = path;
    request.body = body;
    request.headers = headers;
    if (!key.isEmpty()) {
        request.headers.append({"authorization", "Bearer " + key});
    }
    if (!contentType.isEmpty()) {
        request.headers.append({"content-type", contentType});
    }
    return read(answerNixflex(m_world, request));
}

TwilioCaller2010::TwilioCaller2010(SharedWorld &world, const QString &user, const QString &secret)
    : m_world(world)
    , m_authorization("Basic " + (user + u':' + secret).toUtf8().toBase64())
{
}

Reply TwilioCaller2010::get(const QString &target) const
{
    return send("GET", target, {});
}

Reply TwilioCaller2010::post(const QString &target, const Form &form) const
{
    QByteArray body;
    for (const auto &[name, value] : form) {
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' +
                QUrl::toPercentEncoding(value);
    }
    return send("POST", target, body);
}

Reply TwilioCaller2010::remove(const QString &target) const
{
    return send("DELETE", target, {});
}

Reply TwilioCaller2010::send(const QByteArray &method, const QString &target, const QByteArray &body) const
{
    HttpRequest request;
    request.method = method;
    request.target = target.toUtf8();
    request.body = body;
    request.concurrent = concurrent;
    request.headers = {{"Authorization", m_authorization}};
    return read(answerTwilio(m_world, request, QStringLiteral("https://127.0.0.1:1")));
}

TwilioAccount accountAt(SharedWorld &world, int index)
{
    return world.read([index](const WorldData &data) { return data.accounts.at(index); });
}

QString under(const TwilioAccount &account, const QString &rest)
{
    return QStringLiteral("/2010-04-01/Accounts/") + account.sid + rest;
}

QByteArray encoded(const QString &e164)
{
    return QUrl::toPercentEncoding(e164);
}

} // namespace numbers::simulator::test

#include "simulator/controlapi.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

HttpAnswer refuse(int status, const QString &why)
{
    return HttpAnswer::json(status, QJsonObject{{u"error"_s, why}});
}

template <typename Items>
HttpAnswer listOf(const QString &name, const Items &items)
{
    QJsonArray list;
    for (const auto &item : items) {
        list.append(item.toJson());
    }
    return HttpAnswer::json(200, QJsonObject{{name, list}});
}

std::optional<QJsonObject> objectIn(const HttpRequest &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// Compared by digest, so that how long it takes says nothing about the token.
QByteArray digest(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace

ControlApi::ControlApi(SharedWorld &world, RequestLog &log, FaultBox &faults, const QString &token)
    : m_world(world)
    , m_log(log)
    , m_faults(faults)
    , m_token(token.toUtf8())
{
}

bool ControlApi::isControlPath(const QByteArray &rawPath)
{
    return rawPath == "/_simulator" || rawPath.startsWith("/_simulator/");
}

bool ControlApi::isAllowed(const HttpRequest &request) const
{
    return m_token.isEmpty() || digest(request.header("X-Simulator-Token")) == digest(m_token);
}

HttpAnswer ControlApi::answer(const HttpRequest &request)
{
    if (!isAllowed(request)) {
        return refuse(401, u"Send the simulator's control token as X-Simulator-Token."_s);
    }
    const QString resource = request.segments(HttpRequest::Plus::Literal).value(1);
    if (resource == "requests"_L1) {
        return requests(request);
    }
    if (resource == "faults"_L1) {
        return faults(request);
    }
    if (resource == "modes"_L1) {
        return modes(request);
    }
    if (resource == "world"_L1 && request.method == "GET") {
        return HttpAnswer::json(200, m_world.summary());
    }
    return refuse(404, u"requests, faults, modes or world"_s);
}

HttpAnswer ControlApi::requests(const HttpRequest &request)
{
    if (request.method == "DELETE") {
        m_log.clear();
    } else if (request.method != "GET") {
        return refuse(405, u"GET or DELETE"_s);
    }
    return listOf(u"requests"_s, m_log.all());
}

HttpAnswer ControlApi::faults(const HttpRequest &request)
{
    if (request.method == "DELETE") {
        m_faults.clear();
    } else if (request.method == "POST") {
        QString why = u"the body is not a JSON object"_s;
        const auto object = objectIn(request);
        const auto fault = object ? Fault::fromJson(*object, &why) : std::nullopt;
        if (!fault) {
            return refuse(400, why);
        }
        if (m_faults.armed().size() >= FaultBox::mostArmed) {
            return refuse(400, u"too many faults are armed"_s);
        }
        m_faults.arm(*fault);
    } else if (request.method != "GET") {
        return refuse(405, u"GET, POST or DELETE"_s);
    }
    return listOf(u"faults"_s, m_faults.armed());
}

HttpAnswer ControlApi::modes(const HttpRequest &request)
{
    ProviderModes modes = m_world.modes();
    if (request.method == "PATCH") {
        QString why = u"the body is not a JSON object"_s;
        const auto object = objectIn(request);
        if (!object || !modes.apply(*object, &why)) {
            return refuse(400, why);
        }
        m_world.setModes(modes);
    } else if (request.method != "GET") {
        return refuse(405, u"GET or PATCH"_s);
    }
    return HttpAnswer::json(200, modes.toJson());
}

} // namespace numbers::simulator

#include "simulator/server/requestguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

QList<QByteArray> valuesOf(const HttpRequest &request, const char *name)
{
    QList<QByteArray> values;
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            values.append(value.trimmed().toLower());
        }
    }
    return values;
}

/// "127.0.0.1:8080", "localhost:8080", "[::1]:8080"
bool isOurs(const QByteArray &authority, quint16 port, bool takesAnyPort)
{
    const qsizetype bracket = authority.indexOf(']');
    const qsizetype colon = authority.indexOf(':', std::max<qsizetype>(bracket, 0));
    const QByteArray host = colon < 0 ? authority : authority.left(colon);
    if (host != "127.0.0.1" && host != "localhost" && host != "[::1]") {
        return false;
    }
    return takesAnyPort || (colon >= 0 && authority.mid(colon + 1) == QByteArray::number(port));
}

bool isOurOrigin(const QByteArray &origin, quint16 port)
{
    for (const QByteArray &scheme : {QByteArray("http://"), QByteArray("https://")}) {
        if (origin.startsWith(scheme)) {
            return isOurs(origin.mid(scheme.size()), port, false);
        }
    }
    return false;
}

HttpAnswer refuse(const QString &why)
{
    return HttpAnswer::json(403, QJsonObject{{u"error"_s, why}});
}

} // namespace

std::optional<HttpAnswer> refuseWebPage(const HttpRequest &request, quint16 port, bool isBehindRelay)
{
    const QList<QByteArray> hosts = valuesOf(request, "Host");
    if (hosts.size() != 1 || !isOurs(hosts.first(), port, isBehindRelay)) {
        return refuse(u"The Host header does not name this simulator."_s);
    }
    const QList<QByteArray> origins = valuesOf(request, "Origin");
    const QList<QByteArray> sites = valuesOf(request, "Sec-Fetch-Site");
    const bool isFromUs = std::all_of(origins.begin(), origins.end(),
                                      [port](const QByteArray &origin) { return isOurOrigin(origin, port); });
    const bool isSameSite = std::all_of(sites.begin(), sites.end(), [](const QByteArray &site) {
        return site == "none" || site == "same-origin";
    });
    if (!isFromUs || !isSameSite) {
        return refuse(u"Web pages of other origins are not answered."_s);
    }
    return std::nullopt;
}

} // namespace numbers::simulator

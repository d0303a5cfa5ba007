#include "twilio/client.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

Endpoints Endpoints::single(const QUrl &base)
{
    return {base, base, base};
}

Endpoints Endpoints::regional(const QString &region, const QString &edge)
{
    if (region.isEmpty() || edge.isEmpty()) {
        return {}; // A region without an edge is no longer served: better the default than a host that is not
                   // there.
    }
    const auto host = [&](const QString &product) {
        return QUrl(u"https://%1.%2.%3.twilio.com"_s.arg(product, edge, region));
    };
    return {host(u"api"_s), host(u"messaging"_s), host(u"trunking"_s)};
}

Client::Client(net::HttpClient &http, Endpoints endpoints)
    : m_http(http)
    , m_endpoints(std::move(endpoints))
{
}

} // namespace numbers::twilio

#include "twilio/client.h"

#include <utility>

namespace numbers::twilio {

Endpoints Endpoints::single(const QUrl &base)
{
    return {base, base, base};
}

Client::Client(net::HttpClient &http, Endpoints endpoints)
    : m_http(http)
    , m_endpoints(std::move(endpoints))
{
}

} // namespace numbers::twilio

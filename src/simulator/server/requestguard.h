#pragma once

#include "simulator/server/http.h"

#include <optional>

namespace numbers::simulator {

/// The refusal for a request that a web page could have sent; nothing for one of a program on this computer.
///
/// A page in a browser reaches every port of its computer. What it sends names its Origin, or says by
/// Sec-Fetch-Site that it is another site's; and with DNS rebinding, where both look right, the Host is the
/// page's own name. So Host must be a loopback name with our port (any port with `isBehindRelay`), and
/// Origin, where there is one, our own.
[[nodiscard]] std::optional<HttpAnswer> refuseWebPage(const HttpRequest &request, quint16 port,
                                                      bool isBehindRelay);

} // namespace numbers::simulator

#pragma once

#include "base/result.h"
#include "net/httptypes.h"
#include "twilio/types.h"

#include <QUrlQuery>

#include <memory>
#include <optional>

namespace numbers::twilio {

/// A GET with the pair as HTTP Basic (RFC 7617). Interactive; lane of its account.
[[nodiscard]] net::HttpRequest getRequest(const Credentials &credentials, const QUrl &base,
                                          const QString &path, const QString &pathTemplate,
                                          const QUrlQuery &query = {});

/// The same for a URL that is known to be Twilio's, with the header of an earlier request.
[[nodiscard]] net::HttpRequest requestFor(const Credentials &credentials, const QUrl &url,
                                          const QString &pathTemplate,
                                          std::shared_ptr<const SecretString> authorization);

/// Where the link to a next page leads, without a fragment, or nothing when that is not another page of the
/// list at `first`: other scheme, host, port or path, or a user name in it. `base` may have a path of its
/// own, which Twilio's relative links do not know.
[[nodiscard]] std::optional<QUrl> nextUrl(const QUrl &first, const QUrl &base, const QString &link);

/// A value for a query with everything special encoded: Twilio reads a bare "+" as a blank.
[[nodiscard]] QString encodedValue(const QString &value);

} // namespace numbers::twilio

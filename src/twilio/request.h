#pragma once

#include "base/result.h"
#include "net/httptypes.h"
#include "twilio/types.h"

#include <QUrlQuery>

namespace numbers::twilio {

/// A GET with the pair as HTTP Basic. Interactive; lane of its account.
[[nodiscard]] net::HttpRequest getRequest(const Credentials &credentials, const QUrl &base,
                                          const QString &path, const QString &pathTemplate,
                                          const QUrlQuery &query = {});

/// The same for a URL that Twilio gave (next page). Error BadReply when it leads anywhere but to `base`.
[[nodiscard]] Result<net::HttpRequest> nextRequest(const Credentials &credentials, const QUrl &base,
                                                   const QString &nextUri, const QString &pathTemplate);

} // namespace numbers::twilio

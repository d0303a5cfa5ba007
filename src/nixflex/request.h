#pragma once

#include "base/secretstring.h"
#include "net/httptypes.h"

#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

namespace numbers::nixflex {

/// What every request of a client has in common.
struct Call
{
    QUrl base;
    std::shared_ptr<const SecretString> authorization;
    QString lane;
};

/// `encodedPath` is percent-encoded already, since "+" must arrive as %2B.
[[nodiscard]] net::HttpRequest requestOf(const Call &call, net::Verb verb, const QString &encodedPath,
                                         const QString &pathTemplate, const QUrlQuery &query = {});

} // namespace numbers::nixflex

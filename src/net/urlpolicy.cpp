#include "net/urlpolicy.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace numbers::net {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0) {
        return true;
    }
    const QHostAddress address(host);
    return !address.isNull() && address.isLoopback();
}

Result<void> checkUrl(const QUrl &url)
{
    const bool isAllowed = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
    if (!url.isValid() || url.host().isEmpty() || !isAllowed || !url.userInfo().isEmpty()) {
        return failure(
            Error::make(Error::Kind::Invalid,
                        QCoreApplication::translate(
                            "numbers::net::UrlPolicy",
                            "Only encrypted connections (https) are used, so that nobody can read the "
                            "tokens. Nothing was sent to “%1”.")
                            .arg(url.host()),
                        u"refused URL: scheme %1, host %2"_s.arg(url.scheme(), url.host())));
    }
    return {};
}

bool isSameOrigin(const QUrl &left, const QUrl &right)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == "https"_L1 ? 443 : 80); };
    return left.scheme() == right.scheme() && left.host() == right.host() && port(left) == port(right);
}

} // namespace numbers::net

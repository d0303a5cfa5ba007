#include "nixflex/request.h"

namespace numbers::nixflex {

net::HttpRequest requestOf(const Call &call, net::Verb verb, const QString &encodedPath,
                           const QString &pathTemplate, const QUrlQuery &query)
{
    QByteArray url = call.base.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString prefix = call.base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    url += prefix.toLatin1() + encodedPath.toLatin1();
    net::HttpRequest request;
    request.verb = verb;
    request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    if (!query.isEmpty()) {
        request.url.setQuery(query);
    }
    request.pathTemplate = pathTemplate;
    request.authorization = call.authorization;
    request.lane = call.lane;
    request.provider = Error::Provider::Nixflex;
    return request;
}

} // namespace numbers::nixflex

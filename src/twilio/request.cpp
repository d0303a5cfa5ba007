#include "twilio/request.h"

#include "base/jsonreader.h"
#include "net/urlpolicy.h"

#include <string>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

/// RFC 7617: "Basic " and the Base64 of "SID:token".
std::shared_ptr<const SecretString> authorizationOf(const Credentials &credentials)
{
    if (!credentials.authToken) {
        return nullptr;
    }
    QByteArray pair = credentials.accountSid.toString().toLatin1() + ':';
    const std::string_view token = credentials.authToken->reveal();
    pair.append(token.data(), static_cast<qsizetype>(token.size()));
    QByteArray header = "Basic " + pair.toBase64();
    auto secret = std::make_shared<const SecretString>(
        std::string_view(header.constData(), static_cast<std::size_t>(header.size())));
    pair.fill('\0');
    header.fill('\0');
    return secret;
}

net::HttpRequest requestOf(const Credentials &credentials, const QUrl &url, const QString &pathTemplate)
{
    net::HttpRequest request;
    request.verb = net::Verb::Get;
    request.url = url;
    request.pathTemplate = pathTemplate;
    request.authorization = authorizationOf(credentials);
    request.lane = u"twilio:"_s + credentials.accountSid.toString();
    request.provider = Error::Provider::Twilio;
    return request;
}

} // namespace

net::HttpRequest getRequest(const Credentials &credentials, const QUrl &base, const QString &path,
                            const QString &pathTemplate, const QUrlQuery &query)
{
    QUrl url = base;
    QString prefix = base.path();
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    url.setPath(prefix + path);
    url.setQuery(query);
    return requestOf(credentials, url, pathTemplate);
}

Result<net::HttpRequest> nextRequest(const Credentials &credentials, const QUrl &base, const QString &nextUri,
                                     const QString &pathTemplate)
{
    const QUrl url = base.resolved(QUrl(nextUri, QUrl::StrictMode));
    if (!url.isValid() || !net::isSameOrigin(url, base) || !url.userInfo().isEmpty()) {
        Error error = badReply(u"the next page is on another host"_s);
        error.provider = Error::Provider::Twilio;
        error.effect = Error::Effect::Answered;
        return failure(error);
    }
    return requestOf(credentials, url, pathTemplate);
}

} // namespace numbers::twilio

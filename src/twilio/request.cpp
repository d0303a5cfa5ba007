#include "twilio/request.h"

#include "base/knownsecrets.h"
#include "net/urlpolicy.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

std::shared_ptr<const SecretString> authorizationOf(const Credentials &credentials)
{
    if (!credentials.authToken) {
        return nullptr;
    }
    keepOutOfTexts(*credentials.authToken);
    const std::string_view token = credentials.authToken->reveal();
    QByteArray pair = credentials.accountSid.toString().toLatin1() + ':';
    pair.append(token.data(), static_cast<qsizetype>(token.size()));
    QByteArray encoded = pair.toBase64();
    const std::string_view text(encoded.constData(), static_cast<std::size_t>(encoded.size()));
    auto header = std::make_shared<const SecretString>(SecretString::joined({"Basic ", text}));
    wipe(pair);
    wipe(encoded);
    return header;
}

/// The path of `base` without a slash at its end.
QString prefixOf(const QUrl &base)
{
    QString prefix = base.path();
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    return prefix;
}

} // namespace

net::HttpRequest getRequest(const Credentials &credentials, const QUrl &base, const QString &path,
                            const QString &pathTemplate, const QUrlQuery &query)
{
    QUrl url = base;
    url.setPath(prefixOf(base) + path);
    url.setQuery(query);
    return requestFor(credentials, url, pathTemplate, authorizationOf(credentials));
}

net::HttpRequest requestFor(const Credentials &credentials, const QUrl &url, const QString &pathTemplate,
                            std::shared_ptr<const SecretString> authorization)
{
    net::HttpRequest request;
    request.verb = net::Verb::Get;
    request.url = url;
    request.pathTemplate = pathTemplate;
    request.authorization = std::move(authorization);
    request.lane = u"twilio:"_s + credentials.accountSid.toString();
    request.provider = Error::Provider::Twilio;
    return request;
}

std::optional<QUrl> nextUrl(const QUrl &first, const QUrl &base, const QString &link)
{
    const bool isAbsolutePath = link.startsWith(u'/') && !link.startsWith("//"_L1);
    const QString prefixed = isAbsolutePath ? prefixOf(base) + link : link;
    QUrl url = first.resolved(QUrl(prefixed, QUrl::StrictMode));
    url.setFragment({}); // Never sent: links that differ in nothing else lead to the same page.
    if (!url.isValid() || !net::isSameOrigin(url, first) || !url.userInfo().isEmpty() ||
        url.path(QUrl::FullyEncoded) != first.path(QUrl::FullyEncoded)) {
        return std::nullopt;
    }
    return url;
}

QString encodedValue(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

} // namespace numbers::twilio

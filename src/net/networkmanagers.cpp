#include "net/networkmanagers.h"

#include "base/knownsecrets.h"
#include "net/urlpolicy.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <utility>

namespace numbers::net {

using namespace Qt::StringLiterals;

namespace {

/// Loopback directly; everything else as the user chose.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(NetworkSettings settings)
        : m_settings(std::move(settings))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()) || m_settings.proxyMode == NetworkSettings::ProxyMode::None) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        if (m_settings.proxyMode == NetworkSettings::ProxyMode::System) {
            return systemProxyForQuery(query);
        }
        const auto type = m_settings.isSocks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
        // Without the user's name: the credentials are handed out when the proxy asks for them.
        return {QNetworkProxy(type, m_settings.proxyHost, m_settings.proxyPort)};
    }

private:
    NetworkSettings m_settings;
};

/// For Basic, Digest and SOCKS Qt turns these texts into Latin-1, with "?" for what is not in it. Given a
/// text with a character for each byte it sends UTF-8 instead (RFC 7617, 2.1). NTLM has UTF-16 of its own,
/// and no realm.
void giveCredentials(const NetworkSettings &settings, const QNetworkProxy &proxy,
                     QAuthenticator &authenticator)
{
    const bool isInBytes = proxy.type() == QNetworkProxy::Socks5Proxy || !authenticator.realm().isEmpty();
    const auto toText = [isInBytes](const QByteArray &utf8) {
        return isInBytes ? QString::fromLatin1(utf8) : QString::fromUtf8(utf8);
    };
    const std::string_view password = settings.proxyPassword->reveal();
    QByteArray bytes(password.data(), static_cast<qsizetype>(password.size()));
    authenticator.setUser(toText(settings.proxyUser.toUtf8()));
    authenticator.setPassword(toText(bytes));
    wipe(bytes);
}

} // namespace

std::shared_ptr<QNetworkAccessManager> makeManager(const NetworkSettings &settings)
{
    auto network = std::make_shared<QNetworkAccessManager>();
    network->setProxyFactory(new ProxyChoice(settings)); // The manager takes ownership.
    if (settings.proxyMode == NetworkSettings::ProxyMode::Manual && !settings.proxyUser.isEmpty() &&
        settings.proxyPassword) {
        keepOutOfTexts(*settings.proxyPassword);
        // Qt keeps what worked; who is asked again gave credentials that were refused.
        const auto wasAsked = std::make_shared<bool>(false);
        QObject::connect(network.get(), &QNetworkAccessManager::proxyAuthenticationRequired, network.get(),
                         [settings, wasAsked](const QNetworkProxy &proxy, QAuthenticator *authenticator) {
                             // A server may answer 407, too; it must not get them.
                             const bool isOurProxy = proxy.type() != QNetworkProxy::NoProxy &&
                                                     proxy.hostName() == settings.proxyHost &&
                                                     proxy.port() == settings.proxyPort;
                             if (!isOurProxy || std::exchange(*wasAsked, true)) {
                                 return;
                             }
                             giveCredentials(settings, proxy, *authenticator);
                         });
    }
    return network;
}

QString proxyFor(const QUrl &url, const NetworkSettings &settings)
{
    const auto proxies = ProxyChoice(settings).queryProxy(QNetworkProxyQuery(url));
    if (proxies.isEmpty() || proxies.constFirst().type() == QNetworkProxy::NoProxy) {
        return {};
    }
    return u"%1:%2"_s.arg(proxies.constFirst().hostName()).arg(proxies.constFirst().port());
}

} // namespace numbers::net

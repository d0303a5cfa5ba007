#include "net/networkmanagers.h"

#include "net/urlpolicy.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <utility>

namespace numbers::net {

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

} // namespace

std::shared_ptr<QNetworkAccessManager> makeManager(const NetworkSettings &settings)
{
    auto network = std::make_shared<QNetworkAccessManager>();
    network->setProxyFactory(new ProxyChoice(settings)); // The manager takes ownership.
    if (settings.proxyMode == NetworkSettings::ProxyMode::Manual && !settings.proxyUser.isEmpty() &&
        settings.proxyPassword) {
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
                             const std::string_view text = settings.proxyPassword->reveal();
                             authenticator->setUser(settings.proxyUser);
                             authenticator->setPassword(
                                 QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
                         });
    }
    return network;
}

} // namespace numbers::net

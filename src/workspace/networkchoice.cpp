#include "workspace/networkchoice.h"

#include "net/certificatefile.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

using Key = Settings::Key;
using ProxyMode = net::NetworkSettings::ProxyMode;

} // namespace

NetworkChoice NetworkChoice::of(const Settings &settings)
{
    NetworkChoice choice;
    choice.mode = settings.text(Key::ProxyMode);
    choice.kind = settings.text(Key::ProxyKind);
    choice.host = settings.text(Key::ProxyHost);
    choice.port = settings.value(Key::ProxyPort).toInt();
    choice.user = settings.text(Key::ProxyUser);
    choice.caFile = settings.text(Key::ExtraCaFile);
    return choice;
}

void NetworkChoice::saveTo(Settings &settings) const
{
    settings.setValue(Key::ProxyMode, mode);
    settings.setValue(Key::ProxyKind, kind);
    settings.setValue(Key::ProxyHost, host);
    settings.setValue(Key::ProxyPort, port);
    settings.setValue(Key::ProxyUser, user);
    settings.setValue(Key::ExtraCaFile, caFile);
}

secrets::SecretKey NetworkChoice::passwordKey() const
{
    return {secrets::SecretKey::Kind::ProxyPassword, u"%1@%2:%3"_s.arg(user, host, QString::number(port))};
}

QCoro::Task<NetworkReading> readNetworkSettings(NetworkChoice choice,
                                                std::shared_ptr<const SecretString> typedPassword,
                                                secrets::SecretStore *store)
{
    NetworkReading reading;
    auto &network = reading.settings;
    network.proxyMode = choice.mode == "none"_L1     ? ProxyMode::None
                        : choice.mode == "manual"_L1 ? ProxyMode::Manual
                                                     : ProxyMode::System;
    network.proxyHost = choice.host;
    network.proxyPort = static_cast<quint16>(choice.port);
    network.isSocks5 = choice.kind == "socks5"_L1;
    network.proxyUser = choice.user;
    network.proxyPassword = std::move(typedPassword);

    if (network.proxyMode == ProxyMode::Manual && !network.proxyUser.isEmpty() && !network.proxyPassword) {
        const auto key = choice.passwordKey();
        const auto password = co_await store->read(key);
        if (password) {
            network.proxyPassword = *password;
        } else {
            reading.problem = password.error();
        }
    }
    if (!choice.caFile.isEmpty()) {
        const auto certificates = co_await net::loadCertificates(choice.caFile);
        if (certificates) {
            network.extraCertificates = *certificates;
        } else {
            reading.problem = certificates.error();
        }
    }
    co_return reading;
}

} // namespace numbers::workspace

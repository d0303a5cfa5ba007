#pragma once

#include "base/error.h"
#include "net/networksettings.h"
#include "secrets/secretstore.h"
#include "workspace/settings.h"

#include <QCoro/QCoroTask>

#include <memory>
#include <optional>

namespace numbers::workspace {

/// How somebody wants to reach the network, in the words of the settings. In force only when it is saved and
/// Workspace::applyNetworkSettings was called.
struct NetworkChoice
{
    QString mode = QStringLiteral("system"); ///< "system", "none", "manual"
    QString kind = QStringLiteral("http");   ///< "http", "socks5"
    QString host;
    int port = 0;
    QString user;
    QString caFile; ///< path; empty for none

    [[nodiscard]] static NetworkChoice of(const Settings &settings);
    /// Locked keys stay as they are.
    void saveTo(Settings &settings) const;
    /// Under which the proxy's password is in the secret store.
    [[nodiscard]] secrets::SecretKey passwordKey() const;

    friend bool operator==(const NetworkChoice &, const NetworkChoice &) = default;
};

/// What a choice means for the client: certificates and password are read.
struct NetworkReading
{
    net::NetworkSettings settings;
    std::optional<Error> problem; ///< a certificate or the password could not be read; Storage or SecretStore
};

/// `typedPassword`: instead of the one in `store`; may be null. `store` is used until the first suspension.
[[nodiscard]] QCoro::Task<NetworkReading>
readNetworkSettings(NetworkChoice choice, std::shared_ptr<const SecretString> typedPassword,
                    secrets::SecretStore *store);

} // namespace numbers::workspace

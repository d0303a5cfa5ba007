#pragma once

#include "base/secretstring.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>

#include <memory>

namespace numbers::net {

/// How to reach the network. Copies share the password.
struct NetworkSettings
{
    enum class ProxyMode { System, None, Manual };

    ProxyMode proxyMode = ProxyMode::System;
    QString proxyHost;     ///< Manual only
    quint16 proxyPort = 0; ///< Manual only
    bool isSocks5 = false; ///< Manual only; else HTTP CONNECT
    QString proxyUser;
    std::shared_ptr<const SecretString> proxyPassword;
    /// Trusted in addition to the system's; a company's own CA.
    QList<QSslCertificate> extraCertificates;
};

} // namespace numbers::net

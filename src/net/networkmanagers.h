#pragma once

#include "net/networksettings.h"

#include <QString>

#include <memory>

class QUrl;
class QNetworkAccessManager;

namespace numbers::net {

/// A manager that reaches the network as the settings say: this computer directly, everything else through
/// their proxy. Each change of the settings gets one of its own, so that what is under way ends as it began
/// and no connection or password of before is used again. Extra certificates belong to the requests.
[[nodiscard]] std::shared_ptr<QNetworkAccessManager> makeManager(const NetworkSettings &settings);

/// "host:port" of the proxy through which such a manager asks for `url`; empty when it asks directly.
[[nodiscard]] QString proxyFor(const QUrl &url, const NetworkSettings &settings);

} // namespace numbers::net

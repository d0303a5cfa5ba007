#pragma once

#include <QString>

#include <memory>

namespace numbers::simulator {

class TlsLayer;

/// TLS 1.2 or later with this certificate chain and key, both PEM files. Nothing, and `error` says why, when
/// they cannot be used.
std::shared_ptr<TlsLayer> makeTls(const QString &certificateFile, const QString &keyFile, QString *error);

} // namespace numbers::simulator

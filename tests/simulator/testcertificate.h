#pragma once

#include <QString>

namespace numbers::simulator::test {

/// Writes a fresh self-signed certificate for 127.0.0.1 and its key as PEM; false when OpenSSL could not.
bool writeCertificate(const QString &certificateFile, const QString &keyFile);

} // namespace numbers::simulator::test

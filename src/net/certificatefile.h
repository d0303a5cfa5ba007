#pragma once

#include "base/result.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QSslCertificate>
#include <QString>

namespace numbers::net {

/// The certificates in a file, in PEM (any number, with text around them) or DER form. Only regular files of
/// up to four megabytes are read, links to them too. Blocks as long as the disk does. Error: Storage, naming
/// the file. Any thread.
[[nodiscard]] Result<QList<QSslCertificate>> readCertificates(const QString &filePath);

/// The same from another thread, since the file may be on a network disk.
[[nodiscard]] QCoro::Task<Result<QList<QSslCertificate>>> loadCertificates(QString filePath);

} // namespace numbers::net

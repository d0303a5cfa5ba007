#include "net/certificatefile.h"

#include "base/completion.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace numbers::net {

namespace {

/// Far more than all authorities of a system take.
constexpr qint64 largestFile = 4 * 1024 * 1024;

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::net::CertificateFile)
};

Error unusable(const QString &filePath, const QString &reason)
{
    return Error::make(
        Error::Kind::Storage,
        CertificateText::tr("No certificate could be read from “%1”: %2 Choose a PEM or DER file in "
                            "Preferences > Network.")
            .arg(QDir::toNativeSeparators(filePath), reason),
        u"certificate file"_s);
}

} // namespace

Result<QList<QSslCertificate>> readCertificates(const QString &filePath)
{
    // Asked before it is opened: a device never ends, and a pipe waits for somebody who writes.
    const QFileInfo info(filePath);
    if (!info.isFile()) {
        return failure(unusable(filePath, info.exists() ? CertificateText::tr("it is no file.")
                                                        : CertificateText::tr("it does not exist.")));
    }
    if (info.size() > largestFile) {
        return failure(unusable(filePath, CertificateText::tr("it is too large.")));
    }
    QFile file(filePath);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(unusable(filePath, file.errorString() + u'.'));
    }
    const QByteArray bytes = file.read(largestFile);
    QList<QSslCertificate> certificates = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (certificates.isEmpty()) {
        certificates = QSslCertificate::fromData(bytes, QSsl::Der);
    }
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.isEmpty()) {
        return failure(unusable(filePath, CertificateText::tr("there is none in it.")));
    }
    return certificates;
}

QCoro::Task<Result<QList<QSslCertificate>>> loadCertificates(QString filePath)
{
    const Completion<Result<QList<QSslCertificate>>> done;
    QThreadPool::globalInstance()->start([filePath, done] { done.complete(readCertificates(filePath)); });
    co_return co_await done.awaiter();
}

} // namespace numbers::net

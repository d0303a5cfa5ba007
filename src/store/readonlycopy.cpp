#include "store/readonlycopy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

struct ReadOnlyText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::ReadOnlyLedger)
};

/// The log first: what a checkpoint moves into the file while they are copied is then in both.
const QStringList &suffixes()
{
    static const QStringList all{u"-wal"_s, QString()};
    return all;
}

/// Changes when another program, which may write it, does so.
QString stateOf(const QString &filePath)
{
    QStringList parts;
    for (const QString &suffix : suffixes()) {
        const QFileInfo file(filePath + suffix);
        parts << u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    return parts.join(u',');
}

Result<void> copyTo(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.copy(to)) {
        return failure(
            Error::make(Error::Kind::Storage,
                        ReadOnlyText::tr("“%1” cannot be written, and could not be copied to be read "
                                         "either (%2). Make room in “%3”, or change its permissions.")
                            .arg(QDir::toNativeSeparators(from), file.errorString(),
                                 QDir::toNativeSeparators(QDir::tempPath()))));
    }
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

bool isReadOnlyFile(const QString &filePath)
{
    const QFileInfo file(filePath);
    return file.isFile() && !(file.isWritable() && QFileInfo(file.absolutePath()).isWritable());
}

Result<std::unique_ptr<QTemporaryDir>> copyForReading(const QString &filePath)
{
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(u"ledger.sqlite"_s);
    // Somebody else may be allowed to write it, and do so right now.
    for (int attempt = 0; attempt < 5; ++attempt) {
        const QString before = stateOf(filePath);
        for (const QString &suffix : suffixes()) {
            QFile::remove(copy + suffix);
            if (!QFile::exists(filePath + suffix)) {
                continue;
            }
            if (auto copied = copyTo(filePath + suffix, copy + suffix); !copied) {
                return failure(copied.error());
            }
        }
        if (stateOf(filePath) == before) {
            return folder;
        }
    }
    return failure(Error::make(
        Error::Kind::Storage,
        ReadOnlyText::tr("“%1” is being written by another program all the time. Try again later.")
            .arg(QDir::toNativeSeparators(filePath))));
}

Error readOnlyLedger(const QString &filePath)
{
    Error error = Error::make(
        Error::Kind::Storage,
        ReadOnlyText::tr(
            "“%1” cannot be written: the file, its folder or its disk is read-only. What it holds "
            "can be read, and nothing can be changed. To work, change the permissions or choose "
            "another folder with --profile.")
            .arg(QDir::toNativeSeparators(filePath)));
    error.providerCode = u"ledger_read_only"_s;
    return error;
}

} // namespace numbers::store

#include "store/instancelock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

struct InstanceText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::InstanceLock)
};

/// A program that looks for dead ones may take our file for theirs in the instant before we hold its lock.
constexpr int attempts = 5;

} // namespace

InstanceLock::InstanceLock(const QString &ledgerFile)
    : m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_directory(QFileInfo(ledgerFile).absolutePath() + u"/instances"_s)
{
}

QString InstanceLock::fileOf(const QString &id) const
{
    return m_directory + u'/' + id + u".lock"_s;
}

Result<std::unique_ptr<InstanceLock>> InstanceLock::acquire(const QString &ledgerFile)
{
    std::unique_ptr<InstanceLock> instance(new InstanceLock(ledgerFile));
    const QFileInfo folder(instance->m_directory);
    if (!folder.isDir()) {
        QDir(folder.path()).mkdir(folder.fileName(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString file = instance->fileOf(instance->m_id);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        instance->m_lock = std::make_unique<QLockFile>(file);
        instance->m_lock->setStaleLockTime(0); // A program may run for weeks.
        if (instance->m_lock->tryLock() && QFileInfo::exists(file)) {
            QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
            return instance;
        }
    }
    return failure(Error::make(
        Error::Kind::Storage,
        InstanceText::tr("No file can be made in “%1”, so other running programs could not be kept from "
                         "the same work. Nothing was changed. Check the folder's permissions and the disk.")
            .arg(QDir::toNativeSeparators(instance->m_directory))));
}

QSet<QString> InstanceLock::others() const
{
    QSet<QString> living;
    const QStringList files = QDir(m_directory).entryList({u"*.lock"_s}, QDir::Files);
    for (const QString &file : files) {
        const QString id = file.chopped(5);
        if (id == m_id) {
            continue;
        }
        // Succeeds only when nobody holds the lock.
        QLockFile lock(fileOf(id));
        if (!lock.removeStaleLockFile()) {
            living.insert(id);
        }
    }
    return living;
}

} // namespace numbers::store

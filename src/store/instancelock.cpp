#include "store/instancelock.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace numbers::store {

InstanceLock::InstanceLock(const QString &ledgerFile)
    : m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_directory(QFileInfo(ledgerFile).absolutePath() + u"/instances"_s)
{
    QDir().mkpath(m_directory);
    m_lock = std::make_unique<QLockFile>(m_directory + u'/' + m_id + u".lock"_s);
    m_lock->setStaleLockTime(0); // A program may run for weeks; only its end makes the lock stale.
    m_lock->tryLock();
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
        QLockFile lock(m_directory + u'/' + file);
        lock.setStaleLockTime(0);
        if (lock.tryLock()) {
            lock.unlock(); // Removes the file: nobody held it.
        } else {
            living.insert(id);
        }
    }
    return living;
}

} // namespace numbers::store

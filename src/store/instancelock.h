#pragma once

#include "base/result.h"

#include <QLockFile>
#include <QSet>
#include <QString>

#include <memory>

namespace numbers::store {

/// Tells other programs that this one lives and works on the operations it began: a lock file in `instances/`
/// beside the ledger, which the system gives up when the program ends, however it ends.
///
/// Asked is the system's lock, not the process id in the file: after a restart another process may have that
/// id, and in a container every run has the same one.
class InstanceLock
{
public:
    /// Error Storage when the folder or the file cannot be made.
    [[nodiscard]] static Result<std::unique_ptr<InstanceLock>> acquire(const QString &ledgerFile);

    [[nodiscard]] const QString &id() const { return m_id; }
    /// The other programs that live now. Removes the lock files of dead ones. Any thread.
    [[nodiscard]] QSet<QString> others() const;

private:
    explicit InstanceLock(const QString &ledgerFile);
    [[nodiscard]] QString fileOf(const QString &id) const;

    QString m_id;
    QString m_directory;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace numbers::store

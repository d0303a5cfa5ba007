#pragma once

#include <QLockFile>
#include <QSet>
#include <QString>

#include <memory>

namespace numbers::store {

/// Tells other programs that this one lives and works on the operations it began: a lock file in `instances/`
/// beside the ledger, which the system gives up when the program ends, however it ends.
class InstanceLock
{
public:
    explicit InstanceLock(const QString &ledgerFile);

    [[nodiscard]] const QString &id() const { return m_id; }
    /// The other programs that live now. Removes the lock files of dead ones.
    [[nodiscard]] QSet<QString> others() const;

private:
    QString m_id;
    QString m_directory;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace numbers::store

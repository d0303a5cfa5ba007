#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/batch/bulkremoval.h"
#include "operations/reading/fleetsync.h"
#include "store/records.h"

#include <QDateTime>
#include <QList>
#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Starts the workspace's use cases for the fleet window and tells how they go on. Removals go on in the
/// workspace when this object is gone.
class FleetController : public QObject
{
    Q_OBJECT
public:
    explicit FleetController(workspace::Workspace &workspace, QObject *parent = nullptr);
    ~FleetController() override;

    /// Settles what an earlier run left open, then reads the fleet. Does nothing without a key.
    void start();
    /// Looks again for what was left open; once more afterwards while it is looking already. By itself when a
    /// token has come that may have been what was missing.
    void settle();
    void sync();
    /// See operations::BulkRemoval; not while another removal runs.
    void remove(const QList<PhoneNumber> &numbers, bool mustRestore = false);
    /// Stops after the number that is being removed.
    void cancelRemoval();

    [[nodiscard]] bool isSyncing() const { return m_isSyncing; }
    [[nodiscard]] const operations::BulkRemoval &removal() const { return m_removal; }
    [[nodiscard]] bool isRemoving() const { return m_removal.isRunning(); }
    [[nodiscard]] bool isBusy() const { return isSyncing() || isRemoving(); }
    /// Of this run of the program; invalid before the first one.
    [[nodiscard]] QDateTime lastSync() const { return m_lastSync; }

Q_SIGNALS:
    void busyChanged();
    void syncProgress(int numbers);
    void synced(const numbers::operations::SyncResult &result);
    void syncFailed(const numbers::Error &error);
    void removalFinished(const numbers::operations::BulkRemovalReport &report);
    void settled(const QList<numbers::store::OperationRecord> &operations);
    void settlingFailed(const numbers::Error &error);

private:
    workspace::Workspace &m_workspace;
    CancelSource m_syncCancel;
    bool m_isSyncing = false;
    bool m_isSettling = false;
    bool m_mustSettleAgain = false;
    QDateTime m_lastSync;
    operations::BulkRemoval m_removal;
};

} // namespace numbers::gui

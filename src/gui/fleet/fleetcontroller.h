#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/outcome.h"
#include "operations/reading/fleetsync.h"
#include "store/records.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <optional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Starts the workspace's use cases for the fleet window and tells how they go on. What was started goes on
/// in the workspace when this object is gone.
class FleetController : public QObject
{
    Q_OBJECT
public:
    struct RemovalFailure
    {
        PhoneNumber phoneNumber;
        Error error;
        bool isUnknown = false; ///< may have been removed all the same
    };
    struct RemovalReport
    {
        int removed = 0;
        int restored = 0; ///< of those, so many are answered as before their import
        int total = 0;
        bool isCancelled = false;
        QList<RemovalFailure> failures;
        QList<operations::Note> warnings;
    };

    explicit FleetController(workspace::Workspace &workspace, QObject *parent = nullptr);
    ~FleetController() override;

    /// Settles what an earlier run left open, then reads the fleet. Does nothing without a key.
    void start();
    /// Looks again for what was left open; once more afterwards while it is looking already. By itself when a
    /// token has come that may have been what was missing.
    void settle();
    void sync();
    /// One after the other, in this order; not while another removal runs. `mustRestore`: what answered
    /// before the import is set back, where that is recorded; a number for which it cannot be stays as it is.
    void remove(const QList<store::NumberRecord> &numbers, bool mustRestore = false);
    void cancel();

    [[nodiscard]] bool isSyncing() const { return m_isSyncing; }
    [[nodiscard]] bool isRemoving() const { return !m_removals.isEmpty(); }
    [[nodiscard]] bool isBusy() const { return isSyncing() || isRemoving(); }
    /// Of this run of the program; invalid before the first one.
    [[nodiscard]] QDateTime lastSync() const { return m_lastSync; }

Q_SIGNALS:
    void busyChanged();
    void syncProgress(int numbers);
    void synced(const numbers::operations::SyncResult &result);
    void syncFailed(const numbers::Error &error);
    void removalProgress(int done, int total);
    void removalFinished(const numbers::gui::FleetController::RemovalReport &report);
    void settled(const QList<numbers::store::OperationRecord> &operations);
    void settlingFailed(const numbers::Error &error);

private:
    void removeNext();
    void removeWith(const store::NumberRecord &number, std::shared_ptr<const SecretString> token);
    void undoWith(const store::NumberRecord &number, const twilio::Credentials &credentials);
    void plainlyRemove(const store::NumberRecord &number, const twilio::Credentials &credentials);
    void removalEnded(const store::NumberRecord &number, const operations::OperationOutcome &outcome);

    workspace::Workspace &m_workspace;
    CancelSource m_cancel;
    bool m_isSyncing = false;
    bool m_isSettling = false;
    bool m_mustSettleAgain = false;
    QDateTime m_lastSync;
    QList<store::NumberRecord> m_removals;
    RemovalReport m_report;
    bool m_mustRestore = false;
};

} // namespace numbers::gui

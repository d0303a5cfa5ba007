#include "gui/fleet/fleetcontroller.h"

#include "gui/common/errortext.h"
#include "workspace/workspace.h"

#include <QPointer>

#include <utility>

namespace numbers::gui {

FleetController::FleetController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    // What was left open for want of a token need not wait for the next start.
    connect(&m_workspace, &workspace::Workspace::tokenSaved, this, &FleetController::settle);
    connect(&m_removal, &operations::BulkRemoval::finished, this,
            [this](const operations::BulkRemovalReport &report) {
                Q_EMIT busyChanged();
                Q_EMIT removalFinished(report);
            });
}

FleetController::~FleetController()
{
    // It is worth nothing without a window.
    m_syncCancel.cancel();
}

void FleetController::start()
{
    if (!m_workspace.hasKey()) {
        return;
    }
    settle();
    sync();
}

void FleetController::settle()
{
    if (!m_workspace.hasKey()) {
        return;
    }
    if (m_isSettling) {
        m_mustSettleAgain = true;
        return;
    }
    m_isSettling = true;
    m_mustSettleAgain = false;
    const auto keyId = m_workspace.keyId();
    auto task = m_workspace.settleUnfinished(m_workspace.lifetime());
    QCoro::connect(std::move(task), this, [this, keyId](const Result<QList<store::OperationRecord>> &result) {
        m_isSettling = false;
        if (m_mustSettleAgain || m_workspace.keyId() != keyId) {
            settle(); // with the token, or of the key, that came meanwhile
        }
        if (result) {
            if (!result->isEmpty()) {
                Q_EMIT settled(*result);
            }
        } else if (!isSilent(result.error())) {
            Q_EMIT settlingFailed(result.error());
        }
        Q_EMIT busyChanged();
    });
}

void FleetController::sync()
{
    if (!m_workspace.hasKey() || m_isSyncing) {
        return;
    }
    m_isSyncing = true;
    m_syncCancel = CancelSource();
    Q_EMIT busyChanged();
    // The use case may outlive this object.
    const auto onProgress = [self = QPointer(this)](int numbers) {
        if (self) {
            Q_EMIT self->syncProgress(numbers);
        }
    };
    auto task = m_workspace.fleetSync()->run(onProgress, m_syncCancel.token());
    QCoro::connect(std::move(task), this, [this](const Result<operations::SyncResult> &result) {
        m_isSyncing = false;
        if (result) {
            m_lastSync = m_workspace.clock().utcNow();
        }
        Q_EMIT busyChanged();
        if (result) {
            Q_EMIT synced(*result);
        } else {
            Q_EMIT syncFailed(result.error());
        }
    });
}

void FleetController::remove(const QList<PhoneNumber> &numbers, bool mustRestore)
{
    if (!m_workspace.hasKey()) {
        return;
    }
    m_removal.start({numbers, mustRestore}, m_workspace.operationServices(), m_workspace.tokenSource());
    Q_EMIT busyChanged();
}

void FleetController::cancelRemoval()
{
    m_removal.stop();
}

} // namespace numbers::gui

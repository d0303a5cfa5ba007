#include "gui/fleet/fleetcontroller.h"

#include "gui/common/errortext.h"
#include "workspace/workspace.h"

#include <QPointer>

namespace numbers::gui {

FleetController::FleetController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    // What was left open for want of a token need not wait for the next start.
    connect(&m_workspace, &workspace::Workspace::tokenSaved, this, &FleetController::settle);
}

FleetController::~FleetController()
{
    // A sync is worth nothing without a window; what writes was told to finish, or to stop, by the user.
    if (m_isSyncing && !isRemoving()) {
        m_cancel.cancel();
    }
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
    if (!isRemoving()) {
        m_cancel = CancelSource();
    }
    Q_EMIT busyChanged();
    // The use case may outlive this object.
    const auto onProgress = [self = QPointer(this)](int numbers) {
        if (self) {
            Q_EMIT self->syncProgress(numbers);
        }
    };
    auto task = m_workspace.fleetSync()->run(onProgress, m_cancel.token());
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

void FleetController::remove(const QList<store::NumberRecord> &numbers, bool mustRestore)
{
    if (numbers.isEmpty() || isRemoving() || !m_workspace.hasKey()) {
        return;
    }
    m_removals = numbers;
    m_mustRestore = mustRestore;
    m_report = {};
    m_report.total = static_cast<int>(numbers.size());
    m_cancel = CancelSource();
    Q_EMIT busyChanged();
    removeNext();
}

void FleetController::cancel()
{
    m_cancel.cancel();
}

void FleetController::removeNext()
{
    const auto done = m_report.total - static_cast<int>(m_removals.size());
    if (m_removals.isEmpty() || m_cancel.isCancelled() || !m_workspace.hasKey()) {
        m_report.isCancelled = !m_removals.isEmpty();
        m_removals.clear();
        Q_EMIT busyChanged();
        Q_EMIT removalFinished(m_report);
        return;
    }
    Q_EMIT removalProgress(done, m_report.total);
    const auto number = m_removals.front();
    if (number.accountSid.isNull()) {
        removeWith(number, nullptr);
        return;
    }
    auto task = m_workspace.tokenOf(number.accountSid);
    QCoro::connect(std::move(task), this,
                   [this, number](const Result<std::shared_ptr<const SecretString>> &result) {
                       // Without a token no backup can be taken first; the dialog has said what that means.
                       removeWith(number, result.value_or(nullptr));
                   });
}

void FleetController::removeWith(const store::NumberRecord &number, std::shared_ptr<const SecretString> token)
{
    auto *importer = m_workspace.operations();
    if (importer == nullptr) {
        removeNext();
        return;
    }
    const twilio::Credentials credentials{number.accountSid, std::move(token)};
    if (m_mustRestore && number.baseline) {
        undoWith(number, credentials);
    } else {
        plainlyRemove(number, credentials);
    }
}

void FleetController::plainlyRemove(const store::NumberRecord &number, const twilio::Credentials &credentials)
{
    auto task = m_workspace.operations()->remove(number.phoneNumber, credentials, m_cancel.token());
    QCoro::connect(std::move(task), this, [this, number](const operations::OperationOutcome &outcome) {
        removalEnded(number, outcome);
    });
}

void FleetController::undoWith(const store::NumberRecord &number, const twilio::Credentials &credentials)
{
    if (!credentials.isComplete()) {
        operations::OperationOutcome outcome;
        outcome.error = Error::make(
            Error::Kind::Invalid,
            tr("The Auth Token of its Twilio account is not known on this computer, so what answered before "
               "cannot be set back. Nothing was changed. Enter it under Preferences > Twilio accounts."));
        removalEnded(number, outcome);
        return;
    }
    auto task = m_workspace.operations()->offerUndo(credentials, number.phoneNumber, m_cancel.token());
    QCoro::connect(
        std::move(task), this, [this, number, credentials](const Result<operations::RestoreOffer> &offer) {
            auto *importer = m_workspace.operations();
            if (importer == nullptr) {
                removeNext();
                return;
            }
            if (!offer && offer.error().providerCode == QLatin1StringView("no_backup")) {
                plainlyRemove(number, credentials);
                return;
            }
            if (!offer) {
                operations::OperationOutcome outcome;
                outcome.error = offer.error();
                removalEnded(number, outcome);
                return;
            }
            QCoro::connect(importer->undo(*offer, m_cancel.token()), this,
                           [this, number](const operations::OperationOutcome &outcome) {
                               m_report.restored +=
                                   outcome.kind == operations::OperationOutcome::Kind::Succeeded ? 1 : 0;
                               removalEnded(number, outcome);
                           });
        });
}

void FleetController::removalEnded(const store::NumberRecord &number,
                                   const operations::OperationOutcome &outcome)
{
    using Kind = operations::OperationOutcome::Kind;
    if (outcome.kind == Kind::Succeeded) {
        ++m_report.removed;
    } else if (outcome.error && !isSilent(*outcome.error)) {
        m_report.failures.append({number.phoneNumber, *outcome.error, outcome.kind == Kind::Unknown});
    }
    m_report.warnings.append(outcome.warnings);
    m_removals.removeFirst();
    removeNext();
}

} // namespace numbers::gui

#include "gui/fleet/profilecontroller.h"

#include "workspace/workspace.h"

namespace numbers::gui {

ProfileController::ProfileController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void ProfileController::change(const operations::ProfileChange &change)
{
    const auto keyId = m_workspace.keyId();
    const auto number = change.phoneNumber;
    auto *importer = m_workspace.operations();
    if (importer == nullptr) {
        operations::OperationOutcome outcome;
        outcome.error = Error::cancelled(); // The key was forgotten meanwhile, and the fleet with it.
        Q_EMIT ended(keyId, number, outcome);
        return;
    }
    // Not to be cancelled: once it has left, that would only make its outcome unknown.
    auto task = importer->changeProfile(change, CancelToken());
    QCoro::connect(std::move(task), this, [this, keyId, number](const operations::OperationOutcome &outcome) {
        Q_EMIT ended(keyId, number, outcome);
    });
}

} // namespace numbers::gui

#include "gui/mainwindow/practicemodeswitch.h"

#include "gui/common/messagebar.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/wizard/importwizard.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace numbers::gui {

using Operation = store::OperationRecord;

ModeSwitch::ModeSwitch(bool isPractice, MessageBar &noticeBar, QObject *parent)
    : QObject(parent)
    , m_isPractice(isPractice)
    , m_noticeBar(noticeBar)
{
}

void ModeSwitch::setWorkspace(workspace::Workspace &workspace, const FleetController &controller)
{
    m_workspace = &workspace;
    m_controller = &controller;
    connect(&workspace.ledger(), &store::Ledger::operationsChanged, this, &ModeSwitch::checkWhyNot);
    connect(&controller, &FleetController::busyChanged, this, &ModeSwitch::checkWhyNot);
}

void ModeSwitch::setWizard(ImportWizard *wizard)
{
    m_wizard = wizard;
}

void ModeSwitch::request()
{
    if (m_guard && !m_guard([this] { request(); })) {
        return;
    }
    if (m_workspace == nullptr) {
        closeWizardAndGo();
        return;
    }
    auto task = m_workspace->ledger().unfinishedOperations(true);
    QCoro::connect(std::move(task), this, [this](const Result<QList<Operation>> &result) {
        if (!isBusy(result.value_or(QList<Operation>()))) {
            closeWizardAndGo();
            return;
        }
        tellWhyNot();
    });
}

void ModeSwitch::tellWhyNot()
{
    m_noticeBar.showMessage(MessageKind::Warning,
                            m_isPractice
                                ? MainWindow::tr("An import or a removal is still under way. Leave practice "
                                                 "mode when it has ended.")
                                : MainWindow::tr("An import or a removal is still under way. Start practice "
                                                 "mode when it has ended."));
    m_whyNot = m_noticeBar.text();
}

/// It ends some time, and then the message is not true any more.
void ModeSwitch::checkWhyNot()
{
    if (m_whyNot.isEmpty()) {
        return;
    }
    auto task = m_workspace->ledger().unfinishedOperations(true);
    QCoro::connect(std::move(task), this, [this](const Result<QList<Operation>> &result) {
        if (result && !isBusy(*result)) {
            if (m_noticeBar.text() == m_whyNot) {
                m_noticeBar.clear();
            }
            m_whyNot.clear();
        }
    });
}

bool ModeSwitch::isBusy(const QList<Operation> &unfinished) const
{
    // An import that has just begun is not in the ledger yet; one whose wizard was closed is only there.
    if (m_controller->isRemoving() || (m_wizard && m_wizard->isImporting())) {
        return true;
    }
    const auto instance = m_workspace->ledger().instanceId();
    return std::any_of(unfinished.begin(), unfinished.end(), [&instance](const Operation &operation) {
        return operation.instanceId == instance && operation.outcome != Operation::Outcome::Unknown;
    });
}

void ModeSwitch::closeWizardAndGo()
{
    if (m_wizard == nullptr || m_wizard->close()) {
        Q_EMIT granted();
    }
}

} // namespace numbers::gui

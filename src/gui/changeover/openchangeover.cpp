#include "gui/changeover/openchangeover.h"

#include "gui/changeover/quickundo.h"
#include "gui/changeover/reassigndialog.h"
#include "gui/changeover/undodialog.h"
#include "gui/common/messagebar.h"
#include "gui/common/textdirection.h"
#include "operations/health/healthrepair.h"
#include "store/operationkinds.h"
#include "workspace/workspace.h"

#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

void openModal(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

Changeovers::Changeovers(MessageBar &bar, QWidget *window)
    : QObject(window)
    , m_bar(bar)
    , m_window(window)
{
}

void Changeovers::setWorkspace(workspace::Workspace &workspace)
{
    m_workspace = &workspace;
    connect(&workspace.ledger(), &store::Ledger::numbersChanged, this, &Changeovers::checkOffer);
    connect(&workspace, &workspace::Workspace::keyChanged, this, &Changeovers::checkOffer);
}

bool Changeovers::isReady() const
{
    return m_workspace != nullptr && m_workspace->hasKey();
}

void Changeovers::undo(const store::NumberRecord &number)
{
    if (isReady()) {
        openModal(new UndoDialog(*m_workspace, number, UndoDialog::Mode::Undo, {}, m_window));
    }
}

void Changeovers::restoreFormer(const store::NumberRecord &number)
{
    if (isReady()) {
        openModal(new UndoDialog(*m_workspace, number, UndoDialog::Mode::Restore, {}, m_window));
    }
}

void Changeovers::reassign(const store::NumberRecord &number, const AgentId &proposed)
{
    if (isReady()) {
        openModal(new ReassignDialog(*m_workspace, number, proposed, m_window));
    }
}

bool Changeovers::canUndo(const store::OperationRecord &operation)
{
    // What took an adoption or a forgetting back is undone by doing that again, where it is offered.
    return operation.outcome == store::OperationRecord::Outcome::Succeeded &&
           store::describe(operation.kind).reversal != store::OperationKind::Reversal::Nothing &&
           !operations::isTakingBack(operation);
}

void Changeovers::undoOperation(const store::OperationRecord &operation, QWidget *parent)
{
    using Reversal = store::OperationKind::Reversal;
    using Mode = UndoDialog::Mode;
    if (!isReady() || !canUndo(operation)) {
        return;
    }
    store::NumberRecord number;
    number.phoneNumber = operation.phoneNumber;
    number.accountSid = operation.accountSid;
    number.agentId = operation.agentId;
    switch (store::describe(operation.kind).reversal) {
    case Reversal::Undo:
        openModal(new UndoDialog(*m_workspace, number, Mode::Undo, {}, parent));
        return;
    case Reversal::RestoreFormer:
        openModal(new UndoDialog(*m_workspace, number, Mode::Restore, {}, parent));
        return;
    case Reversal::UndoRestore:
        openModal(new UndoDialog(*m_workspace, number, Mode::UndoRestore, operation, parent));
        return;
    case Reversal::ReassignBack:
        openModal(new ReassignDialog(*m_workspace, number, operation.formerAgentId, parent));
        return;
    case Reversal::ImportAgain:
        Q_EMIT importRequested({operation.accountSid, operation.phoneNumber, operation.formerAgentId,
                                operation.formerCustomPrompt});
        return;
    case Reversal::FormerProfile:
    case Reversal::RevertLedgerChange:
        askToUndo(*m_workspace, operation, parent);
        return;
    case Reversal::Nothing:
        return;
    }
}

void Changeovers::offerUndo(const store::NumberRecord &number)
{
    m_bar.showMessage(MessageKind::Success,
                      tr("%1 is connected to %2 now. What answered before is kept.", "number, agent")
                          .arg(leftToRight(number.phoneNumber.international()),
                               number.agentName.isEmpty() ? number.agentId.toString() : number.agentName));
    auto *button = m_bar.addButton(tr("&Undo import…"), u"undoImportButton"_s);
    connect(button, &QPushButton::clicked, this, [this, number] {
        m_bar.clear();
        undo(number);
    });
    m_offered = number;
    m_offerText = m_bar.text();
}

/// Undone, moved, removed, or of another key: then nothing of the message is true any more.
void Changeovers::checkOffer()
{
    if (!m_offered) {
        return;
    }
    auto task = m_workspace->ledger().number(m_workspace->keyId(), m_offered->phoneNumber);
    QCoro::connect(std::move(task), this,
                   [this, text = m_offerText](const Result<std::optional<store::NumberRecord>> &result) {
                       if (!m_offered || text != m_offerText || !result) {
                           return;
                       }
                       const auto &now = *result;
                       if (!now || now->health == store::Health::Gone || now->agentId != m_offered->agentId) {
                           m_offered.reset();
                           if (m_bar.text() == text) {
                               m_bar.clear();
                           }
                       }
                   });
}

} // namespace numbers::gui

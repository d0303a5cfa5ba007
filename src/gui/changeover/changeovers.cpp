#include "gui/changeover/changeovers.h"

#include "gui/changeover/reassigndialog.h"
#include "gui/changeover/undodialog.h"
#include "gui/common/direction.h"
#include "gui/common/messagebar.h"
#include "workspace/workspace.h"

#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

Changeovers::Changeovers(MessageBar &bar, QWidget *window)
    : QObject(window)
    , m_bar(bar)
    , m_window(window)
{
}

void Changeovers::undo(const store::NumberRecord &number)
{
    if (m_workspace == nullptr || !m_workspace->hasKey()) {
        return;
    }
    auto *dialog = new UndoDialog(*m_workspace, number, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Changeovers::reassign(const store::NumberRecord &number)
{
    if (m_workspace == nullptr || !m_workspace->hasKey()) {
        return;
    }
    auto *dialog = new ReassignDialog(*m_workspace, number, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Changeovers::offerUndo(const store::NumberRecord &number)
{
    m_bar.showMessage(MessageKind::Success,
                      tr("%1 is answered by %2 now. What answered before is kept.", "number, agent")
                          .arg(leftToRight(number.phoneNumber.international()),
                               number.agentName.isEmpty() ? number.agentId.toString() : number.agentName));
    auto *button = m_bar.addButton(tr("&Undo import…"), u"undoImportButton"_s);
    connect(button, &QPushButton::clicked, this, [this, number] {
        m_bar.clear();
        undo(number);
    });
}

} // namespace numbers::gui

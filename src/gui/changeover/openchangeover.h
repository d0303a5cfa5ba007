#pragma once

#include "gui/wizard/wizardstate.h"
#include "store/records.h"

#include <QObject>

#include <optional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class MessageBar;

/// Opens the dialogs that change who answers a number, and offers to undo an import right after it.
class Changeovers : public QObject
{
    Q_OBJECT
public:
    /// `bar` outlives it; `window` is the dialogs' parent and owns this.
    Changeovers(MessageBar &bar, QWidget *window);

    /// Borrowed; nothing is done before.
    void setWorkspace(workspace::Workspace &workspace);

    void undo(const store::NumberRecord &number);
    /// `proposed`: the agent that is chosen at first; may be null.
    void reassign(const store::NumberRecord &number, const AgentId &proposed);
    /// What answered before the import, of a number that is no longer at Nixflex.
    void restoreFormer(const store::NumberRecord &number);
    /// There is a dialog that takes such an operation back. Whether it is too late is found out there.
    [[nodiscard]] static bool canUndo(const store::OperationRecord &operation);
    /// Each kind by its reverse: an import is undone and an undone one offered again, a removal's former
    /// webhooks are set back and what was set back is replaced by what was there, a moved number moves back,
    /// and so on. `parent`: the dialog's.
    void undoOperation(const store::OperationRecord &operation, QWidget *parent);
    /// "It is answered by … now", with a button; as long as that is true, until the next message, or until it
    /// is closed.
    void offerUndo(const store::NumberRecord &number);

Q_SIGNALS:
    void importRequested(const numbers::gui::WizardStart &start);

private:
    /// There is a workspace with a key.
    [[nodiscard]] bool isReady() const;
    void checkOffer();

    MessageBar &m_bar;
    QWidget *m_window;
    workspace::Workspace *m_workspace = nullptr;
    std::optional<store::NumberRecord> m_offered; ///< as it was right after the import
    QString m_offerText;                          ///< what the bar says of it
};

} // namespace numbers::gui

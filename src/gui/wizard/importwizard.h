#pragma once

#include "base/phonenumber.h"
#include "gui/wizard/wizardstate.h"
#include "store/records.h"

#include <QWizard>

#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// The main job: one number of a Twilio account to an agent at Nixflex, in five pages.
///
/// Open it with `open()` or `show()` and WA_DeleteOnClose, never `exec()`. Closing it has no side effects
/// until the Import button was pressed; after that the import goes on in the workspace and its end is in the
/// ledger. Needs a workspace with a Nixflex key; without one the pages say so.
class ImportWizard : public QWizard
{
    Q_OBJECT
public:
    enum Page { AccountPageId, NumberPageId, AgentPageId, ReviewPageId, ImportPageId };

    ImportWizard(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent = nullptr);
    ~ImportWizard() override;

    /// The request may be on its way, or its outcome is being looked for.
    [[nodiscard]] bool isImporting() const;

    /// Asks first while an import is under way.
    void reject() override;

Q_SIGNALS:
    /// The user wants to see this number in the fleet; the wizard closes itself.
    void openInFleetRequested(const numbers::PhoneNumber &number);
    /// A number was imported; the wizard stays.
    void imported(const numbers::store::NumberRecord &number);
    /// The user wants to undo that; the wizard closes itself.
    void undoRequested(const numbers::store::NumberRecord &number);
    /// The number is connected already and shall have another agent, perhaps `proposed`; the wizard closes
    /// itself.
    void moveRequested(const numbers::store::NumberRecord &number, const numbers::AgentId &proposed);
    /// Proxy, certificates and the like: somebody may show the preferences; the wizard stays.
    void networkSettingsRequested();
    /// Nixflex refused our key, or there is none; the wizard stays.
    void keySettingsRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace numbers::gui

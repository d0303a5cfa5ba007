#pragma once

#include "gui/changeover/changeoverdialog.h"
#include "operations/changes/restorer.h"

#include <optional>

class QListWidget;
class QTreeWidget;
class QLabel;

namespace numbers::gui {

/// Undoes the import of a number, or what is left of that after it was removed, or the setting back itself:
/// shows who answers now and who will again, field by field what somebody changed since, and lets the user
/// decide about that.
class UndoDialog final : public ChangeoverDialog
{
    Q_OBJECT
public:
    enum class Mode {
        Undo,
        Restore,     ///< it was removed already: only the former webhooks are set back
        UndoRestore, ///< what a restore replaced is set back
    };

    /// `restore`: what is undone in that mode.
    UndoDialog(workspace::Workspace &workspace, store::NumberRecord number, Mode mode,
               store::OperationRecord restore, QWidget *parent);
    ~UndoDialog() override;

protected:
    void look(const twilio::Credentials &credentials, const CancelToken &token) override;
    [[nodiscard]] QCoro::Task<operations::OperationOutcome> carryOut(CancelToken cancel) override;
    [[nodiscard]] QString successText() const override;
    [[nodiscard]] QString busyText() const override;

private:
    void show(const operations::RestoreOffer &offer);
    void fillKept();
    void fillChanges();
    void overwriteTicked();
    void updateGo();

    Mode m_mode;
    store::OperationRecord m_restore;
    std::optional<operations::RestoreOffer> m_offer;
    QTreeWidget *m_changes;
    QLabel *m_keptLabel;
    QListWidget *m_kept;
};

} // namespace numbers::gui

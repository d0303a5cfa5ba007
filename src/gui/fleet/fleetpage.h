#pragma once

#include "base/result.h"
#include "gui/common/latestrequest.h"
#include "gui/fleet/fleetcontroller.h"
#include "operations/reading/fleetsync.h"
#include "store/records.h"

#include <QList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace numbers::models {
class FleetModel;
}
namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class FleetColumns;
class FleetFilters;
class FleetSelection;
class HealthController;
class RemovalProgress;
class RowActions;

namespace Ui {
class FleetPage;
}

/// The fleet as a table with search, filters and details: the page people live in.
class FleetPage : public QWidget
{
    Q_OBJECT
public:
    /// Owned by the main window; shown here as buttons and in the context menu.
    struct Actions
    {
        QAction *import = nullptr;
        QAction *sync = nullptr;
        QAction *remove = nullptr;
        QAction *undo = nullptr;
        QAction *reassign = nullptr;
        QAction *copy = nullptr;
        QAction *copyCsv = nullptr;
        QAction *copyNumber = nullptr;
        QAction *check = nullptr;
    };

    /// Workspace and controllers are borrowed.
    FleetPage(const Actions &actions, workspace::Workspace &workspace, FleetController &controller,
              HealthController &health, QWidget *parent = nullptr);
    ~FleetPage() override;

    /// Shows the fleet of the key that is in use now.
    void reload();

    /// Of the ledger, in the order of the rows.
    [[nodiscard]] QList<qint64> selectedIds() const;
    [[nodiscard]] int selectedCount() const;
    /// What the actions of menus and keys do to the selected rows.
    [[nodiscard]] RowActions &rowActions() const { return *m_rowActions; }
    /// Chooses this number; a search or a filter that hides it is taken away.
    void reveal(const PhoneNumber &number);

    void focusSearch();
    void showNeedsAttention();
    void setDetailsVisible(bool isVisible);
    void selectAll();
    /// True when closing the window would lose nothing. Otherwise asks, and calls `leave` when the user gives
    /// that up.
    [[nodiscard]] bool askBeforeLeaving(const std::function<void()> &leave);
    /// To be filled into a menu: one checkable action per column.
    [[nodiscard]] QMenu *columnsMenu() const { return m_columnsMenu; }

    /// The keys that open a context menu, which not every window system turns into its event.
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void selectionChanged();
    void networkSettingsRequested();
    void keySettingsRequested();
    void accountSettingsRequested();
    void importAgainRequested(const numbers::store::NumberRecord &number);
    void restoreFormerRequested(const numbers::store::NumberRecord &number);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpToolBar();
    void setUpTable();
    void setUpDetails();
    void connectController();
    void connectHealth();
    void applyQuery();
    void listChanged();
    void chooseWanted();
    [[nodiscard]] bool isFiltered() const;
    void showRecordsError(const Error &error);
    void updateState();
    void showEmpty(const QString &title, const QString &text, const QString &button,
                   std::function<void()> action);
    void updateDetails();
    void fitSplitter();
    void showContextMenu(const QPoint &position);
    void showContextMenuAtCurrentRow();
    void showSyncError(const Error &error);
    void updateBusy();

    std::unique_ptr<Ui::FleetPage> m_ui;
    Actions m_actions;
    workspace::Workspace &m_workspace;
    FleetController &m_controller;
    HealthController &m_health;
    models::FleetModel *m_model;
    QMenu *m_columnsMenu;
    std::unique_ptr<FleetColumns> m_columns;
    std::unique_ptr<FleetFilters> m_filters;
    std::unique_ptr<FleetSelection> m_selection;
    std::unique_ptr<RowActions> m_rowActions;
    std::unique_ptr<RemovalProgress> m_removalProgress;
    Latest m_revealing;
    std::optional<qint64> m_wantedId; ///< to be chosen as soon as it is in the list
    QTimer m_searchTimer;
    std::optional<Error> m_syncError;
    std::function<void()> m_emptyAction;
    bool m_isQueryNew = false;
    bool m_isSplitterChosen = false; ///< by the user, now or earlier
};

} // namespace numbers::gui

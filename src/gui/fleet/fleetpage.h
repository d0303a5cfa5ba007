#pragma once

#include "base/result.h"
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
class HealthController;

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

    [[nodiscard]] QList<store::NumberRecord> selectedNumbers() const;
    [[nodiscard]] int selectedCount() const;
    /// Finds the number by the search field and chooses it.
    void reveal(const PhoneNumber &number);

    void focusSearch();
    void showNeedsAttention();
    void setDetailsVisible(bool isVisible);
    void copyAsText() const;
    void copyAsCsv() const;
    void copyNumbers() const;
    void selectAll();
    /// Asks first; nothing happens without a selection.
    void removeSelected();
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
    [[nodiscard]] bool isFiltered() const;
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
    QTimer m_searchTimer;
    std::optional<Error> m_syncError;
    std::function<void()> m_emptyAction;
    bool m_isQueryNew = false;
    bool m_isSplitterChosen = false; ///< by the user, now or earlier
};

} // namespace numbers::gui

#pragma once

#include "gui/fleet/columnwidths.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class QMenu;
class QTableView;

namespace numbers::models {
class FleetModel;
}
namespace numbers::workspace {
class Settings;
}

namespace numbers::gui {

/// Which columns of the fleet there are, how wide, in which order and sorted by which: chosen by the user,
/// kept in the settings. Until somebody changes a width, the widths follow that of the view and the names in
/// it.
class FleetColumns : public QObject
{
    Q_OBJECT
public:
    /// All outlive it. `menu` gets a checkable action for each column. The view has the model already.
    FleetColumns(QTableView &view, models::FleetModel &model, workspace::Settings &settings, QMenu &menu);
    /// Saves what was changed a moment ago.
    ~FleetColumns() override;

    /// Pixels the view needs to show all of its columns.
    [[nodiscard]] int wantedWidth() const;
    /// The same when names are cut short, but nothing else.
    [[nodiscard]] int leastWidth() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Names were seen that want more or less room than was thought.
    void wantedWidthChanged();

private:
    void restore();
    void reset();
    void fit();
    void measureNames();
    void widthChanged(int column, int before, int now);
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] QList<ColumnWidth> shownWidths() const;
    /// With what stands around the columns.
    [[nodiscard]] int viewWidth(int ColumnWidth::*width) const;
    void save();

    QTableView &m_view;
    models::FleetModel &m_model;
    workspace::Settings &m_settings;
    QMenu &m_menu;
    QTimer m_timer;
    QHash<int, int> m_nameWidths; ///< what the names seen need, by column; grows, so that nothing jumps
    bool m_isMeasured = false;    ///< since the fleet was read last
    bool m_isFitted = true;       ///< nobody has chosen a width
    bool m_isFitting = false;
};

} // namespace numbers::gui

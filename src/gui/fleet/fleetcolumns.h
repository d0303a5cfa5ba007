#pragma once

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
/// kept in the settings.
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

private:
    void restore();
    void reset();
    void save();

    QTableView &m_view;
    models::FleetModel &m_model;
    workspace::Settings &m_settings;
    QMenu &m_menu;
    QTimer m_timer;
};

} // namespace numbers::gui

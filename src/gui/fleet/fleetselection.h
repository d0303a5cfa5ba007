#pragma once

#include <QList>
#include <QObject>

#include <optional>

class QTableView;

namespace numbers::models {
class FleetModel;
}

namespace numbers::gui {

/// Which numbers of the fleet are selected: the ledger's ids of the rows, in the order that is shown.
///
/// A view selects places. When rows come, go or change their places it may keep the places, tells nobody of
/// rows that went, and takes in rows that came between others. Here the same numbers stay selected whatever
/// happens to the list, and those that left the list are not selected any more.
class FleetSelection : public QObject
{
    Q_OBJECT
public:
    /// Gives the view its model. Both outlive this.
    FleetSelection(QTableView &view, models::FleetModel &model);

    [[nodiscard]] QList<qint64> ids() const;
    [[nodiscard]] int count() const;
    /// The id, when exactly one number is selected.
    [[nodiscard]] std::optional<qint64> onlyId() const;
    /// Selects this number alone and brings it into sight; false when it is not in the list.
    bool choose(qint64 id);
    /// Scrolls to the current row when that is selected, otherwise to the first selected one.
    void bringIntoSight();

Q_SIGNALS:
    /// Other numbers are selected, or the selected ones have other places now.
    void changed();

private:
    struct Rows
    {
        int first = 0;
        int last = 0;
    };

    [[nodiscard]] QList<Rows> selectedRows() const;
    void remember();
    void restore();

    QTableView &m_view;
    models::FleetModel &m_model;
    QList<qint64> m_remembered; ///< while rows change their places
};

} // namespace numbers::gui

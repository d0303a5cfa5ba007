#include "gui/fleet/fleetselection.h"

#include "gui/common/tableview.h"
#include "models/fleetmodel.h"

#include <QItemSelectionModel>
#include <QSet>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace numbers::gui {

FleetSelection::FleetSelection(QTableView &view, models::FleetModel &model)
    : m_view(view)
    , m_model(model)
{
    // Before the view's own selection hears of it, so that it has nothing to keep: for a large selection it
    // would make an index for each cell.
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, &FleetSelection::remember);
    m_view.setModel(&m_model);
    connect(m_view.selectionModel(), &QItemSelectionModel::selectionChanged, this, &FleetSelection::changed);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &FleetSelection::restore);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &FleetSelection::changed);
}

/// From top to bottom, each row once. The view has ranges in the order of clicks, and with moved columns
/// one for each column.
QList<FleetSelection::Rows> FleetSelection::selectedRows() const
{
    QList<Rows> selected;
    const auto ranges = m_view.selectionModel()->selection();
    for (const auto &range : ranges) {
        if (range.isValid()) {
            selected.append({range.top(), range.bottom()});
        }
    }
    std::sort(selected.begin(), selected.end(),
              [](const Rows &left, const Rows &right) { return left.first < right.first; });
    QList<Rows> merged;
    for (const auto &rows : std::as_const(selected)) {
        if (merged.isEmpty() || rows.first > merged.constLast().last) {
            merged.append(rows);
        } else {
            merged.last().last = std::max(merged.constLast().last, rows.last);
        }
    }
    return merged;
}

QList<qint64> FleetSelection::ids() const
{
    QList<qint64> ids;
    const auto selected = selectedRows();
    for (const auto &rows : selected) {
        ids += m_model.ids().mid(rows.first, rows.last - rows.first + 1);
    }
    return ids;
}

int FleetSelection::count() const
{
    int count = 0;
    const auto selected = selectedRows();
    for (const auto &rows : selected) {
        count += rows.last - rows.first + 1;
    }
    return count;
}

std::optional<qint64> FleetSelection::onlyId() const
{
    const auto selected = selectedRows();
    if (selected.size() != 1 || selected.constFirst().first != selected.constFirst().last) {
        return std::nullopt;
    }
    return m_model.ids().at(selected.constFirst().first);
}

bool FleetSelection::choose(qint64 id)
{
    const auto row = m_model.ids().indexOf(id);
    if (row < 0) {
        return false;
    }
    chooseRow(m_view, static_cast<int>(row));
    m_view.doItemsLayout();
    m_view.scrollTo(m_view.currentIndex());
    return true;
}

void FleetSelection::bringIntoSight()
{
    const auto selected = selectedRows();
    if (selected.isEmpty()) {
        return;
    }
    const auto current = m_view.currentIndex();
    const auto isCurrentSelected =
        std::any_of(selected.cbegin(), selected.cend(), [row = current.row()](const Rows &rows) {
            return row >= rows.first && row <= rows.last;
        });
    // Otherwise it can only scroll as far as in the list before.
    m_view.doItemsLayout();
    const auto column = current.isValid() ? current.column() : visibleColumns(m_view).value(0);
    m_view.scrollTo(isCurrentSelected ? current : m_model.index(selected.constFirst().first, column));
}

void FleetSelection::remember()
{
    m_remembered = ids();
    const QSignalBlocker quiet(m_view.selectionModel());
    m_view.selectionModel()->clearSelection();
}

void FleetSelection::restore()
{
    if (!m_remembered.isEmpty()) {
        const QSet<qint64> wanted(m_remembered.cbegin(), m_remembered.cend());
        m_remembered.clear();
        QItemSelection selection;
        auto missing = wanted.size();
        const auto &shown = m_model.ids();
        const auto lastColumn = m_model.columnCount() - 1;
        for (int row = 0; row < shown.size() && missing > 0; ++row) {
            const auto first = row;
            while (row < shown.size() && wanted.contains(shown.at(row))) {
                ++row;
            }
            if (row > first) {
                selection.select(m_model.index(first, 0), m_model.index(row - 1, lastColumn));
                missing -= row - first;
            }
        }
        // The view is painted anew anyway; a screen reader need not hear of what stays as it was.
        const QSignalBlocker quiet(m_view.selectionModel());
        m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        m_view.viewport()->update();
    }
    Q_EMIT changed();
}

} // namespace numbers::gui

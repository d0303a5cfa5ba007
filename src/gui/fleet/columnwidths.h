#pragma once

#include "models/fleetmodel.h"

#include <QList>

#include <optional>

class QTableView;

namespace numbers::gui {

/// Pixels that a column is given when nobody has chosen its width.
struct ColumnWidth
{
    int usual = 0;        ///< for what usually stands in it
    int least = 0;        ///< what must not be cut off still fits: its heading, a number, a time
    int tight = 0;        ///< names and headings are cut short before the table has to be scrolled
    bool isEmpty = false; ///< no name was seen in it so far
};

/// By the view's font and style, and the words of its language. `measured` is what the names seen in the
/// column so far need, 0 when it was empty, nothing before any row was seen; only names are measured so.
[[nodiscard]] ColumnWidth widthOf(models::FleetModel::Column column, std::optional<int> measured,
                                  const QTableView &view);

/// Whether names stand in it, which may be as long as they like.
[[nodiscard]] bool holdsNames(models::FleetModel::Column column);

/// What the names in these rows need, 0 when there are none.
[[nodiscard]] int widthOfNames(int column, const QList<int> &rows, const QTableView &view);

[[nodiscard]] int totalWidth(const QList<ColumnWidth> &columns, int ColumnWidth::*width);

/// Widths that fill no more than `available`, as long as they can be made so.
[[nodiscard]] QList<int> fittedWidths(const QList<ColumnWidth> &columns, int available);

} // namespace numbers::gui

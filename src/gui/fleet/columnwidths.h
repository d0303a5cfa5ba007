#pragma once

#include "models/fleetmodel.h"

#include <QList>

class QTableView;

namespace numbers::gui {

/// Pixels that a column is given when nobody has chosen its width.
struct ColumnWidth
{
    int usual = 0; ///< for what usually stands in it
    int least = 0; ///< what must not be cut off still fits: its heading, a number, a time
    int tight = 0; ///< names and headings are cut short before the table has to be scrolled
};

/// By the view's font and style, and the words of its language.
[[nodiscard]] ColumnWidth widthOf(models::FleetModel::Column column, const QTableView &view);

[[nodiscard]] int totalWidth(const QList<ColumnWidth> &columns, int ColumnWidth::*width);

/// Widths that fill no more than `available`, as long as they can be made so.
[[nodiscard]] QList<int> fittedWidths(const QList<ColumnWidth> &columns, int available);

} // namespace numbers::gui

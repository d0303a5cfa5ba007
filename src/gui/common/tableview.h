#pragma once

#include <QList>
#include <QPoint>
#include <QString>
#include <QStringList>

class QEvent;
class QTableView;

namespace numbers::gui {

/// One field of a CSV file (RFC 4180), quoted where needed. Text that a spreadsheet would run as a formula
/// gets an apostrophe before it; a telephone number or a plain negative number stays as it is.
[[nodiscard]] QString csvField(const QString &text);
[[nodiscard]] QString csvLine(const QStringList &fields);
/// The same cells as a line for the clipboard, separated by tabs, with the same guard against formulas: a
/// spreadsheet takes them apart, too.
[[nodiscard]] QString tabLine(const QStringList &cells);

/// The columns that are not hidden, from the first to the last as the user has put them.
[[nodiscard]] QList<int> visibleColumns(const QTableView &view);

/// Makes this row the selected and the current one. In place of QTableView::selectRow(), which finds no
/// column and so chooses nothing where tables are read from right to left.
void chooseRow(QTableView &view, int row);

/// Whether the event is that of a key which opens a context menu. Not every window system makes a
/// QContextMenuEvent of both keys.
[[nodiscard]] bool opensContextMenu(const QEvent &event);
/// Where a menu about the current row belongs, in the viewport's coordinates; its corner when there is none.
[[nodiscard]] QPoint placeOfCurrentRow(const QTableView &view);

void copyToClipboard(const QString &text);

} // namespace numbers::gui

#include "gui/common/tableview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTableView>

#include <algorithm>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

QList<int> visibleColumns(const QTableView &view)
{
    QList<int> columns;
    const auto *header = view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const auto logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical)) {
            columns.append(logical);
        }
    }
    return columns;
}

QList<QStringList> selectedCells(const QTableView &view)
{
    QList<QStringList> rows;
    if (view.selectionModel() == nullptr) {
        return rows;
    }
    auto indexes = view.selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    const auto columns = visibleColumns(view);
    for (const auto &index : std::as_const(indexes)) {
        QStringList cells;
        for (const auto column : columns) {
            cells.append(index.siblingAtColumn(column).data(Qt::DisplayRole).toString());
        }
        rows.append(cells);
    }
    return rows;
}

} // namespace

QString csvField(const QString &text)
{
    static const QRegularExpression number(u"^[+-][0-9][0-9 .,]*$"_s);
    static const QString dangerous = u"=+-@\t\r"_s;
    auto field = text;
    if (!field.isEmpty() && dangerous.contains(field.front()) && !number.match(field).hasMatch()) {
        field.prepend(u'\'');
    }
    static const QRegularExpression needsQuotes(u"[\",;\r\n\t]"_s);
    if (field.contains(needsQuotes)) {
        field.replace(u'"', u"\"\""_s);
        field = u'"' + field + u'"';
    }
    return field;
}

QString csvLine(const QStringList &fields)
{
    QStringList escaped;
    for (const auto &field : fields) {
        escaped.append(csvField(field));
    }
    return escaped.join(u',') + "\r\n"_L1;
}

QString selectionAsText(const QTableView &view)
{
    QStringList lines;
    const auto rows = selectedCells(view);
    for (auto cells : rows) {
        // A tab or a line break inside a cell would shift everything after it.
        for (auto &cell : cells) {
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString selectionAsCsv(const QTableView &view)
{
    QStringList headings;
    const auto columns = visibleColumns(view);
    for (const auto column : columns) {
        headings.append(view.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    auto csv = csvLine(headings);
    const auto rows = selectedCells(view);
    for (const auto &cells : rows) {
        csv += csvLine(cells);
    }
    return csv;
}

void chooseRow(QTableView &view, int row)
{
    const auto columns = visibleColumns(view);
    const auto index = view.model()->index(row, columns.value(0), view.rootIndex());
    view.selectionModel()->setCurrentIndex(index,
                                           QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool opensContextMenu(const QEvent &event)
{
    if (event.type() == QEvent::ContextMenu) {
        return static_cast<const QContextMenuEvent &>(event).reason() == QContextMenuEvent::Keyboard;
    }
    if (event.type() != QEvent::KeyPress) {
        return false;
    }
    const auto &key = static_cast<const QKeyEvent &>(event);
    return key.key() == Qt::Key_Menu || (key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier);
}

QPoint placeOfCurrentRow(const QTableView &view)
{
    const auto row = view.visualRect(view.currentIndex()) & view.viewport()->rect();
    if (row.isEmpty()) {
        return {};
    }
    return view.isRightToLeft() ? row.bottomRight() : row.bottomLeft();
}

void copyToClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace numbers::gui

#include "gui/common/tableview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTableView>

namespace numbers::gui {

namespace {

using namespace Qt::StringLiterals;

/// A spreadsheet shows what begins with an apostrophe as it is, instead of computing it.
QString withoutFormula(const QString &text)
{
    // "+1 206-555-0100" is no sum: after the country's code comes a blank.
    static const QRegularExpression number(u"^([+-][0-9][0-9 .,]*|\\+[0-9]{1,3} [0-9][0-9 .()-]*)$"_s);
    static const QString dangerous = u"=+-@\t\r"_s;
    const auto isFormula =
        !text.isEmpty() && dangerous.contains(text.front()) && !number.match(text).hasMatch();
    return isFormula ? u'\'' + text : text;
}

} // namespace

QString csvField(const QString &text)
{
    auto field = withoutFormula(text);
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

QString tabLine(const QStringList &cells)
{
    QStringList guarded;
    for (const auto &cell : cells) {
        // A tab or a line break inside a cell would shift everything after it.
        static const QRegularExpression shifting(u"[\t\r\n]+"_s);
        guarded.append(withoutFormula(QString(cell).replace(shifting, u" "_s)));
    }
    return guarded.join(u'\t');
}

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

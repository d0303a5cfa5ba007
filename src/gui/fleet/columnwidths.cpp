#include "gui/fleet/columnwidths.h"

#include <QHeaderView>
#include <QStyle>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace numbers::gui {

namespace {

using Column = models::FleetModel::Column;

/// Average characters that a name is given at most; nothing for what always needs the same.
int usualCharacters(Column column)
{
    switch (column) {
    case Column::Agent:
        return 28;
    case Column::Account:
    case Column::FriendlyName:
        return 19;
    case Column::Country:
        return 22;
    case Column::Customer:
        return 12;
    default:
        return 0;
    }
}

/// The fewest with which a name can still be told from others.
constexpr int fewestCharacters = 5;

/// Beside the text of a cell.
int marginOf(const QTableView &view)
{
    const auto *style = view.style();
    return 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &view) + 1) +
           style->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, &view) +
           view.fontMetrics().averageCharWidth() / 2;
}

QList<int> between(const QList<ColumnWidth> &columns, int ColumnWidth::*small, int ColumnWidth::*large,
                   int available)
{
    const auto least = totalWidth(columns, small);
    const auto room = std::max(0, available - least);
    const auto wanted = std::max(1, totalWidth(columns, large) - least);
    QList<int> widths;
    for (const auto &column : columns) {
        const auto more = column.*large - column.*small;
        widths << column.*small + std::min(more, more * room / wanted);
    }
    return widths;
}

} // namespace

int totalWidth(const QList<ColumnWidth> &columns, int ColumnWidth::*width)
{
    return std::accumulate(columns.begin(), columns.end(), 0,
                           [width](int sum, const ColumnWidth &column) { return sum + column.*width; });
}

bool holdsNames(Column column)
{
    return usualCharacters(column) > 0;
}

ColumnWidth widthOf(Column column, std::optional<int> measured, const QTableView &view)
{
    const auto metrics = view.fontMetrics();
    const auto margin = marginOf(view);
    const auto heading = view.horizontalHeader()->sectionSizeHint(static_cast<int>(column));
    if (holdsNames(column)) {
        const auto most = metrics.averageCharWidth() * usualCharacters(column);
        const auto fewest = std::min(heading, metrics.averageCharWidth() * fewestCharacters + margin);
        return {std::max(heading, std::min(most, measured.value_or(most))), heading, fewest, measured == 0};
    }
    auto text = 0;
    const auto samples = models::FleetModel::samples(column);
    for (const auto &sample : samples) {
        text = std::max(text, metrics.horizontalAdvance(sample) + margin);
    }
    return {std::max(heading, text), std::max(heading, text), text};
}

int widthOfNames(int column, const QList<int> &rows, const QTableView &view)
{
    auto width = 0;
    for (const auto row : rows) {
        const auto name = view.model()->index(row, column).data().toString();
        if (!name.isEmpty()) {
            width = std::max(width, view.fontMetrics().horizontalAdvance(name) + marginOf(view));
        }
    }
    return width;
}

QList<int> fittedWidths(const QList<ColumnWidth> &columns, int available)
{
    if (available >= totalWidth(columns, &ColumnWidth::least)) {
        return between(columns, &ColumnWidth::least, &ColumnWidth::usual, available);
    }
    auto cut = columns;
    for (auto &column : cut) {
        if (column.isEmpty) {
            column.least = column.tight; // Nobody misses the rest of a heading over nothing.
        }
    }
    return between(cut, &ColumnWidth::tight, &ColumnWidth::least, available);
}

} // namespace numbers::gui

#include "gui/fleet/columnwidths.h"

#include <QHeaderView>
#include <QStyle>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace numbers::gui {

namespace {

using Column = models::FleetModel::Column;

/// Average characters of a usual name; nothing for what is measured.
int usualCharacters(Column column)
{
    switch (column) {
    case Column::Agent:
        return 28;
    case Column::Account:
    case Column::FriendlyName:
        return 19;
    case Column::Country:
        return 15;
    case Column::Customer:
        return 12;
    default:
        return 0;
    }
}

/// The fewest with which a name can still be told from others.
constexpr int fewestCharacters = 5;

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

ColumnWidth widthOf(Column column, const QTableView &view)
{
    const auto metrics = view.fontMetrics();
    const auto *style = view.style();
    const auto margin = 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &view) + 1) +
                        style->pixelMetric(QStyle::PM_DefaultFrameWidth, nullptr, &view) +
                        metrics.averageCharWidth() / 2;
    const auto heading = view.horizontalHeader()->sectionSizeHint(static_cast<int>(column));
    auto text = 0;
    const auto samples = models::FleetModel::samples(column);
    for (const auto &sample : samples) {
        text = std::max(text, metrics.horizontalAdvance(sample) + margin);
    }
    if (const auto characters = usualCharacters(column); characters > 0) {
        return {std::max(heading, metrics.averageCharWidth() * characters), heading,
                std::min(heading, metrics.averageCharWidth() * fewestCharacters + margin)};
    }
    return {std::max(heading, text), std::max(heading, text), text};
}

QList<int> fittedWidths(const QList<ColumnWidth> &columns, int available)
{
    return available >= totalWidth(columns, &ColumnWidth::least)
               ? between(columns, &ColumnWidth::least, &ColumnWidth::usual, available)
               : between(columns, &ColumnWidth::tight, &ColumnWidth::least, available);
}

} // namespace numbers::gui

#include "gui/fleet/fleetcolumns.h"

#include "gui/fleet/columnwidths.h"
#include "gui/fleet/fleetpage.h"
#include "models/fleetmodel.h"
#include "workspace/settings.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;
using Column = models::FleetModel::Column;

namespace {

/// Dragging a border changes a width many times.
constexpr int saveDelay = 400;

/// Before the header's state in the settings: its widths are nobody's choice.
constexpr QByteArrayView fittedMark("fitted:");

QList<int> rowsInSight(const QTableView &view)
{
    QList<int> rows;
    const auto last = view.rowAt(view.viewport()->height() - 1);
    const auto end = last < 0 ? view.model()->rowCount() : last + 1;
    for (auto row = std::max(0, view.rowAt(0)); row < end; ++row) {
        rows << row;
    }
    return rows;
}

} // namespace

FleetColumns::FleetColumns(QTableView &view, models::FleetModel &model, workspace::Settings &settings,
                           QMenu &menu)
    : m_view(view)
    , m_model(model)
    , m_settings(settings)
    , m_menu(menu)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(saveDelay);
    connect(&m_timer, &QTimer::timeout, this, &FleetColumns::save);
    auto *header = m_view.horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &position) { m_menu.popup(header->mapToGlobal(position)); });
    for (int column = 0; column < m_model.columnCount(); ++column) {
        auto *action =
            m_menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(u"column%1Action"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(true);
        // The number says which row it is: always there.
        action->setEnabled(column != static_cast<int>(Column::Number));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            m_view.setColumnHidden(column, !isShown);
            fit();
            m_timer.start();
        });
    }
    m_menu.addSeparator();
    auto *resetAction = m_menu.addAction(FleetPage::tr("&Reset columns"), this, &FleetColumns::reset);
    resetAction->setObjectName(u"resetColumnsAction"_s);
    restore();
    m_view.viewport()->installEventFilter(this);
    connect(&m_model, &models::FleetModel::loaded, this, [this] {
        // What a search finds is a part of what was measured.
        m_isMeasured = m_isMeasured && !m_model.query().text.isEmpty();
        measureNames();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &FleetColumns::measureNames);
    connect(header, &QHeaderView::sectionMoved, &m_timer, [this] { m_timer.start(); });
    connect(header, &QHeaderView::sectionResized, this, &FleetColumns::widthChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, &m_timer, [this] { m_timer.start(); });
}

FleetColumns::~FleetColumns()
{
    if (m_timer.isActive()) {
        save();
    }
}

bool FleetColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

void FleetColumns::widthChanged(int column, int before, int now)
{
    // The last one takes what is left over by itself, and hidden ones come and go when rows are sorted.
    const auto shown = shownColumns();
    if (!m_isFitting && before > 0 && now > 0 && !shown.isEmpty() && column != shown.constLast()) {
        m_isFitted = false;
        m_timer.start();
    }
}

/// In the order they are shown in.
QList<int> FleetColumns::shownColumns() const
{
    const auto *header = m_view.horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const auto column = header->logicalIndex(visual); !header->isSectionHidden(column)) {
            columns << column;
        }
    }
    return columns;
}

QList<ColumnWidth> FleetColumns::shownWidths() const
{
    QList<ColumnWidth> widths;
    const auto shown = shownColumns();
    for (const auto column : shown) {
        const auto measured = m_nameWidths.constFind(column);
        widths << widthOf(static_cast<Column>(column),
                          measured == m_nameWidths.constEnd() ? std::nullopt : std::optional(*measured),
                          m_view);
    }
    return widths;
}

int FleetColumns::viewWidth(int ColumnWidth::*width) const
{
    const auto columns = m_isFitted ? totalWidth(shownWidths(), width) : m_view.horizontalHeader()->length();
    return columns + m_view.verticalScrollBar()->sizeHint().width() + 2 * m_view.frameWidth();
}

int FleetColumns::wantedWidth() const
{
    return viewWidth(&ColumnWidth::usual);
}

int FleetColumns::leastWidth() const
{
    return viewWidth(&ColumnWidth::least);
}

void FleetColumns::restore()
{
    auto *header = m_view.horizontalHeader();
    auto saved = m_settings.value(Key::FleetColumns).toByteArray();
    m_isFitted = saved.isEmpty() || saved.startsWith(fittedMark);
    if (m_isFitted) {
        saved.remove(0, fittedMark.size());
    }
    if (saved.isEmpty() || !header->restoreState(saved)) {
        reset();
        return;
    }
    const auto actions = m_menu.actions();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QSignalBlocker blocker(actions.at(column));
        actions.at(column)->setChecked(!header->isSectionHidden(column));
    }
    m_model.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    fit();
}

void FleetColumns::reset()
{
    auto *header = m_view.horizontalHeader();
    const auto actions = m_menu.actions();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        const auto isShown = models::FleetModel::isShownAtFirst(static_cast<Column>(column));
        header->setSectionHidden(column, !isShown);
        const QSignalBlocker blocker(actions.at(column));
        actions.at(column)->setChecked(isShown);
    }
    m_view.sortByColumn(static_cast<int>(Column::Number), Qt::AscendingOrder);
    m_isFitted = true;
    m_nameWidths.clear();
    m_isMeasured = false;
    measureNames();
    fit();
}

void FleetColumns::fit()
{
    if (!m_isFitted || m_isFitting) {
        return;
    }
    const QScopedValueRollback fitting(m_isFitting, true);
    const auto shown = shownColumns();
    const auto fitted = fittedWidths(shownWidths(), m_view.viewport()->width());
    for (qsizetype at = 0; at < shown.size(); ++at) {
        m_view.horizontalHeader()->resizeSection(shown.at(at), fitted.at(at));
    }
}

void FleetColumns::measureNames()
{
    if (m_isMeasured) {
        return;
    }
    const auto rows = rowsInSight(m_view);
    if (rows.isEmpty() || !m_model.number(rows.constLast())) {
        return;
    }
    m_isMeasured = true;
    const auto before = m_nameWidths;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (holdsNames(static_cast<Column>(column))) {
            auto &width = m_nameWidths[column];
            width = std::max(width, widthOfNames(column, rows, m_view));
        }
    }
    if (m_nameWidths != before) {
        fit();
        Q_EMIT wantedWidthChanged();
    }
}

void FleetColumns::save()
{
    m_timer.stop();
    const auto state = m_view.horizontalHeader()->saveState();
    m_settings.setValue(Key::FleetColumns, m_isFitted ? fittedMark.toByteArray() + state : state);
}

} // namespace numbers::gui

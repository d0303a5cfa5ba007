#include "gui/fleet/fleetcolumns.h"

#include "gui/fleet/columnwidths.h"
#include "gui/fleet/fleetpage.h"
#include "models/fleetmodel.h"
#include "workspace/settings.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
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
            m_timer.start();
        });
    }
    m_menu.addSeparator();
    auto *resetAction = m_menu.addAction(FleetPage::tr("&Reset columns"), this, &FleetColumns::reset);
    resetAction->setObjectName(u"resetColumnsAction"_s);
    restore();
    for (const auto change : {&QHeaderView::sectionMoved, &QHeaderView::sectionResized}) {
        connect(header, change, &m_timer, [this] { m_timer.start(); });
    }
    connect(header, &QHeaderView::sortIndicatorChanged, &m_timer, [this] { m_timer.start(); });
}

FleetColumns::~FleetColumns()
{
    if (m_timer.isActive()) {
        save();
    }
}

int FleetColumns::wantedWidth() const
{
    return m_view.horizontalHeader()->length() + m_view.verticalScrollBar()->sizeHint().width() +
           2 * m_view.frameWidth();
}

void FleetColumns::restore()
{
    auto *header = m_view.horizontalHeader();
    const auto saved = m_settings.value(Key::FleetColumns).toByteArray();
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
}

void FleetColumns::reset()
{
    auto *header = m_view.horizontalHeader();
    const auto actions = m_menu.actions();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        const auto isShown = models::FleetModel::isShownAtFirst(static_cast<Column>(column));
        header->setSectionHidden(column, !isShown);
        // Never narrower than its heading, which is longer in some languages.
        header->resizeSection(column, std::max(m_view.fontMetrics().averageCharWidth() *
                                                   usualWidth(static_cast<Column>(column)),
                                               header->sectionSizeHint(column)));
        const QSignalBlocker blocker(actions.at(column));
        actions.at(column)->setChecked(isShown);
    }
    m_view.sortByColumn(static_cast<int>(Column::Number), Qt::AscendingOrder);
}

void FleetColumns::save()
{
    m_timer.stop();
    m_settings.setValue(Key::FleetColumns, m_view.horizontalHeader()->saveState());
}

} // namespace numbers::gui

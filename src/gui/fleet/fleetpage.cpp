#include "gui/fleet/fleetpage.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/searchfield.h"
#include "gui/common/tableview.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/fleet/fleetcolumns.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/fleetfilters.h"
#include "gui/fleet/fleetmessages.h"
#include "gui/fleet/fleetselection.h"
#include "gui/fleet/healthcontroller.h"
#include "gui/fleet/healthmessages.h"
#include "gui/fleet/profilecontroller.h"
#include "gui/fleet/profileeditor.h"
#include "gui/fleet/removalprogress.h"
#include "gui/fleet/rowactions.h"
#include "models/fleetmodel.h"
#include "ui_fleetpage.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;
using Column = models::FleetModel::Column;

namespace {

/// After the last key press; short enough to feel immediate, long enough not to search for every digit.
constexpr int searchDelay = 120;

} // namespace

FleetPage::FleetPage(const Actions &actions, workspace::Workspace &workspace, FleetController &controller,
                     HealthController &health, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FleetPage>())
    , m_actions(actions)
    , m_workspace(workspace)
    , m_controller(controller)
    , m_health(health)
    , m_model(new models::FleetModel(workspace.ledger(), this))
    , m_columnsMenu(new QMenu(tr("&Columns"), this))
{
    m_ui->setupUi(this);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->splitter->setCollapsible(0, false);
    makeHeading(m_ui->emptyTitle);
    makeQuiet(m_ui->emptyText);
    connect(m_ui->emptyButton, &QPushButton::clicked, this, [this] {
        if (m_emptyAction) {
            m_emptyAction();
        }
    });
    setFocusProxy(m_ui->fleetView);
    setUpToolBar();
    setUpDetails();
    setUpTable();
    m_removalProgress = std::make_unique<RemovalProgress>(*m_ui->busyBar, m_controller.removal());
    connectController();
    connectHealth();
    updateState();
}

FleetPage::~FleetPage() = default;

void FleetPage::setUpToolBar()
{
    m_ui->importButton->setDefaultAction(m_actions.import);
    m_ui->syncButton->setDefaultAction(m_actions.sync);
    m_ui->removeButton->setDefaultAction(m_actions.remove);
    for (auto *button : {m_ui->importButton, m_ui->syncButton, m_ui->removeButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_ui->searchEdit->addAction(iconFor(Icon::Search), QLineEdit::LeadingPosition);
    m_ui->searchEdit->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelay);
    connect(&m_searchTimer, &QTimer::timeout, this, &FleetPage::applyQuery);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, [this] {
        applyQuery();
        m_ui->fleetView->setFocus(Qt::OtherFocusReason);
    });
    emptyOnEscape(*m_ui->searchEdit);
    m_filters = std::make_unique<FleetFilters>(*m_ui->filterCombo, m_workspace);
    connect(&m_workspace.ledger(), &store::Ledger::accountsChanged, m_filters.get(), &FleetFilters::load);
    connect(m_filters.get(), &FleetFilters::changed, this, &FleetPage::applyQuery);
}

void FleetPage::setUpDetails()
{
    m_ui->detailPane->setLedger(&m_workspace.ledger());
    auto &profileEditor = m_ui->detailPane->profileEditor();
    profileEditor.setController(*new ProfileController(m_workspace, this));
    connect(&profileEditor, &ProfileEditor::failedUnseen, this,
            [this](const PhoneNumber &number, const Error &error) {
                m_ui->messageBar->showError(
                    tr("The business profile of %1 is not saved.").arg(number.international()), error);
            });
}

void FleetPage::connectController()
{
    connect(&m_controller, &FleetController::busyChanged, this, &FleetPage::updateBusy);
    connect(&m_controller, &FleetController::synced, this, [this](const operations::SyncResult &result) {
        m_filters->load();
        gui::showSyncResult(*m_ui->messageBar, result);
        updateState();
    });
    connect(&m_controller, &FleetController::syncFailed, this, &FleetPage::showSyncError);
    connect(&m_controller, &FleetController::removalFinished, this,
            [this](const auto &report) { gui::showRemovalReport(*m_ui->messageBar, report); });
    connect(m_ui->busyBar, &BusyBar::cancelRequested, &m_controller, &FleetController::cancelRemoval);
}

void FleetPage::connectHealth()
{
    gui::connectHealth(m_health, *this, *m_ui->busyBar, *m_ui->messageBar, m_ui->detailPane->healthPanel());
    connect(&m_health, &HealthController::checked, this, [this](const operations::HealthReport &report) {
        if (!report.unknownHere.isEmpty()) {
            m_controller.sync();
        }
    });
}

void FleetPage::showNeedsAttention()
{
    m_ui->searchEdit->clear();
    m_filters->chooseNeedsAttention();
    applyQuery();
    m_ui->fleetView->setFocus(Qt::OtherFocusReason);
}

void FleetPage::setUpTable()
{
    auto *view = m_ui->fleetView;
    connect(view, &QWidget::customContextMenuRequested, this, &FleetPage::showContextMenu);
    view->installEventFilter(this);
    m_selection = std::make_unique<FleetSelection>(*view, *m_model);
    m_rowActions = std::make_unique<RowActions>(*view, *m_selection, m_workspace.ledger(), m_controller);
    connect(m_rowActions.get(), &RowActions::failed, this, &FleetPage::showRecordsError);
    view->setItemDelegateForColumn(static_cast<int>(Column::Number), new LeftToRightDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    view->setTextElideMode(Qt::ElideRight);
    m_columns = std::make_unique<FleetColumns>(*view, *m_model, m_workspace.settings(), *m_columnsMenu);

    // By the user, who is somewhere else by now; rows that move do not count.
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_wantedId.reset(); });
    connect(m_selection.get(), &FleetSelection::changed, this, [this] {
        updateDetails();
        Q_EMIT selectionChanged();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FleetPage::updateDetails);
    connect(m_model, &models::FleetModel::loaded, this, &FleetPage::listChanged);
    connect(m_model, &models::FleetModel::failed, this, &FleetPage::showRecordsError);
    if (!m_workspace.settings().value(Key::DetailSplitter).toByteArray().isEmpty()) {
        m_isSplitterChosen =
            m_ui->splitter->restoreState(m_workspace.settings().value(Key::DetailSplitter).toByteArray());
    }
    fitSplitter();
    connect(m_columns.get(), &FleetColumns::wantedWidthChanged, this, &FleetPage::fitSplitter);
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, [this] {
        m_isSplitterChosen = true;
        m_workspace.settings().setValue(Key::DetailSplitter, m_ui->splitter->saveState());
    });
}

void FleetPage::listChanged()
{
    updateState();
    chooseWanted();
    // After a search the selected row may be far away; what happens in the background moves nothing.
    if (std::exchange(m_isQueryNew, false)) {
        m_selection->bringIntoSight();
    }
}

void FleetPage::showRecordsError(const Error &error)
{
    if (!isSilent(error)) {
        m_ui->messageBar->showError(tr("Your records could not be read."), error);
    }
}

void FleetPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSplitter();
}

/// As much for the table as its columns want; the details get the rest, unless that is too little.
void FleetPage::fitSplitter()
{
    if (m_isSplitterChosen || m_columns == nullptr) {
        return;
    }
    // The splitter's own width may be that of before a resize.
    layout()->activate();
    const auto wanted = m_columns->wantedWidth();
    const auto total = m_ui->splitter->width() - m_ui->splitter->handleWidth();
    const auto details = m_ui->detailPane->sizeHint().width();
    // Its columns whole are worth more than details at ease, down to the width these need at least.
    const auto whole = std::min(m_columns->leastWidth(), total - m_ui->detailPane->minimumWidth());
    const auto table = std::min(wanted, std::max({total - details, total / 2, whole}));
    m_ui->splitter->setSizes({table, total - table});
}

void FleetPage::reload()
{
    m_filters->load();
    applyQuery();
}

void FleetPage::applyQuery()
{
    m_searchTimer.stop();
    const auto filter = m_filters->chosen();
    auto query = m_model->query();
    query.keyId = m_workspace.keyId();
    query.text = m_ui->searchEdit->text().simplified();
    query.health = filter.health;
    query.agentId = filter.agentId;
    query.accountSid = filter.accountSid;
    m_isQueryNew = true;
    m_model->setQuery(query);
    updateState();
}

bool FleetPage::isFiltered() const
{
    return !m_ui->searchEdit->text().isEmpty() || m_filters->isFiltering();
}

void FleetPage::showEmpty(const QString &title, const QString &text, const QString &button,
                          std::function<void()> action)
{
    m_ui->emptyTitle->setText(title);
    m_ui->emptyText->setText(text);
    m_ui->emptyButton->setText(button);
    m_ui->emptyButton->setVisible(!button.isEmpty());
    m_emptyAction = std::move(action);
    m_ui->listStack->setCurrentWidget(m_ui->emptyHolder);
}

void FleetPage::updateState()
{
    if (m_model->rowCount() > 0) {
        m_ui->listStack->setCurrentWidget(m_ui->tableHolder);
        return;
    }
    if (m_model->isLoading()) {
        // Kept as it is for the blink of an eye that a query takes.
        return;
    }
    if (isFiltered()) {
        showEmpty(tr("No number matches"), tr("No numbers match your search and filter."),
                  tr("Show &all numbers"), [this] {
                      m_ui->searchEdit->clear();
                      m_filters->chooseAll();
                      applyQuery();
                      m_ui->searchEdit->setFocus(Qt::OtherFocusReason);
                  });
    } else if (m_controller.isSyncing()) {
        showEmpty(tr("Reading the fleet from Nixflex…"), tr("Numbers appear here as they come."), {}, {});
    } else if (m_syncError) {
        showEmpty(errorTitle(*m_syncError),
                  tr("The fleet could not be read, and there is no earlier record of it."), tr("&Try again"),
                  [this] { m_controller.sync(); });
    } else {
        showEmpty(tr("No numbers yet"),
                  tr("Bring the first one from Twilio. You see what will change before anything does."),
                  tr("&Import a number…"), [this] { m_actions.import->trigger(); });
    }
}

void FleetPage::updateDetails()
{
    const auto id = m_selection->onlyId();
    const auto number = id ? m_model->number(static_cast<int>(m_model->ids().indexOf(*id))) : std::nullopt;
    if (number) {
        m_ui->detailPane->showNumber(*number);
    } else {
        m_ui->detailPane->showNothing(m_selection->count());
    }
}

QList<qint64> FleetPage::selectedIds() const
{
    return m_selection->ids();
}

int FleetPage::selectedCount() const
{
    return m_selection->count();
}

void FleetPage::reveal(const PhoneNumber &number)
{
    m_ui->searchEdit->clear();
    m_filters->chooseAll();
    applyQuery();
    auto task = m_workspace.ledger().number(m_workspace.keyId(), number);
    deliverLatest(
        std::move(task), this, m_revealing.start(),
        [this, number](const Result<std::optional<store::NumberRecord>> &result) {
            if (!result) {
                showRecordsError(result.error());
            } else if (*result) {
                m_wantedId = (*result)->id;
                chooseWanted();
            } else {
                m_ui->messageBar->showMessage(
                    MessageKind::Info,
                    tr("%1 is not in the fleet of this key.").arg(leftToRight(number.international())));
            }
            m_ui->fleetView->setFocus(Qt::OtherFocusReason);
        });
}

void FleetPage::chooseWanted()
{
    // Not yet in the list: it is read again when the ledger has changed.
    if (m_wantedId && m_selection->choose(*m_wantedId)) {
        m_wantedId.reset();
    }
}

void FleetPage::focusSearch()
{
    m_ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchEdit->selectAll();
}

void FleetPage::setDetailsVisible(bool isVisible)
{
    m_ui->detailPane->setVisible(isVisible);
}

void FleetPage::selectAll()
{
    m_ui->fleetView->setFocus(Qt::ShortcutFocusReason);
    m_ui->fleetView->selectAll();
}

bool FleetPage::askBeforeLeaving(const std::function<void()> &leave)
{
    return m_ui->detailPane->profileEditor().askBeforeLeaving(leave);
}

bool FleetPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->fleetView && opensContextMenu(*event)) {
        showContextMenuAtCurrentRow();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FleetPage::showContextMenuAtCurrentRow()
{
    showContextMenu(placeOfCurrentRow(*m_ui->fleetView));
}

void FleetPage::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"fleetContextMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions.copyNumber, m_actions.copy, m_actions.copyCsv});
    menu->addSeparator();
    menu->addActions({m_actions.check, m_actions.sync, m_actions.import});
    menu->addSeparator();
    menu->addActions({m_actions.reassign, m_actions.undo, m_actions.remove});
    menu->popup(m_ui->fleetView->viewport()->mapToGlobal(position));
}

void FleetPage::updateBusy()
{
    if (m_controller.isRemoving()) {
        if (!m_ui->busyBar->isBusy()) {
            m_ui->messageBar->clear();
            m_ui->busyBar->start(tr("Removing…"));
            m_removalProgress->update();
        }
    } else if (!m_health.isChecking()) {
        m_ui->busyBar->finish();
    }
    if (m_controller.isSyncing()) {
        m_syncError.reset();
    }
    updateState();
}

void FleetPage::showSyncError(const Error &error)
{
    if (isSilent(error)) {
        return;
    }
    m_syncError = error;
    gui::showSyncError(*m_ui->messageBar, error, m_controller, *this);
    updateState();
}

} // namespace numbers::gui

#include "gui/fleet/fleetpage.h"

#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/tableview.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/fleet/fleetcolumns.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/fleetfilters.h"
#include "gui/fleet/fleetmessages.h"
#include "gui/fleet/healthcontroller.h"
#include "gui/fleet/healthmessages.h"
#include "gui/fleet/profilecontroller.h"
#include "gui/fleet/profileeditor.h"
#include "gui/fleet/removedialog.h"
#include "gui/history/operationtext.h"
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
    setUpToolBar();
    setUpDetails();
    setUpTable();
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
    m_filters = std::make_unique<FleetFilters>(*m_ui->filterCombo, m_workspace);
    m_filters->load();
    connect(&m_workspace.ledger(), &store::Ledger::accountsChanged, m_filters.get(), &FleetFilters::load);
    connect(m_ui->filterCombo, &QComboBox::activated, this, &FleetPage::applyQuery);
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
    connect(&m_controller, &FleetController::removalProgress, this, [this](int done, int total) {
        m_ui->busyBar->setText(
            tr("Removing number %1 of %2…").arg(locale().toString(done + 1), locale().toString(total)));
        m_ui->busyBar->setProgress(done, total);
    });
    connect(m_ui->busyBar, &BusyBar::cancelRequested, &m_controller, &FleetController::cancel);
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
    view->setModel(m_model);
    view->setItemDelegateForColumn(static_cast<int>(Column::Number), new LeftToRightDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    view->setTextElideMode(Qt::ElideRight);
    m_columns = std::make_unique<FleetColumns>(*view, *m_model, m_workspace.settings(), *m_columnsMenu);

    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateDetails();
        Q_EMIT selectionChanged();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        updateState();
        updateDetails();
        Q_EMIT selectionChanged();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FleetPage::updateDetails);
    connect(m_model, &models::FleetModel::loaded, this, [this, view] {
        updateState();
        // After a search the chosen row may be far away; what happens in the background moves nothing.
        if (std::exchange(m_isQueryNew, false) && view->selectionModel()->hasSelection()) {
            view->scrollTo(view->currentIndex());
        }
    });
    connect(m_model, &models::FleetModel::failed, this, [this](const Error &error) {
        m_ui->messageBar->showError(tr("Your records could not be read."), error);
    });
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
    return !m_ui->searchEdit->text().isEmpty() || m_ui->filterCombo->currentIndex() > 0;
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
        showEmpty(tr("No number matches"), tr("Search and filter leave nothing over."),
                  tr("Show &all numbers"), [this] {
                      m_ui->searchEdit->clear();
                      m_ui->filterCombo->setCurrentIndex(0);
                      applyQuery();
                      m_ui->searchEdit->setFocus(Qt::OtherFocusReason);
                  });
    } else if (m_controller.isSyncing()) {
        showEmpty(tr("Reading the fleet from Nixflex…"), tr("Numbers appear here as they come."), {}, {});
    } else if (m_syncError) {
        showEmpty(errorTitle(*m_syncError),
                  tr("The fleet could not be read, and there is no earlier record of it."), tr("Try &again"),
                  [this] { m_controller.sync(); });
    } else {
        showEmpty(tr("No numbers yet"),
                  tr("Bring the first one from Twilio. You see what will change before anything does."),
                  tr("&Import a number…"), [this] { m_actions.import->trigger(); });
    }
}

void FleetPage::updateDetails()
{
    const auto rows = m_ui->fleetView->selectionModel()->selectedRows();
    if (rows.size() == 1) {
        if (const auto number = m_model->number(rows.front().row())) {
            m_ui->detailPane->showNumber(*number);
            return;
        }
    }
    m_ui->detailPane->showNothing(static_cast<int>(rows.size()));
}

QList<store::NumberRecord> FleetPage::selectedNumbers() const
{
    QList<store::NumberRecord> numbers;
    auto rows = m_ui->fleetView->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const auto &index : std::as_const(rows)) {
        if (auto number = m_model->number(index.row())) {
            numbers.append(std::move(*number));
        }
    }
    return numbers;
}

int FleetPage::selectedCount() const
{
    return static_cast<int>(m_ui->fleetView->selectionModel()->selectedRows().size());
}

void FleetPage::reveal(const PhoneNumber &number)
{
    m_ui->filterCombo->setCurrentIndex(0);
    m_ui->searchEdit->setText(number.e164());
    connect(
        m_model, &models::FleetModel::loaded, this,
        [this] {
            if (m_model->rowCount() > 0) {
                chooseRow(*m_ui->fleetView, 0);
                m_ui->fleetView->setFocus(Qt::OtherFocusReason);
            }
        },
        Qt::SingleShotConnection);
    applyQuery();
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

void FleetPage::copyAsText() const
{
    copyToClipboard(selectionAsText(*m_ui->fleetView));
}

void FleetPage::copyAsCsv() const
{
    copyToClipboard(selectionAsCsv(*m_ui->fleetView));
}

void FleetPage::copyNumbers() const
{
    copyToClipboard(numbersAsText(selectedNumbers()));
}

void FleetPage::selectAll()
{
    m_ui->fleetView->setFocus(Qt::ShortcutFocusReason);
    m_ui->fleetView->selectAll();
}

void FleetPage::removeSelected()
{
    const auto numbers = selectedNumbers();
    if (numbers.isEmpty()) {
        return;
    }
    auto *dialog = new RemoveDialog(numbers, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &m_controller,
            [this, numbers, dialog] { m_controller.remove(numbers, dialog->mustRestore()); });
    dialog->open();
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

#include "gui/fleet/fleetpage.h"

#include "gui/common/direction.h"
#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/tableview.h"
#include "gui/common/typography.h"
#include "gui/fleet/columnwidths.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/removedialog.h"
#include "models/fleetmodel.h"
#include "ui_fleetpage.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;
using Column = models::FleetModel::Column;

namespace {

/// After the last key press; short enough to feel immediate, long enough not to search for every digit.
constexpr int searchDelay = 120;
constexpr int columnsDelay = 400;

} // namespace

FleetPage::FleetPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FleetPage>())
    , m_columnsMenu(new QMenu(tr("&Columns"), this))
{
    m_ui->setupUi(this);
    m_ui->searchEdit->addAction(iconFor(Icon::Search), QLineEdit::LeadingPosition);
    m_ui->searchEdit->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    m_ui->detailPane->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->splitter->setCollapsible(0, false);
    makeHeading(m_ui->emptyTitle);
    makeQuiet(m_ui->emptyText);

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelay);
    m_columnsTimer.setSingleShot(true);
    m_columnsTimer.setInterval(columnsDelay);
    connect(&m_searchTimer, &QTimer::timeout, this, &FleetPage::applyQuery);
    connect(&m_columnsTimer, &QTimer::timeout, this, &FleetPage::saveColumns);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_ui->searchEdit, &QLineEdit::returnPressed, this, [this] {
        applyQuery();
        m_ui->fleetView->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->filterCombo, &QComboBox::activated, this, &FleetPage::applyQuery);
    connect(m_ui->emptyButton, &QPushButton::clicked, this, [this] {
        if (m_emptyAction) {
            m_emptyAction();
        }
    });
    connect(m_ui->fleetView, &QWidget::customContextMenuRequested, this, &FleetPage::showContextMenu);
    m_ui->fleetView->installEventFilter(this);
}

FleetPage::~FleetPage()
{
    if (m_columnsTimer.isActive()) {
        saveColumns();
    }
}

void FleetPage::setActions(const Actions &actions)
{
    m_actions = actions;
    m_ui->importButton->setDefaultAction(actions.import);
    m_ui->syncButton->setDefaultAction(actions.sync);
    m_ui->removeButton->setDefaultAction(actions.remove);
    for (auto *button : {m_ui->importButton, m_ui->syncButton, m_ui->removeButton}) {
        button->setFocusPolicy(Qt::StrongFocus);
    }
}

void FleetPage::setUp(workspace::Workspace &workspace, FleetController &controller)
{
    m_workspace = &workspace;
    m_controller = &controller;
    m_ui->detailPane->setLedger(&workspace.ledger());
    m_model = new models::FleetModel(workspace.ledger(), this);
    setUpTable();
    loadFilters();

    connect(&workspace.ledger(), &store::Ledger::accountsChanged, this, &FleetPage::loadFilters);
    connect(&controller, &FleetController::busyChanged, this, &FleetPage::updateBusy);
    connect(&controller, &FleetController::synced, this, &FleetPage::showSyncResult);
    connect(&controller, &FleetController::syncFailed, this, &FleetPage::showSyncError);
    connect(&controller, &FleetController::removalFinished, this, &FleetPage::showRemovalReport);
    connect(&controller, &FleetController::removalProgress, this, [this](int done, int total) {
        m_ui->busyBar->setText(
            tr("Removing number %1 of %2…").arg(locale().toString(done + 1), locale().toString(total)));
        m_ui->busyBar->setProgress(done, total);
    });
    connect(m_ui->busyBar, &BusyBar::cancelRequested, &controller, &FleetController::cancel);
    updateState();
}

void FleetPage::setUpTable()
{
    auto *view = m_ui->fleetView;
    view->setModel(m_model);
    view->setItemDelegateForColumn(static_cast<int>(Column::Number), new LeftToRightDelegate(view));
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 8 / 5);
    view->setTextElideMode(Qt::ElideRight);
    setUpColumns();

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
    if (!m_workspace->settings().value(Key::DetailSplitter).toByteArray().isEmpty()) {
        m_isSplitterChosen =
            m_ui->splitter->restoreState(m_workspace->settings().value(Key::DetailSplitter).toByteArray());
    }
    fitSplitter();
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, [this] {
        m_isSplitterChosen = true;
        m_workspace->settings().setValue(Key::DetailSplitter, m_ui->splitter->saveState());
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
    if (m_isSplitterChosen || m_model == nullptr) {
        return;
    }
    // The splitter's own width may be that of before a resize.
    layout()->activate();
    const auto *view = m_ui->fleetView;
    const auto wanted = view->horizontalHeader()->length() + view->verticalScrollBar()->sizeHint().width() +
                        2 * view->frameWidth();
    const auto total = m_ui->splitter->width() - m_ui->splitter->handleWidth();
    const auto details = m_ui->detailPane->sizeHint().width();
    const auto table = std::min(wanted, std::max(total - details, total / 2));
    m_ui->splitter->setSizes({table, total - table});
}

void FleetPage::setUpColumns()
{
    auto *header = m_ui->fleetView->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &position) { m_columnsMenu->popup(header->mapToGlobal(position)); });
    for (int column = 0; column < m_model->columnCount(); ++column) {
        auto *action =
            m_columnsMenu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setObjectName(u"column%1Action"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(true);
        // The number says which row it is: always there.
        action->setEnabled(column != static_cast<int>(Column::Number));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) {
            m_ui->fleetView->setColumnHidden(column, !isShown);
            m_columnsTimer.start();
        });
    }
    m_columnsMenu->addSeparator();
    auto *resetAction = m_columnsMenu->addAction(tr("&Reset columns"), this, &FleetPage::resetColumns);
    resetAction->setObjectName(u"resetColumnsAction"_s);
    restoreColumns();
    for (const auto change : {&QHeaderView::sectionMoved, &QHeaderView::sectionResized}) {
        connect(header, change, &m_columnsTimer, [this] { m_columnsTimer.start(); });
    }
    connect(header, &QHeaderView::sortIndicatorChanged, &m_columnsTimer, [this] { m_columnsTimer.start(); });
}

void FleetPage::restoreColumns()
{
    auto *header = m_ui->fleetView->horizontalHeader();
    const auto saved = m_workspace->settings().value(Key::FleetColumns).toByteArray();
    if (saved.isEmpty() || !header->restoreState(saved)) {
        resetColumns();
        return;
    }
    const auto actions = m_columnsMenu->actions();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QSignalBlocker blocker(actions.at(column));
        actions.at(column)->setChecked(!header->isSectionHidden(column));
    }
    m_model->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

void FleetPage::resetColumns()
{
    auto *header = m_ui->fleetView->horizontalHeader();
    const auto actions = m_columnsMenu->actions();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        const auto isShown = models::FleetModel::isShownAtFirst(static_cast<Column>(column));
        header->setSectionHidden(column, !isShown);
        // Never narrower than its heading, which is longer in some languages.
        header->resizeSection(
            column, std::max(fontMetrics().averageCharWidth() * usualWidth(static_cast<Column>(column)),
                             header->sectionSizeHint(column)));
        const QSignalBlocker blocker(actions.at(column));
        actions.at(column)->setChecked(isShown);
    }
    m_ui->fleetView->sortByColumn(static_cast<int>(Column::Number), Qt::AscendingOrder);
}

void FleetPage::saveColumns()
{
    m_columnsTimer.stop();
    if (m_workspace != nullptr) {
        m_workspace->settings().setValue(Key::FleetColumns, m_ui->fleetView->horizontalHeader()->saveState());
    }
}

void FleetPage::reload()
{
    loadFilters();
    applyQuery();
}

void FleetPage::addFilter(const QString &text, const Filter &filter)
{
    m_ui->filterCombo->addItem(text);
    m_filters.append(filter);
}

void FleetPage::loadFilters()
{
    if (m_workspace == nullptr) {
        return;
    }
    const auto previous = m_ui->filterCombo->currentText();
    m_ui->filterCombo->clear();
    m_filters.clear();
    addFilter(tr("All numbers"), {});
    addFilter(tr("Needs attention"), {store::Health::NeedsAttention, {}, {}});
    addFilter(tr("No longer at Nixflex"), {store::Health::Gone, {}, {}});
    m_ui->filterCombo->setCurrentIndex(std::max(0, m_ui->filterCombo->findText(previous)));

    const auto restore = [this, previous] {
        const auto index = m_ui->filterCombo->findText(previous);
        if (index >= 0) {
            m_ui->filterCombo->setCurrentIndex(index);
        }
    };
    auto agents = m_workspace->ledger().agents(m_workspace->keyId());
    QCoro::connect(std::move(agents), this, [this, restore](const Result<QList<nixflex::Agent>> &result) {
        for (const auto &agent : result.value_or(QList<nixflex::Agent>())) {
            addFilter(tr("Agent: %1").arg(agent.name), {{}, agent.id, {}});
        }
        restore();
    });
    auto accounts = m_workspace->ledger().accounts();
    QCoro::connect(
        std::move(accounts), this, [this, restore](const Result<QList<store::AccountRecord>> &result) {
            for (const auto &account : result.value_or(QList<store::AccountRecord>())) {
                addFilter(
                    tr("Account: %1").arg(account.label.isEmpty() ? account.friendlyName : account.label),
                    {{}, {}, account.sid});
            }
            restore();
            // Names of any length: the list is as wide as they need, not the field.
            m_ui->filterCombo->view()->setMinimumWidth(
                std::min(m_ui->filterCombo->view()->sizeHintForColumn(0) +
                             m_ui->filterCombo->view()->verticalScrollBar()->sizeHint().width(),
                         width() / 2));
        });
}

void FleetPage::applyQuery()
{
    m_searchTimer.stop();
    if (m_model == nullptr) {
        return;
    }
    const auto filter = m_filters.value(m_ui->filterCombo->currentIndex());
    auto query = m_model->query();
    query.keyId = m_workspace->keyId();
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
    if (m_model == nullptr) {
        return;
    }
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
    } else if (m_controller->isSyncing()) {
        showEmpty(tr("Reading the fleet from Nixflex…"), tr("Numbers appear here as they come."), {}, {});
    } else if (m_syncError) {
        showEmpty(errorTitle(*m_syncError),
                  tr("The fleet could not be read, and there is no earlier record of it."), tr("Try &again"),
                  [this] { m_controller->sync(); });
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
    if (m_model == nullptr) {
        return numbers;
    }
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
    return m_model == nullptr ? 0
                              : static_cast<int>(m_ui->fleetView->selectionModel()->selectedRows().size());
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
    QStringList lines;
    const auto numbers = selectedNumbers();
    for (const auto &number : numbers) {
        lines.append(number.phoneNumber.e164());
    }
    copyToClipboard(lines.join(u'\n'));
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
    connect(dialog, &QDialog::accepted, m_controller, [this, numbers] { m_controller->remove(numbers); });
    dialog->open();
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
    menu->addActions({m_actions.sync, m_actions.import});
    menu->addSeparator();
    menu->addAction(m_actions.remove);
    menu->popup(m_ui->fleetView->viewport()->mapToGlobal(position));
}

void FleetPage::updateBusy()
{
    if (m_controller->isRemoving()) {
        if (!m_ui->busyBar->isBusy()) {
            m_ui->messageBar->clear();
            m_ui->busyBar->start(tr("Removing…"));
        }
    } else {
        m_ui->busyBar->finish();
    }
    if (m_controller->isSyncing()) {
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
    m_ui->messageBar->showError(
        tr("The fleet could not be read from Nixflex; what you see is the last record of it."), error);
    auto *retryButton = m_ui->messageBar->addButton(tr("Try &again"), u"retrySyncButton"_s);
    connect(retryButton, &QPushButton::clicked, m_controller, &FleetController::sync);
    if (isNetworkSettingsMatter(error)) {
        auto *button = m_ui->messageBar->addButton(tr("&Network settings…"), u"networkSettingsButton"_s);
        connect(button, &QPushButton::clicked, this, &FleetPage::networkSettingsRequested);
    }
    if (error.kind == Error::Kind::Unauthorized) {
        auto *button = m_ui->messageBar->addButton(tr("Replace the &key…"), u"replaceKeyButton"_s);
        connect(button, &QPushButton::clicked, this, &FleetPage::keySettingsRequested);
    }
    updateState();
}

void FleetPage::showSyncResult(const importing::SyncResult &result)
{
    loadFilters();
    if (result.isPossiblyIncomplete) {
        m_ui->messageBar->showMessage(MessageKind::Warning,
                                      tr("Nixflex returned exactly %L1 numbers, the most it lists at once. "
                                         "There may be more; none was marked "
                                         "as gone.")
                                          .arg(result.numbers));
    } else if (result.gone > 0) {
        m_ui->messageBar->showMessage(
            MessageKind::Info,
            tr("%n number(s) are no longer at Nixflex and are marked so.", nullptr, result.gone));
    } else if (m_ui->messageBar->hasMessage() && m_ui->messageBar->kind() == MessageKind::Error &&
               m_ui->messageBar->findChild<QPushButton *>(u"retrySyncButton"_s) != nullptr) {
        m_ui->messageBar->clear();
    }
    updateState();
}

void FleetPage::showRemovalReport(const FleetController::RemovalReport &report)
{
    if (report.failures.isEmpty()) {
        QStringList lines{
            report.isCancelled
                ? tr("Stopped: %1 of %2 numbers were removed.").arg(report.removed).arg(report.total)
                : tr("%n number(s) removed from Nixflex.", nullptr, report.removed)};
        for (const auto &warning : report.warnings) {
            lines.append(warning.text);
        }
        m_ui->messageBar->showMessage(report.warnings.isEmpty() ? MessageKind::Success : MessageKind::Warning,
                                      lines.join(u'\n'));
        return;
    }
    const auto &first = report.failures.front();
    const auto number = leftToRight(first.phoneNumber.international());
    QString context =
        first.isUnknown
            ? tr("It is not known whether %1 was removed; this is settled at the next start.").arg(number)
            : tr("%1 was not removed.").arg(number);
    if (report.total > 1) {
        context.prepend(tr("%1 of %2 numbers were removed.").arg(report.removed).arg(report.total) + u' ');
    }
    m_ui->messageBar->showError(context, first.error);
}

} // namespace numbers::gui

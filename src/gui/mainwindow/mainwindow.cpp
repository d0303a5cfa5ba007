#include "gui/mainwindow/mainwindow.h"

#include "gui/changeover/openchangeover.h"
#include "gui/common/icons.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/fleetpage.h"
#include "gui/fleet/healthcontroller.h"
#include "gui/fleet/rowactions.h"
#include "gui/history/historywindow.h"
#include "gui/mainwindow/keychainnotice.h"
#include "gui/mainwindow/practicebanner.h"
#include "gui/mainwindow/practicemodeswitch.h"
#include "gui/mainwindow/removalguard.h"
#include "gui/mainwindow/shortcutsdialog.h"
#include "gui/mainwindow/startupwarnings.h"
#include "gui/mainwindow/statusline.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/firstrunpage.h"
#include "gui/settings/savediagnostics.h"
#include "gui/wizard/importwizard.h"
#include "ui_mainwindow.h"
#include "workspace/workspace.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QScreen>
#include <QStandardPaths>

namespace numbers::gui {

using namespace Qt::StringLiterals;
using Key = workspace::Settings::Key;

MainWindow::MainWindow(Theme &theme, bool isPractice, const QByteArray &geometry, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_theme(theme)
    , m_isPractice(isPractice)
{
    m_ui->setupUi(this);
    setWindowIcon(applicationIcon());
    setWindowTitle(isPractice ? tr("Practice – Nixflex Numbers") : tr("Nixflex Numbers"));
    m_statusLine = new StatusLine(m_ui->statusBar);
    m_modeSwitch = new ModeSwitch(isPractice, *m_ui->noticeBar, this);
    m_startReports = new StartReports(*m_ui->noticeBar, this);
    m_changeovers = new Changeovers(*m_ui->noticeBar, this);
    m_keychainNotice = new KeychainNotice(*m_ui->keychainBar, this);
    m_diagnostics = new DiagnosticsSaver(*m_ui->noticeBar, this);
    if (isPractice) {
        auto *banner = new PracticeBanner(this);
        banner->setObjectName(u"practiceBanner"_s);
        m_ui->centreLayout->insertWidget(0, banner);
        connect(banner, &PracticeBanner::leaveRequested, m_modeSwitch, &ModeSwitch::request);
    }
    m_ui->practiceAction->setVisible(!isPractice);
    m_ui->leavePracticeAction->setVisible(isPractice);
    m_ui->noticeHolder->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_ui->noticeLayout->unsetContentsMargins();
    const auto showNotices = [this] {
        m_ui->noticeHolder->setVisible(m_ui->noticeBar->hasMessage() || m_ui->keychainBar->hasMessage());
    };
    connect(m_ui->noticeBar, &MessageBar::changed, this, showNotices);
    connect(m_ui->keychainBar, &MessageBar::changed, this, showNotices);
    showNotices();

    m_ui->importAction->setIcon(iconFor(Icon::Import));
    m_ui->syncAction->setIcon(iconFor(Icon::Sync));
    m_ui->removeAction->setIcon(iconFor(Icon::Remove));
    m_ui->undoAction->setIcon(iconFor(Icon::Back));
    m_ui->reassignAction->setIcon(iconFor(Icon::Agent));
    m_ui->copyAction->setIcon(iconFor(Icon::Copy));
    m_ui->findAction->setIcon(iconFor(Icon::Search));
    m_ui->preferencesAction->setIcon(iconFor(Icon::Preferences));
    m_ui->practiceAction->setIcon(iconFor(Icon::Practice));
    m_ui->leavePracticeAction->setIcon(iconFor(Icon::Back));
    m_ui->historyAction->setIcon(iconFor(Icon::History));
    m_ui->aboutAction->setIcon(iconFor(Icon::About));

    connectActions();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        // Wide enough for the usual columns and the details, whatever the font.
        const QSize wanted(fontMetrics().averageCharWidth() * 190, fontMetrics().lineSpacing() * 46);
        resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
    }
    showLoading(tr("Opening your records…"));
}

MainWindow::~MainWindow() = default;

void MainWindow::showLoading(const QString &text)
{
    m_ui->startPage->showLoading(text);
    m_ui->pages->setCurrentWidget(m_ui->startPage);
    updateActions();
}

void MainWindow::reportOtherWindow()
{
    m_startReports->reportOtherWindow();
}

void MainWindow::showOpenError(const Error &error)
{
    m_ui->pages->setCurrentWidget(m_ui->startPage);
    m_ui->startPage->showError(error);
    m_diagnostics->setOpenError(error);
    updateActions();
}

void MainWindow::setWorkspace(workspace::Workspace &workspace)
{
    m_workspace = &workspace;
    m_controller = new FleetController(workspace, this);
    m_removalGuard = std::make_unique<RemovalGuard>(*this, *m_controller);
    m_health = new HealthController(workspace, this);
    m_statusLine->setUp(workspace, *m_controller);
    makePages();
    restoreState(workspace.settings().value(Key::WindowState).toByteArray());

    connect(&workspace, &workspace::Workspace::keyChanged, this, &MainWindow::keyChanged);
    connect(m_controller, &FleetController::busyChanged, this, &MainWindow::updateActions);
    connect(m_health, &HealthController::busyChanged, this, &MainWindow::updateActions);
    m_modeSwitch->setWorkspace(workspace, *m_controller);
    m_keychainNotice->setStore(workspace.secretStore());
    m_startReports->setWorkspace(workspace, *m_controller);
    m_changeovers->setWorkspace(workspace);

    auto network = workspace.applyNetworkSettings();
    QCoro::connect(std::move(network), this, [this](const Result<void> &result) {
        if (!result) {
            m_startReports->reportNetworkSettings(result.error());
        }
        loadKey();
    });
}

void MainWindow::loadKey()
{
    if (m_workspace->hasKey()) {
        // Practice mode, or a key from elsewhere.
        keyChanged();
        m_keychainNotice->probe();
        return;
    }
    showLoading(tr("Reading the key from the keychain…"));
    auto task = m_workspace->loadKey();
    QCoro::connect(std::move(task), this, [this](const Result<bool> &result) {
        if (!result) {
            m_keychainNotice->showReadError(result.error());
        }
        if (!m_workspace->hasKey()) {
            showFirstRun();
        } else if (m_ui->pages->currentWidget() != m_fleetPage) {
            keyChanged();
        }
        m_keychainNotice->probe();
    });
}

void MainWindow::keyChanged()
{
    if (m_workspace->hasKey()) {
        showFleet();
        m_controller->start();
    } else {
        showFirstRun();
    }
}

void MainWindow::showFleet()
{
    m_fleetPage->reload();
    m_ui->pages->setCurrentWidget(m_fleetPage);
    m_fleetPage->setFocus(Qt::OtherFocusReason); // its table; not the button that leaves practice mode
    updateActions();
}

void MainWindow::showFirstRun()
{
    m_ui->pages->setCurrentWidget(m_firstRunPage);
    m_firstRunPage->activate();
    updateActions();
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

/// Not before there is something to show on them, so that the window is painted sooner.
void MainWindow::makePages()
{
    m_firstRunPage = new FirstRunPage(*m_workspace, this);
    m_firstRunPage->setObjectName(u"firstRunPage"_s);
    m_ui->pages->addWidget(m_firstRunPage);
    const FleetPage::Actions actions{m_ui->importAction,  m_ui->syncAction,       m_ui->removeAction,
                                     m_ui->undoAction,    m_ui->reassignAction,   m_ui->copyAction,
                                     m_ui->copyCsvAction, m_ui->copyNumberAction, m_ui->checkAction};
    m_fleetPage = new FleetPage(actions, *m_workspace, *m_controller, *m_health, this);
    m_fleetPage->setObjectName(u"fleetPage"_s);
    m_ui->pages->addWidget(m_fleetPage);
    m_ui->viewMenu->addMenu(m_fleetPage->columnsMenu());
    connectPages();
    connectFleetActions();
}

void MainWindow::connectFleetActions()
{
    auto *page = m_fleetPage;
    connect(m_ui->syncAction, &QAction::triggered, m_controller, &FleetController::sync);
    auto *rows = &page->rowActions();
    connect(m_ui->undoAction, &QAction::triggered, this, [this, rows] {
        rows->withNumber([this](const store::NumberRecord &number) { m_changeovers->undo(number); });
    });
    connect(m_ui->reassignAction, &QAction::triggered, this, [this, rows] {
        rows->withNumber([this](const store::NumberRecord &number) { m_changeovers->reassign(number, {}); });
    });
    connect(m_ui->checkAction, &QAction::triggered, this,
            [this, page] { m_health->check(page->selectedIds()); });
    connect(m_ui->checkAllAction, &QAction::triggered, this, [this] { m_health->checkAll(); });
    connect(m_ui->removeAction, &QAction::triggered, rows, &RowActions::remove);
    connect(m_ui->copyAction, &QAction::triggered, rows, [rows] { rows->copy(CopyFormat::Text); });
    connect(m_ui->copyCsvAction, &QAction::triggered, rows, [rows] { rows->copy(CopyFormat::Csv); });
    connect(m_ui->copyNumberAction, &QAction::triggered, rows, [rows] { rows->copy(CopyFormat::Numbers); });
    connect(m_ui->selectAllAction, &QAction::triggered, page, &FleetPage::selectAll);
    connect(m_ui->findAction, &QAction::triggered, page, &FleetPage::focusSearch);
    connect(m_ui->detailsAction, &QAction::toggled, page, &FleetPage::setDetailsVisible);
    m_modeSwitch->setGuard([page](const auto &leave) { return page->askBeforeLeaving(leave); });
}

void MainWindow::connectActions()
{
    connect(m_ui->startPage, &StartPage::retryRequested, this, &MainWindow::retryOpenRequested);
    connect(m_ui->importAction, &QAction::triggered, this, &MainWindow::openImportWizard);
    connect(m_ui->historyAction, &QAction::triggered, this, &MainWindow::showHistory);
    connect(m_ui->preferencesAction, &QAction::triggered, this,
            [this] { showPreferences(PreferencesDialog::Page::General); });
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, &MainWindow::chooseDiagnosticsFile);
    connect(m_ui->practiceAction, &QAction::triggered, m_modeSwitch, &ModeSwitch::request);
    connect(m_ui->leavePracticeAction, &QAction::triggered, m_modeSwitch, &ModeSwitch::request);
    connect(m_modeSwitch, &ModeSwitch::granted, this, [this] {
        saveWindow(); // This window is not closed, but replaced by another one.
        m_isPractice ? Q_EMIT leavePracticeRequested() : Q_EMIT practiceRequested();
    });
    connect(m_startReports, &StartReports::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(m_keychainNotice, &KeychainNotice::unlocked, this, [this] {
        if (!m_workspace->hasKey()) {
            loadKey();
        }
    });
    connect(m_diagnostics, &DiagnosticsSaver::busyChanged, m_ui->diagnosticsAction, &QAction::setDisabled);
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->guideAction, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_ui->aboutAction, &QAction::triggered, this, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::connectPages()
{
    connect(m_firstRunPage, &FirstRunPage::practiceRequested, m_modeSwitch, &ModeSwitch::request);
    connect(m_firstRunPage, &FirstRunPage::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(m_firstRunPage, &FirstRunPage::notRemembered, this, [this](const Error &error) {
        m_ui->noticeBar->showError(tr("The key is in use, but will be asked for again after a restart."),
                                   error);
    });
    connect(m_fleetPage, &FleetPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_fleetPage, &FleetPage::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(m_fleetPage, &FleetPage::keySettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Key); });
    connect(m_fleetPage, &FleetPage::accountSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Accounts); });
    connect(m_fleetPage, &FleetPage::importAgainRequested, this, [this](const store::NumberRecord &number) {
        openImportWizardWith({number.accountSid, number.phoneNumber, number.agentId, number.customPrompt});
    });
    connect(m_fleetPage, &FleetPage::restoreFormerRequested, m_changeovers, &Changeovers::restoreFormer);
    connect(m_changeovers, &Changeovers::importRequested, this, &MainWindow::openImportWizardWith);
}

void MainWindow::updateActions()
{
    const auto isFleet = m_fleetPage != nullptr && m_ui->pages->currentWidget() == m_fleetPage;
    const auto hasSelection = isFleet && m_fleetPage->selectedCount() > 0;
    const auto isRemoving = m_controller != nullptr && m_controller->isRemoving();
    m_ui->importAction->setEnabled(isFleet);
    m_ui->syncAction->setEnabled(isFleet && !m_controller->isSyncing());
    const auto isChecking = m_health != nullptr && m_health->isChecking();
    m_ui->removeAction->setEnabled(hasSelection && !isRemoving && !isChecking);
    m_ui->checkAction->setEnabled(hasSelection && !isRemoving && !isChecking);
    m_ui->checkAllAction->setEnabled(isFleet && !isRemoving && !isChecking);
    const auto isOne = isFleet && m_fleetPage->selectedCount() == 1;
    m_ui->undoAction->setEnabled(isOne && !isRemoving && !isChecking);
    m_ui->reassignAction->setEnabled(isOne && !isRemoving && !isChecking);
    for (auto *action : {m_ui->copyAction, m_ui->copyCsvAction, m_ui->copyNumberAction}) {
        action->setEnabled(hasSelection);
    }
    for (auto *action : {m_ui->selectAllAction, m_ui->findAction, m_ui->detailsAction}) {
        action->setEnabled(isFleet);
    }
    if (m_fleetPage != nullptr) {
        m_fleetPage->columnsMenu()->setEnabled(isFleet);
    }
    m_ui->preferencesAction->setEnabled(m_workspace != nullptr);
    m_ui->historyAction->setEnabled(m_workspace != nullptr);
}

void MainWindow::showPreferences(PreferencesDialog::Page page)
{
    if (m_workspace == nullptr) {
        return;
    }
    if (m_preferences == nullptr) {
        // Above the wizard when that is open: it blocks what is below it.
        QWidget *parent = m_wizard != nullptr ? m_wizard.data() : this;
        m_preferences = new PreferencesDialog(*m_workspace, m_theme, parent);
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_preferences->showPage(page);
    m_preferences->open();
}

void MainWindow::openImportWizard()
{
    openImportWizardWith({});
}

void MainWindow::openImportWizardWith(const WizardStart &start)
{
    if (m_wizard != nullptr) {
        m_wizard->raise();
        m_wizard->activateWindow();
        return;
    }
    auto *wizard = new ImportWizard(*m_workspace, start, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::openInFleetRequested, this, &MainWindow::revealInFleet);
    connect(wizard, &ImportWizard::imported, m_changeovers, &Changeovers::offerUndo);
    connect(wizard, &ImportWizard::undoRequested, m_changeovers, &Changeovers::undo);
    connect(wizard, &ImportWizard::moveRequested, m_changeovers, &Changeovers::reassign);
    connect(wizard, &ImportWizard::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(wizard, &ImportWizard::keySettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Key); });
    if (m_history != nullptr && m_history->isActiveWindow()) {
        connect(wizard, &QDialog::finished, m_history, &QWidget::activateWindow);
    }
    m_wizard = wizard;
    m_modeSwitch->setWizard(wizard);
    wizard->open();
}

void MainWindow::revealInFleet(const PhoneNumber &number)
{
    m_fleetPage->reveal(number);
    raiseToFront();
}

void MainWindow::chooseDiagnosticsFile()
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Save diagnostics"), folder, tr("Text files (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"nixflex-numbers-diagnostics.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveDiagnostics);
    dialog->open();
}

void MainWindow::saveDiagnostics(const QString &filePath)
{
    m_diagnostics->save(filePath, m_workspace, m_logSource ? m_logSource() : QStringList());
}

void MainWindow::showShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_ui->menuBar, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showHistory()
{
    if (m_history == nullptr) {
        m_history = new HistoryWindow(m_workspace->ledger(), this);
        m_history->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_history, &HistoryWindow::undoRequested, m_changeovers,
                [this](const store::OperationRecord &operation) {
                    m_changeovers->undoOperation(operation, m_history);
                });
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

void MainWindow::saveWindow()
{
    if (m_workspace == nullptr) {
        return;
    }
    auto &settings = m_workspace->settings();
    settings.setValue(Key::WindowGeometry, saveGeometry());
    settings.setValue(Key::WindowState, saveState());
}

void MainWindow::prepareToLeave()
{
    if (m_controller != nullptr) {
        m_controller->cancelRemoval();
    }
    saveWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_wizard != nullptr && !m_wizard->close()) {
        event->ignore();
        return;
    }
    if (m_removalGuard && !m_removalGuard->mayClose()) {
        event->ignore();
        return;
    }
    if (m_fleetPage != nullptr && !m_fleetPage->askBeforeLeaving([this] { close(); })) {
        event->ignore();
        return;
    }
    if (m_history != nullptr) {
        m_history->close();
    }
    saveWindow();
    QMainWindow::closeEvent(event);
}

} // namespace numbers::gui

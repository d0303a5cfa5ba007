#include "gui/mainwindow/mainwindow.h"

#include "gui/common/direction.h"
#include "gui/common/icons.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/fleet/operationtext.h"
#include "gui/mainwindow/shortcutsdialog.h"
#include "gui/mainwindow/statusline.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/diagnostics.h"
#include "gui/settings/keychaintext.h"
#include "gui/wizard/importwizard.h"
#include "ui_mainwindow.h"
#include "workspace/workspace.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
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
    m_diagnostics = new DiagnosticsSaver(*m_ui->noticeBar, this);
    m_ui->practiceBanner->setVisible(isPractice);
    m_ui->practiceAction->setVisible(!isPractice);
    m_ui->leavePracticeAction->setVisible(isPractice);
    m_ui->viewMenu->addMenu(m_ui->fleetPage->columnsMenu());
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
    m_ui->copyAction->setIcon(iconFor(Icon::Copy));
    m_ui->findAction->setIcon(iconFor(Icon::Search));
    m_ui->preferencesAction->setIcon(iconFor(Icon::Preferences));
    m_ui->practiceAction->setIcon(iconFor(Icon::Practice));
    m_ui->leavePracticeAction->setIcon(iconFor(Icon::Back));
    m_ui->aboutAction->setIcon(iconFor(Icon::About));

    connectActions();
    connectPages();
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
    m_statusLine->setUp(workspace, *m_controller);
    m_ui->firstRunPage->setWorkspace(&workspace);
    m_ui->fleetPage->setUp(workspace, *m_controller);
    restoreState(workspace.settings().value(Key::WindowState).toByteArray());

    connect(&workspace, &workspace::Workspace::keyChanged, this, &MainWindow::keyChanged);
    connect(&workspace.secretStore(), &secrets::SecretStore::stateChanged, this, &MainWindow::showKeychain);
    connect(&workspace.settings(), &workspace::Settings::saveFailed, this, [this](const Error &error) {
        m_ui->noticeBar->showError(tr("Preferences could not be saved."), error);
    });
    connect(m_controller, &FleetController::settled, this, &MainWindow::reportSettled);
    connect(m_controller, &FleetController::settlingFailed, this, [this](const Error &error) {
        m_ui->noticeBar->showError(tr("What an earlier run left open could not be settled yet."), error);
        offerToSettle();
    });
    connect(m_controller, &FleetController::busyChanged, this, &MainWindow::updateActions);

    reportSettingsFile();
    auto network = workspace.applyNetworkSettings();
    QCoro::connect(std::move(network), this, [this](const Result<void> &result) {
        if (!result) {
            m_ui->noticeBar->showError(tr("The network settings could not be used as they are."),
                                       result.error());
            auto *button = m_ui->noticeBar->addButton(tr("&Network settings…"), u"noticeNetworkButton"_s);
            connect(button, &QPushButton::clicked, this,
                    [this] { showPreferences(PreferencesDialog::Page::Network); });
        }
        loadKey();
    });
}

void MainWindow::loadKey()
{
    if (m_workspace->hasKey()) {
        // Practice mode, or a key from elsewhere.
        keyChanged();
        probeKeychain();
        return;
    }
    showLoading(tr("Reading the key from the keychain…"));
    auto task = m_workspace->loadKey();
    QCoro::connect(std::move(task), this, [this](const Result<bool> &result) {
        if (!result) {
            m_ui->keychainBar->showError(tr("The remembered key could not be read."), result.error());
        }
        if (!m_workspace->hasKey()) {
            showFirstRun();
        } else if (m_ui->pages->currentWidget() != m_ui->fleetPage) {
            keyChanged();
        }
        probeKeychain();
    });
}

void MainWindow::probeKeychain()
{
    if (m_workspace->secretStore().isSessionOnly()) {
        return;
    }
    auto task = m_workspace->secretStore().probe();
    QCoro::connect(std::move(task), this, [this](secrets::SecretStore::State) { showKeychain(); });
}

void MainWindow::showKeychain()
{
    using State = secrets::SecretStore::State;
    const auto &store = m_workspace->secretStore();
    const auto text = describeKeychain(store);
    if (text.kind != MessageKind::Warning) {
        m_ui->keychainBar->clear();
        return;
    }
    m_ui->keychainBar->showMessage(MessageKind::Warning, text.text);
    if (store.state() == State::WaitingForUnlock) {
        auto *unlockButton = m_ui->keychainBar->addButton(tr("&Unlock…"), u"unlockKeychainButton"_s);
        connect(unlockButton, &QPushButton::clicked, this, &MainWindow::unlockKeychain);
    } else {
        auto *probeButton = m_ui->keychainBar->addButton(tr("Check &again"), u"probeKeychainButton"_s);
        connect(probeButton, &QPushButton::clicked, this, &MainWindow::probeKeychain);
    }
}

void MainWindow::unlockKeychain()
{
    auto task = m_workspace->secretStore().unlock();
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (!result) {
            m_ui->keychainBar->showError(result.error());
            return;
        }
        m_ui->keychainBar->clear();
        if (!m_workspace->hasKey()) {
            loadKey();
        }
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
    m_ui->fleetPage->reload();
    m_ui->pages->setCurrentWidget(m_ui->fleetPage);
    updateActions();
}

void MainWindow::showFirstRun()
{
    m_ui->pages->setCurrentWidget(m_ui->firstRunPage);
    m_ui->firstRunPage->activate();
    updateActions();
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::connectActions()
{
    auto *page = m_ui->fleetPage;
    page->setActions({m_ui->importAction, m_ui->syncAction, m_ui->removeAction, m_ui->copyAction,
                      m_ui->copyCsvAction, m_ui->copyNumberAction});
    connect(m_ui->importAction, &QAction::triggered, this, &MainWindow::openImportWizard);
    connect(m_ui->syncAction, &QAction::triggered, this, [this] { m_controller->sync(); });
    connect(m_ui->removeAction, &QAction::triggered, page, &FleetPage::removeSelected);
    connect(m_ui->copyAction, &QAction::triggered, page, &FleetPage::copyAsText);
    connect(m_ui->copyCsvAction, &QAction::triggered, page, &FleetPage::copyAsCsv);
    connect(m_ui->copyNumberAction, &QAction::triggered, page, &FleetPage::copyNumbers);
    connect(m_ui->selectAllAction, &QAction::triggered, page, &FleetPage::selectAll);
    connect(m_ui->findAction, &QAction::triggered, page, &FleetPage::focusSearch);
    connect(m_ui->detailsAction, &QAction::toggled, page, &FleetPage::setDetailsVisible);
    connect(m_ui->preferencesAction, &QAction::triggered, this,
            [this] { showPreferences(PreferencesDialog::Page::General); });
    connect(m_ui->diagnosticsAction, &QAction::triggered, this, &MainWindow::chooseDiagnosticsFile);
    connect(m_diagnostics, &DiagnosticsSaver::busyChanged, m_ui->diagnosticsAction, &QAction::setDisabled);
    connect(m_ui->practiceAction, &QAction::triggered, this, &MainWindow::switchMode);
    connect(m_ui->leavePracticeAction, &QAction::triggered, this, &MainWindow::switchMode);
    connect(m_ui->practiceBanner, &PracticeBanner::leaveRequested, this, &MainWindow::switchMode);
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
    connect(m_ui->startPage, &StartPage::retryRequested, this, &MainWindow::retryOpenRequested);
    connect(m_ui->firstRunPage, &FirstRunPage::practiceRequested, this, &MainWindow::switchMode);
    connect(m_ui->firstRunPage, &FirstRunPage::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(m_ui->firstRunPage, &FirstRunPage::notRemembered, this, [this](const Error &error) {
        m_ui->noticeBar->showError(tr("The key is in use, but will be asked for again after a restart."),
                                   error);
    });
    connect(m_ui->fleetPage, &FleetPage::selectionChanged, this, &MainWindow::updateActions);
    connect(m_ui->fleetPage, &FleetPage::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(m_ui->fleetPage, &FleetPage::keySettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Key); });
}

void MainWindow::updateActions()
{
    const auto isFleet = m_ui->pages->currentWidget() == m_ui->fleetPage;
    const auto hasSelection = isFleet && m_ui->fleetPage->selectedCount() > 0;
    const auto isRemoving = m_controller != nullptr && m_controller->isRemoving();
    m_ui->importAction->setEnabled(isFleet);
    m_ui->syncAction->setEnabled(isFleet && !m_controller->isSyncing());
    m_ui->removeAction->setEnabled(hasSelection && !isRemoving);
    for (auto *action : {m_ui->copyAction, m_ui->copyCsvAction, m_ui->copyNumberAction}) {
        action->setEnabled(hasSelection);
    }
    for (auto *action : {m_ui->selectAllAction, m_ui->findAction, m_ui->detailsAction}) {
        action->setEnabled(isFleet);
    }
    m_ui->fleetPage->columnsMenu()->setEnabled(isFleet);
    m_ui->preferencesAction->setEnabled(m_workspace != nullptr);
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
    if (m_wizard != nullptr) {
        m_wizard->raise();
        m_wizard->activateWindow();
        return;
    }
    auto *wizard = new ImportWizard(*m_workspace, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::openInFleetRequested, this, &MainWindow::revealInFleet);
    connect(wizard, &ImportWizard::networkSettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Network); });
    connect(wizard, &ImportWizard::keySettingsRequested, this,
            [this] { showPreferences(PreferencesDialog::Page::Key); });
    m_wizard = wizard;
    wizard->open();
}

void MainWindow::revealInFleet(const PhoneNumber &number)
{
    m_ui->fleetPage->reveal(number);
    raiseToFront();
}

void MainWindow::reportSettled(const QList<store::OperationRecord> &operations)
{
    QStringList lines;
    auto isEverythingKnown = true;
    for (const auto &operation : operations) {
        isEverythingKnown =
            isEverythingKnown && operation.outcome != store::OperationRecord::Outcome::Unknown;
        lines.append(tr("%1 of %2: %3")
                         .arg(operationTitle(operation), leftToRight(operation.phoneNumber.international()),
                              outcomeText(operation)));
    }
    lines.prepend(isEverythingKnown ? tr("An earlier run was interrupted. What became of it is now known:")
                                    : tr("An earlier run was interrupted. What became of it:"));
    m_ui->noticeBar->showMessage(isEverythingKnown ? MessageKind::Info : MessageKind::Warning,
                                 lines.join(u'\n'));
    if (!isEverythingKnown) {
        offerToSettle();
    }
}

void MainWindow::offerToSettle()
{
    auto *button = m_ui->noticeBar->addButton(tr("Try &again"), u"settleAgainButton"_s);
    connect(button, &QPushButton::clicked, this, [this] {
        m_ui->noticeBar->showMessage(MessageKind::Info, tr("Asking Nixflex what became of it…"));
        m_controller->settle();
    });
}

/// Another session ends what this one is doing, and a lost answer costs more than waiting for it.
void MainWindow::switchMode()
{
    if (m_workspace == nullptr) {
        leaveForOtherMode();
        return;
    }
    auto task = m_workspace->ledger().unfinishedOperations(true);
    QCoro::connect(std::move(task), this, [this](const Result<QList<store::OperationRecord>> &result) {
        auto isBusy = m_controller->isRemoving();
        for (const auto &operation : result.value_or(QList<store::OperationRecord>())) {
            isBusy = isBusy || (operation.instanceId == m_workspace->ledger().instanceId() &&
                                operation.outcome != store::OperationRecord::Outcome::Unknown);
        }
        if (!isBusy) {
            leaveForOtherMode();
            return;
        }
        m_ui->noticeBar->showMessage(MessageKind::Warning,
                                     m_isPractice
                                         ? tr("An import or a removal is still under way. Leave practice "
                                              "mode when it has ended.")
                                         : tr("An import or a removal is still under way. Start practice "
                                              "mode when it has ended."));
    });
}

void MainWindow::leaveForOtherMode()
{
    if (m_wizard != nullptr && !m_wizard->close()) {
        return;
    }
    if (m_isPractice) {
        Q_EMIT leavePracticeRequested();
    } else {
        Q_EMIT practiceRequested();
    }
}

void MainWindow::reportSettingsFile()
{
    const auto &settings = m_workspace->settings();
    if (const auto error = settings.loadError()) {
        m_ui->noticeBar->showError(*error);
    } else if (const auto copy = settings.brokenCopy(); !copy.isEmpty()) {
        m_ui->noticeBar->showMessage(
            MessageKind::Warning,
            tr("The settings could not be understood, so this starts with the usual ones. What was there is "
               "kept in %1. Your numbers and their history are not affected. Enter the Nixflex key again if "
               "you are asked for it, and look through the preferences.")
                .arg(leftToRight(QDir::toNativeSeparators(copy))));
    }
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

void MainWindow::saveWindow()
{
    if (m_workspace == nullptr) {
        return;
    }
    auto &settings = m_workspace->settings();
    settings.setValue(Key::WindowGeometry, saveGeometry());
    settings.setValue(Key::WindowState, saveState());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_wizard != nullptr && !m_wizard->close()) {
        event->ignore();
        return;
    }
    saveWindow();
    QMainWindow::closeEvent(event);
}

} // namespace numbers::gui

#pragma once

#include "base/error.h"
#include "base/phonenumber.h"
#include "gui/settings/preferencesdialog.h"
#include "gui/wizard/wizardstate.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class DiagnosticsSaver;
class FleetController;
class Changeovers;
class FirstRunPage;
class FleetPage;
class HealthController;
class HistoryWindow;
class KeychainNotice;
class ModeSwitch;
class RemovalGuard;
class StartReports;
class StatusLine;
class Theme;

namespace Ui {
class MainWindow;
}

/// The program's window: actions and pages. It is shown at once and given its workspace when that is open.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `geometry`: as saved by an earlier window, may be empty.
    MainWindow(Theme &theme, bool isPractice, const QByteArray &geometry = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showLoading(const QString &text);
    void showOpenError(const Error &error);
    /// Says that this is a second window of its profile, since the first one does not answer.
    void reportOtherWindow();
    /// Borrowed: has to outlive the window. Loads the remembered key, then shows the fleet or the first-run
    /// page.
    void setWorkspace(workspace::Workspace &workspace);
    /// To the front, also out of the task bar.
    void raiseToFront();
    /// Before an end that nobody can be asked about: what has not been sent is given up, and where the window
    /// is, is saved.
    void prepareToLeave();

    /// The newest lines of the log, for "Save diagnostics".
    void setLogSource(std::function<QStringList()> logSource) { m_logSource = std::move(logSource); }

    void showPreferences(PreferencesDialog::Page page);
    void openImportWizard();
    /// The same, beginning with what is known of a number; the user goes through all pages.
    void openImportWizardWith(const WizardStart &start);

Q_SIGNALS:
    void retryOpenRequested();
    /// Another window, in practice mode.
    void practiceRequested();
    void leavePracticeRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void connectActions();
    void makePages();
    void connectPages();
    void connectFleetActions();
    void loadKey();
    void keyChanged();
    void showFleet();
    void showFirstRun();
    void updateActions();
    void chooseDiagnosticsFile();
    void saveDiagnostics(const QString &filePath);
    void showShortcuts();
    void showHistory();
    void saveWindow();
    void revealInFleet(const PhoneNumber &number);

    std::unique_ptr<Ui::MainWindow> m_ui;
    Theme &m_theme;
    bool m_isPractice;
    workspace::Workspace *m_workspace = nullptr;
    FleetController *m_controller = nullptr;
    std::unique_ptr<RemovalGuard> m_removalGuard; ///< with the workspace
    HealthController *m_health = nullptr;
    FirstRunPage *m_firstRunPage = nullptr; ///< with the workspace
    FleetPage *m_fleetPage = nullptr;       ///< with the workspace
    StatusLine *m_statusLine;
    ModeSwitch *m_modeSwitch;
    StartReports *m_startReports;
    Changeovers *m_changeovers = nullptr;
    KeychainNotice *m_keychainNotice;
    DiagnosticsSaver *m_diagnostics;
    QPointer<PreferencesDialog> m_preferences;
    QPointer<QWidget> m_wizard;
    QPointer<HistoryWindow> m_history;
    std::function<QStringList()> m_logSource;
};

} // namespace numbers::gui

#pragma once

#include "gui/common/theme.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/screenshots/pictureclock.h"
#include "gui/wizardfixture.h"
#include "workspace/practice.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace numbers::test {

/// What a scene is played on: the main window in practice mode or the wizard, with a world that is the same
/// in every run. A new one for each scene, so that their order does not matter.
class Stage
{
public:
    explicit Stage(gui::Theme &theme);
    ~Stage();

    /// Practice mode with its key in use and the fleet read; null when it does not come up.
    gui::MainWindow *openPractice(int fleet = 40);
    /// As on a stranger's first start: no key, no numbers. The workspace is connected to nothing.
    gui::MainWindow *openFirstRun(secrets::SecretStore::State keychain = secrets::SecretStore::State::Ready);
    /// The wizard alone, on simulated providers.
    WizardFixture *openWizard(const WizardFixture::Options &options = WizardFixture::Options());

    /// By the wall clock.
    void letTimePass(std::chrono::milliseconds time) { m_clock.advance(time); }

    [[nodiscard]] gui::MainWindow *window() { return m_window.get(); }
    [[nodiscard]] workspace::Workspace *workspace() { return m_workspace.get(); }
    [[nodiscard]] workspace::Practice *practice() { return m_practice.get(); }
    [[nodiscard]] gui::Theme &theme() { return m_theme; }

    /// Turns the event loop until `condition`; false after ten seconds.
    static bool waitFor(const std::function<bool()> &condition);
    /// Nothing in it fades in or out.
    static bool isStill(const QWidget &widget);

private:
    gui::MainWindow *show(bool isPractice);

    QTemporaryDir m_folder;
    gui::Theme &m_theme;
    PictureClock m_clock;
    std::unique_ptr<workspace::Practice> m_practice;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<gui::MainWindow> m_window;
    std::unique_ptr<WizardFixture> m_wizard;
};

} // namespace numbers::test

#include "gui/screenshots/stage.h"

#include "gui/memorystore.h"
#include "simulator/simulator.h"
#include "simulator/world/sharedworld.h"
#include "support/runtask.h"

#include <QAbstractAnimation>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdio>

namespace numbers::test {

namespace {

template <typename T>
bool report(const Result<T> &result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().report()));
    }
    return result.has_value();
}

} // namespace

Stage::Stage(gui::Theme &theme)
    : m_theme(theme)
{
}

Stage::~Stage() = default;

gui::MainWindow *Stage::openPractice(int fleet)
{
    const auto profile = workspace::Profile::open(m_folder.path(), true);
    if (!report(profile)) {
        return nullptr;
    }
    auto practice = workspace::Practice::start(*profile, fleet);
    if (!report(practice)) {
        return nullptr;
    }
    m_practice = std::move(*practice);
    m_practice->simulator()->world().setClock([this] { return m_clock.utcNow().toMSecsSinceEpoch(); });
    auto options = m_practice->workspaceOptions();
    options.profileDirectory = m_folder.path();
    auto opened = runTask(workspace::Workspace::open(options, m_practice->makeSecretStore(), &m_clock));
    if (!report(opened)) {
        return nullptr;
    }
    m_workspace = std::move(*opened);
    if (!report(runTask(m_practice->prepare(m_workspace.get())))) {
        return nullptr;
    }
    return show(true);
}

gui::MainWindow *Stage::openFirstRun(secrets::SecretStore::State keychainState)
{
    workspace::WorkspaceOptions options;
    options.profileDirectory = m_folder.path();
    options.nixflexUrl = QUrl(QStringLiteral("http://127.0.0.1:9"));
    options.twilioUrl = options.nixflexUrl;
    auto keychain = std::make_unique<MemoryStore>(std::make_shared<MemoryStore::Content>(), keychainState);
    auto opened = runTask(workspace::Workspace::open(options, std::move(keychain), &m_clock));
    if (!report(opened)) {
        return nullptr;
    }
    m_workspace = std::move(*opened);
    return show(false);
}

WizardFixture *Stage::openWizard(const WizardFixture::Options &options)
{
    auto withClock = options;
    withClock.clock = &m_clock;
    m_wizard = std::make_unique<WizardFixture>(withClock);
    return m_wizard.get();
}

gui::MainWindow *Stage::show(bool isPractice)
{
    m_window = std::make_unique<gui::MainWindow>(m_theme, isPractice);
    m_window->show();
    m_window->setWorkspace(*m_workspace);
    return m_window.get();
}

bool Stage::isStill(const QWidget &widget)
{
    // Buttons in line edits fade in by a property of theirs.
    const auto buttons = widget.findChildren<QToolButton *>();
    const auto isFading = [](const QToolButton *button) {
        const auto opacity = button->property("opacity").toReal();
        return opacity > 0 && opacity < 1;
    };
    if (std::any_of(buttons.cbegin(), buttons.cend(), isFading)) {
        return false;
    }
    const auto animations = widget.findChildren<QAbstractAnimation *>();
    return std::all_of(animations.cbegin(), animations.cend(), [](const auto *animation) {
        return animation->state() != QAbstractAnimation::Running;
    });
}

bool Stage::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

} // namespace numbers::test

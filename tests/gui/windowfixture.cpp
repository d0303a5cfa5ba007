#include "gui/windowfixture.h"

#include "support/runtask.h"

#include <QTest>

namespace numbers::test {

WindowFixture::WindowFixture()
    : WindowFixture(Options())
{
}

WindowFixture::WindowFixture(const Options &options)
    : m_options(options)
{
    m_theme.apply(gui::Theme::Choice::Light);
    simulator::SimulatorOptions simulated;
    simulated.fleet = options.fleet;
    QString problem;
    m_simulator = simulator::Simulator::start(simulated, &problem);
    if (!m_simulator) {
        qFatal("simulator: %s", qPrintable(problem));
    }
}

WindowFixture::~WindowFixture()
{
    close();
}

gui::MainWindow &WindowFixture::open()
{
    m_window = std::make_unique<gui::MainWindow>(m_theme, false);
    m_window->show();
    workspace::WorkspaceOptions options;
    options.profileDirectory = m_folder.path();
    options.nixflexUrl = m_simulator->nixflexUrl();
    options.twilioUrl = m_simulator->twilioUrl();
    options.settle = m_options.settle;
    auto keychain = std::make_unique<MemoryStore>(m_secrets, m_options.keychain);
    m_keychain = keychain.get();
    auto opened = runTask(workspace::Workspace::open(options, std::move(keychain), &m_clock));
    if (!opened) {
        qFatal("workspace: %s", qPrintable(opened.error().report()));
    }
    m_workspace = std::move(*opened);
    if (m_options.hasKey && m_isFirst) {
        auto key = NixflexKey::parse(m_simulator->nixflexKey());
        const auto used = runTask(m_workspace->useKey(std::move(*key), true, {}));
        if (!used) {
            qFatal("key: %s", qPrintable(used.error().report()));
        }
    }
    m_isFirst = false;
    m_window->setWorkspace(*m_workspace);
    if (!QTest::qWaitForWindowExposed(m_window.get())) {
        qFatal("the window does not come up");
    }
    return *m_window;
}

void WindowFixture::close()
{
    if (m_window) {
        m_window->close();
    }
    m_window.reset();
    m_workspace.reset();
    letTasksEnd();
}

void WindowFixture::goOffline()
{
    m_simulator->stop();
    // Another test, which runs beside this one, may be given the port and answer there.
    m_reserved.bind(QHostAddress::LocalHost, m_simulator->port());
}

} // namespace numbers::test

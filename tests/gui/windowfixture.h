#pragma once

#include "base/clock.h"
#include "gui/common/theme.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/memorystore.h"
#include "simulator/simulator.h"
#include "support/visiblewidget.h"
#include "workspace/workspace.h"

#include <QTcpSocket>
#include <QTemporaryDir>

#include <memory>

namespace numbers::test {

/// The real main window on a profile in a temporary folder, with both providers simulated on loopback.
/// Closing and opening again is a restart: profile, keychain and providers stay.
class WindowFixture
{
public:
    struct Options
    {
        int fleet = 12;
        bool hasKey = true; ///< as if it had been remembered earlier
        secrets::SecretStore::State keychain = secrets::SecretStore::State::Ready;
        operations::SettlePolicy settle;
    };

    explicit WindowFixture(const Options &options);
    WindowFixture();
    ~WindowFixture();

    /// A new window with its workspace; the caller waits for what it wants to see.
    gui::MainWindow &open();
    void close();

    [[nodiscard]] QString profileDirectory() const { return m_folder.path(); }
    [[nodiscard]] gui::MainWindow &window() { return *m_window; }
    [[nodiscard]] workspace::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] simulator::Simulator &simulator() { return *m_simulator; }
    [[nodiscard]] gui::Theme &theme() { return m_theme; }
    [[nodiscard]] const MemoryStore::Content &keychainContent() const { return *m_secrets; }
    [[nodiscard]] MemoryStore &keychain() { return *m_keychain; }
    /// Takes the providers off the net; the simulated world is lost.
    void goOffline();

    /// The visible widget of that name; fails the test when there is none.
    template <typename Widget>
    [[nodiscard]] Widget *find(const char *objectName) const
    {
        const auto name = QString::fromLatin1(objectName);
        auto *visible = findVisible<Widget>(m_window.get(), name);
        return visible != nullptr ? visible : m_window->findChildren<Widget *>(name).value(0);
    }
    /// The open dialog of that class, wherever it is in the tree.
    template <typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return findVisible<Dialog>(m_window.get());
    }

private:
    QTemporaryDir m_folder;
    gui::Theme m_theme;
    SystemClock m_clock;
    Options m_options;
    std::shared_ptr<MemoryStore::Content> m_secrets = std::make_shared<MemoryStore::Content>();
    std::unique_ptr<simulator::Simulator> m_simulator;
    QTcpSocket m_reserved; ///< its port, once it has stopped
    MemoryStore *m_keychain = nullptr;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<gui::MainWindow> m_window;
    bool m_isFirst = true;
};

} // namespace numbers::test

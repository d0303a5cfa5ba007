#pragma once

#include "base/clock.h"
#include "gui/common/messagebar.h"
#include "gui/memorystore.h"
#include "gui/wizard/importwizard.h"
#include "simulator/simulator.h"
#include "workspace/workspace.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace numbers::test {

/// The real wizard on a profile in a temporary folder, with both providers simulated on loopback. Waiting is
/// bounded by ten seconds; functions that wait tell whether it came to pass.
class WizardFixture
{
public:
    struct Options
    {
        simulator::SimulatorOptions simulator;
        secrets::SecretStore::State keychain = secrets::SecretStore::State::Ready;
        bool hasKey = true;
        bool hasSavedAccount = false; ///< the simulator's main account, remembered
        std::chrono::milliseconds settlePatience{1'500};
        Clock *clock = nullptr; ///< outlives the fixture; null: the system's
    };

    explicit WizardFixture(const Options &options);
    WizardFixture();
    ~WizardFixture();

    [[nodiscard]] simulator::Simulator &simulator() { return *m_simulator; }
    [[nodiscard]] workspace::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] MemoryStore &keychain() { return *m_keychain; }
    [[nodiscard]] gui::ImportWizard *wizard() { return m_wizard; }

    /// The widget of that name on the current page, or one of the wizard's own.
    template <typename Widget = QWidget>
    [[nodiscard]] Widget *find(const char *objectName) const
    {
        const auto name = QString::fromLatin1(objectName);
        auto *found = m_wizard->currentPage()->findChild<Widget *>(name);
        return found != nullptr ? found : m_wizard->findChild<Widget *>(name);
    }
    [[nodiscard]] bool isOn(gui::ImportWizard::Page page) const { return m_wizard->currentId() == page; }
    [[nodiscard]] bool waitForPage(gui::ImportWizard::Page page) const;
    [[nodiscard]] static bool waitFor(const std::function<bool()> &condition);
    /// Text of the current page's message bar; empty when there is none.
    [[nodiscard]] QString message() const;
    [[nodiscard]] QString hint(const char *objectName) const;

    /// Replaces the text of an input by typing.
    void type(const char *objectName, const QString &text) const;
    void click(const char *objectName) const;
    /// Clicks the button of that name when it is there and can be used.
    [[nodiscard]] bool press(const char *objectName) const;

    // Ways through the pages; false when a page is not reached.
    [[nodiscard]] bool enterAccount(const QString &sid, const QString &token);
    [[nodiscard]] bool goToNumbers();
    [[nodiscard]] bool goToAgents();
    [[nodiscard]] bool goToReview();
    [[nodiscard]] bool startImport();
    /// Waits until page 5 says how it ended.
    [[nodiscard]] bool waitForOutcome();

    /// Import requests that arrived at the simulator.
    [[nodiscard]] int posts() const;
    void failImport(int status, const QString &code, const QString &message = {});
    /// The import's answer does not arrive; whether it was executed is what `drop` says.
    void loseImportAnswer(simulator::Drop drop);
    /// Reading what is at Nixflex is refused until the faults are cleared.
    void refuseNumberList();

private:
    QTemporaryDir m_folder;
    SystemClock m_systemClock;
    std::unique_ptr<simulator::Simulator> m_simulator;
    MemoryStore *m_keychain = nullptr;
    std::unique_ptr<workspace::Workspace> m_workspace;
    QPointer<gui::ImportWizard> m_wizard;
};

} // namespace numbers::test

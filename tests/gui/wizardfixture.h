#pragma once

#include "base/clock.h"
#include "gui/common/theme.h"
#include "gui/memorystore.h"
#include "gui/wizarddriver.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>

#include <memory>

namespace numbers::test {

/// The real wizard on a profile in a temporary folder, with both providers simulated on loopback.
class WizardFixture : public WizardDriver
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

    [[nodiscard]] workspace::Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] MemoryStore &keychain() { return *m_keychain; }

private:
    QTemporaryDir m_folder;
    gui::Theme m_theme;
    SystemClock m_systemClock;
    std::unique_ptr<simulator::Simulator> m_simulator;
    MemoryStore *m_keychain = nullptr;
    std::unique_ptr<workspace::Workspace> m_workspace;
};

} // namespace numbers::test

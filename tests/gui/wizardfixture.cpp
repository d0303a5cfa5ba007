#include "gui/wizardfixture.h"

#include "simulator/world/sharedworld.h"
#include "support/runtask.h"

namespace numbers::test {

using namespace Qt::StringLiterals;
using gui::ImportWizard;

WizardFixture::WizardFixture()
    : WizardFixture(Options())
{
}

WizardFixture::WizardFixture(const Options &options)
{
    m_theme.apply(gui::Theme::Choice::Light);
    QString problem;
    m_simulator = simulator::Simulator::start(options.simulator, &problem);
    if (!m_simulator) {
        qFatal("simulator: %s", qPrintable(problem));
    }
    auto *clock = options.clock != nullptr ? options.clock : &m_systemClock;
    m_simulator->world().setClock([clock] { return clock->utcNow().toMSecsSinceEpoch(); });
    workspace::WorkspaceOptions where;
    where.profileDirectory = m_folder.path();
    where.nixflexUrl = m_simulator->nixflexUrl();
    where.twilioUrl = m_simulator->twilioUrl();
    where.settle = {std::chrono::milliseconds(300), std::chrono::milliseconds(50), options.settlePatience,
                    std::chrono::milliseconds(50)};
    auto keychain = std::make_unique<MemoryStore>(std::make_shared<MemoryStore::Content>(), options.keychain);
    m_keychain = keychain.get();
    auto opened = runTask(workspace::Workspace::open(where, std::move(keychain), clock));
    if (!opened) {
        qFatal("workspace: %s", qPrintable(opened.error().report()));
    }
    m_workspace = std::move(*opened);
    if (options.hasKey) {
        m_workspace->adoptKey(*NixflexKey::parse(m_simulator->nixflexKey()));
    }
    if (options.hasSavedAccount) {
        const auto main = m_simulator->mainAccount();
        store::AccountRecord record;
        record.sid = *AccountSid::parse(main.sid);
        record.ownerSid = record.sid;
        record.friendlyName = main.friendlyName;
        record.label = u"Our main account"_s;
        const auto token = std::make_shared<const SecretString>(SecretString::fromText(main.authToken));
        const auto saved = runTask(m_workspace->saveAccount(record, token, true));
        if (!saved) {
            qFatal("account: %s", qPrintable(saved.error().report()));
        }
    }
    auto *opening = new ImportWizard(*m_workspace, {});
    opening->setAttribute(Qt::WA_DeleteOnClose);
    opening->open();
    drive(opening, *m_simulator);
    if (!QTest::qWaitForWindowActive(opening)) {
        qFatal("the wizard does not come up");
    }
}

WizardFixture::~WizardFixture()
{
    delete wizard();
    m_workspace.reset();
    letTasksEnd();
}

} // namespace numbers::test

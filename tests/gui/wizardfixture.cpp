#include "gui/wizardfixture.h"

#include "gui/common/fieldhint.h"
#include "gui/common/resources.h"
#include "gui/common/tableview.h"
#include "simulator/world.h"
#include "support/runtask.h"

#include <QCheckBox>
#include <QTableView>

namespace numbers::test {

using namespace Qt::StringLiterals;
using gui::ImportWizard;

WizardFixture::WizardFixture()
    : WizardFixture(Options())
{
}

WizardFixture::WizardFixture(const Options &options)
{
    gui::initResources();
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
    where.isPractice = true;
    where.settle = {std::chrono::milliseconds(300), std::chrono::milliseconds(50), options.settlePatience};
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
    m_wizard = new ImportWizard(*m_workspace);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    m_wizard->open();
    if (!QTest::qWaitForWindowActive(m_wizard)) {
        qFatal("the wizard does not come up");
    }
}

WizardFixture::~WizardFixture()
{
    delete m_wizard;
}

bool WizardFixture::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

bool WizardFixture::waitForPage(ImportWizard::Page page) const
{
    return waitFor([this, page] { return isOn(page); });
}

QString WizardFixture::message() const
{
    const auto bars = m_wizard->currentPage()->findChildren<gui::MessageBar *>();
    for (const auto *bar : bars) {
        if (bar->hasMessage()) {
            return bar->text();
        }
    }
    return {};
}

QString WizardFixture::hint(const char *objectName) const
{
    return find<gui::FieldHint>(objectName)->text();
}

void WizardFixture::type(const char *objectName, const QString &text) const
{
    auto *edit = find<QLineEdit>(objectName);
    edit->setFocus();
    edit->selectAll();
    if (text.isEmpty()) {
        QTest::keyClick(edit, Qt::Key_Delete);
    } else {
        QTest::keyClicks(edit, text);
    }
}

void WizardFixture::click(const char *objectName) const
{
    auto *button = find<QAbstractButton>(objectName);
    // A check box takes clicks on its box and its words, not on all of its width.
    const auto place = qobject_cast<QCheckBox *>(button) != nullptr
                           ? QPoint(button->height() / 2, button->height() / 2)
                           : button->rect().center();
    QTest::mouseClick(button, Qt::LeftButton, {}, place);
}

bool WizardFixture::press(const char *objectName) const
{
    const auto isReady = [this, objectName] {
        const auto *button = find<QAbstractButton>(objectName);
        return button != nullptr && button->isVisible() && button->isEnabled();
    };
    if (!waitFor(isReady)) {
        return false;
    }
    click(objectName);
    return true;
}

bool WizardFixture::enterAccount(const QString &sid, const QString &token)
{
    type("accountSidEdit", sid);
    type("authTokenEdit", token);
    return press("nextButton");
}

bool WizardFixture::goToNumbers()
{
    const auto main = m_simulator->mainAccount();
    // The main account has subaccounts: the page asks which one, and Next goes on.
    return enterAccount(main.sid, main.authToken) &&
           waitFor([this] { return find("subaccountCombo")->isVisible(); }) && press("nextButton") &&
           waitForPage(ImportWizard::NumberPageId);
}

bool WizardFixture::goToAgents()
{
    if (!goToNumbers()) {
        return false;
    }
    type("numberFilterEdit", m_simulator->freeNumber());
    return press("nextButton") && waitForPage(ImportWizard::AgentPageId);
}

bool WizardFixture::goToReview()
{
    if (!goToAgents() ||
        !waitFor([this] { return find<QTableView>("agentView")->model()->rowCount() > 0; })) {
        return false;
    }
    type("agentFilterEdit", m_simulator->agentId());
    gui::chooseRow(*find<QTableView>("agentView"), 0);
    return press("nextButton") && waitForPage(ImportWizard::ReviewPageId) &&
           waitFor([this] { return find("routingTable")->isVisible(); });
}

bool WizardFixture::startImport()
{
    return goToReview() && press("confirmCheckBox") && press("importButton") &&
           waitForPage(ImportWizard::ImportPageId);
}

bool WizardFixture::waitForOutcome()
{
    return waitFor([this] { return m_wizard && find("closeButton")->isEnabled(); });
}

int WizardFixture::posts() const
{
    return m_simulator->countRequests(u"POST"_s, u"/v1/phone-numbers"_s);
}

void WizardFixture::failImport(int status, const QString &code, const QString &message)
{
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.status = status;
    fault.code = code;
    fault.message = message;
    fault.provider = u"nixflex"_s;
    m_simulator->armFault(fault);
}

void WizardFixture::loseImportAnswer(simulator::Drop drop)
{
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.drop = drop;
    m_simulator->armFault(fault);
}

void WizardFixture::refuseNumberList()
{
    simulator::Fault fault;
    fault.method = u"GET"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.status = 403;
    fault.times = 0;
    m_simulator->armFault(fault);
}

} // namespace numbers::test

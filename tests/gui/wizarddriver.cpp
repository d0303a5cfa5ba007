#include "gui/wizarddriver.h"

#include "gui/common/fieldhint.h"
#include "gui/common/tableview.h"

#include <QCheckBox>
#include <QTableView>

namespace numbers::test {

using namespace Qt::StringLiterals;
using gui::ImportWizard;

bool WizardDriver::waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

bool WizardDriver::waitForPage(ImportWizard::Page page) const
{
    return waitFor([this, page] { return isOn(page); });
}

QString WizardDriver::message() const
{
    const auto bars = m_wizard->currentPage()->findChildren<gui::MessageBar *>();
    for (const auto *bar : bars) {
        if (bar->hasMessage()) {
            return bar->text();
        }
    }
    return {};
}

QString WizardDriver::hint(const char *objectName) const
{
    return find<gui::FieldHint>(objectName)->text();
}

void WizardDriver::type(const char *objectName, const QString &text) const
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

void WizardDriver::click(const char *objectName) const
{
    auto *button = find<QAbstractButton>(objectName);
    // A check box takes clicks on its box and its words, not on all of its width.
    const auto place = qobject_cast<QCheckBox *>(button) != nullptr
                           ? QPoint(button->height() / 2, button->height() / 2)
                           : button->rect().center();
    QTest::mouseClick(button, Qt::LeftButton, {}, place);
}

bool WizardDriver::press(const char *objectName) const
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

bool WizardDriver::enterAccount(const QString &sid, const QString &token)
{
    type("accountSidEdit", sid);
    type("authTokenEdit", token);
    return press("nextButton");
}

bool WizardDriver::goToNumbers()
{
    const auto main = m_driven->mainAccount();
    // The main account has subaccounts: the page asks which one, and Next goes on.
    return enterAccount(main.sid, main.authToken) &&
           waitFor([this] { return find("subaccountCombo")->isVisible(); }) && press("nextButton") &&
           waitForPage(ImportWizard::NumberPageId);
}

bool WizardDriver::goToAgents()
{
    if (!goToNumbers()) {
        return false;
    }
    type("numberFilterEdit", m_driven->freeNumber());
    return press("nextButton") && waitForPage(ImportWizard::AgentPageId);
}

bool WizardDriver::goToReview()
{
    if (!goToAgents() ||
        !waitFor([this] { return find<QTableView>("agentView")->model()->rowCount() > 0; })) {
        return false;
    }
    type("agentFilterEdit", m_driven->agentId());
    gui::chooseRow(*find<QTableView>("agentView"), 0);
    return press("nextButton") && waitForPage(ImportWizard::ReviewPageId) &&
           waitFor([this] { return find("routingTable")->isVisible(); });
}

bool WizardDriver::startImport()
{
    return goToReview() && press("confirmCheckBox") && press("importButton") &&
           waitForPage(ImportWizard::ImportPageId);
}

bool WizardDriver::waitForOutcome()
{
    return waitFor([this] { return m_wizard && find("closeButton")->isEnabled(); });
}

int WizardDriver::posts() const
{
    return m_driven->countRequests(u"POST"_s, u"/v1/phone-numbers"_s);
}

void WizardDriver::failImport(int status, const QString &code, const QString &message)
{
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.status = status;
    fault.code = code;
    fault.message = message;
    fault.provider = u"nixflex"_s;
    m_driven->armFault(fault);
}

void WizardDriver::loseImportAnswer(simulator::Drop drop)
{
    simulator::Fault fault;
    fault.method = u"POST"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.drop = drop;
    m_driven->armFault(fault);
}

void WizardDriver::refuseNumberList()
{
    simulator::Fault fault;
    fault.method = u"GET"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.status = 403;
    fault.times = 0;
    m_driven->armFault(fault);
}

} // namespace numbers::test

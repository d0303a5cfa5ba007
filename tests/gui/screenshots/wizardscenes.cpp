#include "gui/screenshots/wizardscenes.h"

#include "gui/common/tableview.h"
#include "gui/screenshots/stage.h"
#include "gui/wizard/importwizard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolButton>

namespace numbers::test {

namespace {

using namespace Qt::StringLiterals;
using gui::ImportWizard;

/// The wizard when the state wanted came about.
QWidget *shown(WizardFixture &wizard, bool isReached)
{
    return isReached ? wizard.wizard() : nullptr;
}

bool hasMessage(const WizardFixture &wizard)
{
    return WizardFixture::waitFor([&wizard] { return !wizard.message().isEmpty(); });
}

QWidget *account(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    const auto main = wizard.simulator().mainAccount();
    return shown(wizard, wizard.enterAccount(main.sid, main.authToken) && WizardFixture::waitFor([&wizard] {
                             return wizard.find("subaccountCombo")->isVisible();
                         }));
}

QWidget *wrongToken(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    const auto isEntered = wizard.enterAccount(wizard.simulator().mainAccount().sid, QString(32, u'0'));
    return shown(wizard, isEntered && WizardFixture::waitFor([&wizard] {
                             return !wizard.hint("tokenHint").isEmpty() &&
                                    !wizard.find("busyBar")->isVisible();
                         }));
}

QWidget *unreachable(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    const auto main = wizard.simulator().mainAccount();
    wizard.simulator().stop();
    return shown(wizard, wizard.enterAccount(main.sid, main.authToken) && hasMessage(wizard));
}

QWidget *number(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    if (!wizard.goToNumbers()) {
        return nullptr;
    }
    const auto *view = wizard.find<QTableView>("numberView");
    if (!WizardFixture::waitFor([&wizard, view] {
            return view->model()->rowCount() > 0 && !wizard.find("busyBar")->isVisible();
        })) {
        return nullptr;
    }
    // A part of it shortens the list; the one that is still free is chosen.
    const auto wanted = digitsOf(wizard.simulator().freeNumber());
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (digitsOf(view->model()->index(row, 0).data().toString()) == wanted) {
            gui::chooseRow(*wizard.find<QTableView>("numberView"), row);
        }
    }
    return wizard.wizard();
}

QWidget *strangeNumber(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    if (!wizard.goToNumbers()) {
        return nullptr;
    }
    wizard.type("numberFilterEdit", u"+44 20 7946 0958"_s);
    const auto isSaid = [&wizard] {
        return wizard.find("nextButton")->isEnabled() && !wizard.find("busyBar")->isVisible();
    };
    if (!WizardFixture::waitFor(isSaid) || !wizard.press("nextButton")) {
        return nullptr;
    }
    return shown(wizard, WizardFixture::waitFor([&wizard] {
                     const auto *edit = wizard.find<QLineEdit>("numberFilterEdit");
                     const auto *clear = edit->findChild<QToolButton *>();
                     return !wizard.hint("numberHint").isEmpty() && !edit->isReadOnly() &&
                            (clear == nullptr || clear->isEnabled()) && !wizard.find("busyBar")->isVisible();
                 }));
}

QWidget *agent(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    auto isReached = wizard.goToAgents();
    auto *view = wizard.find<QTableView>("agentView");
    isReached = isReached && WizardFixture::waitFor([view] { return view->model()->rowCount() > 0; });
    if (isReached) {
        gui::chooseRow(*view, 0);
        wizard.find<QPlainTextEdit>("profileEdit")
            ->setPlainText(u"Harbour Dental, 12 Quay Street. Open Monday to Friday, 8 to 18. New patients "
                           "welcome; emergencies get an appointment on the same day."_s);
    }
    return shown(wizard, isReached);
}

QWidget *review(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    return shown(wizard, wizard.goToReview());
}

QWidget *result(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    return shown(wizard, wizard.startImport() && wizard.waitForOutcome());
}

QWidget *refused(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    wizard.failImport(402, u"insufficient_balance"_s, u"Insufficient balance"_s);
    return shown(wizard, wizard.startImport() && wizard.waitForOutcome());
}

/// The answer is lost on its way, and the list that could tell is refused.
QWidget *unknown(Stage &stage)
{
    auto &wizard = *stage.openWizard();
    if (!wizard.goToReview()) {
        return nullptr;
    }
    wizard.loseImportAnswer(simulator::Drop::AfterExecuting);
    wizard.refuseNumberList();
    return shown(wizard, wizard.press("confirmCheckBox") && wizard.press("importButton") &&
                             wizard.waitForPage(ImportWizard::ImportPageId) && wizard.waitForOutcome());
}

} // namespace

QList<Scene> wizardScenes()
{
    return {
        {u"wizard-account"_s, &account, true, true},
        {u"wizard-account-wrong-token"_s, &wrongToken, true, false},
        {u"wizard-account-unreachable"_s, &unreachable, false, true},
        {u"wizard-number"_s, &number, true, true},
        {u"wizard-number-unknown"_s, &strangeNumber, false, false},
        {u"wizard-agent"_s, &agent, true, true},
        {u"wizard-review"_s, &review, true, true},
        {u"wizard-review-german"_s, &review, false, true, u"de"_s},
        {u"wizard-review-right-to-left"_s, &review, false, false, {}, true},
        {u"wizard-result"_s, &result, true, true},
        {u"wizard-result-refused"_s, &refused, true, false},
        {u"wizard-result-unknown"_s, &unknown, true, false},
    };
}

} // namespace numbers::test

#pragma once

#include "gui/windowfixture.h"
#include "gui/wizarddriver.h"

#include <QAction>

namespace numbers::test {

/// Up to the review in the window's own wizard, from its key on; no wizard when a page is not reached.
[[nodiscard]] inline WizardDriver reviewIn(WindowFixture &fixture)
{
    auto *action = fixture.window().findChild<QAction *>(QStringLiteral("importAction"));
    if (!WizardDriver::waitFor([action] { return action->isEnabled(); })) {
        return {};
    }
    QTest::keyClick(&fixture.window(), Qt::Key_N, Qt::ControlModifier);
    auto *opened = fixture.dialog<gui::ImportWizard>();
    if (opened == nullptr) {
        return {};
    }
    WizardDriver wizard(opened, fixture.simulator());
    return wizard.goToReview() ? wizard : WizardDriver();
}

} // namespace numbers::test

#pragma once

#include "gui/common/messagebar.h"
#include "gui/wizard/importwizard.h"
#include "simulator/simulator.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

#include <functional>

namespace numbers::test {

/// Goes through an open wizard as a user does, by keys and clicks, wherever the wizard was opened from.
/// Waiting is bounded by ten seconds; functions that wait tell whether it came to pass.
class WizardDriver
{
public:
    WizardDriver() = default;
    WizardDriver(gui::ImportWizard *wizard, simulator::Simulator &simulator) { drive(wizard, simulator); }

    [[nodiscard]] simulator::Simulator &simulator() const { return *m_driven; }
    [[nodiscard]] gui::ImportWizard *wizard() const { return m_wizard; }

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

protected:
    /// Both borrowed.
    void drive(gui::ImportWizard *wizard, simulator::Simulator &simulator)
    {
        m_wizard = wizard;
        m_driven = &simulator;
    }

private:
    QPointer<gui::ImportWizard> m_wizard;
    simulator::Simulator *m_driven = nullptr;
};

} // namespace numbers::test

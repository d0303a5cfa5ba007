#pragma once

#include "base/result.h"
#include "gui/common/latestrequest.h"
#include "gui/wizard/asyncpage.h"
#include "gui/wizard/errorplace.h"
#include "gui/wizard/wizardstate.h"
#include "store/records.h"

#include <memory>
#include <optional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class ReviewPage;
}

/// Makes plans; reads only.
class ReviewController : public QObject
{
    Q_OBJECT
public:
    explicit ReviewController(workspace::Workspace &workspace, QObject *parent = nullptr);

    void plan(const operations::PlanInput &input);
    void stop() { m_planning.stop(); }

Q_SIGNALS:
    void planned(const numbers::operations::ImportPlan &plan);
    void failed(const numbers::Error &error);

private:
    workspace::Workspace &m_workspace;
    Latest m_planning;
};

/// Page 4: who answers now and who will; what stands in the way; the explicit yes.
class ReviewPage : public AsyncPage
{
    Q_OBJECT
public:
    explicit ReviewPage(workspace::Workspace &workspace, QWidget *parent = nullptr);
    ~ReviewPage() override;

    /// What to plan; read when the page is entered.
    void setState(const WizardState *state) { m_state = state; }
    void initializePage() override;
    void stop() override;
    /// Reads everything again and says why.
    void reviewAgain(const Error &reason);

Q_SIGNALS:
    void chosen(const numbers::gui::ReviewChoice &choice);
    /// `error` is to be shown at `place`.
    void mendRequested(const numbers::Error &error, numbers::gui::WizardPlace place);
    /// It is connected to another agent already, and shall have the one that was chosen.
    void moveRequested(const numbers::store::NumberRecord &number, const numbers::AgentId &proposed);

protected:
    [[nodiscard]] bool canGoOn() const override;
    void check() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void startPlanning();
    void show(const operations::ImportPlan &plan);
    void showRouting(const operations::ImportPlan &plan);
    void showFields();
    void showProblems(const operations::ImportPlan &plan);
    void requestMove();
    void planFailed(const Error &error);
    void setContentVisible(bool isVisible);
    void fitTable();

    std::unique_ptr<Ui::ReviewPage> m_ui;
    ReviewController *m_controller;
    const WizardState *m_state = nullptr;
    std::optional<operations::ImportPlan> m_plan;
    PhoneNumber m_reviewed; ///< last; who reviews it again wants to see what has been changed meanwhile
};

} // namespace numbers::gui

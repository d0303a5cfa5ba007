#pragma once

#include "gui/changeover/changeoverdialog.h"
#include "operations/planning/importplan.h"

#include <optional>

class QComboBox;

namespace numbers::gui {

class AgentController;

/// Moves a number to another agent, and says that nobody answers it in between.
class ReassignDialog final : public ChangeoverDialog
{
    Q_OBJECT
public:
    /// `proposed`: chosen at first, where it is there; may be null.
    ReassignDialog(workspace::Workspace &workspace, store::NumberRecord number, AgentId proposed,
                   QWidget *parent = nullptr);
    ~ReassignDialog() override;

protected:
    void look(const twilio::Credentials &credentials, const CancelToken &token) override;
    [[nodiscard]] QCoro::Task<operations::OperationOutcome> carryOut(CancelToken cancel) override;
    [[nodiscard]] QString successText() const override;
    [[nodiscard]] QString busyText() const override;

private:
    void fillAgents(const QList<nixflex::Agent> &agents);

    std::optional<operations::ImportPlan> m_plan;
    AgentId m_proposed;
    QComboBox *m_agents;
    AgentController *m_agentController;
};

} // namespace numbers::gui

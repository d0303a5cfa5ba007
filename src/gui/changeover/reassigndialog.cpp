#include "gui/changeover/reassigndialog.h"

#include "gui/common/icons.h"
#include "gui/common/textdirection.h"
#include "gui/common/typography.h"
#include "gui/wizard/agentcontroller.h"
#include "workspace/workspace.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;

ReassignDialog::ReassignDialog(workspace::Workspace &workspace, store::NumberRecord number, AgentId proposed,
                               QWidget *parent)
    : ChangeoverDialog(workspace, std::move(number), tr("&Move number"), parent)
    , m_proposed(std::move(proposed))
    , m_agents(new QComboBox)
    , m_agentController(new AgentController(workspace, this))
{
    setWindowTitle(tr("Move to another agent"));
    const auto &moved = this->number();
    const auto former = moved.agentName.isEmpty() ? moved.agentId.toString() : moved.agentName;
    setHeading(
        tr("Move %1 to another agent").arg(leftToRight(moved.phoneNumber.international())),
        tr("“%1” answers it now. Nixflex has to let go of the number before the other agent can take it: "
           "for a moment nobody answers. If the other agent cannot take it, it goes back to this one. Its "
           "business profile stays.")
            .arg(former));
    auto *label = new QLabel(tr("Next &agent:"));
    label->setBuddy(m_agents);
    m_agents->setObjectName(u"agentCombo"_s);
    m_agents->setAccessibleName(tr("Next agent"));
    m_agents->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    content()->addWidget(label);
    content()->addWidget(m_agents);
    content()->addStretch();
    connect(m_agents, &QComboBox::activated, this, &ReassignDialog::lookAgain);
    connect(m_agentController, &AgentController::remembered, this, &ReassignDialog::fillAgents);
    connect(m_agentController, &AgentController::loaded, this, &ReassignDialog::fillAgents);
    connect(m_agentController, &AgentController::failed, this, &ReassignDialog::showLookError);
    m_agentController->load();
    m_agents->setFocus(Qt::OtherFocusReason);
    fitToTexts(this, 72);
}

ReassignDialog::~ReassignDialog() = default;

void ReassignDialog::fillAgents(const QList<nixflex::Agent> &agents)
{
    const QSignalBlocker blocker(m_agents);
    const auto chosen = m_agents->currentData().toString();
    m_agents->clear();
    m_agents->addItem(tr("Choose an agent"), QString());
    auto sorted = agents;
    std::sort(sorted.begin(), sorted.end(), [](const auto &left, const auto &right) {
        return QString::localeAwareCompare(left.name, right.name) < 0;
    });
    for (const auto &agent : std::as_const(sorted)) {
        if (agent.id == number().agentId) {
            continue;
        }
        const auto name = agent.name.isEmpty() ? agent.id.toString() : agent.name;
        const auto isActive = agent.isActive.value_or(false);
        m_agents->addItem(isActive ? QIcon() : iconFor(MessageKind::Warning),
                          isActive ? name : tr("%1 (not active)").arg(name), agent.id.toString());
    }
    m_agents->setCurrentIndex(std::max(0, m_agents->findData(chosen)));
    if (const auto proposed = m_agents->findData(m_proposed.toString());
        chosen.isEmpty() && !m_proposed.isNull() && proposed > 0) {
        m_agents->setCurrentIndex(proposed);
        lookAgain();
    }
}

void ReassignDialog::look(const twilio::Credentials &credentials, const CancelToken &token)
{
    m_plan.reset();
    const auto agent = AgentId::parse(m_agents->currentData().toString());
    if (!agent) {
        showPlan({}, {});
        setGoEnabled(false);
        return;
    }
    operations::PlanInput input;
    input.credentials = credentials;
    input.phoneNumber = number().phoneNumber;
    input.agentId = *agent;
    deliverLatest(workspace().operations()->planReassign(std::move(input), token), this, token,
                  [this](const Result<operations::ImportPlan> &plan) {
                      if (!plan) {
                          showLookError(plan.error());
                          return;
                      }
                      m_plan = *plan;
                      showPlan(plan->problems, plan->warnings);
                  });
}

QCoro::Task<operations::OperationOutcome> ReassignDialog::carryOut(CancelToken cancel)
{
    return workspace().operations()->reassign(*m_plan, std::move(cancel));
}

QString ReassignDialog::busyText() const
{
    return tr("Moving the number…");
}

QString ReassignDialog::successText() const
{
    const auto shown = leftToRight(number().phoneNumber.international());
    const auto agent = m_plan->agentName.isEmpty() ? m_plan->agentId.toString() : m_plan->agentName;
    if (m_plan->isAgentInactive()) {
        return tr("%1 is connected to “%2” now. The agent is not active: no one answers until it is "
                  "activated at Nixflex.")
            .arg(shown, agent);
    }
    return tr("%1 is connected to “%2” now.").arg(shown, agent);
}

} // namespace numbers::gui

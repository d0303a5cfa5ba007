#include "gui/wizard/wizardstate.h"

namespace numbers::gui {

std::optional<operations::PlanInput> planInputOf(const WizardState &state)
{
    if (!state.account || !state.number || !state.agent) {
        return {};
    }
    operations::PlanInput input;
    input.credentials = state.account->credentials;
    input.account = state.account->account;
    input.phoneNumber = state.number->number;
    input.agentId = state.agent->id;
    input.customPrompt = state.agent->customPrompt;
    return input;
}

} // namespace numbers::gui

#pragma once

#include "operations/planning/importplan.h"
#include "operations/planning/importplanner.h"
#include "twilio/types.h"

#include <optional>

namespace numbers::gui {

/// What the pages begin with; the user may choose otherwise on each. What is empty begins as usual.
struct WizardStart
{
    AccountSid accountSid;
    PhoneNumber number;
    AgentId agentId;
    QString customPrompt;
};

/// The account page's result: the pair that Nixflex will get, so a subaccount's own one where that was
/// chosen.
struct AccountChoice
{
    twilio::Credentials credentials;
    twilio::Account account;
    QString name; ///< as the user calls it
};

/// The number page's result.
struct NumberChoice
{
    PhoneNumber number;
    QString friendlyName; ///< empty when not known
};

/// The agent page's result.
struct AgentChoice
{
    AgentId id;
    QString name; ///< empty when its id was typed
    QString customPrompt;
};

/// The review page's result.
struct ReviewChoice
{
    operations::ImportPlan plan;
    bool isConfirmed = false;
};

/// What was collected so far. Dumb: the pages judge, `planInputOf` builds.
struct WizardState
{
    std::optional<AccountChoice> account;
    std::optional<NumberChoice> number;
    std::optional<AgentChoice> agent;
    std::optional<ReviewChoice> review;
};

/// Everything the planner wants; nothing while a page is missing.
[[nodiscard]] std::optional<operations::PlanInput> planInputOf(const WizardState &state);

} // namespace numbers::gui

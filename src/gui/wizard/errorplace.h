#pragma once

#include "base/error.h"

#include <QString>

namespace numbers::gui {

/// Where in the wizard something is mended.
enum class WizardPlace {
    Here, ///< nothing to change: try again, wait, or look at the message
    AccountSid,
    AuthToken,
    Number,
    Agent,
    Profile,
    Review,          ///< look at the review again
    NixflexKey,      ///< in the preferences
    NetworkSettings, ///< in the preferences
};

/// Decides by the provider's code first: a 401 of an import is about our key or the customer's Twilio pair,
/// and only the code tells (contract: nixflex, errors).
[[nodiscard]] WizardPlace placeOf(const Error &error);
/// For the codes of operations::ImportPlan::problems.
[[nodiscard]] WizardPlace placeOfProblem(const QString &code);

} // namespace numbers::gui

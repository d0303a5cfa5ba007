#pragma once

#include "operations/health/healthfindings.h"

#include <QString>

namespace numbers::operations {

// Findings in plain words, for windows and for the terminal. Names from the providers are part of them: show
// them as plain text.

/// What is the matter, as a sentence: "Twilio no longer accepts the Auth Token of the account AC12…".
[[nodiscard]] QString wordsOf(const HealthFinding &finding);
/// What to do about it, as a sentence.
[[nodiscard]] QString adviceOf(const HealthFinding &finding);
/// One line for each field that drifted: "Address for calls: https://… instead of https://…"; empty for all
/// other findings.
[[nodiscard]] QStringList driftLines(const HealthFinding &finding);

} // namespace numbers::operations

#pragma once

#include "routing/routing.h"

#include <QString>

namespace numbers::routing {

// Routing in plain words, for windows and for the terminal. Names from the providers are part of them: show
// them as plain text.

/// "Voice calls", "Text messages", "Call status reports"
[[nodiscard]] QString titleOf(Channel channel);

/// "Twilio Studio flow FW12…cdef", "Nobody: nothing is set up"
[[nodiscard]] QString wordsOf(const Owner &owner);

/// Who answers and through what: "A server at app.example, through the TwiML application “Reception”".
[[nodiscard]] QString wordsOf(const Answer &answer);

/// Why that is not certain, as a sentence; empty for what is.
[[nodiscard]] QString doubtOf(const Answer &answer);

} // namespace numbers::routing

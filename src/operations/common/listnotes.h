#pragma once

#include "base/skippedrow.h"
#include "nixflex/types.h"
#include "operations/common/outcome.h"
#include "routing/resources.h"

namespace numbers::operations {

/// What a list of numbers that is not complete leaves open, with the codes `list_possibly_incomplete` and
/// `rows_skipped`; none for a complete one. `listed`: how many numbers it has.
[[nodiscard]] QList<Note> numberListNotes(const nixflex::ListState &state, qsizetype listed);
/// The same for a list of agents, with the codes `agents_possibly_incomplete` and `agent_rows_skipped`.
[[nodiscard]] QList<Note> agentListNotes(const nixflex::ListState &state);

/// The same for what the numbers of a Twilio account share, with the code `twilio_rows_skipped`.
[[nodiscard]] QList<Note> resourceNotes(const routing::AccountResources &resources);

} // namespace numbers::operations

#pragma once

#include "gui/common/themecolors.h"
#include "store/records.h"

#include <QString>

namespace numbers::gui {

// The health of a number for people.

/// In a few words; `findingsText` says the rest.
[[nodiscard]] QString healthText(const store::NumberRecord &number);
[[nodiscard]] MessageKind healthKind(store::Health health);
/// Everything that was found, each with what to do, and what drifted line by line; plain text, empty when
/// there is nothing to say.
[[nodiscard]] QString findingsText(const store::NumberRecord &number);

} // namespace numbers::gui

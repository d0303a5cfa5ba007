#pragma once

#include <QString>

namespace numbers {

/// Somebody's text as one line that disturbs nothing around it: line breaks, NUL and other control characters
/// are blanks, and what turns the reading direction of the text that follows is left out.
[[nodiscard]] QString lineOf(const QString &text);

/// Without the control characters that no text has, NUL among them; line breaks and tabs stay.
[[nodiscard]] QString withoutControls(QString text);

} // namespace numbers

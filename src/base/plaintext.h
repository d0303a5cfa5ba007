#pragma once

#include <QString>

namespace numbers {

/// Somebody's text as one line that disturbs nothing around it: line breaks, NUL and other control characters
/// are blanks, and what turns the reading direction of the text that follows is left out.
[[nodiscard]] QString lineOf(const QString &text);

/// Without the control characters that no text has, NUL among them; line breaks and tabs stay.
[[nodiscard]] QString withoutControls(QString text);

/// Somebody's text, harmless on a terminal and in a window: control characters (C0, C1) and everything that
/// turns the reading direction are written as `\uXXXX`, so that no text can pretend to be another one; line
/// breaks and tabs stay. A JSON document stays the same document.
[[nodiscard]] QString escapedText(const QString &text);

/// The same for a value within a line: line breaks and tabs are escaped, too.
[[nodiscard]] QString escapedLine(const QString &text);

} // namespace numbers

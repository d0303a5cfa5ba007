#pragma once

#include <QString>

namespace numbers {

/// An id or a secret without what comes along when it is copied: blanks, line ends and invisible characters
/// anywhere, quotes around it.
[[nodiscard]] QString withoutPasteMarks(const QString &text);

/// The same at both ends only: for text whose blanks may mean something.
[[nodiscard]] QString withoutPasteMarksAround(const QString &text);

/// A telephone number as people and programs write it, in plain characters for a parser: digits of every
/// script and full-width forms in ASCII, all dashes "-", all blanks " ", no invisible characters, no quotes
/// around it (Excel's apostrophe among them). A `tel:` link (RFC 3966) becomes its number; an extension in it
/// stays, as "#5". Other text comes back with the same changes and is no number.
[[nodiscard]] QString plainPhoneText(const QString &text);

} // namespace numbers

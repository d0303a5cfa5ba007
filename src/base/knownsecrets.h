#pragma once

#include <QString>

namespace numbers {

class SecretString;

/// From now on `redacted` masks this secret wherever it appears, whatever it looks like: as it is, in upper
/// or lower case, in Base64, hexadecimal or percent-encoding, in UTF-16, inside of a longer Base64 text, and
/// any twelve characters in a row of each of these. To be called where a secret is first used.
///
/// Only hashes are kept, with a seed of this process, until it ends. Secrets shorter than eight bytes and
/// parts that repeat very few characters are not masked, since they appear in ordinary text, too.
/// Thread-safe.
void keepOutOfTexts(const SecretString &secret);

/// `text` with every known secret replaced by "***". Blanks, line breaks and invisible characters within a
/// secret do not hide it. Thread-safe.
[[nodiscard]] QString withoutKnownSecrets(const QString &text);

} // namespace numbers

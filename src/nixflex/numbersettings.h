#pragma once

#include <QJsonObject>

namespace numbers::nixflex {

struct Number;

/// What Nixflex says of a number beyond what every version of its API does and this program has fields for:
/// voice, voicemail, recording and whatever a later version knows, by the API's names. Settings that are not
/// set are there as null.
///
/// Left out, however deep: members whose names look like a secret's (see isSecretName), and texts with a
/// Nixflex secret in them. The API returns none today; this is shown, printed and stored, so none may slip
/// in.
[[nodiscard]] QJsonObject settingsOf(const Number &number);

/// Those of `settingsOf` that are set: what is worth recording of a number.
[[nodiscard]] QJsonObject chosenSettingsOf(const Number &number);

} // namespace numbers::nixflex

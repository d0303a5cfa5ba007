#pragma once

#include "base/phonenumber.h"

#include <QList>

namespace numbers {

/// What a person types or pastes can mean, best first: spaces, brackets, dots, dashes, "00", `tel:` links,
/// quotes, invisible characters, other scripts' digits (see `plainPhoneText`); without a leading "+" the
/// number is read as one of `defaultRegion` (ISO 3166-1 alpha-2, may be empty). There are two where the
/// digits after "+" are one number and libphonenumber makes another one of them (+52 1…, +378…): the literal
/// one comes first, and the caller takes the one that is there. Never empty. Error Invalid: no number,
/// letters, an extension, too long, or no country known.
[[nodiscard]] Result<QList<PhoneNumber>> phoneReadings(const QString &text, const QString &defaultRegion);

} // namespace numbers

#pragma once

#include "store/records.h"

#include <QString>

namespace numbers::gui {

/// As the user calls it, else as Twilio does, else its shortened SID.
[[nodiscard]] QString nameOf(const store::AccountRecord &account);
/// The entry of a box of accounts: name, customer, SID.
[[nodiscard]] QString accountWords(const store::AccountRecord &account);
/// SID, customer, status, type, and where its token is.
[[nodiscard]] QString accountDetails(const store::AccountRecord &account, bool hasToken);
[[nodiscard]] QString subaccountWords(const twilio::Account &account);

} // namespace numbers::gui

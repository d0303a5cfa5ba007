#pragma once

#include "cli/commands.h"

namespace numbers::cli {

/// What --number can mean, best first (see phoneReadings); in practice mode the example where none
/// is given. Error: Invalid, code `invalid_phone_format`.
[[nodiscard]] Result<QList<PhoneNumber>> readNumberChoices(const CommandContext &context);

/// The number that is meant. Where there are two readings, the first one that is there: in the ledger, then
/// where the command looks (at Nixflex, or in the Twilio account); otherwise the last one. Errors: as above;
/// what stands in the way of looking, so that no other number is taken for the one given.
[[nodiscard]] QCoro::Task<Result<PhoneNumber>> readNumber(const CommandContext &context);

} // namespace numbers::cli

#pragma once

#include "base/result.h"
#include "store/database.h"

namespace numbers::store {

// The ledger's own order: what has the higher number was recorded later, whatever the wall clocks said.

/// Gives out the next number. To be called in the transaction that writes what gets it.
[[nodiscard]] Result<qint64> nextSequence(Database &database);
/// The last number given out; everything that is recorded from now on gets a higher one.
[[nodiscard]] Result<qint64> latestSequence(Database &database);

} // namespace numbers::store

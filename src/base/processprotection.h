#pragma once

namespace numbers {

/// Keeps this program's memory, which holds keys and tokens, out of core dumps and crash reports, and on
/// Linux out of reach of the user's other programs (a debugger cannot attach). To be called first in main().
/// Programs that are started from here are not affected, but for the size of their core dumps, which they may
/// raise.
void protectMemory();

} // namespace numbers

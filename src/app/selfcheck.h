#pragma once

#include <QCoro/QCoroTask>

namespace numbers::app {

/// Whether this installation is complete: TLS, SQLite, pictures, themes, records, telephone numbers. Prints a
/// line for each to standard output; the result is the process's exit code, 0 when all is well. Touches
/// no profile and sends nothing.
[[nodiscard]] QCoro::Task<int> runSelfCheck();

} // namespace numbers::app

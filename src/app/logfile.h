#pragma once

#include <QString>

namespace numbers::app {

/// Sends what is logged (Qt's categories, `numbers.*`) to `numbers.log` in `directory` as well: a megabyte a
/// file, five of them, older ones are deleted. Everything passes `redacted` first. Once per process; without
/// a writable folder only standard error is left.
void startLogFile(const QString &directory);

} // namespace numbers::app

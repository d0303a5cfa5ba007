#pragma once

#include "base/result.h"

#include <QString>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// What support needs to know, as text: versions, system, settings that are no secrets, states, the end of
/// the log. No telephone numbers, keys or tokens. `workspace` may be null when it could not be opened.
[[nodiscard]] QString diagnosticsReport(workspace::Workspace *workspace);
/// Error: Storage, naming the file.
[[nodiscard]] Result<void> saveDiagnostics(workspace::Workspace *workspace, const QString &filePath);

} // namespace numbers::gui

#pragma once

#include "workspace/diagnostics.h"

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Everything the window knows that helps support: system, screens, settings, keychain. `workspace` may be
/// null when it could not be opened.
[[nodiscard]] QList<workspace::DiagnosticsFact> diagnosticsFacts(workspace::Workspace *workspace);

} // namespace numbers::gui

#pragma once

#include "store/records.h"

class QWidget;

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Asks whether the business profile from before this change is to be set back, and does it; what somebody
/// has written since is not overwritten. `parent`: the dialogs'; when it goes, nothing more is said.
void askToUndoProfile(workspace::Workspace &workspace, const store::OperationRecord &operation,
                      QWidget *parent);

} // namespace numbers::gui

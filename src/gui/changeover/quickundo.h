#pragma once

#include "store/records.h"

class QWidget;

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Undoes what one question is enough for: a change of the business profile, the adoption of what Twilio
/// showed, the forgetting of a number. What somebody has changed since is not overwritten. `parent`: the
/// dialogs'; when it goes, nothing more is said.
void askToUndo(workspace::Workspace &workspace, const store::OperationRecord &operation, QWidget *parent);

} // namespace numbers::gui

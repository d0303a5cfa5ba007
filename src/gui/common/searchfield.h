#pragma once

class QLineEdit;

namespace numbers::gui {

/// Escape empties the field. When it is empty the key is left to what is around it, such as a dialog that
/// closes.
void emptyOnEscape(QLineEdit &edit);

} // namespace numbers::gui

#pragma once

#include <QString>

class QWidget;

namespace numbers::gui {

/// Has a screen reader say `text` without moving the focus; `source` is the widget it belongs to, whose own
/// name stays.
void announce(QWidget *source, const QString &text);

} // namespace numbers::gui

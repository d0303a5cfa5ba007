#include "gui/common/searchfield.h"

#include <QLineEdit>
#include <QShortcut>

namespace numbers::gui {

void emptyOnEscape(QLineEdit &edit)
{
    auto *escape = new QShortcut(Qt::Key_Escape, &edit, nullptr, nullptr, Qt::WidgetShortcut);
    escape->setEnabled(!edit.text().isEmpty());
    QObject::connect(escape, &QShortcut::activated, &edit, &QLineEdit::clear);
    QObject::connect(&edit, &QLineEdit::textChanged, escape,
                     [escape](const QString &text) { escape->setEnabled(!text.isEmpty()); });
}

} // namespace numbers::gui

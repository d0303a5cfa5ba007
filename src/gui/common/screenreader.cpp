#include "gui/common/screenreader.h"

#include <QAccessible>
#include <QWidget>

namespace numbers::gui {

void announce(QWidget *source, const QString &text)
{
    if (source == nullptr || text.isEmpty()) {
        return;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, text);
    QAccessible::updateAccessibility(&event);
#else
    // Before announcements there were alerts: they make a reader read the source's name.
    source->setAccessibleName(text);
    QAccessibleEvent event(source, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
#endif
}

} // namespace numbers::gui

#include "gui/common/screenreader.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace numbers::gui {

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
/// Before Qt 6.8 there are no announcements. A reader speaks an alert that appears: this one, which nobody
/// sees, is named after what is to be said and appears again each time. So no input loses its own name.
class Announcer : public QWidget
{
    Q_OBJECT
public:
    explicit Announcer(QWidget *window)
        : QWidget(window)
    {
        setGeometry(0, 0, 1, 1);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        lower();
    }

    void say(const QString &text)
    {
        hide();
        setAccessibleName(text);
        show();
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }

    static QAccessibleInterface *interfaceOf(const QString &className, QObject *object)
    {
        auto *announcer = className == QLatin1StringView(staticMetaObject.className())
                              ? qobject_cast<Announcer *>(object)
                              : nullptr;
        return announcer != nullptr ? new QAccessibleWidget(announcer, QAccessible::AlertMessage) : nullptr;
    }
};
#endif

void announce(QWidget *source, const QString &text)
{
    if (source == nullptr || text.isEmpty()) {
        return;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(source, text);
    QAccessible::updateAccessibility(&event);
#else
    QAccessible::installFactory(&Announcer::interfaceOf); // known once, however often it is installed
    auto *announcer = source->window()->findChild<Announcer *>(QString(), Qt::FindDirectChildrenOnly);
    if (announcer == nullptr) {
        announcer = new Announcer(source->window());
    }
    announcer->say(text);
#endif
}

} // namespace numbers::gui

#include "screenreader.moc"

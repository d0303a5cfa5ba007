#include "secrets/promptwaiter.h"

using namespace Qt::StringLiterals;

namespace numbers::secrets {

PromptWaiter::PromptWaiter(const QDBusConnection &bus, const QString &service, const QString &path)
    : m_watcher(service, bus, QDBusServiceWatcher::WatchForUnregistration)
{
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [this] { m_completion.complete(false); });
    // Signals of D-Bus are found by name only.
    QDBusConnection connection = bus;
    connection.connect(service, path, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s, this,
                       SLOT(promptCompleted(bool, QDBusVariant)));
}

void PromptWaiter::promptCompleted(bool isDismissed, const QDBusVariant &)
{
    m_completion.complete(!isDismissed);
}

} // namespace numbers::secrets

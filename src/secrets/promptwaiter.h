#pragma once

#include "base/completion.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QObject>

namespace numbers::secrets {

/// Waits for the end of one of the Secret Service's prompts (org.freedesktop.Secret.Prompt). Completes with
/// whether the user agreed; with false, too, when the service goes away meanwhile.
class PromptWaiter : public QObject
{
    Q_OBJECT
public:
    PromptWaiter(const QDBusConnection &bus, const QString &service, const QString &path);

    [[nodiscard]] Completion<bool> completion() const { return m_completion; }

public Q_SLOTS:
    void promptCompleted(bool isDismissed, const QDBusVariant &result);

private:
    Completion<bool> m_completion;
    QDBusServiceWatcher m_watcher;
};

} // namespace numbers::secrets

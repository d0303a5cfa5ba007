#pragma once

#include "base/error.h"

#include <QObject>

namespace numbers::secrets {
class SecretStore;
}

namespace numbers::gui {

class MessageBar;

/// Says in a bar when the keychain does not do its work, with what may help.
class KeychainNotice : public QObject
{
    Q_OBJECT
public:
    /// The bar is borrowed and has to outlive this.
    KeychainNotice(MessageBar &bar, QObject *parent);

    /// Borrowed; from now on its state is followed.
    void setStore(secrets::SecretStore &store);
    /// Finds out how it is; not for a store that lasts for the session only.
    void probe();
    void showReadError(const Error &error);

Q_SIGNALS:
    /// By the button: what is in it can be read now.
    void unlocked();

private:
    void update();
    void unlock();

    MessageBar &m_bar;
    secrets::SecretStore *m_store = nullptr;
};

} // namespace numbers::gui

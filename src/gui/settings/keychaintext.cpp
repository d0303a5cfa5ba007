#include "gui/settings/keychaintext.h"

#include <QCoreApplication>

namespace numbers::gui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KeychainText)
};

} // namespace

KeychainText describeKeychain(const secrets::SecretStore &store)
{
    using State = secrets::SecretStore::State;
    if (store.isSessionOnly()) {
        return {MessageKind::Info,
                Text::tr("Keys and tokens are kept until the program ends, and nowhere else."),
                {},
                false};
    }
    switch (store.state()) {
    case State::Unknown:
        return {MessageKind::Info, Text::tr("The keychain has not been checked yet."), {}, true};
    case State::Ready:
        return {MessageKind::Success, Text::tr("The keychain works."), {}, true};
    case State::WaitingForUnlock:
        return {MessageKind::Warning,
                Text::tr("The keychain is locked, so remembered keys and tokens cannot be read."),
                Text::tr("Unlock it in the system’s password manager, then check again."), true};
    case State::Denied:
        return {MessageKind::Warning, Text::tr("Access to the keychain was refused."),
                Text::tr("Allow Nixflex Numbers when the system asks, then check again."), true};
    case State::NoStore:
        return {MessageKind::Warning, Text::tr("This computer has no keychain service running."),
                Text::tr("Until one runs (GNOME Keyring or KWallet, for example), keys and tokens have to be "
                         "entered again after each start."),
                false};
    case State::Failed:
        break;
    }
    return {MessageKind::Warning, Text::tr("The keychain is there, but does not work."),
            Text::tr("Until it does, keys and tokens have to be entered again after each start."), false};
}

} // namespace numbers::gui

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
                Text::tr("Keys and tokens are kept until the program ends, and nowhere else."), false};
    }
    const auto state = store.state();
    const auto canBeUsed = state != State::NoStore && state != State::Failed;
    const auto kind = state == State::Ready     ? MessageKind::Success
                      : state == State::Unknown ? MessageKind::Info
                                                : MessageKind::Warning;
    return {kind, secrets::explain(state), canBeUsed};
}

} // namespace numbers::gui

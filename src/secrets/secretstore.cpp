#include "secrets/secretstore.h"

#include <QMetaEnum>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::secrets {

namespace {

QString adviceFor(SecretStore::State state)
{
    switch (state) {
    case SecretStore::State::WaitingForUnlock:
        return SecretStore::tr(
            "Your keyring is locked or not set up yet. Unlock it (for example by signing in "
            "again) and try again, or use the secret for this session only.");
    case SecretStore::State::Denied:
        return SecretStore::tr("Access to the keychain was refused. Allow Nixflex Numbers to use it when the "
                               "system asks, or use the secret for this session only.");
    case SecretStore::State::NoStore:
        return SecretStore::tr(
            "This computer has no running keychain service, so nothing can be remembered "
            "safely. Install or start one (GNOME Keyring, KWallet or KeePassXC), or use the "
            "secret for this session only.");
    case SecretStore::State::Failed:
    case SecretStore::State::Ready:
    case SecretStore::State::Unknown:
        break;
    }
    return SecretStore::tr(
        "The keychain did not work. Try again; if that does not help, sign in to this computer "
        "again, or use the secret for this session only.");
}

} // namespace

QCoro::Task<Result<void>> SecretStore::unlock()
{
    co_return Result<void>{};
}

Error storeError(SecretStore::State state, QString detail)
{
    if (detail.isEmpty()) {
        detail = u"secret store: "_s +
                 QString::fromLatin1(
                     QMetaEnum::fromType<SecretStore::State>().valueToKey(static_cast<int>(state)));
    }
    return Error::make(Error::Kind::SecretStore, adviceFor(state), std::move(detail));
}

QString explain(SecretStore::State state)
{
    switch (state) {
    case SecretStore::State::Ready:
        return SecretStore::tr("The keychain works.");
    case SecretStore::State::Unknown:
        return SecretStore::tr("The keychain has not been tried yet.");
    default:
        return adviceFor(state);
    }
}

} // namespace numbers::secrets

#include "secrets/sessionstore.h"

#include "secrets/secretname.h"

namespace numbers::secrets {

SessionStore::SessionStore(QObject *parent)
    : SecretStore(parent)
{
}

QCoro::Task<SecretStore::State> SessionStore::probe()
{
    co_return State::Ready;
}

QCoro::Task<Result<std::shared_ptr<const SecretString>>> SessionStore::read(SecretKey key)
{
    co_return m_secrets.value(entryName({}, key));
}

QCoro::Task<Result<void>> SessionStore::write(SecretKey key, std::shared_ptr<const SecretString> secret)
{
    if (auto storable = checkStorable(secret.get()); !storable) {
        co_return storable;
    }
    // A copy of its own: the caller's may be wiped or shared elsewhere.
    m_secrets.insert(entryName({}, key), std::make_shared<const SecretString>(secret->clone()));
    co_return Result<void>{};
}

QCoro::Task<Result<void>> SessionStore::remove(SecretKey key)
{
    m_secrets.remove(entryName({}, key));
    co_return Result<void>{};
}

} // namespace numbers::secrets

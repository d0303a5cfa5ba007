#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace numbers::secrets {

/// Keeps secrets in memory until the program ends: practice mode, tests, and the user's explicit choice where
/// there is no keychain. Never a silent replacement of one. Always Ready; write refuses what a keychain would
/// refuse, so that switching to one later cannot fail on size.
class SessionStore : public SecretStore
{
    Q_OBJECT
public:
    explicit SessionStore(QObject *parent = nullptr);

    [[nodiscard]] State state() const override { return State::Ready; }
    [[nodiscard]] bool isSessionOnly() const override { return true; }
    [[nodiscard]] QCoro::Task<State> probe() override;
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const SecretString>>> read(SecretKey key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(SecretKey key,
                                                  std::shared_ptr<const SecretString> secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(SecretKey key) override;

private:
    QHash<QString, std::shared_ptr<const SecretString>> m_secrets;
};

} // namespace numbers::secrets

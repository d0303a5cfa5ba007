#pragma once

#include "secrets/secretstore.h"

#include <chrono>
#include <memory>

namespace numbers::secrets {

/// The system's keychain through QtKeychain: Secret Service or KWallet, Windows' credentials, macOS'
/// keychain. Nothing is ever stored anywhere else: QtKeychain's plain-text fallback stays off.
///
/// On Linux the Secret Service is asked whether it is there and unlocked before *and* after a read or a
/// delete is believed. Calls that are running when the store goes still end, with their own result. Use it in
/// the main thread, since libsecret answers there. The first job may block for up to half a second in
/// QtKeychain while it looks for KWallet.
class KeychainStore : public SecretStore
{
    Q_OBJECT
public:
    /// How long a job may take before it is called Failed. Long, since the system may be asking the user.
    struct Limits
    {
        std::chrono::milliseconds quiet{std::chrono::minutes(2)}; ///< where no dialog is expected
        std::chrono::milliseconds withPrompt{std::chrono::minutes(10)};
    };

    /// `profileNamespace`: see workspace::Profile::secretNamespace.
    explicit KeychainStore(QString profileNamespace = {}, QObject *parent = nullptr);
    KeychainStore(QString profileNamespace, Limits limits, QObject *parent = nullptr);
    ~KeychainStore() override;

    [[nodiscard]] State state() const override;
    [[nodiscard]] bool isSessionOnly() const override { return false; }
    [[nodiscard]] QCoro::Task<State> probe() override;
    [[nodiscard]] QCoro::Task<Result<void>> unlock() override;
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<const SecretString>>> read(SecretKey key) override;
    [[nodiscard]] QCoro::Task<Result<void>> write(SecretKey key,
                                                  std::shared_ptr<const SecretString> secret) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(SecretKey key) override;

    class Core;

private:
    std::shared_ptr<Core> m_core; ///< shared with the running calls
};

} // namespace numbers::secrets

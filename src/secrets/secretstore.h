#pragma once

#include "base/result.h"
#include "base/secretstring.h"

#include <QCoro/QCoroTask>
#include <QObject>
#include <QString>

#include <memory>

namespace numbers::secrets {

/// Names one secret. Profiles do not see each other's secrets: the store adds its own namespace.
struct SecretKey
{
    enum class Kind {
        NixflexKey,    ///< name: the key id; value `id:secret`
        TwilioToken,   ///< name: the Account SID
        ProxyPassword, ///< name: `user@host:port`
    };
    Kind kind = Kind::TwilioToken;
    QString name;
};

/// A place for secrets. Thread: the one it was made in. Errors are of kind SecretStore; their text says what
/// to do.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    /// What is known about the store. A locked store is not an empty one: only in Ready does "not found" mean
    /// it.
    enum class State {
        Unknown, ///< not probed yet
        Ready,
        WaitingForUnlock, ///< there, but locked: the user has to unlock it
        Denied,           ///< the user or the system refused access
        NoStore,          ///< this computer has no (running) keychain service
        Failed,           ///< there, but does not work; see the error of the last call
    };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] virtual State state() const = 0;
    /// True when secrets are forgotten when the program ends.
    [[nodiscard]] virtual bool isSessionOnly() const = 0;

    /// Writes, reads and deletes a canary; never fails, tells. May take as long as the user needs to unlock.
    [[nodiscard]] virtual QCoro::Task<State> probe() = 0;
    /// A null pointer when the store works and has no such secret.
    [[nodiscard]] virtual QCoro::Task<Result<std::shared_ptr<const SecretString>>> read(SecretKey key) = 0;
    /// Invalid when the secret is too large for every system's keychain (2,500 bytes of UTF-8).
    [[nodiscard]] virtual QCoro::Task<Result<void>> write(SecretKey key,
                                                          std::shared_ptr<const SecretString> secret) = 0;
    /// Succeeds when it was not there.
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(SecretKey key) = 0;

Q_SIGNALS:
    void stateChanged(numbers::secrets::SecretStore::State state);
};

} // namespace numbers::secrets

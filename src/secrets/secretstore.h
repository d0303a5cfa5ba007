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

    /// Writes, reads and deletes a canary; never fails, tells. Asks for no password: a locked store is told
    /// as such (a system that wants every access confirmed may still ask).
    [[nodiscard]] virtual QCoro::Task<State> probe() = 0;
    /// Asks the user, through the system's own dialog, to unlock the store or to make the first one; takes as
    /// long as the user does. Error: SecretStore when it is not usable afterwards.
    [[nodiscard]] virtual QCoro::Task<Result<void>> unlock();
    /// A null pointer when the store works and has no such secret. Does not make a locked store ask.
    [[nodiscard]] virtual QCoro::Task<Result<std::shared_ptr<const SecretString>>> read(SecretKey key) = 0;
    /// Replaces what was there. A locked store asks the user to unlock it. Invalid when the secret is empty,
    /// too large for every system's keychain (2,500 bytes of UTF-8), or not UTF-8 text.
    [[nodiscard]] virtual QCoro::Task<Result<void>> write(SecretKey key,
                                                          std::shared_ptr<const SecretString> secret) = 0;
    /// Succeeds when it was not there. Does not make a locked store ask.
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(SecretKey key) = 0;

Q_SIGNALS:
    void stateChanged(numbers::secrets::SecretStore::State state);
};

/// What a store in this state cannot do and what to do about it, as an Error of kind SecretStore. For Ready
/// and Unknown it is a general failure.
[[nodiscard]] Error storeError(SecretStore::State state, QString detail = {});
/// A short sentence for the preferences and the diagnostics, for every state.
[[nodiscard]] QString explain(SecretStore::State state);

} // namespace numbers::secrets

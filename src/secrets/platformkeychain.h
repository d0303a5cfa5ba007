#pragma once

#include "secrets/secretstore.h"

#include <QCoro/QCoroTask>
#include <QString>

namespace numbers::secrets {

/// What can be known about the system's keychain without touching a secret.
struct KeychainStatus
{
    SecretStore::State state = SecretStore::State::Ready;
    QString detail; ///< English, for the log
    /// The keychain cannot say whether it is locked; only a canary tells.
    bool isBlind = false;
};

/// Asks the service that QtKeychain will use. On Linux that is the Secret Service over D-Bus, since a locked
/// one tells QtKeychain "not found" for every read and "done" for every delete; elsewhere the system's own
/// calls are honest, and the answer is Ready and blind.
[[nodiscard]] QCoro::Task<KeychainStatus> keychainStatus();

/// Makes the system ask the user to unlock the default collection, or to create it; no dialog where it is
/// open already. Returns the status afterwards.
[[nodiscard]] QCoro::Task<KeychainStatus> unlockKeychain();

/// libsecret answers through GLib's main loop, which does not run where Qt has an event loop of its own
/// (QT_NO_GLIB=1, Qt built without GLib): its jobs would never end there. Keeps GLib's work going until `job`
/// is gone. Call before starting it.
void keepKeychainGoing(QObject *job);

} // namespace numbers::secrets

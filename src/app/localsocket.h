#pragma once

#include <QString>

class QLocalSocket;

namespace numbers::app {

/// Where programs of this user on this computer can meet: on Unix the path of a socket in a folder that only
/// this user can write to, the run-time directory or one of our own in the cache; on Windows the name of a
/// pipe. Empty where there is no such folder, or its path is too long for a socket.
[[nodiscard]] QString socketPathFor(const QString &name);

/// Whether the program at the other end belongs to this user. On Windows the pipe's own access rights decide.
[[nodiscard]] bool isOfThisUser(const QLocalSocket &socket);

} // namespace numbers::app

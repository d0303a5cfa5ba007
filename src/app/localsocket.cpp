#include "app/localsocket.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr QFile::Permissions writableByOthers = QFile::WriteGroup | QFile::WriteOther;

bool isOurs(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isDir() && info.ownerId() == geteuid() &&
           (info.permissions() & writableByOthers) == QFile::Permissions{};
}

/// Made where it is missing.
QString folderInCache()
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const QString name = u"nixflex-numbers"_s;
    if (!cache.isEmpty() && QDir().mkpath(cache)) {
        QDir(cache).mkdir(name, ownerOnly);
    }
    return cache + u'/' + name;
}

#endif

} // namespace

QString socketPathFor(const QString &name)
{
#ifdef Q_OS_UNIX
    // Not QStandardPaths::RuntimeLocation, which makes a folder with a guessable name where there is none.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString folder = !runtime.isEmpty() && isOurs(runtime) ? runtime : folderInCache();
    const QString path = QDir::cleanPath(folder + u'/' + name);
    const bool fits = QFile::encodeName(path).size() < static_cast<qsizetype>(sizeof(sockaddr_un::sun_path));
    return fits && isOurs(folder) ? path : QString();
#else
    return name;
#endif
}

bool isOfThisUser(const QLocalSocket &socket)
{
    [[maybe_unused]] const auto descriptor = static_cast<int>(socket.socketDescriptor());
#if defined(Q_OS_LINUX)
    ucred peer{};
    socklen_t size = sizeof(peer);
    return getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid();
#elif defined(Q_OS_UNIX)
    uid_t user = 0;
    gid_t group = 0;
    return getpeereid(descriptor, &user, &group) == 0 && user == geteuid();
#else
    return true;
#endif
}

} // namespace numbers::app

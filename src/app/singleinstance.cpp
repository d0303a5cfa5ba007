#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

constexpr int patience = 2000;

QString serverNameFor(const QString &profileDirectory)
{
    // Short, since the whole path of a Unix socket has room for about a hundred bytes.
    const auto place = QDir(profileDirectory).canonicalPath() + u'\n' + QDir::homePath();
    const auto hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().first(20);
    return u"nixflex-numbers-"_s + QString::fromLatin1(hash);
}

} // namespace

SingleInstance::SingleInstance(const QString &profileDirectory, QObject *parent)
    : QObject(parent)
    , m_serverName(serverNameFor(profileDirectory))
    , m_lock(profileDirectory + u"/window.lock"_s)
{
    // Never stale by age: a window may stay open for weeks.
    m_lock.setStaleLockTime(0);
    m_isFirst = m_lock.tryLock() || m_lock.error() != QLockFile::LockFailedError;
    if (m_isFirst) {
        listen();
    }
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            Q_EMIT activationRequested();
        }
    });
    if (!m_server.listen(m_serverName)) {
        // We hold the lock, so the socket is a crashed one's.
        QLocalServer::removeServer(m_serverName);
        m_server.listen(m_serverName);
    }
}

bool SingleInstance::activateFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_serverName);
    return socket.waitForConnected(patience);
}

} // namespace numbers::app

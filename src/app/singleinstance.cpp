#include "app/singleinstance.h"

#include "app/localsocket.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QLoggingCategory>
#include <QSysInfo>

#include <chrono>
#include <thread>

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

constexpr auto patience = 2s;
constexpr auto pauseBetweenAttempts = 20ms;
/// The first one's answer, once it has been asked to show its window.
constexpr QByteArrayView shown = "shown\n";

Q_LOGGING_CATEGORY(log, "numbers.app", QtInfoMsg)

QString serverNameFor(const QString &profileDirectory)
{
    // Short, since the whole path of a Unix socket has room for about a hundred bytes.
    const auto place = QDir(profileDirectory).canonicalPath() + u'\n' + QDir::homePath();
    const auto hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().first(20);
    return socketPathFor(u"nixflex-numbers-"_s + QString::fromLatin1(hash));
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
    if (m_lock.isLocked()) {
        QFile::setPermissions(m_lock.fileName(), QFile::ReadOwner | QFile::WriteOwner);
    }
}

SingleInstance::~SingleInstance() = default;

void SingleInstance::listen()
{
    if (m_server.isListening()) {
        return;
    }
    if (m_serverName.isEmpty()) {
        qCWarning(log) << "there is no private folder for a socket: a second start opens a second window";
        return;
    }
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            if (!isOfThisUser(*socket)) {
                socket->abort();
                continue;
            }
            Q_EMIT activationRequested();
            socket->write(shown.data(), shown.size());
        }
    });
    if (!m_server.listen(m_serverName)) {
        // We hold the lock, so the socket is a crashed one's.
        QLocalServer::removeServer(m_serverName);
        if (!m_server.listen(m_serverName)) {
            qCWarning(log).noquote() << "no socket:" << m_server.errorString()
                                     << "- a second start opens a second window";
        }
    }
}

bool SingleInstance::activateFirst() const
{
    if (m_serverName.isEmpty()) {
        return false;
    }
    // Only a program on this computer can be about to listen.
    qint64 processId = 0;
    QString host;
    QString program;
    const bool isHere =
        m_lock.getLockInfo(&processId, &host, &program) && host == QSysInfo::machineHostName();
    const QDeadlineTimer deadline(patience);
    do {
        QLocalSocket socket;
        socket.connectToServer(m_serverName);
        if (socket.waitForConnected(static_cast<int>(deadline.remainingTime()))) {
            // The system connects us even if that program hangs: its answer counts.
            return isOfThisUser(socket) &&
                   socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())) &&
                   socket.readLine() == shown;
        }
        // Started twice at once: the first one is still making its window.
        std::this_thread::sleep_for(pauseBetweenAttempts); // lint: nothing tells when it listens
    } while (isHere && !deadline.hasExpired());
    return false;
}

} // namespace numbers::app

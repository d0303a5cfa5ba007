#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

namespace numbers::app {

/// One window per profile: a second start brings the first one's window to the front and ends.
///
/// A lock file in the profile says who was first; it is released by the system with the process, so that a
/// crash leaves nothing stale. A local socket carries "come to the front" from when the first one listens; it
/// is where only this user can put one, and both ends check that the other one belongs to this user.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &profileDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// False when another process has the profile's window.
    [[nodiscard]] bool isFirst() const { return m_isFirst; }
    /// Asks the first one to show itself, also one that is only about to listen; false when it has not
    /// answered within two seconds. Blocks: to be called before there is a window.
    [[nodiscard]] bool activateFirst() const;
    /// For the first one: from now on others may ask for the window. Later than the lock, so that the window
    /// is painted sooner. Does nothing the second time. Warns in the log where there is no place for a
    /// socket: then a second start opens a second window.
    void listen();

Q_SIGNALS:
    void activationRequested();

private:
    QString m_serverName; ///< empty where there is no place for a socket
    QLockFile m_lock;
    QLocalServer m_server;
    bool m_isFirst = false;
};

} // namespace numbers::app

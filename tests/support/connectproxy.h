#pragma once

#include <QByteArray>
#include <QList>
#include <QThread>

namespace numbers::test {

/// An HTTP proxy on 127.0.0.1 for CONNECT, in its own thread. Whatever host it is asked for, it goes to one
/// port of this computer, so that tests can use names that do not exist.
class ConnectProxy
{
public:
    /// `login`: "user:password" that it wants (Basic); empty: none.
    ConnectProxy(quint16 serverPort, QByteArray login);
    ~ConnectProxy();
    Q_DISABLE_COPY_MOVE(ConnectProxy)

    [[nodiscard]] quint16 port() const { return m_port; }
    /// The targets that it was asked for ("api.example:443"), refused ones included.
    [[nodiscard]] QList<QByteArray> targets() const;
    [[nodiscard]] int refusedCount() const;

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker = nullptr;
    quint16 m_port = 0;
};

} // namespace numbers::test

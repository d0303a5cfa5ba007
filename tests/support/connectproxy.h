#pragma once

#include "support/serverthread.h"

#include <QByteArray>
#include <QList>

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

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /// The targets that it was asked for ("api.example:443"), refused ones included.
    [[nodiscard]] QList<QByteArray> targets() const;
    [[nodiscard]] int refusedCount() const;

private:
    class Worker;

    Worker *m_worker;
    ServerThread m_server;
};

} // namespace numbers::test

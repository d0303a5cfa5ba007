#pragma once

#include <QTcpServer>
#include <QThread>

#include <functional>
#include <memory>

namespace numbers::test {

/// Runs a server on a free port of 127.0.0.1 in a thread of its own, so that a test may block.
class ServerThread
{
public:
    /// The server is deleted in its thread when this ends.
    explicit ServerThread(std::unique_ptr<QTcpServer> server);
    ~ServerThread();
    Q_DISABLE_COPY_MOVE(ServerThread)

    [[nodiscard]] quint16 port() const { return m_port; }
    /// Runs `function` in the server's thread and waits for it.
    void call(const std::function<void()> &function);
    /// Closes the sockets that are the server's children, as an idle timeout would.
    void closeConnections();

private:
    QThread m_thread;
    QTcpServer *m_server;
    quint16 m_port = 0;
};

} // namespace numbers::test

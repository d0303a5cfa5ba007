#include "support/serverthread.h"

#include <QTcpSocket>

namespace numbers::test {

ServerThread::ServerThread(std::unique_ptr<QTcpServer> server)
    : m_server(server.release())
{
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    call([this] {
        if (!m_server->listen(QHostAddress::LocalHost)) {
            qFatal("no port to listen on");
        }
        m_port = m_server->serverPort();
    });
}

ServerThread::~ServerThread()
{
    m_thread.quit();
    m_thread.wait();
}

void ServerThread::call(const std::function<void()> &function)
{
    QMetaObject::invokeMethod(m_server, function, Qt::BlockingQueuedConnection);
}

void ServerThread::closeConnections()
{
    call([this] {
        const auto open = m_server->findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : open) {
            socket->disconnectFromHost();
        }
    });
}

} // namespace numbers::test

#include "support/connectproxy.h"

#include "support/rawrequest.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <mutex>

namespace numbers::test {

class ConnectProxy::Worker : public QTcpServer
{
public:
    Worker(quint16 upstreamPort, QByteArray login)
        : m_upstreamPort(upstreamPort)
        , m_login(std::move(login))
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                const auto reader = std::make_shared<RequestReader>();
                connect(client, &QTcpSocket::readyRead, this, [this, client, reader] {
                    reader->append(client->readAll());
                    while (const auto request = reader->take()) {
                        serve(client, *request);
                    }
                });
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            }
        });
    }

    mutable std::mutex mutex;
    QList<QByteArray> targets;
    int refusedCount = 0;

private:
    void serve(QTcpSocket *client, const RawRequest &request)
    {
        const bool isWelcome =
            m_login.isEmpty() || request.header("Proxy-Authorization") == "Basic " + m_login.toBase64();
        {
            const std::scoped_lock lock(mutex);
            targets.append(request.target);
            refusedCount += isWelcome ? 0 : 1;
        }
        if (!isWelcome) {
            client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                          "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        client->disconnect(this);
        auto *server = new QTcpSocket(client);
        connect(server, &QTcpSocket::connected, client,
                [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(client, &QTcpSocket::readyRead, server,
                [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstreamPort);
    }

    quint16 m_upstreamPort;
    QByteArray m_login;
};

ConnectProxy::ConnectProxy(quint16 serverPort, QByteArray login)
    : m_worker(new Worker(serverPort, std::move(login)))
    , m_server(std::unique_ptr<QTcpServer>(m_worker))
{
}

ConnectProxy::~ConnectProxy() = default;

QList<QByteArray> ConnectProxy::targets() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->targets;
}

int ConnectProxy::refusedCount() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->refusedCount;
}

} // namespace numbers::test

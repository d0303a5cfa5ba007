#include "support/faultproxy.h"

#include "support/rawrequest.h"
#include "support/resetting.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <mutex>

namespace numbers::test {

class FaultProxy::Worker : public QTcpServer
{
public:
    explicit Worker(quint16 upstreamPort)
        : m_upstreamPort(upstreamPort)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                accept(client);
            }
        });
    }

    void arm(const Fault &newFault)
    {
        const std::scoped_lock lock(mutex);
        fault = newFault;
        counts = {};
    }

    mutable std::mutex mutex;
    Counts counts;

private:
    void accept(QTcpSocket *client)
    {
        {
            const std::scoped_lock lock(mutex);
            ++counts.connections;
            if (fault.isBlackhole) {
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
                return;
            }
        }
        auto *server = new QTcpSocket(this);
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstreamPort);
        const auto reader = std::make_shared<RequestReader>();
        connect(client, &QTcpSocket::readyRead, server,
                [this, client, server, reader] { passRequest(client, server, *reader); });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const std::chrono::milliseconds delay = fault.answerDelay;
            if (delay.count() == 0) {
                passAnswer(client, server);
                return;
            }
            QTimer::singleShot(delay, client, [this, client, guard = QPointer<QTcpSocket>(server)] {
                if (guard) {
                    passAnswer(client, guard);
                }
            });
        });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    }

    void passRequest(QTcpSocket *client, QTcpSocket *server, RequestReader &reader)
    {
        const std::scoped_lock lock(mutex);
        if (fault.isBlackhole) {
            return;
        }
        QByteArray bytes = client->readAll();
        const bool isCut =
            fault.cutRequestAfter >= 0 && counts.requestBytes + bytes.size() >= fault.cutRequestAfter;
        if (isCut) {
            bytes.truncate(fault.cutRequestAfter - counts.requestBytes);
        }
        counts.requestBytes += bytes.size();
        reader.append(bytes);
        while (reader.take()) {
            ++counts.requests;
        }
        server->write(bytes);
        if (isCut) {
            cut(client, server);
        }
    }

    void passAnswer(QTcpSocket *client, QTcpSocket *server)
    {
        const std::scoped_lock lock(mutex);
        QByteArray bytes = server->readAll();
        const bool isCut =
            fault.cutAnswerAfter >= 0 && counts.answerBytes + bytes.size() >= fault.cutAnswerAfter;
        if (isCut) {
            bytes.truncate(fault.cutAnswerAfter - counts.answerBytes);
        }
        counts.answerBytes += bytes.size();
        client->write(bytes);
        if (isCut) {
            client->flush();
            cut(client, server);
        }
    }

    void cut(QTcpSocket *client, QTcpSocket *server)
    {
        ++counts.cuts;
        client->disconnect(server);
        server->disconnect(client);
        // What has passed still reaches the server.
        server->disconnectFromHost();
        if (fault.cut == Fault::Cut::Reset) {
            resetConnection(*client);
        } else {
            client->disconnectFromHost();
        }
        if (!fault.isLasting) {
            fault = {};
        }
    }

    quint16 m_upstreamPort;
    Fault fault;
};

FaultProxy::FaultProxy(quint16 serverPort)
    : m_worker(new Worker(serverPort))
    , m_server(std::unique_ptr<QTcpServer>(m_worker))
{
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::arm(const Fault &fault)
{
    m_server.call([this, &fault] { m_worker->arm(fault); });
}

FaultProxy::Counts FaultProxy::counts() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->counts;
}

void FaultProxy::closeConnections()
{
    m_server.closeConnections();
}

} // namespace numbers::test

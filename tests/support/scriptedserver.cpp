#include "support/scriptedserver.h"

#include "support/resetting.h"

#include <QPointer>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace numbers::test {

RawAnswer RawAnswer::json(int status, const QByteArray &body, const QList<QByteArray> &headerLines)
{
    RawAnswer answer;
    answer.bytes =
        "HTTP/1.1 " + QByteArray::number(status) +
        " Some Text\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
        "\r\n";
    for (const QByteArray &line : headerLines) {
        answer.bytes += line + "\r\n";
    }
    answer.bytes += "\r\n" + body;
    return answer;
}

RawAnswer RawAnswer::held(int status)
{
    RawAnswer answer = json(status);
    answer.after = After::Hold;
    return answer;
}

class ScriptedServer::Worker : public QTcpServer
{
public:
    Worker(Script givenScript, std::unique_ptr<QSslConfiguration> givenTls)
        : script(std::move(givenScript))
        , tls(std::move(givenTls))
    {
    }

    void releaseHeld()
    {
        const auto ready = std::exchange(held, {});
        for (const auto &[socket, bytes] : ready) {
            if (socket) {
                socket->write(bytes);
                --atOnce;
            }
        }
    }

    mutable std::mutex mutex; ///< protects what follows up to `mostAtOnce`
    Script script;
    QList<RawRequest> requests;
    int connectionCount = 0;
    qint64 byteCount = 0;
    int mostAtOnce = 0;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        QTcpSocket *socket = nullptr;
        if (tls) {
            auto *secure = new QSslSocket(this);
            secure->setSocketDescriptor(descriptor);
            secure->setSslConfiguration(*tls);
            secure->startServerEncryption();
            socket = secure;
        } else {
            socket = new QTcpSocket(this);
            socket->setSocketDescriptor(descriptor);
        }
        int connection = 0;
        {
            const std::scoped_lock lock(mutex);
            connection = ++connectionCount;
        }
        auto reader = std::make_shared<RequestReader>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, reader, connection] {
            const QByteArray bytes = socket->readAll();
            {
                const std::scoped_lock lock(mutex);
                byteCount += bytes.size();
            }
            reader->append(bytes);
            while (auto request = reader->take()) {
                request->connection = connection;
                serve(socket, *request);
            }
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void serve(QTcpSocket *socket, const RawRequest &request)
    {
        Script current;
        {
            const std::scoped_lock lock(mutex);
            requests.append(request);
            current = script;
            mostAtOnce = std::max(mostAtOnce, ++atOnce);
        }
        const RawAnswer answer = current ? current(request) : RawAnswer::json(200);
        if (answer.after == RawAnswer::After::Hold) {
            held.emplaceBack(socket, answer.bytes);
            return;
        }
        // Waits even without a delay, so that requests that come together count as being at once.
        const QPointer<QTcpSocket> guard(socket);
        QTimer::singleShot(answer.delay, this, [this, guard, answer] {
            --atOnce;
            if (!guard) {
                return;
            }
            guard->write(answer.bytes);
            if (answer.rest.isEmpty()) {
                leave(*guard, answer.after);
                return;
            }
            QTimer::singleShot(answer.restDelay, this, [guard, answer] {
                if (guard) {
                    guard->write(answer.rest);
                    leave(*guard, answer.after);
                }
            });
        });
    }

    static void leave(QTcpSocket &socket, RawAnswer::After after)
    {
        if (after == RawAnswer::After::Close) {
            socket.disconnectFromHost();
        } else if (after == RawAnswer::After::Reset) {
            socket.flush();
            resetConnection(socket);
        }
    }

    std::unique_ptr<QSslConfiguration> tls;
    QList<std::pair<QPointer<QTcpSocket>, QByteArray>> held;
    int atOnce = 0;
};

ScriptedServer::ScriptedServer(Script script)
    : ScriptedServer(std::move(script), std::unique_ptr<QSslConfiguration>())
{
}

ScriptedServer::ScriptedServer(Script script, const QSslConfiguration &tls)
    : ScriptedServer(std::move(script), std::make_unique<QSslConfiguration>(tls))
{
}

ScriptedServer::ScriptedServer(Script script, std::unique_ptr<QSslConfiguration> tls)
    : m_isTls(tls != nullptr)
    , m_worker(new Worker(std::move(script), std::move(tls)))
    , m_server(std::unique_ptr<QTcpServer>(m_worker))
{
}

ScriptedServer::~ScriptedServer() = default;

void ScriptedServer::setScript(Script script)
{
    const std::scoped_lock lock(m_worker->mutex);
    m_worker->script = std::move(script);
}

QUrl ScriptedServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_isTls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.port());
    url.setPath(path);
    return url;
}

QList<RawRequest> ScriptedServer::requests() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->requests;
}

int ScriptedServer::requestCount() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return static_cast<int>(m_worker->requests.size());
}

int ScriptedServer::connectionCount() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->connectionCount;
}

qint64 ScriptedServer::byteCount() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->byteCount;
}

int ScriptedServer::mostAtOnce() const
{
    const std::scoped_lock lock(m_worker->mutex);
    return m_worker->mostAtOnce;
}

void ScriptedServer::releaseHeld()
{
    m_server.call([this] { m_worker->releaseHeld(); });
}

void ScriptedServer::forget()
{
    const std::scoped_lock lock(m_worker->mutex);
    m_worker->requests.clear();
    m_worker->connectionCount = 0;
    m_worker->byteCount = 0;
    m_worker->mostAtOnce = 0;
}

void ScriptedServer::closeConnections()
{
    m_server.closeConnections();
}

} // namespace numbers::test

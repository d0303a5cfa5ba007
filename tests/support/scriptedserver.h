#pragma once

#include "support/rawrequest.h"
#include "support/serverthread.h"

#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

class QSslConfiguration;

namespace numbers::test {

/// What a ScriptedServer sends for one request, byte for byte.
struct RawAnswer
{
    enum class After {
        KeepOpen,
        Close, ///< FIN once everything has been sent
        Reset, ///< RST at once; bytes on the way may be lost
        Hold,  ///< nothing is sent until `releaseHeld`, then the bytes
    };

    QByteArray bytes;
    std::chrono::milliseconds delay{0};
    After after = After::KeepOpen;
    QByteArray rest; ///< sent `restDelay` after `bytes`; not with Hold
    std::chrono::milliseconds restDelay{0};

    /// A well-formed answer with Content-Length.
    [[nodiscard]] static RawAnswer json(int status, const QByteArray &body = "{}",
                                        const QList<QByteArray> &headerLines = {});
    /// The same, held back until `ScriptedServer::releaseHeld`.
    [[nodiscard]] static RawAnswer held(int status);
};

/// A TCP or TLS server on 127.0.0.1 in its own thread that records raw requests and answers them as a
/// function says; for all those answers that no proper server would give.
class ScriptedServer
{
public:
    /// Runs in the server's thread.
    using Script = std::function<RawAnswer(const RawRequest &)>;

    explicit ScriptedServer(Script script = {});
    ScriptedServer(Script script, const QSslConfiguration &tls);
    ~ScriptedServer();
    Q_DISABLE_COPY_MOVE(ScriptedServer)

    void setScript(Script script);
    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /// http, or https with TLS.
    [[nodiscard]] QUrl url(const QString &path) const;
    /// Requests that arrived whole: what a real server would have executed.
    [[nodiscard]] QList<RawRequest> requests() const;
    [[nodiscard]] int requestCount() const;
    [[nodiscard]] int connectionCount() const;
    /// Everything that came, also of requests that were not whole; with TLS after deciphering.
    [[nodiscard]] qint64 byteCount() const;
    /// The most requests that waited for their answer at one time.
    [[nodiscard]] int mostAtOnce() const;
    void releaseHeld();
    void forget(); ///< requests and counts
    /// Closes every connection, as a server does with those that were idle for long.
    void closeConnections();

private:
    class Worker;

    ScriptedServer(Script script, std::unique_ptr<QSslConfiguration> tls);

    bool m_isTls;
    Worker *m_worker;
    ServerThread m_server;
};

} // namespace numbers::test

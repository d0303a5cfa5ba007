#pragma once

#include "support/serverthread.h"

#include <chrono>

namespace numbers::test {

/// What a FaultProxy does to the bytes that pass.
struct Fault
{
    enum class Cut { Fin, Reset };

    qint64 cutRequestAfter = -1; ///< bytes from client to server that still pass; -1: all
    qint64 cutAnswerAfter = -1;  ///< bytes from server to client that still pass; -1: all
    Cut cut = Cut::Fin;          ///< what the client sees; the server sees FIN after what has passed
    std::chrono::milliseconds answerDelay{0};
    bool isBlackhole = false; ///< everything is accepted, nothing is passed on
    /// Else only the first cut is made and the fault is over, so that a client that sends again gets through:
    /// the case that matters.
    bool isLasting = false;
};

/// A relay on 127.0.0.1 before a server, in its own thread, that knows nothing but bytes: works before TLS,
/// too. Counting of bytes begins anew with each `arm`.
class FaultProxy
{
public:
    struct Counts
    {
        int connections = 0;
        int requests = 0; ///< whole requests passed to the server; only without TLS
        int cuts = 0;
        qint64 requestBytes = 0; ///< from clients, passed on
        qint64 answerBytes = 0;  ///< to clients, passed on
    };

    explicit FaultProxy(quint16 serverPort);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    /// Applies to open connections and to new ones; sets the counts to zero.
    void arm(const Fault &fault);
    void disarm() { arm({}); }
    [[nodiscard]] Counts counts() const;
    /// Closes all connections as an idle timeout would.
    void closeConnections();

private:
    class Worker;

    Worker *m_worker;
    ServerThread m_server;
};

} // namespace numbers::test

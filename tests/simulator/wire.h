#pragma once

#include "simulator/simulator.h"

#include <QByteArray>
#include <QJsonObject>
#include <QTcpSocket>

#include <memory>

/// HTTP by hand, so that a test sees every byte.
namespace numbers::simulator::test {

/// What came back on a connection for one request.
struct WireAnswer
{
    /// 0 when there was no complete head.
    int status = 0;
    QByteArray head;
    QByteArray body;
    /// The peer closed before the promised length had come.
    bool cut = false;
    qint64 milliseconds = 0;

    QByteArray header(const QByteArray &name) const;
    QJsonObject json() const;
};

class Wire
{
public:
    explicit Wire(quint16 port);
    explicit Wire(std::unique_ptr<QTcpSocket> connected);
    /// Waits up to 10 s for the whole answer or the end of the connection.
    WireAnswer send(const QByteArray &method, const QByteArray &target, const QByteArray &headers = {},
                    const QByteArray &body = {});
    /// Without waiting for the answer; `sendRaw({})` takes it.
    void startRequest(const QByteArray &method, const QByteArray &target, const QByteArray &headers = {},
                      const QByteArray &body = {});
    WireAnswer sendRaw(const QByteArray &bytes);
    QTcpSocket &socket() { return *m_socket; }

private:
    std::unique_ptr<QTcpSocket> m_socket;
};

/// The Host line that the simulator on this port wants.
QByteArray hostLine(quint16 port);
/// What lets into `/_simulator`.
QByteArray controlHeaders(const Simulator &simulator);
/// Authorization and content type lines for Nixflex.
QByteArray nixflexHeaders(const Simulator &simulator);
QByteArray importBody(const Simulator &simulator);

} // namespace numbers::simulator::test

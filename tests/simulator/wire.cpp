#include "simulator/wire.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::simulator::test {

namespace {
constexpr int patience = 10'000;
}

QByteArray WireAnswer::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0) {
            return line.mid(colon + 1).trimmed();
        }
    }
    return {};
}

QJsonObject WireAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

Wire::Wire(quint16 port)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(u"127.0.0.1"_s, port);
    m_socket->waitForConnected(patience);
}

Wire::Wire(std::unique_ptr<QTcpSocket> connected)
    : m_socket(std::move(connected))
{
}

WireAnswer Wire::send(const QByteArray &method, const QByteArray &target, const QByteArray &headers,
                      const QByteArray &body)
{
    startRequest(method, target, headers, body);
    return sendRaw({});
}

void Wire::startRequest(const QByteArray &method, const QByteArray &target, const QByteArray &headers,
                        const QByteArray &body)
{
    m_socket->write(method + ' ' + target + " HTTP/1.1\r\n" + hostLine(m_socket->peerPort()) + headers +
                    "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    m_socket->flush();
}

WireAnswer Wire::sendRaw(const QByteArray &bytes)
{
    WireAnswer answer;
    QElapsedTimer timer;
    timer.start();
    m_socket->write(bytes);
    QByteArray received;
    qsizetype length = -1;
    for (;;) {
        received += m_socket->readAll();
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end >= 0 && answer.head.isEmpty()) {
            answer.head = received.left(end);
            answer.status = answer.head.mid(9, 3).toInt();
            length = answer.header("Content-Length").toInt();
        }
        if (length >= 0 && received.size() >= end + 4 + length) {
            break;
        }
        if (m_socket->state() != QAbstractSocket::ConnectedState || !m_socket->waitForReadyRead(patience)) {
            received += m_socket->readAll();
            answer.cut = length < 0 || received.size() < received.indexOf("\r\n\r\n") + 4 + length;
            if (answer.cut && m_socket->bytesAvailable() == 0) {
                break;
            }
        }
    }
    answer.body = length >= 0 ? received.mid(received.indexOf("\r\n\r\n") + 4) : QByteArray();
    answer.milliseconds = timer.elapsed();
    return answer;
}

QByteArray hostLine(quint16 port)
{
    return "Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n";
}

QByteArray controlHeaders(const Simulator &simulator)
{
    return "X-Simulator-Token: " + simulator.controlToken().toUtf8() + "\r\n";
}

QByteArray nixflexHeaders(const Simulator &simulator)
{
    return "Authorization: Bearer " + simulator.nixflexKey().toUtf8() +
           "\r\nContent-Type: application/json\r\n";
}

QByteArray importBody(const Simulator &simulator)
{
    const QJsonObject body{{u"phone_number"_s, simulator.freeNumber()},
                           {u"twilio_sid"_s, simulator.mainAccount().sid},
                           {u"twilio_token"_s, simulator.mainAccount().authToken},
                           {u"agent_id"_s, simulator.agentId()}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace numbers::simulator::test

#pragma once

class QTcpSocket;

namespace numbers::test {

/// Closes with RST instead of FIN, as a crashed server or a firewall does.
void resetConnection(QTcpSocket &socket);

} // namespace numbers::test

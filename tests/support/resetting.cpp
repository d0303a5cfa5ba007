#include "support/resetting.h"

#include <QTcpSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace numbers::test {

void resetConnection(QTcpSocket &socket)
{
    linger hard{};
    hard.l_onoff = 1;
    hard.l_linger = 0;
    const auto descriptor = socket.socketDescriptor();
    if (descriptor >= 0) {
#ifdef Q_OS_WIN
        setsockopt(static_cast<SOCKET>(descriptor), SOL_SOCKET, SO_LINGER,
                   reinterpret_cast<const char *>(&hard), sizeof hard);
#else
        setsockopt(static_cast<int>(descriptor), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
    }
    socket.abort();
}

} // namespace numbers::test

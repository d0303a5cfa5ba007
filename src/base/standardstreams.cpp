#include "base/standardstreams.h"

#include "base/plaintext.h"

#include <QByteArray>

#include <cerrno>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace numbers {

void prepareStandardStreams()
{
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF) {
            // The lowest free number, which is this one. What can only be read cannot be written to.
            const int placeholder = ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
            static_cast<void>(placeholder);
        }
    }
#endif
}

int writeLine(std::FILE *stream, const QString &text)
{
    const QByteArray line = escapedText(text).toUtf8() + '\n';
    const auto size = static_cast<std::size_t>(line.size());
    errno = 0;
    const bool isWritten = std::fwrite(line.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
    return isWritten ? 0 : errno != 0 ? errno : EIO;
}

} // namespace numbers

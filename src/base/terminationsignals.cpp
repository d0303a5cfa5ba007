#include "base/terminationsignals.h"

#include <QtGlobal>

#include <cerrno>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace numbers {

namespace {

/// Nobody asks twice in so short a time.
constexpr qint64 togetherMs = 300;

#ifdef Q_OS_UNIX

int wakeUp[2] = {-1, -1};
constexpr int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

/// Only what is allowed in a signal handler: one write.
void onSignal(int)
{
    const int former = errno;
    const char byte = 1;
    const ssize_t written = ::write(wakeUp[1], &byte, 1);
    static_cast<void>(written);
    errno = former;
}

/// Whoever ignored it, as nohup does, wants it ignored.
void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    if (::sigaction(number, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) {
        return;
    }
    action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(number, &action, nullptr);
}

#elif defined(Q_OS_WIN)

TerminationSignals *instance = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (instance == nullptr) {
        return FALSE;
    }
    QMetaObject::invokeMethod(
        instance, [] { instance->receive(); }, Qt::QueuedConnection);
    return TRUE;
}

#endif

} // namespace

#ifdef Q_OS_UNIX

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    // Neither the handler nor the reader may ever wait.
    if (::pipe(wakeUp) != 0) {
        return; // Ctrl+C then ends the program at once; the ledger survives that.
    }
    for (const int end : wakeUp) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    auto *notifier = new QSocketNotifier(wakeUp[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[64];
        while (::read(wakeUp[0], bytes, sizeof(bytes)) > 0) {
        }
        receive();
    });
    for (const int number : caught) {
        handle(number, &onSignal);
    }
}

TerminationSignals::~TerminationSignals()
{
    for (const int number : caught) {
        handle(number, SIG_DFL);
    }
    for (int &end : wakeUp) {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
}

void TerminationSignals::endNow()
{
    // The parent, such as a script in a loop, sees that the program was ended.
    ::signal(SIGTERM, SIG_DFL);
    ::raise(SIGTERM);
    std::_Exit(EXIT_FAILURE);
}

#elif defined(Q_OS_WIN)

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    instance = this;
    ::SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

TerminationSignals::~TerminationSignals()
{
    ::SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    instance = nullptr;
}

void TerminationSignals::endNow()
{
    std::_Exit(EXIT_FAILURE);
}

#endif

void TerminationSignals::receive()
{
    if (m_last.isValid() && m_last.elapsed() < togetherMs) {
        return;
    }
    m_last.start();
    Q_EMIT requested();
}

} // namespace numbers

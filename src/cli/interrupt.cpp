#include "cli/interrupt.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#elif defined(Q_OS_WIN)
#include <windows.h>
#endif

namespace numbers::cli {

#ifdef Q_OS_UNIX

namespace {

int wakeUp[2] = {-1, -1};

/// Only what is allowed in a signal handler: one write.
void onSignal(int number)
{
    const char byte = 1;
    const ssize_t written = ::write(wakeUp[0], &byte, 1);
    static_cast<void>(written);
    ::signal(number, SIG_DFL);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wakeUp) != 0) {
        return; // Ctrl+C then ends the program at once; the ledger survives that.
    }
    auto *notifier = new QSocketNotifier(wakeUp[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT requested();
    });
    ::signal(SIGINT, onSignal);
    ::signal(SIGTERM, onSignal);
}

Interrupt::~Interrupt()
{
    ::signal(SIGINT, SIG_DFL);
    ::signal(SIGTERM, SIG_DFL);
    for (int &end : wakeUp) {
        if (end >= 0) {
            ::close(end);
            end = -1;
        }
    }
}

#elif defined(Q_OS_WIN)

namespace {

Interrupt *instance = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (instance == nullptr) {
        return FALSE;
    }
    QMetaObject::invokeMethod(
        instance, [] { Q_EMIT instance->requested(); }, Qt::QueuedConnection);
    ::SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    return TRUE;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    instance = this;
    ::SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

Interrupt::~Interrupt()
{
    ::SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    instance = nullptr;
}

#endif

} // namespace numbers::cli

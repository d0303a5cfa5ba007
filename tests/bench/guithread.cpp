#include "bench/guithread.h"

#include <QLoggingCategory>

#include <algorithm>
#include <ctime>

namespace numbers::bench {

namespace {

int &chooseScreen(int &argc)
{
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    return argc;
}

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

double threadMilliseconds()
{
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
    static const auto timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return milliseconds(timer);
#endif
}

void comeToRest(std::chrono::milliseconds time)
{
    const QDeadlineTimer deadline(time);
    while (!deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        QThread::usleep(500); // lint: nothing tells that a window has nothing more to paint
    }
}

MeasuredApplication::MeasuredApplication(int &argc, char **argv)
    : QApplication(chooseScreen(argc), argv)
{
    // Writing lines to the terminal is not what is measured.
    QLoggingCategory::setFilterRules(QStringLiteral("numbers.*=false"));
}

void MeasuredApplication::reset()
{
    m_busy = 0;
    m_longest = 0;
}

bool MeasuredApplication::notify(QObject *receiver, QEvent *event)
{
    // Other threads' events come through here too.
    if (m_depth > 0 || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    ++m_depth;
    const auto before = threadMilliseconds();
    QElapsedTimer timer;
    timer.start();
    const bool isHandled = QApplication::notify(receiver, event);
    m_longest = std::max(m_longest, milliseconds(timer));
    m_busy += threadMilliseconds() - before;
    --m_depth;
    return isHandled;
}

Heartbeat::Heartbeat()
{
    m_sinceBeat.start();
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_longest = std::max(m_longest, milliseconds(m_sinceBeat));
        m_sinceBeat.restart();
    });
    m_timer.start(0);
}

} // namespace numbers::bench

#pragma once

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <chrono>

namespace numbers::bench {

/// The application, counting what the GUI thread does: every event that is delivered from outside another
/// one.
class MeasuredApplication : public QApplication
{
    Q_OBJECT
public:
    /// Chooses the offscreen platform where there is no screen.
    MeasuredApplication(int &argc, char **argv);

    /// Starts counting anew.
    void reset();
    /// Processor time of the GUI thread in events since then, in ms; other programs do not add to it.
    [[nodiscard]] double busyMilliseconds() const { return m_busy; }
    /// Wall time of the longest event since then, in ms: so long nothing else was painted or answered.
    [[nodiscard]] double longestMilliseconds() const { return m_longest; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    int m_depth = 0;
    double m_busy = 0;
    double m_longest = 0;
};

/// Processor time this thread has used, in ms; wall time where the system does not tell.
[[nodiscard]] double threadMilliseconds();

/// Handles what is still queued and what follows from it, paints above all, for so long.
void comeToRest(std::chrono::milliseconds time);

/// Turns the event loop, asleep between events, without the pauses of the tests' waiting. Ends the program
/// when it takes longer than `longest`; only noticed when something happens.
template <typename Condition>
void turnUntil(Condition condition, std::chrono::milliseconds longest)
{
    const QDeadlineTimer deadline(longest);
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (deadline.hasExpired()) {
            qFatal("what is waited for does not come about");
        }
    }
}

/// A timer of 0 ms that notices how long the event loop did not turn. Keeps the loop busy while it exists.
class Heartbeat : public QObject
{
    Q_OBJECT
public:
    Heartbeat();
    /// Longest time between two beats, in ms.
    [[nodiscard]] double longestMilliseconds() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_sinceBeat;
    double m_longest = 0;
};

} // namespace numbers::bench

#pragma once

#include <QElapsedTimer>
#include <QObject>

namespace numbers {

/// Turns Ctrl+C, a polite request to end and a terminal that goes (SIGINT, SIGTERM, SIGHUP, SIGQUIT; console
/// events on Windows) into a signal of the event loop, each time anew. What was ignored when the program
/// started (nohup) stays ignored. Several that come together are one request: a closed terminal sends
/// two. One instance.
class TerminationSignals : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

    /// Ends the program at once, as if nobody had caught the signal.
    [[noreturn]] static void endNow();

    /// For the system's handler.
    void receive();

Q_SIGNALS:
    void requested();

private:
    QElapsedTimer m_last;
};

} // namespace numbers

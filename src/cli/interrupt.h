#pragma once

#include <QObject>

namespace numbers::cli {

/// Turns Ctrl+C and a polite request to end (SIGINT, SIGTERM; console events on Windows) into a signal of the
/// event loop. A second one ends the program at once, as usual. One instance.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void requested();
};

} // namespace numbers::cli

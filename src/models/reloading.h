#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace numbers::models {

/// Decides when a model reads the ledger again: one reading at a time, and however often it is asked for
/// meanwhile, one more afterwards. The ledger has one thread, so what queued up there would keep everything
/// else waiting. One thread.
class Reloading : public QObject
{
    Q_OBJECT
public:
    /// `read` begins a reading, whose end has to be told by `finished`.
    explicit Reloading(std::function<void()> read, QObject *parent = nullptr);

    /// Something else is to be read: as soon as the present reading has ended.
    void now();
    /// What was read may have changed. Waits a moment, and several times as long as the last reading took, so
    /// that a stream of changes leaves the ledger time for its other work.
    void soon();
    void finished();

    /// A reading is under way, or is to follow it.
    [[nodiscard]] bool isBusy() const { return m_isReading || m_next != Next::Nothing; }

private:
    enum class Next { Nothing, Soon, Now };

    void start();

    std::function<void()> m_read;
    bool m_isReading = false;
    Next m_next = Next::Nothing; ///< after the present reading
    QElapsedTimer m_sinceStart;
    QTimer m_pause;
};

} // namespace numbers::models

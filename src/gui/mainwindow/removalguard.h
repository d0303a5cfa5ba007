#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;

namespace numbers::gui {

class FleetController;

/// Asks before the window closes while numbers are being removed, and closes it once the number in progress
/// is done.
class RemovalGuard : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    RemovalGuard(QWidget &window, FleetController &controller);

    /// True when nothing is under way, or the user has been asked before and does not want to wait.
    /// Otherwise asks, and closes the window later when the user agrees.
    [[nodiscard]] bool mayClose();

private:
    void ask();

    QWidget &m_window;
    FleetController &m_controller;
    QPointer<QMessageBox> m_box;
    bool m_isClosing = false; ///< agreed, and waiting for the number in progress
};

} // namespace numbers::gui

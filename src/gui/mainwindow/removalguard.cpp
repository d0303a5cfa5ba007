#include "gui/mainwindow/removalguard.h"

#include "gui/fleet/fleetcontroller.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;

RemovalGuard::RemovalGuard(QWidget &window, FleetController &controller)
    : m_window(window)
    , m_controller(controller)
{
    connect(&m_controller, &FleetController::removalFinished, this, [this] {
        if (m_box) {
            m_box->close(); // The question has answered itself.
        }
        if (std::exchange(m_isClosing, false)) {
            m_window.close();
        }
    });
}

bool RemovalGuard::mayClose()
{
    if (m_isClosing || !m_controller.isRemoving()) {
        return true;
    }
    if (m_box) {
        m_box->raise();
        m_box->activateWindow();
    } else {
        ask();
    }
    return false;
}

void RemovalGuard::ask()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Removal under way"),
                                tr("%Ln number(s) are not removed yet. Stop and close?", nullptr,
                                   m_controller.removal().total() - m_controller.removal().done()),
                                QMessageBox::NoButton, &m_window);
    box->setObjectName(u"closeWhileRemovingBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("The number in progress is finished first. The others stay as they are."));
    auto *stayButton = box->addButton(tr("&Keep it open"), QMessageBox::RejectRole);
    stayButton->setObjectName(u"keepOpenButton"_s);
    auto *stopButton = box->addButton(tr("&Stop and close"), QMessageBox::AcceptRole);
    stopButton->setObjectName(u"stopAndCloseButton"_s);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    connect(stopButton, &QPushButton::clicked, this, [this] {
        m_isClosing = true;
        m_controller.cancelRemoval();
    });
    m_box = box;
    box->open();
}

} // namespace numbers::gui

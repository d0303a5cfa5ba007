#include "gui/mainwindow/startupwarnings.h"

#include "gui/common/messagebar.h"
#include "gui/common/textdirection.h"
#include "gui/fleet/fleetcontroller.h"
#include "gui/history/operationtext.h"
#include "gui/mainwindow/mainwindow.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

StartReports::StartReports(MessageBar &noticeBar, QObject *parent)
    : QObject(parent)
    , m_bar(noticeBar)
{
}

void StartReports::setWorkspace(workspace::Workspace &workspace, FleetController &controller)
{
    m_controller = &controller;
    connect(&workspace.settings(), &workspace::Settings::saveFailed, this, [this](const Error &error) {
        m_bar.showError(MainWindow::tr("Preferences could not be saved."), error);
    });
    connect(&controller, &FleetController::settled, this, &StartReports::reportSettled);
    connect(&controller, &FleetController::settlingFailed, this, [this](const Error &error) {
        m_bar.showError(MainWindow::tr("What was left open could not be settled yet."), error);
        offerToSettle();
    });
    reportSettingsFile(workspace);
    if (const auto error = workspace.ledger().whyReadOnly()) {
        m_bar.showError(MainWindow::tr("Your records are read-only."), *error);
    }
}

void StartReports::reportSettingsFile(workspace::Workspace &workspace)
{
    const auto &settings = workspace.settings();
    if (const auto error = settings.loadError()) {
        m_bar.showError(*error);
    } else if (const auto copy = settings.brokenCopy(); !copy.isEmpty()) {
        m_bar.showMessage(
            MessageKind::Warning,
            MainWindow::tr(
                "The settings could not be understood, so this starts with the usual ones. What was "
                "there is kept in %1. Your numbers and their history are not affected. Enter the "
                "Nixflex key again if you are asked for it, and look through the preferences.")
                .arg(leftToRight(QDir::toNativeSeparators(copy))));
    }
}

void StartReports::reportNetworkSettings(const Error &error)
{
    m_bar.showError(MainWindow::tr("The network settings could not be used as they are."), error);
    auto *button = m_bar.addButton(MainWindow::tr("Networ&k settings…"), u"noticeNetworkButton"_s);
    connect(button, &QPushButton::clicked, this, &StartReports::networkSettingsRequested);
}

void StartReports::reportOtherWindow()
{
    m_bar.showMessage(
        MessageKind::Warning,
        MainWindow::tr("This profile is open in another window, which does not answer. You can work "
                       "here: both use the same records. If the other window hangs, close it."));
}

void StartReports::reportSettled(const QList<store::OperationRecord> &operations)
{
    QStringList lines;
    auto isEverythingKnown = true;
    for (const auto &operation : operations) {
        isEverythingKnown =
            isEverythingKnown && operation.outcome != store::OperationRecord::Outcome::Unknown;
        lines.append(MainWindow::tr("%1 of %2: %3")
                         .arg(operationTitle(operation), leftToRight(operation.phoneNumber.international()),
                              outcomeText(operation)));
    }
    lines.prepend(isEverythingKnown
                      ? MainWindow::tr("Something had been left open. What became of it is now known:")
                      : MainWindow::tr("Something had been left open. What became of it:"));
    m_bar.showMessage(isEverythingKnown ? MessageKind::Info : MessageKind::Warning, lines.join(u'\n'));
    if (!isEverythingKnown) {
        offerToSettle();
    }
}

void StartReports::offerToSettle()
{
    auto *button = m_bar.addButton(MainWindow::tr("Try &again"), u"settleAgainButton"_s);
    connect(button, &QPushButton::clicked, this, [this] {
        m_bar.showMessage(MessageKind::Info, MainWindow::tr("Asking Nixflex what became of it…"));
        m_controller->settle();
    });
}

} // namespace numbers::gui

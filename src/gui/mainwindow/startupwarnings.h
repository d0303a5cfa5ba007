#pragma once

#include "base/error.h"
#include "store/records.h"

#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class FleetController;
class MessageBar;

/// What a start found that somebody should know: settings that could not be read or used, and what became of
/// operations that were left open.
class StartReports : public QObject
{
    Q_OBJECT
public:
    /// The bar is borrowed and has to outlive this.
    StartReports(MessageBar &noticeBar, QObject *parent);

    /// Borrowed. Says what is to be said of the settings file, and follows what the controller settles.
    void setWorkspace(workspace::Workspace &workspace, FleetController &controller);
    void reportNetworkSettings(const Error &error);
    /// Another program has this profile's window, but could not be asked to show it.
    void reportOtherWindow();

Q_SIGNALS:
    void networkSettingsRequested();

private:
    void reportSettingsFile(workspace::Workspace &workspace);
    void reportSettled(const QList<store::OperationRecord> &operations);
    void offerToSettle();

    MessageBar &m_bar;
    FleetController *m_controller = nullptr;
};

} // namespace numbers::gui

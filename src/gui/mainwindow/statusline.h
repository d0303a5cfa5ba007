#pragma once

#include <QObject>
#include <QTimer>

class QLabel;
class QStatusBar;

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class FleetController;

/// The status bar's standing facts: operations under way, writes left, last sync, key, practice or live.
class StatusLine : public QObject
{
    Q_OBJECT
public:
    explicit StatusLine(QStatusBar *bar);

    void setUp(workspace::Workspace &workspace, FleetController &controller);

private:
    void updateKey();
    void updateLane();
    void updateSync();
    void updateOperations();
    void updateAttention();

    QStatusBar *m_bar;
    QLabel *m_attention;
    QLabel *m_operations;
    QLabel *m_lane;
    QLabel *m_sync;
    QLabel *m_key;
    QLabel *m_readOnly;
    QLabel *m_mode;
    QTimer m_attentionTimer;
    workspace::Workspace *m_workspace = nullptr;
    FleetController *m_controller = nullptr;
};

} // namespace numbers::gui

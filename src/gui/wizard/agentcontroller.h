#pragma once

#include "base/result.h"
#include "gui/common/latestrequest.h"
#include "nixflex/types.h"

#include <QList>
#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Reads Nixflex's agents: at once those seen before, then what Nixflex says now.
class AgentController : public QObject
{
    Q_OBJECT
public:
    explicit AgentController(workspace::Workspace &workspace, QObject *parent = nullptr);

    void load();
    void stop() { m_reading.stop(); }

Q_SIGNALS:
    void remembered(const QList<numbers::nixflex::Agent> &agents);
    void loaded(const QList<numbers::nixflex::Agent> &agents);
    void failed(const numbers::Error &error);

private:
    void readAtNixflex(const CancelToken &token);

    workspace::Workspace &m_workspace;
    Latest m_reading;
};

} // namespace numbers::gui

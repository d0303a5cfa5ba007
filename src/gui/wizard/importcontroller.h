#pragma once

#include "base/canceltoken.h"
#include "gui/wizard/wizardstate.h"
#include "operations/operations.h"

#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Starts an import and listens to it. The import belongs to the workspace: destroying this ends nothing.
class ImportController : public QObject
{
    Q_OBJECT
public:
    explicit ImportController(workspace::Workspace &workspace, QObject *parent = nullptr);

    void start(const ReviewChoice &choice);
    /// Before the request leaves: nothing is sent. While a lost answer is being settled: stops waiting.
    void cancel() { m_cancel.cancel(); }
    /// Asks both providers again what became of an operation whose outcome is Unknown.
    void settleAgain(const QString &operationId);
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void stepBegun(numbers::operations::ImportStep step);
    void finished(const numbers::operations::OperationOutcome &outcome);

private:
    void finish(const operations::OperationOutcome &outcome);

    workspace::Workspace &m_workspace;
    CancelSource m_cancel;
    bool m_isRunning = false;
};

} // namespace numbers::gui

#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "base/terminationsignals.h"
#include "store/records.h"

#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::cli {

class Console;

/// What happens when the user or the system asks the program to end. The first time, what has not been sent
/// yet is not sent, and what is waited for is said. The second time the program ends, unless a number is
/// between two writes and nobody would answer it: then it says so, and how it can be forced.
class Leaving : public QObject
{
    Q_OBJECT
public:
    Leaving(Console &console, CancelSource cancel, QObject *parent = nullptr);

    /// What is under way there is asked for; null again before it goes.
    void setWorkspace(workspace::Workspace *workspace) { m_workspace = workspace; }

private:
    void leave();
    void leaveWith(const Result<QList<store::OperationRecord>> &unfinished, bool isFirst);

    Console &m_console;
    CancelSource m_cancel;
    workspace::Workspace *m_workspace = nullptr;
    TerminationSignals m_signals;
    bool m_isAsked = false;
};

} // namespace numbers::cli

#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

class FleetController;
class ImportWizard;
class MessageBar;

/// The way from practice to real work and back. It waits for what is under way: another session ends what
/// this one is doing, and a lost answer costs more than a moment of patience.
class ModeSwitch : public QObject
{
    Q_OBJECT
public:
    /// The bar is borrowed, has to outlive this, and says why it does not go on.
    ModeSwitch(bool isPractice, MessageBar &noticeBar, QObject *parent);

    /// Borrowed. Without them nothing can be under way.
    void setWorkspace(workspace::Workspace &workspace, const FleetController &controller);
    /// The one that is open; it is closed before the mode changes.
    void setWizard(ImportWizard *wizard);

    /// Asked first: true to go on; otherwise it calls what it is given when it has to be asked again.
    void setGuard(std::function<bool(std::function<void()>)> guard) { m_guard = std::move(guard); }

    /// Ends in `granted`, or in words why not.
    void request();

Q_SIGNALS:
    void granted();

private:
    void tellWhyNot();
    void checkWhyNot();
    [[nodiscard]] bool isBusy(const QList<store::OperationRecord> &unfinished) const;
    void closeWizardAndGo();

    bool m_isPractice;
    MessageBar &m_noticeBar;
    workspace::Workspace *m_workspace = nullptr;
    const FleetController *m_controller = nullptr;
    QPointer<ImportWizard> m_wizard;
    std::function<bool(std::function<void()>)> m_guard;
    QString m_whyNot; ///< the message that says why, while there is one
};

} // namespace numbers::gui

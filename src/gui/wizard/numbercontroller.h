#pragma once

#include "base/agentid.h"
#include "base/result.h"
#include "gui/common/latestrequest.h"
#include "gui/wizard/wizardstate.h"
#include "twilio/types.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Reads the numbers of an account, and which of them are at Nixflex already.
class NumberController : public QObject
{
    Q_OBJECT
public:
    /// Number to the name of its agent, or the agent's id where the name is not known.
    using Imported = QHash<PhoneNumber, QString>;

    explicit NumberController(workspace::Workspace &workspace, QObject *parent = nullptr);

    void load(const AccountChoice &account);
    void stopLoading() { m_loading.stop(); }
    /// Asks Twilio for the first of these that is in the account; one at least.
    void find(const AccountChoice &account, const QList<PhoneNumber> &readings);
    void stopFinding() { m_finding.stop(); }

Q_SIGNALS:
    void importedLoaded(const numbers::gui::NumberController::Imported &imported);
    void pageLoaded(const QList<numbers::twilio::IncomingNumber> &page);
    /// `skipped`: rows of the list that could not be read; the number may be one of them.
    void loaded(const QList<numbers::SkippedRow> &skipped);
    void loadFailed(const numbers::Error &error);
    void found(const numbers::twilio::IncomingNumber &number);
    void findFailed(const numbers::Error &error);

private:
    void loadImported(const CancelToken &token);

    workspace::Workspace &m_workspace;
    Latest m_loading;
    Latest m_finding;
};

} // namespace numbers::gui

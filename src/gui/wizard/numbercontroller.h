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
    /// The agent of each number that is connected to one.
    using Imported = QHash<PhoneNumber, nixflex::Agent>;

    explicit NumberController(workspace::Workspace &workspace, QObject *parent = nullptr);

    void load(const AccountChoice &account);
    void stopLoading() { m_loading.stop(); }
    /// Asks Twilio for the first of these that is in the account; one at least.
    void find(const AccountChoice &account, const QList<PhoneNumber> &readings);
    void stopFinding() { m_finding.stop(); }
    /// Asks Nixflex whether a number is still connected to an agent.
    void confirmImported(const PhoneNumber &number);

Q_SIGNALS:
    void importedLoaded(const numbers::gui::NumberController::Imported &imported);
    void pageLoaded(const QList<numbers::twilio::IncomingNumber> &page);
    /// `skipped`: rows of the list that could not be read; the number may be one of them.
    void loaded(const QList<numbers::SkippedRow> &skipped);
    void loadFailed(const numbers::Error &error);
    void found(const numbers::twilio::IncomingNumber &number);
    void findFailed(const numbers::Error &error);
    /// With the agent's name where it is known; null: to none any more.
    void importedConfirmed(const std::optional<numbers::nixflex::Agent> &agent);
    void confirmFailed(const numbers::Error &error);

private:
    void loadImported(const CancelToken &token);
    [[nodiscard]] nixflex::Agent agentOf(const AgentId &id) const;

    workspace::Workspace &m_workspace;
    Latest m_loading;
    Latest m_finding;
    QHash<AgentId, QString> m_agentNames;
};

} // namespace numbers::gui

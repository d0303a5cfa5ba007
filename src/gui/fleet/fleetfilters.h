#pragma once

#include "base/accountsid.h"
#include "base/agentid.h"
#include "store/records.h"

#include <QObject>

#include <optional>

class QComboBox;

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// Those rows only; nothing set: all.
struct FleetFilter
{
    std::optional<store::Health> health;
    AgentId agentId;
    AccountSid accountSid;
};

/// The box of filters beside the search: the fixed ones, then one for each agent and account.
class FleetFilters : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    FleetFilters(QComboBox &combo, workspace::Workspace &workspace);

    /// Reads agents and accounts again; the chosen entry stays chosen where it is still there.
    void load();
    [[nodiscard]] FleetFilter chosen() const;
    [[nodiscard]] bool isFiltering() const { return !m_chosen.isEmpty(); }
    void chooseAll();
    /// Chooses the numbers that need attention.
    void chooseNeedsAttention();

Q_SIGNALS:
    /// Another filter is chosen: by the user, by a call, or since the chosen agent or account is not there.
    void changed();

private:
    void choose(const QString &word);
    void show(const QList<nixflex::Agent> &agents, const QList<store::AccountRecord> &accounts);

    QComboBox &m_combo;
    workspace::Workspace &m_workspace;
    QString m_chosen; ///< word of the entry; empty: all numbers
    int m_generation = 0;
};

} // namespace numbers::gui

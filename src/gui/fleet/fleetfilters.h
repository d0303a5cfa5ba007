#pragma once

#include "base/accountsid.h"
#include "base/agentid.h"
#include "store/records.h"

#include <QList>
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
    /// Chooses the numbers that need attention.
    void chooseNeedsAttention();

private:
    void add(const QString &text, const FleetFilter &filter);

    QComboBox &m_combo;
    workspace::Workspace &m_workspace;
    QList<FleetFilter> m_filters;
};

} // namespace numbers::gui

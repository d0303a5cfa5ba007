#include "gui/fleet/fleetfilters.h"

#include "gui/fleet/fleetpage.h"
#include "workspace/workspace.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QScrollBar>

#include <algorithm>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

// What an entry of the box stands for.
constexpr QLatin1StringView needsAttention("needs_attention");
constexpr QLatin1StringView gone("gone");
constexpr QLatin1StringView agentPrefix("agent:");
constexpr QLatin1StringView accountPrefix("account:");

} // namespace

FleetFilters::FleetFilters(QComboBox &combo, workspace::Workspace &workspace)
    : m_combo(combo)
    , m_workspace(workspace)
{
    connect(&m_combo, &QComboBox::activated, this, [this] { choose(m_combo.currentData().toString()); });
    show({}, {});
}

FleetFilter FleetFilters::chosen() const
{
    FleetFilter filter;
    if (m_chosen == needsAttention) {
        filter.health = store::Health::NeedsAttention;
    } else if (m_chosen == gone) {
        filter.health = store::Health::Gone;
    } else if (m_chosen.startsWith(agentPrefix)) {
        filter.agentId = AgentId::parse(m_chosen.mid(agentPrefix.size())).value_or(AgentId());
    } else if (m_chosen.startsWith(accountPrefix)) {
        filter.accountSid = AccountSid::parse(m_chosen.mid(accountPrefix.size())).value_or(AccountSid());
    }
    return filter;
}

void FleetFilters::chooseAll()
{
    choose({});
}

void FleetFilters::chooseNeedsAttention()
{
    choose(needsAttention);
}

void FleetFilters::choose(const QString &word)
{
    m_combo.setCurrentIndex(std::max(0, m_combo.findData(word)));
    if (std::exchange(m_chosen, word) != word) {
        Q_EMIT changed();
    }
}

void FleetFilters::load()
{
    const auto generation = ++m_generation;
    auto agents = m_workspace.ledger().agents(m_workspace.keyId());
    QCoro::connect(std::move(agents), this, [this, generation](const Result<QList<nixflex::Agent>> &known) {
        auto accounts = m_workspace.ledger().accounts();
        QCoro::connect(std::move(accounts), this,
                       [this, generation, agents = known](const Result<QList<store::AccountRecord>> &result) {
                           // What could not be read leaves the box as it is.
                           if (generation == m_generation && agents && result) {
                               show(*agents, *result);
                               if (m_combo.findData(m_chosen) < 0) {
                                   chooseAll();
                               }
                           }
                       });
    });
}

void FleetFilters::show(const QList<nixflex::Agent> &agents, const QList<store::AccountRecord> &accounts)
{
    m_combo.clear();
    m_combo.addItem(FleetPage::tr("All numbers"), QString());
    m_combo.addItem(FleetPage::tr("Needs attention"), QString(needsAttention));
    m_combo.addItem(FleetPage::tr("No longer at Nixflex"), QString(gone));
    for (const auto &agent : agents) {
        m_combo.addItem(FleetPage::tr("Agent: %1").arg(agent.name), agentPrefix + agent.id.toString());
    }
    for (const auto &account : accounts) {
        m_combo.addItem(
            FleetPage::tr("Account: %1").arg(account.label.isEmpty() ? account.friendlyName : account.label),
            accountPrefix + account.sid.toString());
    }
    m_combo.setCurrentIndex(std::max(0, m_combo.findData(m_chosen)));
    // Names of any length: the list is as wide as they need, not the field.
    m_combo.view()->setMinimumWidth(std::min(m_combo.view()->sizeHintForColumn(0) +
                                                 m_combo.view()->verticalScrollBar()->sizeHint().width(),
                                             m_combo.window()->width() / 2));
}

} // namespace numbers::gui

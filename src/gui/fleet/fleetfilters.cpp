#include "gui/fleet/fleetfilters.h"

#include "gui/fleet/fleetpage.h"
#include "workspace/workspace.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QScrollBar>

#include <algorithm>

namespace numbers::gui {

FleetFilters::FleetFilters(QComboBox &combo, workspace::Workspace &workspace)
    : m_combo(combo)
    , m_workspace(workspace)
{
}

FleetFilter FleetFilters::chosen() const
{
    return m_filters.value(m_combo.currentIndex());
}

void FleetFilters::chooseNeedsAttention()
{
    for (qsizetype index = 0; index < m_filters.size(); ++index) {
        if (m_filters.at(index).health == store::Health::NeedsAttention) {
            m_combo.setCurrentIndex(static_cast<int>(index));
        }
    }
}

void FleetFilters::add(const QString &text, const FleetFilter &filter)
{
    m_combo.addItem(text);
    m_filters.append(filter);
}

void FleetFilters::load()
{
    const auto previous = m_combo.currentText();
    m_combo.clear();
    m_filters.clear();
    add(FleetPage::tr("All numbers"), {});
    add(FleetPage::tr("Needs attention"), {store::Health::NeedsAttention, {}, {}});
    add(FleetPage::tr("No longer at Nixflex"), {store::Health::Gone, {}, {}});
    m_combo.setCurrentIndex(std::max(0, m_combo.findText(previous)));

    const auto restore = [this, previous] {
        const auto index = m_combo.findText(previous);
        if (index >= 0) {
            m_combo.setCurrentIndex(index);
        }
    };
    auto agents = m_workspace.ledger().agents(m_workspace.keyId());
    QCoro::connect(std::move(agents), this, [this, restore](const Result<QList<nixflex::Agent>> &result) {
        for (const auto &agent : result.value_or(QList<nixflex::Agent>())) {
            add(FleetPage::tr("Agent: %1").arg(agent.name), {{}, agent.id, {}});
        }
        restore();
    });
    auto accounts = m_workspace.ledger().accounts();
    QCoro::connect(std::move(accounts), this,
                   [this, restore](const Result<QList<store::AccountRecord>> &result) {
                       for (const auto &account : result.value_or(QList<store::AccountRecord>())) {
                           add(FleetPage::tr("Account: %1")
                                   .arg(account.label.isEmpty() ? account.friendlyName : account.label),
                               {{}, {}, account.sid});
                       }
                       restore();
                       // Names of any length: the list is as wide as they need, not the field.
                       m_combo.view()->setMinimumWidth(
                           std::min(m_combo.view()->sizeHintForColumn(0) +
                                        m_combo.view()->verticalScrollBar()->sizeHint().width(),
                                    m_combo.window()->width() / 2));
                   });
}

} // namespace numbers::gui

#include "gui/wizard/savedaccountbox.h"

#include "gui/common/icons.h"
#include "gui/wizard/accountpage.h"
#include "gui/wizard/accounttext.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace numbers::gui {

SavedAccountBox::SavedAccountBox(QComboBox &combo, QObject *parent)
    : QObject(parent)
    , m_combo(combo)
{
    fill({});
    connect(&m_combo, &QComboBox::currentIndexChanged, this, &SavedAccountBox::chosenChanged);
}

void SavedAccountBox::fill(const QList<store::AccountRecord> &accounts)
{
    fillWith(accounts, m_combo.currentData().toString(), false);
}

void SavedAccountBox::fillAtFirst(const QList<store::AccountRecord> &accounts, const QString &preferred)
{
    fillWith(accounts, preferred, true);
}

void SavedAccountBox::fillWith(const QList<store::AccountRecord> &accounts, const QString &wanted,
                               bool isFirst)
{
    const QSignalBlocker blocker(m_combo);
    m_accounts = accounts;
    m_combo.clear();
    for (const auto &account : accounts) {
        m_combo.addItem(iconFor(Icon::Account), accountWords(account), account.sid.toString());
    }
    m_combo.addItem(iconFor(Icon::Add), AccountPage::tr("Another account"), QString());
    const auto index = m_combo.findData(wanted);
    if (isFirst && (index < 0 || wanted.isEmpty())) {
        m_combo.setCurrentIndex(0);
    } else {
        m_combo.setCurrentIndex(index < 0 ? m_combo.count() - 1 : index);
    }
}

std::optional<store::AccountRecord> SavedAccountBox::chosen() const
{
    const auto index = m_combo.currentIndex();
    return index >= 0 && index < m_accounts.size() ? std::optional(m_accounts.at(index)) : std::nullopt;
}

store::AccountRecord SavedAccountBox::known(const AccountSid &sid) const
{
    for (const auto &account : m_accounts) {
        if (account.sid == sid) {
            return account;
        }
    }
    return {};
}

} // namespace numbers::gui

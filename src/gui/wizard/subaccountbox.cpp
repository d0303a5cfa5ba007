#include "gui/wizard/subaccountbox.h"

#include "gui/common/fieldhint.h"
#include "gui/common/screenreader.h"
#include "gui/wizard/accountpage.h"
#include "gui/wizard/accounttext.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>

namespace numbers::gui {

SubaccountBox::SubaccountBox(QComboBox &combo, FieldHint &hint, QObject *parent)
    : QObject(parent)
    , m_combo(combo)
    , m_hint(hint)
{
    m_hint.setBuddy(&m_combo);
    connect(&m_combo, &QComboBox::currentIndexChanged, this, [this] {
        m_hint.clear();
        Q_EMIT chosenChanged();
    });
}

void SubaccountBox::fill(const operations::VerifiedAccount &account)
{
    const QSignalBlocker blocker(m_combo);
    const auto previous = m_combo.currentData().toString();
    m_subaccounts = account.subaccounts;
    m_combo.clear();
    const auto &name = account.account.friendlyName;
    m_combo.addItem(AccountPage::tr("%1 (the main account itself)")
                        .arg(name.isEmpty() ? account.credentials.accountSid.shortened() : name),
                    QString());
    for (const auto &subaccount : std::as_const(m_subaccounts)) {
        m_combo.addItem(subaccountWords(subaccount), subaccount.sid.toString());
    }
    m_combo.setCurrentIndex(std::max(0, m_combo.findData(previous)));
    m_hint.setPlaceholder(
        AccountPage::tr("For a subaccount its own SID and Auth Token are given to Nixflex."));
}

void SubaccountBox::ask()
{
    const auto text = AccountPage::tr(
        "The pair works. This account has %n subaccount(s): choose where the number is, then press Next.",
        nullptr, static_cast<int>(m_subaccounts.size()));
    m_hint.showMessage(MessageKind::Info, text);
    announce(&m_combo, text);
    m_combo.setFocus(Qt::OtherFocusReason);
}

const twilio::Account *SubaccountBox::chosen() const
{
    const auto sid = m_combo.currentData().toString();
    const auto found =
        std::find_if(m_subaccounts.cbegin(), m_subaccounts.cend(),
                     [&sid](const twilio::Account &account) { return account.sid.toString() == sid; });
    return found == m_subaccounts.cend() ? nullptr : &*found;
}

bool SubaccountBox::isUsable() const
{
    const auto *account = chosen();
    return account == nullptr ||
           (account->authToken && account->status != twilio::Account::Status::Suspended &&
            account->status != twilio::Account::Status::Closed);
}

} // namespace numbers::gui

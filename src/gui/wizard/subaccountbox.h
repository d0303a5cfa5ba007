#pragma once

#include "operations/reading/accountverifier.h"

#include <QObject>

class QComboBox;

namespace numbers::gui {

class FieldHint;

/// Where the number is: the main account that was proven, or one of its subaccounts.
class SubaccountBox : public QObject
{
    Q_OBJECT
public:
    /// Both borrowed from the page that shows them.
    SubaccountBox(QComboBox &combo, FieldHint &hint, QObject *parent);

    /// Keeps the choice where it is still there.
    void fill(const operations::VerifiedAccount &account);
    /// Says that there is something to choose, and takes the focus.
    void ask();
    /// Null for the main account itself.
    [[nodiscard]] const twilio::Account *chosen() const;
    /// False for a subaccount that takes no calls, or whose token Twilio did not tell.
    [[nodiscard]] bool isUsable() const;

Q_SIGNALS:
    void chosenChanged();

private:
    QComboBox &m_combo;
    FieldHint &m_hint;
    QList<twilio::Account> m_subaccounts;
};

} // namespace numbers::gui

#pragma once

#include "store/records.h"

#include <QObject>

#include <optional>

class QComboBox;

namespace numbers::gui {

/// The saved accounts of this computer and, below them, "Another account".
class SavedAccountBox : public QObject
{
    Q_OBJECT
public:
    /// Borrowed from the page that shows it.
    SavedAccountBox(QComboBox &combo, QObject *parent);

    /// Keeps the choice, which becomes "Another account" when it is no longer there. Does not signal.
    void fill(const QList<store::AccountRecord> &accounts);
    /// Chooses `preferred`, or the first one there is. Does not signal.
    void fillAtFirst(const QList<store::AccountRecord> &accounts, const QString &preferred);
    /// Nothing for "Another account".
    [[nodiscard]] std::optional<store::AccountRecord> chosen() const;
    /// What is recorded of an account; empty when it is not saved.
    [[nodiscard]] store::AccountRecord known(const AccountSid &sid) const;

Q_SIGNALS:
    void chosenChanged();

private:
    void fillWith(const QList<store::AccountRecord> &accounts, const QString &wanted, bool isFirst);

    QComboBox &m_combo;
    QList<store::AccountRecord> m_accounts;
};

} // namespace numbers::gui

#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

class QTableWidgetItem;

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

namespace Ui {
class AccountsPage;
}

/// The Twilio accounts this computer knows: label and customer can be edited in place, tokens replaced,
/// accounts forgotten.
class AccountsPage : public QWidget
{
    Q_OBJECT
public:
    explicit AccountsPage(QWidget *parent = nullptr);
    ~AccountsPage() override;

    void setUp(workspace::Workspace &workspace);

private:
    enum Column { LabelColumn, CustomerColumn, TokenColumn, NameColumn, SidColumn, ColumnCount };

    void reload();
    void fill(const QList<store::AccountRecord> &accounts);
    void saveEdit(QTableWidgetItem *item);
    void replaceToken();
    void askToForget();
    void forget(const AccountSid &sid);
    void updateButtons();
    [[nodiscard]] std::optional<store::AccountRecord> current() const;

    std::unique_ptr<Ui::AccountsPage> m_ui;
    workspace::Workspace *m_workspace = nullptr;
    QList<store::AccountRecord> m_accounts;
};

} // namespace numbers::gui

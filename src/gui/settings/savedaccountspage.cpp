#include "gui/settings/savedaccountspage.h"

#include "base/plaintext.h"
#include "gui/common/tableview.h"
#include "gui/common/typography.h"
#include "gui/settings/forgetaccount.h"
#include "gui/settings/tokendialog.h"
#include "models/tooltip.h"
#include "ui_accountspage.h"
#include "workspace/workspace.h"

#include <QHeaderView>
#include <QSignalBlocker>

namespace numbers::gui {

namespace {

/// All of it is to be read by the pointer where the column is too narrow.
QTableWidgetItem *itemOf(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setToolTip(models::plainToolTip(text));
    return item;
}

QTableWidgetItem *readOnlyItem(const QString &text)
{
    auto *item = itemOf(text);
    item->setFlags(item->flags() & ~Qt::ItemIsEditable);
    return item;
}

/// Its ends tell accounts apart; all of it would be wider than everything else together.
QTableWidgetItem *sidItem(const AccountSid &sid)
{
    auto *item = readOnlyItem(sid.shortened());
    item->setToolTip(sid.toString());
    item->setData(Qt::AccessibleTextRole, sid.toString());
    return item;
}

QString tokenWords(const store::AccountRecord &account)
{
    return account.isTokenRemembered ? AccountsPage::tr("In the keychain")
                                     : AccountsPage::tr("Not remembered");
}

} // namespace

AccountsPage::AccountsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AccountsPage>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->emptyLabel);
    auto *table = m_ui->accountTable;
    table->setColumnCount(ColumnCount);
    table->setHorizontalHeaderLabels(
        {tr("Label"), tr("Customer"), tr("Token"), tr("Name at Twilio"), tr("Account SID")});
    table->verticalHeader()->hide();
    // Names share what is left, however long they are: nothing here is worth scrolling sideways for.
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(TokenColumn, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(SidColumn, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(table, &QTableWidget::itemChanged, this, &AccountsPage::saveEdit);
    connect(table, &QTableWidget::itemSelectionChanged, this, &AccountsPage::updateButtons);
    connect(m_ui->replaceButton, &QPushButton::clicked, this, &AccountsPage::replaceToken);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &AccountsPage::askToForget);
    updateButtons();
}

AccountsPage::~AccountsPage() = default;

void AccountsPage::setUp(workspace::Workspace &workspace)
{
    m_workspace = &workspace;
    connect(&workspace.ledger(), &store::Ledger::accountsChanged, this, &AccountsPage::reload);
    reload();
}

void AccountsPage::reload()
{
    auto task = m_workspace->ledger().accounts();
    QCoro::connect(std::move(task), this, [this](const Result<QList<store::AccountRecord>> &result) {
        if (result) {
            fill(*result);
        } else {
            m_ui->messageBar->showError(result.error());
        }
    });
}

void AccountsPage::fill(const QList<store::AccountRecord> &accounts)
{
    const auto previous = current();
    m_accounts = accounts;
    auto *table = m_ui->accountTable;
    {
        const QSignalBlocker blocker(table);
        table->setRowCount(static_cast<int>(accounts.size()));
        for (int row = 0; row < table->rowCount(); ++row) {
            const auto &account = accounts.at(row);
            table->setItem(row, LabelColumn, itemOf(account.label));
            table->setItem(row, CustomerColumn, itemOf(account.customer));
            table->setItem(row, NameColumn, readOnlyItem(account.friendlyName));
            table->setItem(row, SidColumn, sidItem(account.sid));
            table->setItem(row, TokenColumn, readOnlyItem(tokenWords(account)));
            if (previous && previous->sid == account.sid) {
                chooseRow(*table, row);
            }
        }
    }
    table->setVisible(!accounts.isEmpty());
    m_ui->emptyLabel->setVisible(accounts.isEmpty());
    updateButtons();
}

void AccountsPage::saveEdit(QTableWidgetItem *item)
{
    if (item->row() >= m_accounts.size()) {
        return;
    }
    auto &account = m_accounts[item->row()];
    auto &field = item->column() == LabelColumn ? account.label : account.customer;
    const auto text = lineOf(item->text());
    if (field == text) {
        return;
    }
    field = text;
    auto task = m_workspace->ledger().saveAccount(account);
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (!result) {
            m_ui->messageBar->showError(result.error());
        }
    });
}

void AccountsPage::replaceToken()
{
    if (const auto account = current()) {
        openTokenDialog(*m_workspace, *account, this, [this] {
            m_ui->messageBar->showMessage(MessageKind::Success, tr("The new token works and is in use."));
            reload();
        });
    }
}

void AccountsPage::askToForget()
{
    const auto account = current();
    if (!account) {
        return;
    }
    gui::askToForget(*account, this, [this, sid = account->sid] { forget(sid); });
}

void AccountsPage::forget(const AccountSid &sid)
{
    auto task = m_workspace->forgetAccount(sid);
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (!result) {
            m_ui->messageBar->showError(result.error());
        }
        reload();
    });
}

void AccountsPage::updateButtons()
{
    const auto isChosen = current().has_value();
    m_ui->replaceButton->setEnabled(isChosen);
    m_ui->forgetButton->setEnabled(isChosen);
}

std::optional<store::AccountRecord> AccountsPage::current() const
{
    const auto rows = m_ui->accountTable->selectionModel()->selectedRows();
    if (rows.isEmpty() || rows.front().row() >= m_accounts.size()) {
        return std::nullopt;
    }
    return m_accounts.at(rows.front().row());
}

} // namespace numbers::gui

#include "gui/settings/tokendialog.h"

#include "gui/common/errortext.h"
#include "gui/common/typography.h"
#include "gui/settings/keychaintext.h"
#include "ui_tokendialog.h"
#include "workspace/workspace.h"

#include <QPushButton>

namespace numbers::gui {

TokenDialog::TokenDialog(workspace::Workspace &workspace, store::AccountRecord account, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::TokenDialog>())
    , m_workspace(workspace)
    , m_account(std::move(account))
{
    m_ui->setupUi(this);
    const auto name = m_account.label.isEmpty() ? m_account.friendlyName : m_account.label;
    m_ui->accountLabel->setText(tr("Account %1 (%2)").arg(name, m_account.sid.toString()));
    m_ui->tokenHint->watch(m_ui->tokenEdit, &checkAuthToken);
    m_ui->tokenHint->setPlaceholder(tr("From the Twilio Console, Account → API keys & tokens."));
    const auto keychain = describeKeychain(m_workspace.secretStore());
    m_ui->rememberCheck->setEnabled(keychain.canRemember);
    m_ui->rememberCheck->setChecked(keychain.canRemember);
    if (!keychain.canRemember) {
        m_ui->rememberCheck->setToolTip(keychain.text);
    }
    m_ui->messageBar->setDismissible(false);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Chec&k and replace"));
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &TokenDialog::accept);
    connect(m_ui->buttonBox, &QDialogButtonBox::rejected, this, &TokenDialog::reject);
    connect(m_ui->tokenHint, &FieldHint::verdictChanged, this, &TokenDialog::updateButtons);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] { m_cancel.cancel(); });
    updateButtons();
    fitToTexts(this, 60);
}

TokenDialog::~TokenDialog()
{
    m_cancel.cancel();
}

void TokenDialog::accept()
{
    if (!m_ui->tokenHint->isGood() || m_ui->busyBar->isBusy()) {
        return;
    }
    m_ui->messageBar->clear();
    m_ui->busyBar->start(tr("Asking Twilio whether the pair works…"));
    updateButtons();
    m_token = std::make_shared<const SecretString>(SecretString::fromText(m_ui->tokenEdit->text()));
    m_cancel = CancelSource();
    const twilio::Credentials credentials{m_account.sid, m_token};
    auto task = m_workspace.accountVerifier().verify(credentials, m_cancel.token());
    QCoro::connect(std::move(task), this,
                   [this](const Result<operations::VerifiedAccount> &result) { verified(result); });
}

void TokenDialog::verified(const Result<operations::VerifiedAccount> &result)
{
    if (!result) {
        fail(result.error());
        return;
    }
    const auto isRemembered = m_ui->rememberCheck->isChecked();
    m_account.isTokenRemembered = isRemembered;
    m_account.verifiedAt = m_workspace.clock().utcNow();
    if (!result->account.sid.isNull()) {
        m_account.status = result->account.status;
        m_account.type = result->account.type;
        m_account.friendlyName = result->account.friendlyName;
    }
    auto task = m_workspace.saveAccount(m_account, m_token, isRemembered);
    QCoro::connect(std::move(task), this, [this](const Result<void> &saved) {
        if (!saved) {
            fail(saved.error());
            return;
        }
        m_ui->busyBar->finish();
        m_ui->tokenEdit->clear();
        QDialog::accept();
    });
}

void TokenDialog::fail(const Error &error)
{
    m_ui->busyBar->finish();
    updateButtons();
    if (!isSilent(error)) {
        m_ui->messageBar->showError(error);
    }
    m_ui->tokenEdit->setFocus(Qt::OtherFocusReason);
}

void TokenDialog::updateButtons()
{
    const auto isBusy = m_ui->busyBar->isBusy();
    m_ui->tokenEdit->setReadOnly(isBusy);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(!isBusy && m_ui->tokenHint->isGood());
}

void openTokenDialog(workspace::Workspace &workspace, const store::AccountRecord &account, QWidget *parent,
                     std::function<void()> replaced)
{
    auto *dialog = new TokenDialog(workspace, account, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(replaced));
    dialog->open();
}

} // namespace numbers::gui

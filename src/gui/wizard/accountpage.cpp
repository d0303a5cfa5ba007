#include "gui/wizard/accountpage.h"

#include "base/plaintext.h"
#include "gui/common/errortext.h"
#include "gui/common/icons.h"
#include "gui/common/screenreader.h"
#include "gui/settings/forgetaccount.h"
#include "gui/settings/keychaintext.h"
#include "gui/settings/tokendialog.h"
#include "gui/wizard/accounttext.h"
#include "gui/wizard/savedaccountbox.h"
#include "gui/wizard/subaccountbox.h"
#include "ui_accountpage.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace numbers::gui {

using namespace Qt::StringLiterals;

AccountPage::AccountPage(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent)
    : AsyncPage(parent)
    , m_ui(std::make_unique<Ui::AccountPage>())
    , m_workspace(workspace)
    , m_controller(new AccountController(workspace, this))
    , m_start(start.accountSid)
{
    m_ui->setupUi(this);
    m_savedAccountBox = new SavedAccountBox(*m_ui->accountCombo, this);
    m_subaccountBox = new SubaccountBox(*m_ui->subaccountCombo, *m_ui->subaccountHint, this);
    setUpFields();
    connectController();
    updateFields();
    m_controller->loadAccounts();
}

AccountPage::~AccountPage() = default;

void AccountPage::setUpFields()
{
    m_ui->sidHint->watch(m_ui->accountSidEdit, &checkAccountSid);
    m_ui->sidHint->setPlaceholder(tr("From the Twilio Console; starts with AC."));
    m_ui->tokenHint->watch(m_ui->authTokenEdit, &checkAuthToken);
    m_ui->tokenHint->setPlaceholder(
        tr("From the Twilio Console, beside the Account SID. API keys do not work: Nixflex needs the Auth "
           "Token."));
    m_ui->messageBar->setDismissible(false);
    m_ui->form->setRowVisible(m_ui->subaccountField, false);
    m_ui->rememberCheckBox->setChecked(
        m_workspace.settings().value(workspace::Settings::Key::RememberAccounts).toBool());

    auto *showAction = m_ui->authTokenEdit->addAction(iconFor(Icon::Show), QLineEdit::TrailingPosition);
    showAction->setObjectName(u"showTokenAction"_s);
    showAction->setCheckable(true);
    showAction->setText(tr("Show the token"));
    showAction->setToolTip(tr("Show the token"));
    connect(showAction, &QAction::toggled, m_ui->authTokenEdit, [this](bool isShown) {
        m_ui->authTokenEdit->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });

    connect(m_savedAccountBox, &SavedAccountBox::chosenChanged, this, &AccountPage::accountSelected);
    connect(m_ui->accountSidEdit, &QLineEdit::textChanged, this, &AccountPage::inputChanged);
    connect(m_ui->authTokenEdit, &QLineEdit::textChanged, this, &AccountPage::inputChanged);
    connect(m_ui->sidHint, &FieldHint::verdictChanged, this, &AccountPage::completeChanged);
    connect(m_ui->tokenHint, &FieldHint::verdictChanged, this, &AccountPage::completeChanged);
    connect(m_ui->rememberCheckBox, &QCheckBox::toggled, this, [this](bool isChecked) {
        m_isSessionOnly = false;
        m_workspace.settings().setValue(workspace::Settings::Key::RememberAccounts, isChecked);
        updateFields();
    });
    connect(m_subaccountBox, &SubaccountBox::chosenChanged, this, &AccountPage::completeChanged);
    connect(m_ui->replaceTokenButton, &QPushButton::clicked, this, &AccountPage::replaceToken);
    connect(m_ui->forgetButton, &QPushButton::clicked, this, &AccountPage::forget);
    connect(m_ui->busyBar, &BusyBar::cancelRequested, this, [this] {
        stop();
        m_ui->accountCombo->setFocus(Qt::OtherFocusReason);
    });
}

void AccountPage::connectController()
{
    connect(m_controller, &AccountController::accountsLoaded, this, &AccountPage::fillAccounts);
    connect(m_controller, &AccountController::tokenLoaded, this, &AccountPage::tokenLoaded);
    connect(m_controller, &AccountController::verified, this, &AccountPage::verified);
    connect(m_controller, &AccountController::verifyFailed, this, &AccountPage::verifyFailed);
    connect(m_controller, &AccountController::saved, this, &AccountPage::saved);
    connect(m_controller, &AccountController::saveFailed, this, &AccountPage::saveFailed);
    connect(m_controller, &AccountController::failed, this,
            [this](const Error &error) { m_ui->messageBar->showError(error); });
    connect(m_controller, &AccountController::keychainUnlocked, this, [this] {
        m_ui->messageBar->clear();
        accountSelected();
    });
    connect(&m_workspace.secretStore(), &secrets::SecretStore::stateChanged, this,
            &AccountPage::updateKeychain);
    updateKeychain();
}

void AccountPage::stop()
{
    m_controller->stop();
    m_isTokenLoading = false;
    m_ui->busyBar->finish();
    setBusy(false);
    updateFields();
}

// --------------------------------------------------------------------------------------- saved and new ones

void AccountPage::fillAccounts(const QList<store::AccountRecord> &accounts)
{
    // At first the account that was asked for, or that of last time; later the one that is chosen.
    const auto isFirst = std::exchange(m_isFirstFill, false) && m_ui->accountSidEdit->text().isEmpty();
    const auto isStart = [this](const store::AccountRecord &account) { return account.sid == m_start; };
    if (isFirst && (m_start.isNull() || std::any_of(accounts.cbegin(), accounts.cend(), isStart))) {
        m_savedAccountBox->fillAtFirst(
            accounts, m_start.isNull() ? m_workspace.settings().text(workspace::Settings::Key::LastAccountSid)
                                       : m_start.toString());
    } else {
        if (isFirst) {
            m_ui->accountSidEdit->setText(m_start.toString());
        }
        m_savedAccountBox->fill(accounts);
    }
    const auto chosen = m_savedAccountBox->chosen();
    if ((m_saved ? m_saved->sid : AccountSid()) != (chosen ? chosen->sid : AccountSid())) {
        accountSelected();
    } else if (m_saved) {
        // The same account, perhaps with other words.
        m_saved = chosen;
        updateFields();
    }
}

void AccountPage::accountSelected()
{
    m_controller->stop();
    m_ui->busyBar->finish();
    m_ui->messageBar->clear();
    m_verified.reset();
    m_savedToken.reset();
    m_mustRetype = false;
    m_saved = m_savedAccountBox->chosen();
    m_isTokenLoading = m_saved.has_value();
    if (m_saved) {
        m_controller->loadToken(m_saved->sid);
    }
    setBusy(false);
    updateFields();
}

void AccountPage::tokenLoaded(const Result<Token> &result)
{
    m_isTokenLoading = false;
    if (result) {
        m_savedToken = *result;
        if (!m_savedToken) {
            m_ui->tokenHint->showMessage(MessageKind::Info,
                                         tr("This account’s token is not remembered. Enter it to go on."));
        }
    } else if (!isSilent(result.error())) {
        m_ui->messageBar->showError(
            tr("The remembered token could not be read; you can enter it for this session."), result.error());
        offerUnlock();
    }
    updateFields();
}

void AccountPage::inputChanged()
{
    if (isBusy()) {
        m_controller->stop();
        m_ui->busyBar->finish();
        setBusy(false);
    }
    m_verified.reset();
    m_ui->messageBar->clear();
    updateFields();
}

void AccountPage::updateFields()
{
    const auto hasSaved = m_saved.has_value();
    const auto asksToken = !m_isTokenLoading && isTokenTyped();
    const auto keychain = describeKeychain(m_workspace.secretStore());
    const auto isLocked = isBusy();
    m_ui->form->setRowVisible(m_ui->savedInfoLabel, hasSaved);
    m_ui->form->setRowVisible(m_ui->savedButtons, hasSaved);
    m_ui->form->setRowVisible(m_ui->sidField, !hasSaved);
    m_ui->form->setRowVisible(m_ui->tokenField, asksToken);
    m_ui->form->setRowVisible(m_ui->rememberCheckBox, asksToken);
    const auto namesIt = !hasSaved && m_ui->rememberCheckBox->isChecked();
    m_ui->form->setRowVisible(m_ui->labelEdit, namesIt);
    m_ui->form->setRowVisible(m_ui->customerEdit, namesIt);
    m_ui->form->setRowVisible(m_ui->keychainLabel,
                              asksToken && keychain.kind != MessageKind::Success &&
                                  m_workspace.secretStore().state() != secrets::SecretStore::State::Unknown);
    if (hasSaved) {
        m_ui->savedInfoLabel->setText(accountDetails(*m_saved, m_savedToken != nullptr));
    }
    m_ui->accountCombo->setEnabled(!isLocked);
    m_ui->accountSidEdit->setReadOnly(isLocked);
    m_ui->authTokenEdit->setReadOnly(isLocked);
    m_ui->form->setRowVisible(m_ui->subaccountField, m_verified && !m_verified->subaccounts.isEmpty());
    Q_EMIT completeChanged();
}

void AccountPage::updateKeychain()
{
    const auto text = describeKeychain(m_workspace.secretStore());
    m_ui->rememberCheckBox->setEnabled(text.canRemember);
    m_ui->keychainLabel->setText(text.text);
    updateFields();
}

std::optional<twilio::Credentials> AccountPage::credentials() const
{
    twilio::Credentials pair;
    if (m_saved) {
        pair.accountSid = m_saved->sid;
    } else if (const auto sid = AccountSid::parse(m_ui->accountSidEdit->text())) {
        pair.accountSid = *sid;
    }
    if (!isTokenTyped()) {
        pair.authToken = m_savedToken;
    } else if (checkAuthToken(m_ui->authTokenEdit->text()).verdict == InputCheck::Verdict::Good) {
        pair.authToken =
            std::make_shared<const SecretString>(SecretString::fromText(m_ui->authTokenEdit->text()));
    }
    return pair.isComplete() ? std::optional(pair) : std::nullopt;
}

bool AccountPage::isRemembered() const
{
    if (m_isSessionOnly) {
        return false;
    }
    if (!isTokenTyped()) {
        return m_saved && m_saved->isTokenRemembered;
    }
    return m_ui->rememberCheckBox->isEnabled() && m_ui->rememberCheckBox->isChecked();
}

// --------------------------------------------------------------------------------------- checking and saving

bool AccountPage::canGoOn() const
{
    if (m_isTokenLoading) {
        return false;
    }
    return m_verified ? m_subaccountBox->isUsable() : credentials().has_value();
}

void AccountPage::check()
{
    m_ui->messageBar->clear();
    if (m_verified) {
        goOn();
    } else if (const auto pair = credentials()) {
        startVerifying(*pair);
    }
}

void AccountPage::startVerifying(const twilio::Credentials &credentials)
{
    setBusy(true);
    updateFields();
    m_ui->busyBar->start(tr("Asking Twilio whether this pair works…"));
    m_controller->verify(credentials);
}

void AccountPage::verified(const operations::VerifiedAccount &account)
{
    m_verified = account;
    m_subaccountBox->fill(account);
    m_ui->busyBar->setText(tr("Saving…"));
    m_ui->busyBar->setCancellable(false);
    auto record =
        recordOf(account.account, account.credentials.accountSid,
                 m_savedAccountBox->known(account.credentials.accountSid), m_workspace.clock().utcNow());
    if (isNew() && isRemembered()) {
        const auto label = lineOf(m_ui->labelEdit->text());
        const auto customer = lineOf(m_ui->customerEdit->text());
        record.label = label.isEmpty() ? record.label : label;
        record.customer = customer.isEmpty() ? record.customer : customer;
    }
    m_saving = Saving::MainAccount;
    m_controller->save(record, account.credentials.authToken, isRemembered());
}

void AccountPage::verifyFailed(const Error &error)
{
    m_ui->busyBar->finish();
    setBusy(false);
    updateFields();
    if (isSilent(error)) {
        return;
    }
    showError(error, placeOf(error));
}

void AccountPage::saved()
{
    const auto what = std::exchange(m_saving, Saving::Nothing);
    if (!m_verified || what == Saving::Nothing) {
        return;
    }
    m_ui->busyBar->finish();
    setBusy(false);
    updateFields();
    if (what == Saving::Subaccount) {
        finish();
        return;
    }
    QStringList warnings;
    for (const auto &warning : m_verified->warnings) {
        warnings << warning.text;
    }
    if (!warnings.isEmpty()) {
        m_ui->messageBar->showMessage(MessageKind::Warning,
                                      tr("%1\nPress Next to go on all the same.").arg(warnings.join(u'\n')));
    }
    if (!m_verified->subaccounts.isEmpty()) {
        m_subaccountBox->ask();
        m_ui->scrollArea->ensureWidgetVisible(m_ui->subaccountHint);
    } else if (warnings.isEmpty()) {
        finish();
    }
}

void AccountPage::saveFailed(const Error &error)
{
    m_ui->busyBar->finish();
    setBusy(false);
    const auto what = std::exchange(m_saving, Saving::Nothing);
    updateFields();
    if (isSilent(error)) {
        return;
    }
    if (error.kind != Error::Kind::SecretStore) {
        m_verified.reset();
        updateFields();
        m_ui->messageBar->showError(error);
        return;
    }
    m_ui->messageBar->showError(tr("The pair works, but its token could not be remembered."), error);
    offerUnlock();
    auto *button = m_ui->messageBar->addButton(tr("Use it for this session &only"), u"sessionOnlyButton"_s);
    connect(button, &QPushButton::clicked, this, [this, what] {
        // The workspace keeps it for the session in any case.
        m_isSessionOnly = true;
        m_ui->messageBar->clear();
        m_saving = what;
        saved();
    });
    button->setFocus(Qt::OtherFocusReason);
}

void AccountPage::goOn()
{
    const auto *sub = m_subaccountBox->chosen();
    if (sub == nullptr) {
        finish();
        return;
    }
    setBusy(true);
    m_saving = Saving::Subaccount;
    auto record = recordOf(*sub, sub->sid, m_savedAccountBox->known(sub->sid), m_workspace.clock().utcNow());
    if (record.customer.isEmpty()) {
        record.customer = m_savedAccountBox->known(m_verified->credentials.accountSid).customer;
    }
    m_controller->save(record, sub->authToken, isRemembered());
}

void AccountPage::finish()
{
    AccountChoice choice;
    if (const auto *sub = m_subaccountBox->chosen()) {
        choice.account = *sub;
        choice.credentials = {sub->sid, sub->authToken};
    } else {
        choice.account = m_verified->account;
        choice.credentials = m_verified->credentials;
    }
    auto record = m_savedAccountBox->known(choice.credentials.accountSid);
    record.sid = choice.credentials.accountSid;
    record.friendlyName = choice.account.friendlyName;
    choice.name = nameOf(record);
    m_workspace.settings().setValue(workspace::Settings::Key::LastAccountSid,
                                    m_verified->credentials.accountSid.toString());
    Q_EMIT chosen(choice);
    pass();
}

// --------------------------------------------------------------------------------------- messages and
// dialogs

void AccountPage::showError(const Error &error, WizardPlace place)
{
    if (place == WizardPlace::AuthToken || place == WizardPlace::AccountSid) {
        m_verified.reset();
        m_mustRetype = m_saved.has_value() && place == WizardPlace::AuthToken;
        updateFields();
        const auto isSid = place == WizardPlace::AccountSid && isNew();
        auto *hint = isSid ? m_ui->sidHint : m_ui->tokenHint;
        auto *edit = isSid ? m_ui->accountSidEdit : m_ui->authTokenEdit;
        if (edit->isVisibleTo(this)) {
            hint->showError(error);
            edit->setFocus(Qt::OtherFocusReason);
            edit->selectAll();
            m_ui->scrollArea->ensureWidgetVisible(hint);
            // Said where it is mended, and only there.
            m_ui->messageBar->clear();
            announce(edit, error.userText);
            Q_EMIT completeChanged();
            return;
        }
    }
    m_ui->messageBar->showError(error);
    if (place == WizardPlace::NetworkSettings || isNetworkSettingsMatter(error)) {
        auto *button = m_ui->messageBar->addButton(tr("Net&work settings…"), u"networkSettingsButton"_s);
        connect(button, &QPushButton::clicked, this, &AccountPage::networkSettingsRequested);
    }
    Q_EMIT completeChanged();
}

void AccountPage::offerUnlock()
{
    using State = secrets::SecretStore::State;
    const auto state = m_workspace.secretStore().state();
    if (state == State::WaitingForUnlock || state == State::Denied) {
        auto *button = m_ui->messageBar->addButton(tr("Unlock &keychain…"), u"unlockKeychainButton"_s);
        connect(button, &QPushButton::clicked, m_controller, &AccountController::unlockKeychain);
    }
}

void AccountPage::replaceToken()
{
    if (!m_saved) {
        return;
    }
    openTokenDialog(m_workspace, *m_saved, this, [this] {
        accountSelected();
        m_ui->messageBar->showMessage(MessageKind::Success, tr("The new token works and is in use."));
    });
}

void AccountPage::forget()
{
    if (m_saved) {
        askToForget(*m_saved, this, [this, sid = m_saved->sid] { m_controller->forget(sid); });
    }
}

} // namespace numbers::gui

#pragma once

#include "base/error.h"
#include "gui/wizard/accountcontroller.h"
#include "gui/wizard/asyncpage.h"
#include "gui/wizard/errorplace.h"
#include "gui/wizard/wizardstate.h"

#include <memory>
#include <optional>

namespace numbers::gui {

namespace Ui {
class AccountPage;
}
class SavedAccountBox;
class SubaccountBox;

/// Page 1: a saved Twilio account or a new pair, proven by using it, then a subaccount where there are any.
class AccountPage : public AsyncPage
{
    Q_OBJECT
public:
    AccountPage(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent = nullptr);
    ~AccountPage() override;

    void stop() override;
    /// What a later page was told about this account, at the field where it is mended.
    void showError(const Error &error, WizardPlace place);

Q_SIGNALS:
    void chosen(const numbers::gui::AccountChoice &choice);
    void networkSettingsRequested();

protected:
    [[nodiscard]] bool canGoOn() const override;
    void check() override;

private:
    using Token = AccountController::Token;
    enum class Saving { Nothing, MainAccount, Subaccount };

    void setUpFields();
    void connectController();
    void fillAccounts(const QList<store::AccountRecord> &accounts);
    void accountSelected();
    void tokenLoaded(const Result<Token> &result);
    void inputChanged();
    void updateFields();
    void updateKeychain();

    void startVerifying(const twilio::Credentials &credentials);
    void verified(const operations::VerifiedAccount &account);
    void verifyFailed(const Error &error);
    void saved();
    void saveFailed(const Error &error);
    void goOn();
    void finish();

    void replaceToken();
    void forget();
    void offerUnlock();

    [[nodiscard]] bool isNew() const { return !m_saved.has_value(); }
    [[nodiscard]] bool isTokenTyped() const { return isNew() || !m_savedToken || m_mustRetype; }
    [[nodiscard]] std::optional<twilio::Credentials> credentials() const;
    [[nodiscard]] bool isRemembered() const;

    std::unique_ptr<Ui::AccountPage> m_ui;
    workspace::Workspace &m_workspace;
    AccountController *m_controller;
    SavedAccountBox *m_savedAccountBox = nullptr;
    SubaccountBox *m_subaccountBox = nullptr;
    std::optional<store::AccountRecord> m_saved; ///< the saved account that is chosen
    Token m_savedToken;
    bool m_isFirstFill = true;
    AccountSid m_start;
    bool m_isTokenLoading = false;
    bool m_mustRetype = false;    ///< the saved token was refused
    bool m_isSessionOnly = false; ///< the user's choice after the keychain refused
    std::optional<operations::VerifiedAccount> m_verified;
    Saving m_saving = Saving::Nothing;
};

} // namespace numbers::gui

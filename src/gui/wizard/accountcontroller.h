#pragma once

#include "base/result.h"
#include "gui/common/latestrequest.h"
#include "operations/reading/accountverifier.h"
#include "store/records.h"

#include <QList>
#include <QObject>

namespace numbers::workspace {
class Workspace;
}

namespace numbers::gui {

/// What the account page does: know the saved accounts and their tokens, try a pair, save it.
class AccountController : public QObject
{
    Q_OBJECT
public:
    using Token = std::shared_ptr<const SecretString>;

    explicit AccountController(workspace::Workspace &workspace, QObject *parent = nullptr);

    void loadAccounts();
    void loadToken(const AccountSid &sid);
    void verify(const twilio::Credentials &credentials);
    /// Drops the answer of loadToken and verify.
    void stop();
    void save(const store::AccountRecord &account, const Token &token, bool isRemembered);
    void forget(const AccountSid &sid);
    /// The system's own dialog; then `keychainUnlocked` or `failed`.
    void unlockKeychain();

Q_SIGNALS:
    void accountsLoaded(const QList<numbers::store::AccountRecord> &accounts);
    /// A null token: it is not remembered.
    void tokenLoaded(const numbers::Result<numbers::gui::AccountController::Token> &token);
    void verified(const numbers::operations::VerifiedAccount &account);
    void verifyFailed(const numbers::Error &error);
    void saved();
    void saveFailed(const numbers::Error &error);
    void keychainUnlocked();
    void failed(const numbers::Error &error);

private:
    workspace::Workspace &m_workspace;
    Latest m_tokenReading;
    Latest m_verifying;
};

/// The record of an account that was just verified; `known` is what was saved of it before.
[[nodiscard]] store::AccountRecord recordOf(const twilio::Account &account, const AccountSid &sid,
                                            const store::AccountRecord &known, const QDateTime &now);

} // namespace numbers::gui

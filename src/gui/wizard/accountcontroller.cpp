#include "gui/wizard/accountcontroller.h"

#include "workspace/workspace.h"

namespace numbers::gui {

AccountController::AccountController(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace.ledger(), &store::Ledger::accountsChanged, this, &AccountController::loadAccounts);
}

void AccountController::loadAccounts()
{
    auto task = m_workspace.ledger().accounts();
    QCoro::connect(std::move(task), this, [this](const Result<QList<store::AccountRecord>> &result) {
        if (result) {
            Q_EMIT accountsLoaded(*result);
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

void AccountController::loadToken(const AccountSid &sid)
{
    const auto token = m_tokenReading.start();
    auto task = m_workspace.tokenOf(sid);
    deliverLatest(std::move(task), this, token,
                  [this](const Result<Token> &result) { Q_EMIT tokenLoaded(result); });
}

void AccountController::verify(const twilio::Credentials &credentials)
{
    const auto token = m_verifying.start();
    auto task = m_workspace.accountVerifier().verify(credentials, token);
    deliverLatest(std::move(task), this, token, [this](const Result<operations::VerifiedAccount> &result) {
        if (result) {
            Q_EMIT verified(*result);
        } else {
            Q_EMIT verifyFailed(result.error());
        }
    });
}

void AccountController::stop()
{
    m_tokenReading.stop();
    m_verifying.stop();
}

void AccountController::save(const store::AccountRecord &account, const Token &token, bool isRemembered)
{
    auto task = m_workspace.saveAccount(account, token, isRemembered);
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (result) {
            Q_EMIT saved();
        } else {
            Q_EMIT saveFailed(result.error());
        }
    });
}

void AccountController::forget(const AccountSid &sid)
{
    auto task = m_workspace.forgetAccount(sid);
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (!result) {
            Q_EMIT failed(result.error());
        }
        loadAccounts();
    });
}

void AccountController::unlockKeychain()
{
    auto task = m_workspace.secretStore().unlock();
    QCoro::connect(std::move(task), this, [this](const Result<void> &result) {
        if (result) {
            Q_EMIT keychainUnlocked();
        } else {
            Q_EMIT failed(result.error());
        }
    });
}

store::AccountRecord recordOf(const twilio::Account &account, const AccountSid &sid,
                              const store::AccountRecord &known, const QDateTime &now)
{
    auto record = known;
    record.sid = sid;
    record.verifiedAt = now;
    if (!account.sid.isNull()) {
        record.ownerSid = account.ownerSid;
        record.friendlyName = account.friendlyName;
        record.status = account.status;
        record.type = account.type;
    }
    return record;
}

} // namespace numbers::gui

#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "store/records.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace numbers::workspace {
class Workspace;
}
namespace numbers::operations {
struct VerifiedAccount;
}

namespace numbers::gui {

namespace Ui {
class TokenDialog;
}

/// A new Auth Token for an account that is known already; tried at Twilio before the old one is replaced.
class TokenDialog : public QDialog
{
    Q_OBJECT
public:
    TokenDialog(workspace::Workspace &workspace, store::AccountRecord account, QWidget *parent = nullptr);
    ~TokenDialog() override;

    void accept() override;

private:
    void verified(const Result<operations::VerifiedAccount> &result);
    void fail(const Error &error);
    void updateButtons();

    std::unique_ptr<Ui::TokenDialog> m_ui;
    workspace::Workspace &m_workspace;
    store::AccountRecord m_account;
    std::shared_ptr<const SecretString> m_token;
    CancelSource m_cancel;
};

/// Asks for another token of a saved account; `replaced` is called when it works and is in use, unless
/// `parent` has gone.
void openTokenDialog(workspace::Workspace &workspace, const store::AccountRecord &account, QWidget *parent,
                     std::function<void()> replaced);

} // namespace numbers::gui

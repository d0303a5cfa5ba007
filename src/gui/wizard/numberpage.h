#pragma once

#include "base/error.h"
#include "gui/wizard/asyncpage.h"
#include "gui/wizard/errorplace.h"
#include "gui/wizard/numbercontroller.h"
#include "gui/wizard/wizardstate.h"
#include "store/records.h"

#include <memory>
#include <optional>

namespace numbers::gui {

class NumberFilter;
class NumberModel;

namespace Ui {
class NumberPage;
}

/// Page 2: one of the account's numbers, from the list or typed in any form.
class NumberPage : public AsyncPage
{
    Q_OBJECT
public:
    NumberPage(workspace::Workspace &workspace, const WizardStart &start, QWidget *parent = nullptr);
    ~NumberPage() override;

    /// Another account empties the list; what was typed stays.
    void setAccount(const AccountChoice &account);
    void initializePage() override;
    void stop() override;
    void readAgain();
    /// For the next import: the account stays, the number goes.
    void forgetNumber();
    void showError(const Error &error);

Q_SIGNALS:
    void chosen(const numbers::gui::NumberChoice &choice);
    void mendRequested(const numbers::Error &error, numbers::gui::WizardPlace place);
    /// It is connected already, and shall have another agent.
    void moveRequested(const numbers::store::NumberRecord &number);

protected:
    [[nodiscard]] bool canGoOn() const override;
    void check() override;

private:
    void setUpView();
    void connectController();
    void filterChanged();
    void listChanged();
    void updateHint();
    void updateCount();
    void updateBusy();
    void loadFailed(const Error &error);
    void goOn();
    void importedConfirmed(const std::optional<nixflex::Agent> &agent);
    void offerMove(const PhoneNumber &number, const nixflex::Agent &agent);
    void found(const twilio::IncomingNumber &number);
    void findFailed(const Error &error);

    [[nodiscard]] const twilio::IncomingNumber *selected() const;
    /// The number that was typed, when it reads as one.
    /// What the text means, best first, when it is a whole number.
    [[nodiscard]] Result<QList<PhoneNumber>> typed() const;
    [[nodiscard]] QString describe(const PhoneNumber &number) const;

    std::unique_ptr<Ui::NumberPage> m_ui;
    workspace::Workspace &m_workspace;
    NumberController *m_controller;
    NumberModel *m_model;
    NumberFilter *m_filter;
    std::optional<AccountChoice> m_account;
    store::NumberRecord m_moved; ///< the one that may be moved
    QString m_finding;           ///< the number asked for, for people; empty when none is
    bool m_isLoading = false;
    bool m_isListComplete = false;
};

} // namespace numbers::gui

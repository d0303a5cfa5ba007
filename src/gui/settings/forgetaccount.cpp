#include "gui/settings/forgetaccount.h"

#include "gui/common/confirmation.h"
#include "gui/settings/savedaccountspage.h"

namespace numbers::gui {

using namespace Qt::StringLiterals;

void askToForget(const store::AccountRecord &account, QWidget *parent, const std::function<void()> &agreed)
{
    const auto name = !account.label.isEmpty()          ? account.label
                      : !account.friendlyName.isEmpty() ? account.friendlyName
                                                        : account.sid.shortened();
    const Question question{u"forgetAccountBox"_s, AccountsPage::tr("Forget account"),
                            AccountsPage::tr("Forget “%1” and its token on this computer?").arg(name),
                            AccountsPage::tr("Nothing changes at Twilio or Nixflex. Its numbers and their "
                                             "history stay in your records."),
                            AccountsPage::tr("&Forget")};
    ask(question, parent, agreed);
}

} // namespace numbers::gui

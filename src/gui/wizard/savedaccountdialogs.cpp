#include "gui/wizard/savedaccountdialogs.h"

#include "gui/wizard/accountpage.h"
#include "gui/wizard/accounttext.h"

#include <QMessageBox>
#include <QPushButton>

namespace numbers::gui {

using namespace Qt::StringLiterals;

void askToForget(const store::AccountRecord &account, QWidget *parent, std::function<void()> confirmed)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, AccountPage::tr("Forget account"),
                        AccountPage::tr("Forget “%1” and its token on this computer?").arg(nameOf(account)),
                        QMessageBox::Cancel, parent);
    box->setObjectName(u"forgetAccountBox"_s);
    box->setInformativeText(AccountPage::tr("Nothing changes at Twilio or Nixflex. Its numbers and their "
                                            "history stay in your records."));
    auto *forgetButton = box->addButton(AccountPage::tr("&Forget"), QMessageBox::DestructiveRole);
    forgetButton->setObjectName(u"confirmForgetButton"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(forgetButton, &QPushButton::clicked, parent, std::move(confirmed));
    box->open();
}

} // namespace numbers::gui

#include "gui/wizard/accounttext.h"

#include <QCoreApplication>

namespace numbers::gui {

using namespace Qt::StringLiterals;

namespace {

struct AccountText
{
    Q_DECLARE_TR_FUNCTIONS(AccountText)
};

QString statusWords(twilio::Account::Status status)
{
    switch (status) {
    case twilio::Account::Status::Active:
        return AccountText::tr("active");
    case twilio::Account::Status::Suspended:
        return AccountText::tr("suspended");
    case twilio::Account::Status::Closed:
        return AccountText::tr("closed");
    case twilio::Account::Status::UnknownStatus:
        break;
    }
    return {};
}

} // namespace

QString nameOf(const store::AccountRecord &account)
{
    if (!account.label.isEmpty()) {
        return account.label;
    }
    return account.friendlyName.isEmpty() ? account.sid.shortened() : account.friendlyName;
}

QString accountWords(const store::AccountRecord &account)
{
    const auto customer =
        account.customer.isEmpty() ? QString() : AccountText::tr(" (%1)", "customer").arg(account.customer);
    return AccountText::tr("%1%2 – %3", "account, (customer), SID")
        .arg(nameOf(account), customer, account.sid.shortened());
}

QString accountDetails(const store::AccountRecord &account, bool hasToken)
{
    QStringList words{account.sid.toString()};
    if (!account.customer.isEmpty()) {
        words << AccountText::tr("customer: %1").arg(account.customer);
    }
    if (const auto status = statusWords(account.status); !status.isEmpty()) {
        words << status;
    }
    if (account.type == twilio::Account::Type::Trial) {
        words << AccountText::tr("trial");
    }
    if (hasToken) {
        words << (account.isTokenRemembered ? AccountText::tr("token in the keychain")
                                            : AccountText::tr("token kept for this session"));
    }
    return words.join(u" · "_s);
}

QString subaccountWords(const twilio::Account &account)
{
    const auto status = statusWords(account.status);
    if (account.friendlyName.isEmpty() && status.isEmpty()) {
        return AccountText::tr("Subaccount %1", "SID").arg(account.sid.shortened());
    }
    if (status.isEmpty() || account.status == twilio::Account::Status::Active) {
        return AccountText::tr("Subaccount %1 – %2", "name, SID")
            .arg(account.friendlyName, account.sid.shortened());
    }
    return AccountText::tr("Subaccount %1 – %2 (%3)", "name, SID, status")
        .arg(account.friendlyName, account.sid.shortened(), status);
}

} // namespace numbers::gui

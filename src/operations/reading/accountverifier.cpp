#include "operations/reading/accountverifier.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

struct VerifierText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::AccountVerifier)
};

Error unusable(const QString &code, const QString &text)
{
    Error error = Error::make(Error::Kind::Forbidden, text);
    error.provider = Error::Provider::Twilio;
    error.effect = Error::Effect::Answered;
    error.providerCode = code;
    return error;
}

} // namespace

AccountVerifier::AccountVerifier(std::shared_ptr<twilio::Client> twilio)
    : m_twilio(std::move(twilio))
{
}

QCoro::Task<Result<VerifiedAccount>> AccountVerifier::verify(twilio::Credentials credentials,
                                                             CancelToken cancel)
{
    const auto twilio = m_twilio;
    VerifiedAccount verified;
    verified.credentials = credentials;

    const AccountSid sid = credentials.accountSid;
    const auto account = co_await twilio->fetchAccount(credentials, sid, cancel);
    if (cancel.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (account) {
        verified.account = *account;
        if (account->status == twilio::Account::Status::Suspended) {
            co_return failure(
                unusable(u"account_suspended"_s,
                         VerifierText::tr("This Twilio account is suspended. Resolve this in the Twilio "
                                          "Console, then try again.")));
        }
        if (account->status == twilio::Account::Status::Closed) {
            co_return failure(unusable(
                u"account_closed"_s, VerifierText::tr("This Twilio account is closed and cannot be used.")));
        }
    } else if (account.error().kind != Error::Kind::Unauthorized &&
               account.error().kind != Error::Kind::Forbidden &&
               account.error().kind != Error::Kind::NotFound) {
        co_return failure(account.error());
    }

    // The account resource is closed to some credentials that work otherwise: the numbers decide.
    const auto usable = co_await twilio->verifyCredentials(credentials, cancel);
    if (cancel.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!usable) {
        co_return failure(usable.error());
    }
    if (!account) {
        verified.account = {};
        verified.warnings.append(
            {u"account_not_readable"_s,
             VerifierText::tr("These credentials work, but may not read the account itself: its "
                              "name, status and type are not known.")});
        co_return verified;
    }
    if (verified.account.type == twilio::Account::Type::Trial) {
        verified.warnings.append(
            {u"trial_account"_s,
             VerifierText::tr("This is a trial account. Audio streaming does not work there, so "
                              "callers will not hear the agent. Upgrade it at Twilio first.")});
    }
    if (verified.account.isSubaccount()) {
        co_return verified;
    }
    const auto subaccounts = co_await twilio->listSubaccounts(credentials, cancel);
    if (cancel.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (subaccounts) {
        verified.subaccounts = subaccounts->rows;
        if (!subaccounts->skipped.isEmpty()) {
            verified.warnings.append(
                {u"subaccount_rows_skipped"_s,
                 VerifierText::tr("%n row(s) of Twilio's list of subaccounts could not be read and were left "
                                  "out: %1.",
                                  nullptr, static_cast<int>(subaccounts->skipped.size()))
                     .arg(labelsOf(subaccounts->skipped))});
        }
    } else {
        verified.warnings.append({u"subaccounts_not_readable"_s,
                                  VerifierText::tr("The account's subaccounts could not be read.")});
    }
    co_return verified;
}

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/planning/importplan.h"
#include "twilio/client.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <memory>

namespace numbers::operations {

struct VerifiedAccount
{
    twilio::Credentials credentials; ///< as given
    twilio::Account account;         ///< Unknown status and type when the account resource is not readable
    QList<twilio::Account>
        subaccounts;      ///< with their own tokens; empty for a subaccount or when not readable
    QList<Note> warnings; ///< "trial", "account_not_readable", "subaccounts_not_readable", …
};

/// Proves a Twilio pair by using it.
class AccountVerifier
{
public:
    explicit AccountVerifier(std::shared_ptr<twilio::Client> twilio);

    /// Errors: Unauthorized (pair refused), Forbidden (test credentials, no rights; suspended or closed
    /// accounts, with code "account_suspended" or "account_closed"), network errors.
    [[nodiscard]] QCoro::Task<Result<VerifiedAccount>> verify(twilio::Credentials credentials,
                                                              CancelToken cancel);

private:
    std::shared_ptr<twilio::Client> m_twilio;
};

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QScopeGuard>
#include <QSet>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace numbers::operations {

/// Operations that are not over: which are being worked on here, and what became of those that a crash or a
/// lost answer left open. One thread. Borrows its services.
class UnfinishedOperations
{
public:
    explicit UnfinishedOperations(OperationServices services);

    /// Until what is returned goes, the operation is being worked on here: not left over, whatever the ledger
    /// says.
    [[nodiscard]] QScopeGuard<std::function<void()>> enter(const store::OperationRecord &operation);

    /// Settles what earlier runs left open on this number, or waits for whoever does already; what stands in
    /// the way of another operation is returned. Error: Cancelled.
    [[nodiscard]] QCoro::Task<Result<QList<Note>>>
    settleOf(PhoneNumber number, twilio::Credentials credentials, CancelToken cancel);
    /// The same for changes of its business profile alone, for which no token of Twilio's is needed; others
    /// stand in the way of a new one until they are settled.
    [[nodiscard]] QCoro::Task<void> settleProfileChanges(PhoneNumber number, CancelToken cancel);

    using TokenSource = std::function<QCoro::Task<std::shared_ptr<const SecretString>>(AccountSid)>;
    /// All of this key's; see Operations::settleUnfinished.
    [[nodiscard]] QCoro::Task<Result<QList<store::OperationRecord>>>
    settleAll(TokenSource tokens, std::optional<std::chrono::milliseconds> patience, CancelToken cancel);

private:
    /// What this object knows and no ledger does; shared with the coroutines.
    struct Work
    {
        QSet<QString> active;   ///< being worked on here
        QSet<QString> settling; ///< of those, whose outcome is being found out
        /// Operations found open, and when, by the monotonic clock: their requests had left before.
        QHash<QString, std::chrono::milliseconds> openSince;
    };

    /// `credentials` are used when they are of the operation's account.
    [[nodiscard]] QCoro::Task<OperationOutcome> settle(store::OperationRecord operation,
                                                       twilio::Credentials credentials,
                                                       std::chrono::milliseconds patience,
                                                       CancelToken cancel);
    /// What the ledger says of the operation, as soon as nobody here is finding out its outcome. Error:
    /// Cancelled.
    [[nodiscard]] QCoro::Task<Result<std::optional<store::OperationRecord>>> onceSettled(QString operationId,
                                                                                         CancelToken cancel);
    /// How long an operation has been open at least, as far as this object has seen it.
    [[nodiscard]] std::chrono::milliseconds ageOf(const store::OperationRecord &operation);

    OperationServices m_services;
    std::shared_ptr<Work> m_work;
};

} // namespace numbers::operations

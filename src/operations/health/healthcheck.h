#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"
#include "operations/health/accountreader.h"
#include "operations/health/healthfindings.h"

#include <QCoro/QCoroTask>
#include <QList>

#include <functional>
#include <optional>

namespace numbers::operations {

struct HealthReport
{
    struct Number
    {
        PhoneNumber phoneNumber;
        store::Health health = store::Health::Unknown;
        QList<HealthFinding> findings;
    };
    struct UnreadAccount
    {
        AccountSid sid;
        Error error;
    };

    QList<Number> numbers;
    /// At Nixflex, but not in the ledger: to be synchronised. Only when all numbers were checked.
    QList<PhoneNumber> unknownHere;
    QList<UnreadAccount> unread;       ///< their numbers are "not checked"
    bool isPossiblyIncomplete = false; ///< Nixflex's list may be cut off: no number was called gone for it
    QList<Note> warnings;              ///< what Nixflex's lists left open

    [[nodiscard]] int count(store::Health health) const;
    /// Every number was checked and is as it should be.
    [[nodiscard]] bool isAllGood() const;
};

/// Compares the fleet with what Twilio and Nixflex show: changes nothing there, and records in the ledger
/// what it finds.
///
/// Nixflex's numbers and agents are read once; of each Twilio account its status, its numbers (1,000 a call)
/// and what they share, once. What one account cannot be asked for leaves its numbers "not checked".
class HealthCheck
{
public:
    explicit HealthCheck(OperationServices services);

    /// `done` of `total` numbers are known by now.
    using OnProgress = std::function<void(int done, int total)>;

    /// Checks these numbers of the fleet, or all with nothing. Errors: what Nixflex's client and the ledger
    /// return, Cancelled; what was recorded until then stays, and is true.
    [[nodiscard]] QCoro::Task<Result<HealthReport>> run(std::optional<QList<PhoneNumber>> numbers,
                                                        AuthTokenSource tokens, OnProgress onProgress,
                                                        CancelToken cancel);

private:
    OperationServices m_services;
};

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "operations/common/nixflexnumber.h"

#include <QCoro/QCoroTask>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace numbers::operations {

// Writes of an operation that has begun and must not end half way: each is sent until it is known to have
// happened, or refused, or until SettlePolicy::patience is over or `cancel` comes. An import is sent again
// only when it is proven that the one before was not executed.

/// How such a write ended.
struct Write
{
    enum class End {
        Done,
        Refused,     ///< for good, as it stands
        WithAnother, ///< the number is with an agent that nobody here asked for
        Open,        ///< not known, or to be tried again later
    };
    End end = End::Open;
    std::optional<nixflex::Number> number;          ///< as Nixflex has it, after an import
    std::optional<twilio::IncomingNumber> atTwilio; ///< after webhooks were set
    QStringList kept; ///< Twilio's names of what was not set, since somebody changed it meanwhile
    std::optional<Error> error;
};

/// Who is to answer next.
struct AgentAssignment
{
    AgentId agentId;
    QString customPrompt;
    QString call; ///< the step's name in the history
};

/// Imports the operation's number to an agent.
[[nodiscard]] QCoro::Task<Write> importTo(OperationServices services, store::OperationRecord operation,
                                          twilio::Credentials credentials, AgentAssignment answerer,
                                          CancelToken cancel);

/// Sets the webhooks that the operation was begun for (see `restoreTargetOf`); twice does no harm.
[[nodiscard]] QCoro::Task<Write> setBack(OperationServices services, store::OperationRecord operation,
                                         twilio::Credentials credentials, CancelToken cancel);

} // namespace numbers::operations

#pragma once

#include "operations/common/polling.h"

#include <QList>

#include <chrono>
#include <functional>
#include <optional>

namespace numbers::operations {

/// What Nixflex's list says of one number: empty when it is proven that the number is not there.
using NumberAtNixflex = std::optional<nixflex::Number>;

/// Decides whether a reading of Nixflex's list is the last.
using StopPredicate = std::function<bool(const NumberAtNixflex &found, std::chrono::milliseconds waited)>;

/// Looks for the number in Nixflex's list. Where that list is not complete, looks also among the numbers of
/// the agent that the ledger knows, and of `agents`: each of these lists is shorter.
[[nodiscard]] QCoro::Task<Result<nixflex::NumberPresence>>
lookUpNumber(OperationServices services, PhoneNumber number, QList<AgentId> agents, CancelToken cancel);

/// What a plan starts from.
struct LocatedNumber
{
    std::optional<nixflex::Number> number;
    /// Nixflex's list, which is not complete, does not have the number: this is the ledger's word.
    bool isFromLedger = false;
    /// Without a number: it is not there. Otherwise it may be there all the same.
    bool isAbsenceProven = false;
};
/// As `lookUpNumber`; where that says nothing, the ledger is believed when it has the number as imported.
[[nodiscard]] QCoro::Task<Result<LocatedNumber>> locateNumber(OperationServices services, PhoneNumber number,
                                                              CancelToken cancel);

/// BadReply, code `presence_unknown`: the number is not listed, but the list is not complete.
[[nodiscard]] Error presenceUnknown(const PhoneNumber &number);

/// Reads Nixflex's list until `isEnough` says so; see readUntil. A refused key ends it at once. A list that
/// does not prove that the number is absent is asked no more than an unreadable one: it decides nothing.
/// `agents`: see lookUpNumber. `cause`: what is returned when the list could be read, but never decided.
[[nodiscard]] QCoro::Task<Result<NumberAtNixflex>>
readNumberUntil(OperationServices services, PhoneNumber number, QList<AgentId> agents, StopPredicate isEnough,
                std::optional<Error> cause, CancelToken cancel);

} // namespace numbers::operations

#include "operations/common/nixflexnumber.h"

#include "operations/common/sharednumberlist.h"

#include <QCoreApplication>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

struct PresenceText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Presence)
};

/// The ledger's number, unless it is known to be gone.
QCoro::Task<std::optional<store::NumberRecord>> recordOf(OperationServices services, PhoneNumber number)
{
    const QString keyId = services.nixflex.key().keyId();
    const auto row = co_await services.ledger.number(keyId, number);
    const bool isThere = row && row->has_value() && (*row)->health != store::Health::Gone;
    co_return isThere ? *row : std::nullopt;
}

nixflex::Number numberOf(const store::NumberRecord &record)
{
    nixflex::Number number;
    number.phoneNumber = record.phoneNumber;
    number.agentId = record.agentId;
    number.provider = record.provider;
    number.twilioNumberSid = record.numberSid;
    number.isInboundEnabled = record.isInboundEnabled;
    number.isOutboundEnabled = record.isOutboundEnabled;
    number.customPrompt = record.customPrompt;
    number.createdAt = record.importedAt;
    return number;
}

/// Where the list does not decide: among the numbers of the agent that the ledger knows, and of `agents`.
QCoro::Task<Result<nixflex::NumberPresence>> lookAlsoAt(OperationServices services, PhoneNumber number,
                                                        QList<AgentId> agents,
                                                        Result<nixflex::NumberPresence> presence,
                                                        CancelToken cancel)
{
    if (!presence || presence->number || presence->isAbsenceProven) {
        co_return presence;
    }
    if (const auto record = co_await recordOf(services, number)) {
        agents.prepend(record->agentId);
    }
    QSet<AgentId> asked;
    for (const AgentId &agent : std::as_const(agents)) {
        if (agent.isNull() || asked.contains(agent)) {
            continue;
        }
        asked.insert(agent);
        const auto at = co_await services.nixflex.lookUpNumberAt(agent, number, cancel);
        if (at && at->number) {
            presence->number = at->number;
            co_return presence;
        }
    }
    co_return presence;
}

QCoro::Task<Result<NumberAtNixflex>> readOnce(OperationServices services, PhoneNumber number,
                                              QList<AgentId> agents, CancelToken cancel)
{
    auto listed = co_await services.numberList.lookUp(services, number, cancel);
    const auto presence = co_await lookAlsoAt(services, number, agents, std::move(listed), cancel);
    if (!presence) {
        co_return failure(presence.error());
    }
    if (!presence->number && !presence->isAbsenceProven) {
        co_return failure(presenceUnknown(number));
    }
    co_return presence->number;
}

} // namespace

QCoro::Task<Result<nixflex::NumberPresence>> lookUpNumber(OperationServices services, PhoneNumber number,
                                                          QList<AgentId> agents, CancelToken cancel)
{
    auto listed = co_await services.nixflex.lookUpNumber(number, cancel);
    auto presence = co_await lookAlsoAt(services, number, agents, std::move(listed), cancel);
    co_return presence;
}

QCoro::Task<Result<LocatedNumber>> locateNumber(OperationServices services, PhoneNumber number,
                                                CancelToken cancel)
{
    const QList<AgentId> noOthers;
    auto presence = co_await lookUpNumber(services, number, noOthers, cancel);
    if (!presence) {
        co_return failure(presence.error());
    }
    LocatedNumber located;
    located.number = std::move(presence->number);
    located.isAbsenceProven = presence->isAbsenceProven;
    if (!located.number && !located.isAbsenceProven) {
        const auto record = co_await recordOf(services, number);
        if (record && !record->agentId.isNull()) {
            located.number = numberOf(*record);
            located.isFromLedger = true;
        }
    }
    co_return located;
}

Error presenceUnknown(const PhoneNumber &number)
{
    Error error = Error::make(
        Error::Kind::BadReply,
        PresenceText::tr("Nixflex did not list %1, but its list of numbers is not complete: it is not known "
                         "whether the number is connected to an agent.")
            .arg(number.international()));
    error.provider = Error::Provider::Nixflex;
    error.effect = Error::Effect::Answered;
    error.providerCode = u"presence_unknown"_s;
    return error;
}

QCoro::Task<Result<NumberAtNixflex>> readNumberUntil(OperationServices services, PhoneNumber number,
                                                     QList<AgentId> agents, StopPredicate isEnough,
                                                     std::optional<Error> cause, CancelToken cancel)
{
    // A cancel that came before ends the waiting, not the first reading.
    const CancelToken ending = cancel.isCancelled() ? services.closing : cancel;
    const std::function<QCoro::Task<Result<NumberAtNixflex>>()> read = [services, number, agents, ending] {
        return readOnce(services, number, agents, ending);
    };
    return readUntil<NumberAtNixflex>(services, read, std::move(isEnough), isAccessRefused, std::move(cause),
                                      std::move(cancel));
}

} // namespace numbers::operations

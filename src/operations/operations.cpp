#include "operations/operations.h"

#include "operations/changes/changeover.h"
#include "operations/changes/removing.h"
#include "operations/common/journal.h"
#include "operations/common/operationregistry.h"
#include "operations/offers.h"

#include <utility>

namespace numbers::operations {

namespace {

using store::OperationRecord;

/// Carries out a recorded operation, which nobody else here settles meanwhile.
template <typename Change>
QCoro::Task<OperationOutcome> carryOut(OperationServices services, OperationRecord operation, Change change)
{
    const auto release = services.registry.enter(operation.id);
    OperationOutcome outcome = co_await change(services, operation);
    co_return outcome;
}

QCoro::Task<OperationOutcome> changeProfileOnceSettled(OperationServices services, ProfileChange change,
                                                       CancelToken cancel)
{
    const PhoneNumber number = change.phoneNumber;
    co_await settleProfileChangesOf(services, number, cancel);
    OperationRecord operation = newOperation(OperationRecord::Kind::Profile, services, number);
    const auto release = services.registry.enter(operation.id);
    OperationOutcome outcome = co_await changeProfile(services, operation, std::move(change), cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> nothingToSetBack()
{
    OperationOutcome nothing;
    nothing.kind = OperationOutcome::Kind::Succeeded;
    co_return nothing;
}

} // namespace

Operations::Operations(OperationServices services)
    : m_services(std::move(services))
{
}

QCoro::Task<Result<ImportPlan>> Operations::plan(PlanInput input, CancelToken cancel)
{
    return planImportOnceSettled(m_services, std::move(input), std::move(cancel));
}

QCoro::Task<Result<RoutingReading>> Operations::look(twilio::Credentials credentials, PhoneNumber number,
                                                     CancelToken cancel)
{
    return readRouting(m_services, std::move(credentials), std::move(number), std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::run(ImportPlan plan, bool isConfirmed, OnImportStep onStep,
                                              CancelToken cancel)
{
    return importNumber(m_services, std::move(plan), isConfirmed, std::move(onStep), std::move(cancel));
}

QCoro::Task<Result<QList<OperationRecord>>>
Operations::settleUnfinished(AuthTokenSource tokens, std::optional<std::chrono::milliseconds> patience,
                             CancelToken cancel)
{
    return settleAllOpen(m_services, std::move(tokens), patience, std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::remove(PhoneNumber number, twilio::Credentials credentials,
                                                 CancelToken cancel)
{
    return removeNumber(m_services, std::move(number), std::move(credentials), std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> Operations::offerRestore(twilio::Credentials credentials,
                                                           PhoneNumber number, CancelToken cancel)
{
    return operations::offerRestore(m_services, std::move(credentials), std::move(number), std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> Operations::offerRestoreOf(SavedWebhooks saved,
                                                             twilio::Credentials credentials,
                                                             PhoneNumber number, CancelToken cancel)
{
    return operations::offerRestoreOf(m_services, std::move(saved), std::move(credentials), std::move(number),
                                      std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>>
Operations::offerUndoOfRestore(OperationRecord restore, twilio::Credentials credentials, CancelToken cancel)
{
    return operations::offerUndoOfRestore(m_services, std::move(restore), std::move(credentials),
                                          std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> Operations::offerSetBack(twilio::Credentials credentials,
                                                           PhoneNumber number, CancelToken cancel)
{
    return offerSetBackOnceSettled(m_services, std::move(credentials), std::move(number), std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::restore(RestoreOffer offer, CancelToken cancel)
{
    if (offer.isPossible() && offer.plan.isEmpty()) {
        return nothingToSetBack();
    }
    OperationRecord operation = newOperation(OperationRecord::Kind::Restore, m_services, offer.phoneNumber);
    operation.agentId = offer.atNixflex ? offer.atNixflex->agentId : AgentId();
    return carryOut(
        m_services, operation,
        [offer = std::move(offer), cancel](const OperationServices &services, const OperationRecord &begun) {
            return restoreWebhooks(services, begun, offer, cancel);
        });
}

QCoro::Task<Result<RestoreOffer>> Operations::offerUndo(twilio::Credentials credentials, PhoneNumber number,
                                                        CancelToken cancel)
{
    return operations::offerUndo(m_services, std::move(credentials), std::move(number), std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::undo(RestoreOffer offer, CancelToken cancel)
{
    const OperationRecord operation =
        newOperation(OperationRecord::Kind::Undo, m_services, offer.phoneNumber);
    return carryOut(
        m_services, operation,
        [offer = std::move(offer), cancel](const OperationServices &services, const OperationRecord &begun) {
            return undoImport(services, begun, offer, cancel);
        });
}

QCoro::Task<Result<ImportPlan>> Operations::planReassign(PlanInput input, CancelToken cancel)
{
    return operations::planReassign(m_services, std::move(input), std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::reassign(ImportPlan plan, CancelToken cancel)
{
    const OperationRecord operation =
        newOperation(OperationRecord::Kind::Reassign, m_services, plan.phoneNumber);
    return carryOut(
        m_services, operation,
        [plan = std::move(plan), cancel](const OperationServices &services, const OperationRecord &begun) {
            return reassignNumber(services, begun, plan, cancel);
        });
}

QCoro::Task<OperationOutcome> Operations::changeProfile(ProfileChange change, CancelToken cancel)
{
    return changeProfileOnceSettled(m_services, std::move(change), std::move(cancel));
}

} // namespace numbers::operations

#pragma once

#include "base/canceltoken.h"
#include "base/result.h"
#include "operations/changes/importing.h"
#include "operations/changes/profilechange.h"
#include "operations/changes/restorer.h"
#include "operations/changes/unfinishedoperations.h"
#include "operations/common/operationservices.h"
#include "operations/common/outcome.h"
#include "operations/planning/importplanner.h"
#include "operations/planning/routingreader.h"

#include <QCoro/QCoroTask>

#include <chrono>
#include <functional>
#include <optional>

namespace numbers::operations {

/// The main job: plan an import, carry it out so that it happens once, record what happened. Owned by the
/// application, never by a window. One thread. Borrows its services.
class Operations
{
public:
    explicit Operations(OperationServices services);

    /// Reads Twilio and Nixflex, changes nothing. Findings are in the plan; an Error means that nothing could
    /// be said: NotFound (number not in this account), Unauthorized, network errors and so on.
    [[nodiscard]] QCoro::Task<Result<ImportPlan>> plan(PlanInput input, CancelToken cancel);

    /// Who answers this number now; see routingreader.h.
    [[nodiscard]] QCoro::Task<Result<RoutingReading>> look(twilio::Credentials credentials,
                                                           PhoneNumber number, CancelToken cancel);

    /// Carries a plan out. The plan must be possible and, where it says so, confirmed by the user: else
    /// NotSent with Error Invalid. Exactly one POST. Always ends in one of the outcomes, each recorded.
    [[nodiscard]] QCoro::Task<OperationOutcome> run(ImportPlan plan, bool isConfirmed, OnImportStep onStep,
                                                    CancelToken cancel);

    /// Finds out what became of operations that a crash or a lost answer left open. `tokens` gives the Auth
    /// Token of an account when it is known (else Nixflex's word alone decides). Returns the operations with
    /// their outcome. "Not there" is believed when a whole SettlePolicy::executionWindow has passed since
    /// this object first saw the operation, whatever the wall clock says.
    /// `patience` replaces the policy's; zero means one look at each.
    [[nodiscard]] QCoro::Task<Result<QList<store::OperationRecord>>>
    settleUnfinished(AuthTokenSource tokens, std::optional<std::chrono::milliseconds> patience,
                     CancelToken cancel);

    /// DELETE at Nixflex: clears the number's webhooks at Twilio; the number stays with the customer and goes
    /// on being billed. Recorded like an import. `credentials` may be incomplete: then no backup can be taken
    /// first.
    [[nodiscard]] QCoro::Task<OperationOutcome> remove(PhoneNumber number, twilio::Credentials credentials,
                                                       CancelToken cancel);

    /// What setting the former webhooks of a removed number back would do; see restorer.h.
    [[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerRestore(twilio::Credentials credentials,
                                                                 PhoneNumber number, CancelToken cancel);
    /// The same with what was saved elsewhere, such as in a file.
    [[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerRestoreOf(SavedWebhooks saved,
                                                                   twilio::Credentials credentials,
                                                                   PhoneNumber number, CancelToken cancel);
    /// What undoing a restore would do: what it replaced is set back. Carried out by `restore`. Errors also:
    /// NotFound with code `no_backup`, or `nothing_to_undo` for one that did not succeed.
    [[nodiscard]] QCoro::Task<Result<RestoreOffer>>
    offerUndoOfRestore(store::OperationRecord restore, twilio::Credentials credentials, CancelToken cancel);
    /// What setting back would do that Nixflex had set up and somebody changed; see healthrepair.h. Carried
    /// out by `restore`.
    [[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerSetBack(twilio::Credentials credentials,
                                                                 PhoneNumber number, CancelToken cancel);
    /// Does it: one update at Twilio, recorded like an import. An offer with nothing to set back sends
    /// nothing.
    [[nodiscard]] QCoro::Task<OperationOutcome> restore(RestoreOffer offer, CancelToken cancel);

    /// What undoing the import of a number would do: removed from Nixflex, its former webhooks set back.
    [[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerUndo(twilio::Credentials credentials,
                                                              PhoneNumber number, CancelToken cancel);
    /// Does both or neither; see changeover.h.
    [[nodiscard]] QCoro::Task<OperationOutcome> undo(RestoreOffer offer, CancelToken cancel);

    /// What moving a number to the agent of `input` would do. Like `plan`, but it has to be connected to
    /// another agent now; ImportPlan::atNixflex tells which.
    [[nodiscard]] QCoro::Task<Result<ImportPlan>> planReassign(PlanInput input, CancelToken cancel);
    /// Does it: two writes, with nobody answering in between; see changeover.h.
    [[nodiscard]] QCoro::Task<OperationOutcome> reassign(ImportPlan plan, CancelToken cancel);
    /// Another business profile for a number at Nixflex; see profilechange.h. Settles first what an earlier
    /// change of it left open.
    [[nodiscard]] QCoro::Task<OperationOutcome> changeProfile(ProfileChange change, CancelToken cancel);

private:
    OperationServices m_services;
};

} // namespace numbers::operations

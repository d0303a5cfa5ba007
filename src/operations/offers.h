#pragma once

#include "operations/changes/restorer.h"
#include "operations/planning/importplanner.h"

#include <QCoro/QCoroTask>

namespace numbers::operations {

// What would be done to one number, established by reading only. An outcome that is still open comes first,
// by settling it: what it did may be what is asked for. What stays open is a problem of the plan or offer.

[[nodiscard]] QCoro::Task<Result<ImportPlan>> planImportOnceSettled(OperationServices services,
                                                                    PlanInput input, CancelToken cancel);
/// Like an import's, but the number has to be connected to another agent now.
[[nodiscard]] QCoro::Task<Result<ImportPlan>> planReassign(OperationServices services, PlanInput input,
                                                           CancelToken cancel);

/// What setting the former webhooks of a removed number back would do.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerRestore(OperationServices services,
                                                             twilio::Credentials credentials,
                                                             PhoneNumber number, CancelToken cancel);
/// The same with what was saved elsewhere, such as in a file.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerRestoreOf(OperationServices services,
                                                               SavedWebhooks saved,
                                                               twilio::Credentials credentials,
                                                               PhoneNumber number, CancelToken cancel);
/// What undoing the import of a number would do: removed from Nixflex, its former webhooks set back.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerUndo(OperationServices services,
                                                          twilio::Credentials credentials, PhoneNumber number,
                                                          CancelToken cancel);
/// What undoing a restore would do: what it replaced is set back. Errors also: NotFound with code
/// `no_backup`, or `nothing_to_undo` for one that did not succeed.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerUndoOfRestore(OperationServices services,
                                                                   store::OperationRecord restore,
                                                                   twilio::Credentials credentials,
                                                                   CancelToken cancel);
/// What setting back would do that Nixflex had set up and somebody changed; see healthrepair.h.
[[nodiscard]] QCoro::Task<Result<RestoreOffer>> offerSetBackOnceSettled(OperationServices services,
                                                                        twilio::Credentials credentials,
                                                                        PhoneNumber number,
                                                                        CancelToken cancel);

} // namespace numbers::operations

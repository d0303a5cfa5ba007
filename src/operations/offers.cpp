#include "operations/offers.h"

#include "operations/changes/unfinishedoperations.h"
#include "operations/common/journal.h"
#include "operations/common/nixflexnumber.h"
#include "operations/health/healthrepair.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct OfferText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Operations)
};

/// `saved`: nothing for what the ledger has. `mustBeAtNixflex`: whether an agent has to answer the number
/// now; when it is the other way round, that is a problem of the offer.
QCoro::Task<Result<RestoreOffer>> offer(OperationServices services, twilio::Credentials credentials,
                                        PhoneNumber number, std::optional<SavedWebhooks> saved,
                                        bool mustBeAtNixflex, CancelToken cancel)
{
    const auto open = co_await settleOpenOf(services, number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    if (!saved) {
        const auto found = co_await savedAroundLastImport(services, number);
        if (!found) {
            co_return failure(found.error());
        }
        saved = *found;
    }
    const SavedWebhooks &around = *saved;
    auto offer = co_await compareWithSaved(services, credentials, number, around, cancel);
    if (offer) {
        offer->problems.append(*open);
    }
    if (offer && !offer->atNixflex && !offer->isAbsenceProven &&
        (mustBeAtNixflex || offer->mayReplaceAgent())) {
        const Error unknown = presenceUnknown(number);
        offer->problems.append({unknown.providerCode, unknown.userText});
    } else if (offer && mustBeAtNixflex && !offer->atNixflex) {
        offer->problems.append(
            {u"not_at_nixflex"_s,
             OfferText::tr("%1 is not connected to an agent any more: there is no import to undo. What "
                           "answered before can still be set back.")
                 .arg(number.international())});
    } else if (offer && !mustBeAtNixflex && offer->atNixflex) {
        offer->problems.append(
            {u"still_at_nixflex"_s,
             OfferText::tr("%1 is still connected to an agent. Undo the import, or remove it from Nixflex "
                           "first.")
                 .arg(number.international())});
    }
    co_return offer;
}

} // namespace

QCoro::Task<Result<ImportPlan>> planImportOnceSettled(OperationServices services, PlanInput input,
                                                      CancelToken cancel)
{
    // An outcome that is still open comes first: the number may be imported already, by ourselves.
    const PhoneNumber number = input.phoneNumber;
    const twilio::Credentials credentials = input.credentials;
    const auto open = co_await settleOpenOf(services, number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    auto plan = co_await planImport(services, std::move(input), cancel);
    if (plan) {
        plan->problems.append(*open);
    }
    co_return plan;
}

QCoro::Task<Result<ImportPlan>> planReassign(OperationServices services, PlanInput input, CancelToken cancel)
{
    auto plan = co_await planImportOnceSettled(services, std::move(input), cancel);
    if (!plan) {
        co_return plan;
    }
    plan->problems.removeIf([](const Note &note) { return note.code == "number_already_imported"_L1; });
    if (!plan->atNixflex && !plan->isAbsenceProven) {
        const Error unknown = presenceUnknown(plan->phoneNumber);
        plan->problems.append({unknown.providerCode, unknown.userText});
    } else if (!plan->atNixflex) {
        plan->problems.append(
            {u"not_at_nixflex"_s, OfferText::tr("%1 is not connected to an agent. Import it.")
                                      .arg(plan->phoneNumber.international())});
    }
    co_return plan;
}

QCoro::Task<Result<RestoreOffer>> offerRestore(OperationServices services, twilio::Credentials credentials,
                                               PhoneNumber number, CancelToken cancel)
{
    return offer(std::move(services), std::move(credentials), std::move(number), {}, false,
                 std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> offerRestoreOf(OperationServices services, SavedWebhooks saved,
                                                 twilio::Credentials credentials, PhoneNumber number,
                                                 CancelToken cancel)
{
    return offer(std::move(services), std::move(credentials), std::move(number), std::move(saved), false,
                 std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> offerUndo(OperationServices services, twilio::Credentials credentials,
                                            PhoneNumber number, CancelToken cancel)
{
    return offer(std::move(services), std::move(credentials), std::move(number), {}, true, std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> offerUndoOfRestore(OperationServices services, OperationRecord restore,
                                                     twilio::Credentials credentials, CancelToken cancel)
{
    const QString id = restore.id;
    if (restore.outcome != OperationRecord::Outcome::Succeeded) {
        co_return failure(coded(Error::Kind::NotFound, u"nothing_to_undo"_s,
                                OfferText::tr("Nothing was set back then, so there is nothing to undo.")));
    }
    const auto backups = co_await services.ledger.backups(id);
    if (!backups) {
        co_return failure(backups.error());
    }
    const auto saved = SavedWebhooks::of(*backups, id);
    if (!saved) {
        co_return failure(
            coded(Error::Kind::NotFound, u"no_backup"_s,
                  OfferText::tr("There is no record on this computer of what answered %1 before that.")
                      .arg(restore.phoneNumber.international())));
    }
    const PhoneNumber number = restore.phoneNumber;
    const bool wasAtNixflex = isSetBack(restore);
    auto undoOffer = co_await offer(services, credentials, number, saved, wasAtNixflex, cancel);
    if (undoOffer && wasAtNixflex && !undoOffer->atNixflex && undoOffer->isAbsenceProven) {
        undoOffer->problems = {
            {u"not_at_nixflex"_s,
             OfferText::tr("%1 is not connected to an agent any more: what was set back for Nixflex counts "
                           "no longer.")
                 .arg(number.international())}};
    }
    co_return undoOffer;
}

QCoro::Task<Result<RestoreOffer>> offerSetBackOnceSettled(OperationServices services,
                                                          twilio::Credentials credentials, PhoneNumber number,
                                                          CancelToken cancel)
{
    const auto open = co_await settleOpenOf(services, number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    auto offer = co_await offerSetBack(services, credentials, number, cancel);
    if (offer) {
        offer->problems.append(*open);
    }
    co_return offer;
}

} // namespace numbers::operations

#include "operations/operations.h"

#include "operations/changes/changeover.h"
#include "operations/changes/settler.h"
#include "operations/common/journal.h"
#include "operations/health/healthrepair.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct ImporterText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Operations)
};

Error refusedByUs(const ImportPlan &plan)
{
    return operations::refusedByUs(
        !plan.isPossible()
            ? plan.problems.first()
            : Note{u"confirmation_needed"_s,
                   ImporterText::tr("Something that answers now would be replaced. Confirm this first.")});
}

/// The import's write call, once it is marked as sending, and everything after it.
QCoro::Task<OperationOutcome> sendImport(OperationServices services, OperationRecord operation,
                                         ImportPlan plan, OnImportStep onStep, CancelToken cancel)
{
    const CancelToken lifetime = services.lifetime;
    onStep(ImportStep::Send);
    nixflex::ImportRequest request;
    request.phoneNumber = plan.phoneNumber;
    request.credentials = plan.credentials;
    request.agentId = plan.agentId;
    request.customPrompt = plan.customPrompt;
    request.idempotencyKey = operation.idempotencyKey;
    const auto answer = co_await services.nixflex.importNumber(std::move(request), cancel);
    if (lifetime.isCancelled()) {
        co_return interrupted(operation, OperationOutcome::Kind::Unknown);
    }
    std::optional<WebhookConfiguration> before = plan.before.webhooks;
    if (!answer && answer.error().isProvenNotExecuted()) {
        const Error &error = answer.error();
        OperationOutcome ended = co_await recordNotExecuted(services, operation, error);
        co_return ended;
    }
    if (!answer) {
        onStep(ImportStep::Settle);
        SettleInput input;
        input.operation = operation;
        input.credentials = plan.credentials;
        input.before = before;
        input.cause = answer.error();
        OperationOutcome settled = co_await settleOperation(services, std::move(input), cancel);
        co_return settled;
    }

    // A ledger that cannot be written now is not worth losing the answer for: the operation is settled later.
    operation.requestId = answer->requestId;
    const auto noted = co_await services.ledger.markAnswered(operation.id, operation.requestId);
    static_cast<void>(noted);
    if (lifetime.isCancelled()) {
        co_return interrupted(operation, OperationOutcome::Kind::Unknown);
    }
    onStep(ImportStep::ReadBack);
    const nixflex::Number &number = *answer;
    twilio::Credentials credentials = plan.credentials;
    const QString note;
    OperationOutcome imported =
        co_await recordImported(services, operation, number, credentials, before, note);
    if (!lifetime.isCancelled()) {
        onStep(ImportStep::Record);
    }
    co_return imported;
}

} // namespace

Operations::Operations(OperationServices services)
    : m_services(services)
    , m_open(std::move(services))
{
}

QCoro::Task<Result<ImportPlan>> Operations::plan(PlanInput input, CancelToken cancel)
{
    const OperationServices services = m_services;
    // An outcome that is still open comes first: the number may be imported already, by ourselves.
    const PhoneNumber number = input.phoneNumber;
    const twilio::Credentials credentials = input.credentials;
    const auto open = co_await m_open.settleOf(number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    auto plan = co_await planImport(services, std::move(input), cancel);
    if (plan) {
        plan->problems.append(*open);
    }
    co_return plan;
}

QCoro::Task<Result<RoutingReading>> Operations::look(twilio::Credentials credentials, PhoneNumber number,
                                                     CancelToken cancel)
{
    const OperationServices services = m_services;
    return readRouting(services, std::move(credentials), number, std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::run(ImportPlan plan, bool isConfirmed, OnImportStep onStep,
                                              CancelToken cancel)
{
    if (!plan.isPossible() || (plan.needsConfirmation() && !isConfirmed)) {
        co_return notSent(refusedByUs(plan));
    }
    const OperationServices services = m_services;
    const CancelToken lifetime = services.lifetime;
    OperationRecord operation = newOperation(OperationRecord::Kind::Import, services, plan.phoneNumber);
    operation.agentId = plan.agentId;
    operation.accountSid = plan.credentials.accountSid;
    operation.numberSid = plan.before.sid;
    operation.customPrompt = plan.customPrompt;
    const auto release = m_open.enter(operation);

    onStep(ImportStep::SaveBackup);
    const AccountSid account = plan.credentials.accountSid;
    const QString numberSid = plan.before.sid;
    const auto service = co_await messagingServiceOf(services, plan.credentials, numberSid, cancel);
    if (lifetime.isCancelled() || cancel.isCancelled()) {
        co_return notSent(Error::cancelled());
    }
    const auto fresh =
        co_await services.twilio.fetchIncomingNumber(plan.credentials, account, plan.before.sid, cancel);
    if (lifetime.isCancelled() || cancel.isCancelled()) {
        co_return notSent(Error::cancelled());
    }
    if (!fresh) {
        co_return notSent(fresh.error());
    }
    if (!fresh->webhooks.differences(plan.before.webhooks).isEmpty()) {
        co_return notSent(changedSinceReview());
    }
    plan.before = *fresh;
    QList<store::BackupRecord> backups{
        backupOf(operation, store::BackupRecord::Reason::BeforeImport, *fresh, services.clock.utcNow())};
    noteMessagingService(backups, service);
    auto notToBeSent = co_await beginSending(services, operation, std::move(backups), cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    OperationOutcome outcome = co_await sendImport(services, operation, std::move(plan), onStep, cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> Operations::remove(PhoneNumber number, twilio::Credentials credentials,
                                                 CancelToken cancel)
{
    const OperationServices services = m_services;
    const CancelToken lifetime = services.lifetime;
    OperationRecord operation = newOperation(OperationRecord::Kind::Remove, services, number);
    operation.accountSid = credentials.accountSid;
    const auto release = m_open.enter(operation);

    QList<store::BackupRecord> backups;
    if (credentials.isComplete()) {
        const AccountSid account = credentials.accountSid;
        const auto before = co_await services.twilio.findIncomingNumber(credentials, account, number, cancel);
        if (lifetime.isCancelled() || cancel.isCancelled()) {
            co_return notSent(Error::cancelled());
        }
        // Gone from the account, or a token that no longer works, must not keep the user from cleaning up.
        if (before) {
            operation.numberSid = before->sid;
            backups.append(backupOf(operation, store::BackupRecord::Reason::BeforeRemove, *before,
                                    services.clock.utcNow()));
            const QString numberSid = before->sid;
            const auto service = co_await messagingServiceOf(services, credentials, numberSid, cancel);
            if (lifetime.isCancelled() || cancel.isCancelled()) {
                co_return notSent(Error::cancelled());
            }
            noteMessagingService(backups, service);
        }
    }
    auto notToBeSent = co_await beginSending(services, operation, std::move(backups), cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    const auto answer = co_await services.nixflex.deleteNumber(number, operation.idempotencyKey, cancel);
    if (lifetime.isCancelled()) {
        co_return interrupted(operation, OperationOutcome::Kind::Unknown);
    }
    bool isGone = answer.has_value();
    if (!answer && answer.error().kind == Error::Kind::NotFound) {
        // That is what one wants, if it is true.
        const auto there = co_await services.nixflex.findNumber(number, lifetime);
        if (lifetime.isCancelled()) {
            co_return interrupted(operation, OperationOutcome::Kind::Unknown);
        }
        isGone = !there || !there->has_value();
    }
    if (isGone) {
        const QString how = answer ? QString() : u"was_not_there"_s;
        OperationOutcome removed = co_await recordRemoved(services, operation, credentials, how);
        co_return removed;
    }
    if (answer.error().isProvenNotExecuted()) {
        const Error &error = answer.error();
        OperationOutcome ended = co_await recordNotExecuted(services, operation, error);
        co_return ended;
    }
    SettleInput input;
    input.operation = operation;
    input.credentials = credentials;
    input.cause = answer.error();
    OperationOutcome settled = co_await settleOperation(services, std::move(input), cancel);
    co_return settled;
}

QCoro::Task<Result<RestoreOffer>> Operations::offer(twilio::Credentials credentials, PhoneNumber number,
                                                    std::optional<SavedWebhooks> saved, bool mustBeAtNixflex,
                                                    CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto open = co_await m_open.settleOf(number, credentials, cancel);
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
    auto offer = co_await operations::offerRestore(services, credentials, number, around, cancel);
    if (offer) {
        offer->problems.append(*open);
    }
    if (offer && mustBeAtNixflex && !offer->atNixflex) {
        offer->problems.append(
            {u"not_at_nixflex"_s,
             ImporterText::tr("%1 is not connected to an agent any more: there is no import to undo. What "
                              "answered before can still be set back.")
                 .arg(number.international())});
    } else if (offer && !mustBeAtNixflex && offer->atNixflex) {
        offer->problems.append(
            {u"still_at_nixflex"_s,
             ImporterText::tr("%1 is still connected to an agent. Undo the import, or remove it from Nixflex "
                              "first.")
                 .arg(number.international())});
    }
    co_return offer;
}

QCoro::Task<Result<RestoreOffer>> Operations::offerRestore(twilio::Credentials credentials,
                                                           PhoneNumber number, CancelToken cancel)
{
    return offer(std::move(credentials), std::move(number), {}, false, std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> Operations::offerRestoreOf(SavedWebhooks saved,
                                                             twilio::Credentials credentials,
                                                             PhoneNumber number, CancelToken cancel)
{
    return offer(std::move(credentials), std::move(number), std::move(saved), false, std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>>
Operations::offerUndoOfRestore(OperationRecord restore, twilio::Credentials credentials, CancelToken cancel)
{
    const OperationServices services = m_services;
    const QString id = restore.id;
    if (restore.outcome != OperationRecord::Outcome::Succeeded) {
        co_return failure(coded(Error::Kind::NotFound, u"nothing_to_undo"_s,
                                ImporterText::tr("Nothing was set back then, so there is nothing to undo.")));
    }
    const auto backups = co_await services.ledger.backups(id);
    if (services.lifetime.isCancelled() || cancel.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!backups) {
        co_return failure(backups.error());
    }
    const auto saved = SavedWebhooks::of(*backups, id);
    if (!saved) {
        co_return failure(
            coded(Error::Kind::NotFound, u"no_backup"_s,
                  ImporterText::tr("There is no record on this computer of what answered %1 before that.")
                      .arg(restore.phoneNumber.international())));
    }
    const PhoneNumber number = restore.phoneNumber;
    const bool wasAtNixflex = isSetBack(restore);
    auto offer = co_await this->offer(credentials, number, saved, wasAtNixflex, cancel);
    if (offer && wasAtNixflex && !offer->atNixflex) {
        offer->problems = {
            {u"not_at_nixflex"_s,
             ImporterText::tr(
                 "%1 is not connected to an agent any more: what was set back for Nixflex counts "
                 "no longer.")
                 .arg(number.international())}};
    }
    co_return offer;
}

QCoro::Task<Result<RestoreOffer>> Operations::offerUndo(twilio::Credentials credentials, PhoneNumber number,
                                                        CancelToken cancel)
{
    return offer(std::move(credentials), std::move(number), {}, true, std::move(cancel));
}

QCoro::Task<OperationOutcome> Operations::undo(RestoreOffer offer, CancelToken cancel)
{
    const OperationServices services = m_services;
    OperationRecord operation = newOperation(OperationRecord::Kind::Undo, services, offer.phoneNumber);
    const auto release = m_open.enter(operation);
    OperationOutcome outcome = co_await undoImport(services, operation, std::move(offer), cancel);
    co_return outcome;
}

QCoro::Task<Result<ImportPlan>> Operations::planReassign(PlanInput input, CancelToken cancel)
{
    const OperationServices services = m_services;
    auto plan = co_await this->plan(std::move(input), cancel);
    if (services.lifetime.isCancelled() || !plan) {
        co_return plan;
    }
    plan->problems.removeIf([](const Note &note) { return note.code == "number_already_imported"_L1; });
    if (!plan->atNixflex) {
        plan->problems.append(
            {u"not_at_nixflex"_s, ImporterText::tr("%1 is not connected to an agent. Import it.")
                                      .arg(plan->phoneNumber.international())});
    }
    co_return plan;
}

QCoro::Task<OperationOutcome> Operations::reassign(ImportPlan plan, CancelToken cancel)
{
    const OperationServices services = m_services;
    OperationRecord operation = newOperation(OperationRecord::Kind::Reassign, services, plan.phoneNumber);
    const auto release = m_open.enter(operation);
    OperationOutcome outcome = co_await reassignNumber(services, operation, std::move(plan), cancel);
    co_return outcome;
}

QCoro::Task<Result<RestoreOffer>> Operations::offerSetBack(twilio::Credentials credentials,
                                                           PhoneNumber number, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto open = co_await m_open.settleOf(number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    auto offer = co_await operations::offerSetBack(services, credentials, number, cancel);
    if (offer) {
        offer->problems.append(*open);
    }
    co_return offer;
}

QCoro::Task<OperationOutcome> Operations::restore(RestoreOffer offer, CancelToken cancel)
{
    const OperationServices services = m_services;
    if (offer.isPossible() && offer.plan.isEmpty()) {
        OperationOutcome nothing;
        nothing.kind = OperationOutcome::Kind::Succeeded;
        co_return nothing;
    }
    OperationRecord operation = newOperation(OperationRecord::Kind::Restore, services, offer.phoneNumber);
    operation.agentId = offer.atNixflex ? offer.atNixflex->agentId : AgentId();
    const auto release = m_open.enter(operation);
    OperationOutcome outcome = co_await restoreWebhooks(services, operation, std::move(offer), cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> Operations::changeProfile(ProfileChange change, CancelToken cancel)
{
    const OperationServices services = m_services;
    const PhoneNumber number = change.phoneNumber;
    co_await m_open.settleProfileChanges(number, cancel);
    if (services.lifetime.isCancelled() || cancel.isCancelled()) {
        co_return notSent(Error::cancelled());
    }
    OperationRecord operation = newOperation(OperationRecord::Kind::Profile, services, change.phoneNumber);
    const auto release = m_open.enter(operation);
    OperationOutcome outcome =
        co_await operations::changeProfile(services, operation, std::move(change), cancel);
    co_return outcome;
}

QCoro::Task<Result<QList<OperationRecord>>>
Operations::settleUnfinished(TokenSource tokens, std::optional<std::chrono::milliseconds> patience,
                             CancelToken cancel)
{
    return m_open.settleAll(std::move(tokens), patience, std::move(cancel));
}

} // namespace numbers::operations

#include "importing/importer.h"

#include "importing/changeover.h"
#include "importing/healthrepair.h"
#include "importing/journal.h"
#include "importing/settler.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::importing {

namespace {

using store::OperationRecord;

struct ImporterText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::importing::Importer)
};

Error refusedByUs(const ImportPlan &plan)
{
    return importing::refusedByUs(
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

QCoro::Task<OperationOutcome> settleImportOrRemoval(OperationServices services, OperationRecord operation,
                                                    twilio::Credentials credentials,
                                                    std::chrono::milliseconds age, CancelToken cancel)
{
    SettleInput input;
    const auto backups = co_await services.ledger.backups(operation.id);
    if (services.lifetime.isCancelled()) {
        co_return interrupted(operation, OperationOutcome::Kind::Unknown);
    }
    if (backups) {
        for (const store::BackupRecord &backup : *backups) {
            if (backup.reason == store::BackupRecord::Reason::BeforeImport) {
                input.before = backup.webhooks;
            }
        }
    }
    input.operation = operation;
    input.credentials = credentials;
    input.age = age;
    OperationOutcome settled = co_await settleOperation(services, std::move(input), cancel);
    co_return settled;
}

/// An operation whose request may have left; `age`: so long ago at least.
QCoro::Task<OperationOutcome> settleByKind(OperationServices services, OperationRecord operation,
                                           twilio::Credentials credentials, std::chrono::milliseconds age,
                                           CancelToken cancel)
{
    switch (operation.kind) {
    case OperationRecord::Kind::Restore:
        return settleRestore(services, operation, credentials, age, cancel);
    case OperationRecord::Kind::Undo:
    case OperationRecord::Kind::Reassign:
        return settleChangeover(services, operation, credentials, age, cancel);
    case OperationRecord::Kind::Profile:
        return settleProfileChange(services, operation, {}, age, cancel);
    case OperationRecord::Kind::Import:
    case OperationRecord::Kind::Remove:
    case OperationRecord::Kind::Adopt: // never open
    case OperationRecord::Kind::Forget:
    case OperationRecord::Kind::Unknown:
        break;
    }
    return settleImportOrRemoval(services, operation, credentials, age, cancel);
}

bool isFinished(const Result<std::optional<OperationRecord>> &operation)
{
    return operation && *operation && (*operation)->phase == OperationRecord::Phase::Finished;
}

} // namespace

auto Importer::enter(const std::shared_ptr<Work> &work, const OperationRecord &operation)
{
    work->active.insert(operation.id);
    return qScopeGuard([work, id = operation.id] { work->active.remove(id); });
}

Importer::Importer(OperationServices services)
    : m_services(std::move(services))
    , m_work(std::make_shared<Work>())
{
}

QCoro::Task<Result<std::optional<OperationRecord>>> Importer::onceSettled(QString operationId,
                                                                          CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    for (;;) {
        auto now = co_await services.ledger.operation(operationId);
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (!work->settling.contains(operationId)) {
            co_return now;
        }
        const auto pause = services.settle.pollInterval;
        const bool hasPaused = co_await services.clock.sleep(pause, cancel);
        if (services.lifetime.isCancelled() || !hasPaused) {
            co_return failure(Error::cancelled());
        }
    }
}

QCoro::Task<Result<QList<Note>>> Importer::settleOpen(PhoneNumber number, twilio::Credentials credentials,
                                                      CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (services.lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    bool isOpen = false;
    bool isOfNewerVersion = false;
    const QList<OperationRecord> operations = open ? *open : QList<OperationRecord>();
    for (const OperationRecord &operation : operations) {
        const bool isBusy = work->active.contains(operation.id) && !work->settling.contains(operation.id);
        if (operation.phoneNumber != number || isBusy || operation.keyId != services.nixflex.key().keyId()) {
            continue;
        }
        if (operation.kind == OperationRecord::Kind::Unknown) {
            isOfNewerVersion = true;
            continue;
        }
        const QString id = operation.id;
        const auto now = co_await onceSettled(id, cancel);
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (isFinished(now) || work->active.contains(id)) {
            continue;
        }
        const OperationOutcome outcome =
            co_await settle(operation, credentials, services.settle.patience, cancel);
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        isOpen = isOpen || outcome.kind == OperationOutcome::Kind::Unknown;
    }
    QList<Note> problems;
    if (isOpen) {
        problems.append({u"unsettled_operation"_s,
                         ImporterText::tr("An earlier operation on this number has no known outcome yet. It "
                                          "has to be settled first; try again when Nixflex can be read.")});
    }
    if (isOfNewerVersion) {
        problems.append(
            {u"operation_of_newer_version"_s,
             ImporterText::tr("A newer version of this program began an operation on this number and has not "
                              "finished it. Finish it with that version.")});
    }
    co_return problems;
}

QCoro::Task<Result<ImportPlan>> Importer::plan(PlanInput input, CancelToken cancel)
{
    const OperationServices services = m_services;
    // An outcome that is still open comes first: the number may be imported already, by ourselves.
    const PhoneNumber number = input.phoneNumber;
    const twilio::Credentials credentials = input.credentials;
    const auto open = co_await settleOpen(number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    auto plan = co_await planImport(services, std::move(input), cancel);
    if (plan) {
        plan->problems.append(*open);
    }
    co_return plan;
}

QCoro::Task<Result<RoutingLook>> Importer::look(twilio::Credentials credentials, PhoneNumber number,
                                                CancelToken cancel)
{
    const OperationServices services = m_services;
    return lookAtRouting(services, std::move(credentials), number, std::move(cancel));
}

QCoro::Task<OperationOutcome> Importer::run(ImportPlan plan, bool isConfirmed, OnImportStep onStep,
                                            CancelToken cancel)
{
    if (!plan.isPossible() || (plan.needsConfirmation() && !isConfirmed)) {
        co_return notSent(refusedByUs(plan));
    }
    const OperationServices services = m_services;
    const CancelToken lifetime = services.lifetime;
    const auto work = m_work;
    OperationRecord operation = newOperation(OperationRecord::Kind::Import, services, plan.phoneNumber);
    operation.agentId = plan.agentId;
    operation.accountSid = plan.credentials.accountSid;
    operation.numberSid = plan.before.sid;
    operation.customPrompt = plan.customPrompt;
    const auto release = enter(work, operation);

    onStep(ImportStep::SaveBackup);
    const AccountSid account = plan.credentials.accountSid;
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
    auto notToBeSent = co_await beginSending(services, operation, std::move(backups), cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    OperationOutcome outcome = co_await sendImport(services, operation, std::move(plan), onStep, cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> Importer::remove(PhoneNumber number, twilio::Credentials credentials,
                                               CancelToken cancel)
{
    const OperationServices services = m_services;
    const CancelToken lifetime = services.lifetime;
    const auto work = m_work;
    OperationRecord operation = newOperation(OperationRecord::Kind::Remove, services, number);
    operation.accountSid = credentials.accountSid;
    const auto release = enter(work, operation);

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

QCoro::Task<Result<RestoreOffer>> Importer::offer(twilio::Credentials credentials, PhoneNumber number,
                                                  std::optional<SavedWebhooks> saved, bool isUndo,
                                                  CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto open = co_await settleOpen(number, credentials, cancel);
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
    auto offer = co_await importing::offerRestore(services, credentials, number, around, cancel);
    if (offer) {
        offer->problems.append(*open);
    }
    if (offer && isUndo && !offer->atNixflex) {
        offer->problems.append(
            {u"not_at_nixflex"_s,
             ImporterText::tr("%1 is not connected to an agent any more: there is no import to undo. What "
                              "answered before can still be set back.")
                 .arg(number.international())});
    } else if (offer && !isUndo && offer->atNixflex) {
        offer->problems.append(
            {u"still_at_nixflex"_s,
             ImporterText::tr("%1 is still connected to an agent. Undo the import, or remove it from Nixflex "
                              "first.")
                 .arg(number.international())});
    }
    co_return offer;
}

QCoro::Task<Result<RestoreOffer>> Importer::offerRestore(twilio::Credentials credentials, PhoneNumber number,
                                                         CancelToken cancel)
{
    return offer(std::move(credentials), std::move(number), {}, false, std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> Importer::offerRestoreOf(SavedWebhooks saved,
                                                           twilio::Credentials credentials,
                                                           PhoneNumber number, CancelToken cancel)
{
    return offer(std::move(credentials), std::move(number), std::move(saved), false, std::move(cancel));
}

QCoro::Task<Result<RestoreOffer>> Importer::offerUndo(twilio::Credentials credentials, PhoneNumber number,
                                                      CancelToken cancel)
{
    return offer(std::move(credentials), std::move(number), {}, true, std::move(cancel));
}

QCoro::Task<OperationOutcome> Importer::undo(RestoreOffer offer, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    OperationRecord operation = newOperation(OperationRecord::Kind::Undo, services, offer.phoneNumber);
    const auto release = enter(work, operation);
    OperationOutcome outcome = co_await undoImport(services, operation, std::move(offer), cancel);
    co_return outcome;
}

QCoro::Task<Result<ImportPlan>> Importer::planReassign(PlanInput input, CancelToken cancel)
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

QCoro::Task<OperationOutcome> Importer::reassign(ImportPlan plan, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    OperationRecord operation = newOperation(OperationRecord::Kind::Reassign, services, plan.phoneNumber);
    const auto release = enter(work, operation);
    OperationOutcome outcome = co_await reassignNumber(services, operation, std::move(plan), cancel);
    co_return outcome;
}

QCoro::Task<Result<RestoreOffer>> Importer::offerSetBack(twilio::Credentials credentials, PhoneNumber number,
                                                         CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto open = co_await settleOpen(number, credentials, cancel);
    if (!open) {
        co_return failure(open.error());
    }
    auto offer = co_await importing::offerSetBack(services, credentials, number, cancel);
    if (offer) {
        offer->problems.append(*open);
    }
    co_return offer;
}

QCoro::Task<OperationOutcome> Importer::restore(RestoreOffer offer, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    if (offer.isPossible() && offer.plan.isEmpty()) {
        OperationOutcome nothing;
        nothing.kind = OperationOutcome::Kind::Succeeded;
        co_return nothing;
    }
    OperationRecord operation = newOperation(OperationRecord::Kind::Restore, services, offer.phoneNumber);
    operation.agentId = offer.atNixflex ? offer.atNixflex->agentId : AgentId();
    const auto release = enter(work, operation);
    OperationOutcome outcome = co_await restoreWebhooks(services, operation, std::move(offer), cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> Importer::changeProfile(ProfileChange change, CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (services.lifetime.isCancelled()) {
        co_return notSent(Error::cancelled());
    }
    const QList<OperationRecord> operations = open ? *open : QList<OperationRecord>();
    for (const OperationRecord &earlier : operations) {
        // Others need the Twilio account's token to be settled, and stand in the way until they are.
        if (earlier.kind != OperationRecord::Kind::Profile || earlier.phoneNumber != change.phoneNumber ||
            earlier.keyId != services.nixflex.key().keyId() || work->active.contains(earlier.id)) {
            continue;
        }
        const twilio::Credentials none;
        const auto patience = services.settle.patience;
        const OperationOutcome settled = co_await settle(earlier, none, patience, cancel);
        static_cast<void>(settled); // What stays open refuses the new one.
        if (services.lifetime.isCancelled() || cancel.isCancelled()) {
            co_return notSent(Error::cancelled());
        }
    }
    OperationRecord operation = newOperation(OperationRecord::Kind::Profile, services, change.phoneNumber);
    const auto release = enter(work, operation);
    OperationOutcome outcome =
        co_await importing::changeProfile(services, operation, std::move(change), cancel);
    co_return outcome;
}

// Only the monotonic clock counts: a wall clock that was set forward must not make a request look old.
std::chrono::milliseconds Importer::ageOf(const OperationRecord &operation)
{
    const auto now = m_services.clock.monotonic();
    const auto openSince = m_work->openSince.constFind(operation.id);
    if (openSince != m_work->openSince.constEnd()) {
        return now - *openSince;
    }
    m_work->openSince.insert(operation.id, now);
    return std::chrono::milliseconds(0);
}

QCoro::Task<OperationOutcome> Importer::settle(OperationRecord operation, twilio::Credentials credentials,
                                               std::chrono::milliseconds patience, CancelToken cancel)
{
    OperationServices services = m_services;
    services.settle.patience = patience;
    const auto work = m_work;
    const auto release = enter(work, operation);
    work->settling.insert(operation.id);
    const auto known = qScopeGuard([work, id = operation.id] { work->settling.remove(id); });

    if (operation.phase == OperationRecord::Phase::Prepared) {
        const std::optional<Error> error =
            Error::make(Error::Kind::Cancelled,
                        ImporterText::tr("The program ended before anything was sent. Nothing has changed."));
        const QString note = u"ended_before_sending"_s;
        OperationOutcome ended =
            co_await recordEnd(services, operation, OperationRecord::Outcome::NotSent, error, note);
        co_return ended;
    }
    if (credentials.accountSid != operation.accountSid) {
        credentials = {};
    }
    const auto age = ageOf(operation);
    OperationOutcome settled = co_await settleByKind(services, operation, credentials, age, cancel);
    if (settled.kind != OperationOutcome::Kind::Unknown) {
        work->openSince.remove(operation.id);
    }
    co_return settled;
}

QCoro::Task<Result<QList<OperationRecord>>>
Importer::settleUnfinished(TokenSource tokens, std::optional<std::chrono::milliseconds> patience,
                           CancelToken cancel)
{
    const OperationServices services = m_services;
    const auto work = m_work;
    const auto open = co_await services.ledger.unfinishedOperations(true);
    if (services.lifetime.isCancelled()) {
        co_return failure(Error::cancelled());
    }
    if (!open) {
        co_return failure(open.error());
    }
    QList<OperationRecord> settled;
    for (const OperationRecord &operation : *open) {
        if (cancel.isCancelled()) {
            break;
        }
        if (work->active.contains(operation.id) || operation.keyId != services.nixflex.key().keyId() ||
            operation.kind == OperationRecord::Kind::Unknown) {
            continue;
        }
        twilio::Credentials credentials;
        credentials.accountSid = operation.accountSid;
        if (tokens && !operation.accountSid.isNull()) {
            credentials.authToken = co_await tokens(operation.accountSid);
            if (services.lifetime.isCancelled()) {
                co_return failure(Error::cancelled());
            }
        }
        // Somebody else here may have looked meanwhile, or be looking now.
        const QString id = operation.id;
        const auto before = co_await services.ledger.operation(id);
        if (services.lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        if (isFinished(before) || work->active.contains(id)) {
            continue;
        }
        const auto longest = patience.value_or(services.settle.patience);
        const OperationOutcome outcome = co_await settle(operation, credentials, longest, cancel);
        static_cast<void>(outcome); // The ledger has it; what is asked for below is what it says now.
        if (services.lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        const auto now = co_await services.ledger.operation(id);
        if (services.lifetime.isCancelled()) {
            co_return failure(Error::cancelled());
        }
        settled.append(now && now->has_value() ? **now : operation);
    }
    co_return settled;
}

} // namespace numbers::importing

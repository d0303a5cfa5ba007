#include "operations/changes/restorer.h"

#include "operations/common/journal.h"
#include "operations/common/nixflexnumber.h"
#include "operations/common/polling.h"
#include "routing/resources.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::BackupRecord;
using store::OperationRecord;

struct RestoreText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Restore)
};

template <typename Thing>
std::optional<QSet<QString>> sidsOf(const std::optional<QHash<QString, Thing>> &things,
                                    const QList<SkippedRow> &unread)
{
    if (!things || !unread.isEmpty()) {
        return {};
    }
    const auto sids = things->keys();
    return QSet<QString>(sids.begin(), sids.end());
}

/// Twilio's answer to a number that is not in the account any more.
Error leftAccount(const PhoneNumber &number, const AccountSid &account)
{
    return coded(
        Error::Kind::NotFound, u"number_left_account"_s,
        RestoreText::tr("%1 is no longer in the Twilio account %2: it was released, or moved to another "
                        "account. Nothing can be set back there; what was saved stays in its history.")
            .arg(number.international(), account.toString()));
}

bool isDone(const RestorePlan &plan, const WebhookConfiguration &now)
{
    return plan.applied(now).differences(now).isEmpty();
}

Note differs(const RestorePlan &plan, const WebhookConfiguration &after)
{
    QStringList names;
    for (const auto *field : plan.applied(after).differences(after)) {
        names << QString(field->jsonName);
    }
    return {
        u"restore_differs"_s,
        RestoreText::tr("Twilio took the former settings, but shows others for: %1. Look at the number in "
                        "the Twilio Console.")
            .arg(names.join(u", "_s))};
}

QCoro::Task<OperationOutcome> recordRestored(OperationServices services, OperationRecord operation,
                                             twilio::IncomingNumber number, RestorePlan plan, QString note)
{
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::Succeeded;
    outcome.operationId = operation.id;
    if (!isDone(plan, number.webhooks)) {
        outcome.warnings.append(differs(plan, number.webhooks));
    }
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.epoch = operation.epoch;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.requestId = operation.requestId;
    finish.note = std::move(note);
    finish.backup = backupOf(operation, BackupRecord::Reason::AfterRestore, number, services.utcNow());
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

Error unknownError(std::optional<Error> cause)
{
    Error error = cause.value_or(Error{});
    error.effect = Error::Effect::Unknown;
    error.provider = Error::Provider::Twilio;
    error.userText = RestoreText::tr(
        "The former settings were sent to Twilio, but no answer came, and it could not be found "
        "out yet whether they are set. This is settled as soon as Twilio can be read.");
    return error;
}

Error notExecutedError(std::optional<Error> cause)
{
    Error error = cause.value_or(Error::make(Error::Kind::Offline, {}));
    error.effect = Error::Effect::NothingSent;
    error.provider = Error::Provider::Twilio;
    error.userText =
        RestoreText::tr("The former settings did not reach Twilio: the number is as it was. You can try "
                        "again.");
    return error;
}

/// Reads the number until it is as planned, or until the request cannot be carried out any more.
QCoro::Task<OperationOutcome> settleByReading(OperationServices services, OperationRecord operation,
                                              twilio::Credentials credentials, RestorePlan plan,
                                              std::optional<Error> cause, std::chrono::milliseconds age,
                                              CancelToken cancel)
{
    const QString note = cause ? u"settled"_s : u"settled_after_restart"_s;
    const AccountSid account = credentials.accountSid;
    const QString sid = operation.numberSid;
    using Number = twilio::IncomingNumber;
    // A cancel that came before ends the waiting, not the first reading.
    const CancelToken ending = cancel.isCancelled() ? services.closing : cancel;
    const std::function<QCoro::Task<Result<Number>>()> read = [services, credentials, account, sid, ending] {
        return services.twilio.fetchIncomingNumber(credentials, account, sid, ending);
    };
    const std::function<bool(const Number &, std::chrono::milliseconds)> isEnough =
        [plan, age, window = services.settle.executionWindow](const Number &number,
                                                              std::chrono::milliseconds waited) {
            return isDone(plan, number.webhooks) || age + waited >= window;
        };
    const std::function<bool(const Error &)> isHopeless = [](const Error &error) {
        return isAccessRefused(error) || error.kind == Error::Kind::NotFound;
    };
    const auto number = co_await readUntil<Number>(services, read, isEnough, isHopeless, cause, cancel);
    if (number && isDone(plan, number->webhooks)) {
        OperationOutcome restored = co_await recordRestored(services, operation, *number, plan, note);
        co_return restored;
    }
    auto end = OperationRecord::Outcome::NotExecuted;
    std::optional<Error> error = notExecutedError(cause);
    if (!number && number.error().kind == Error::Kind::NotFound) {
        error = leftAccount(operation.phoneNumber, account);
    } else if (!number) {
        end = OperationRecord::Outcome::Unknown;
        error = unknownError(number.error());
    }
    OperationOutcome ended = co_await recordEnd(services, operation, end, error, note);
    co_return ended;
}

} // namespace

QList<BackupRecord> backupsOf(const OperationRecord &operation, BackupRecord::Reason before,
                              const twilio::IncomingNumber &now, const RestoreOffer &offer,
                              const QDateTime &time)
{
    BackupRecord planned = backupOf(operation, BackupRecord::Reason::Planned, now, time);
    planned.webhooks = offer.target();
    return {backupOf(operation, before, now, time), planned};
}

RestorePlan RestoreTarget::planFrom(const WebhookConfiguration &now) const
{
    RestoreInput input;
    input.saved = target;
    input.baseline = before;
    input.now = now;
    return planRestore(input);
}

QCoro::Task<Result<RestoreTarget>> restoreTargetOf(OperationServices services, OperationRecord operation)
{
    const auto backups = co_await services.ledger.backups(operation.id);
    if (!backups) {
        co_return failure(backups.error());
    }
    std::optional<WebhookConfiguration> target;
    std::optional<WebhookConfiguration> before;
    for (const BackupRecord &backup : *backups) {
        if (backup.reason == BackupRecord::Reason::Planned) {
            target = backup.webhooks;
        } else if (!before) {
            before = backup.webhooks;
        }
    }
    if (!target || !before) {
        co_return failure(Error::make(Error::Kind::Internal, u"no plan of %1"_s.arg(operation.id)));
    }
    co_return RestoreTarget{*target, *before};
}

Error tokenNotKnown()
{
    return coded(Error::Kind::Unauthorized, u"no_auth_token"_s,
                 RestoreText::tr("The Auth Token of the Twilio account is not known here."));
}

std::optional<SavedWebhooks> SavedWebhooks::of(const QList<BackupRecord> &newestFirst,
                                               const QString &operationId)
{
    using Reason = BackupRecord::Reason;
    std::optional<SavedWebhooks> found;
    for (const BackupRecord &backup : newestFirst) {
        const bool isAsked = backup.reason == Reason::BeforeImport ||
                             (backup.reason == Reason::BeforeRestore && !operationId.isEmpty());
        if (!isAsked || (!operationId.isEmpty() && backup.operationId != operationId)) {
            continue;
        }
        const auto isAfter = [&backup](const BackupRecord &other) {
            return other.operationId == backup.operationId &&
                   (other.reason == Reason::AfterImport || other.reason == Reason::AfterRestore);
        };
        const auto after = std::find_if(newestFirst.cbegin(), newestFirst.cend(), isAfter);
        if (after != newestFirst.cend()) {
            return SavedWebhooks{backup, after->webhooks};
        }
        // Without one it may have been refused: an import that is known to have changed something is better.
        if (!found) {
            found = SavedWebhooks{backup, {}};
        }
    }
    return found;
}

QCoro::Task<Result<SavedWebhooks>> savedAroundLastImport(OperationServices services, PhoneNumber number)
{
    const auto operations = co_await services.ledger.operationsOf(number);
    if (!operations) {
        co_return failure(operations.error());
    }
    const QString keyId = services.nixflex.key().keyId();
    for (const OperationRecord &operation : *operations) {
        const auto isHalfDone = operation.outcome == OperationRecord::Outcome::Refused && operation.error &&
                                operation.error->providerCode == "webhooks_changed_not_imported"_L1;
        if (operation.kind != OperationRecord::Kind::Import || operation.keyId != keyId ||
            (operation.outcome != OperationRecord::Outcome::Succeeded && !isHalfDone)) {
            continue;
        }
        const QString id = operation.id;
        const auto backups = co_await services.ledger.backups(id);
        if (!backups) {
            co_return failure(backups.error());
        }
        const auto saved = SavedWebhooks::of(*backups);
        if (saved) {
            co_return *saved;
        }
    }
    co_return failure(coded(Error::Kind::NotFound, u"no_backup"_s,
                            RestoreText::tr("There is no record on this computer of what answered %1 before "
                                            "an import.")
                                .arg(number.international())));
}

QCoro::Task<Result<RestoreOffer>> compareWithSaved(OperationServices services,
                                                   twilio::Credentials credentials, PhoneNumber number,
                                                   SavedWebhooks saved, CancelToken cancel)
{
    RestoreOffer offer;
    offer.phoneNumber = number;
    offer.credentials = credentials;
    offer.backup = saved.before;
    offer.baseline = saved.after;
    const AccountSid account = credentials.accountSid;
    if (offer.backup.accountSid != account) {
        co_return failure(coded(Error::Kind::Invalid, u"other_account"_s,
                                RestoreText::tr("What was saved belongs to the Twilio account %1.")
                                    .arg(offer.backup.accountSid.toString())));
    }
    const QString numberSid = offer.backup.numberSid;
    auto now = co_await services.twilio.fetchIncomingNumber(credentials, account, numberSid, cancel);
    if (!now) {
        co_return failure(now.error().kind == Error::Kind::NotFound ? leftAccount(number, account)
                                                                    : now.error());
    }
    if (now->phoneNumber != number) {
        co_return failure(coded(Error::Kind::Invalid, u"other_number"_s,
                                RestoreText::tr("What was saved of %1 names the SID of another number (%2).")
                                    .arg(number.international(), now->phoneNumber.international())));
    }
    offer.now = std::move(*now);

    twilio::IncomingNumber former;
    former.webhooks = offer.backup.webhooks;
    former.capabilities = twilio::Capabilities{}; // Messaging Services are not set back.
    const auto needs = routing::Needs::of(former);
    const auto resources =
        co_await routing::readAccountResources(services.twilio, credentials, needs, cancel);
    if (!resources) {
        co_return failure(resources.error());
    }
    offer.input.saved = offer.backup.webhooks;
    offer.input.baseline = offer.baseline;
    offer.input.now = offer.now.webhooks;
    offer.input.trunks = sidsOf(resources->trunks, resources->unreadTrunks);
    offer.input.applications = sidsOf(resources->applications, resources->unreadApplications);
    offer.plan = planRestore(offer.input);

    const auto located = co_await locateNumber(services, number, cancel);
    if (!located) {
        co_return failure(located.error());
    }
    offer.atNixflex = located->number;
    offer.isAtNixflexByLedger = located->isFromLedger;
    offer.isAbsenceProven = located->isAbsenceProven;
    co_return std::move(offer);
}

bool RestoreOffer::mayReplaceAgent() const
{
    const auto isLive = [](const RestorePlan::Entry &entry) { return !entry.now.isEmpty(); };
    return !atNixflex && !isAbsenceProven &&
           std::any_of(plan.restored.cbegin(), plan.restored.cend(), isLive);
}

void RestoreOffer::overwrite(const QSet<QString> &jsonNames)
{
    input.overwritten = jsonNames;
    plan = planRestore(input);
}

QCoro::Task<OperationOutcome> restoreWebhooks(OperationServices services, OperationRecord operation,
                                              RestoreOffer offer, CancelToken cancel)
{
    if (!offer.isPossible()) {
        co_return notSent(refusedByUs(offer.problems.first()));
    }
    if (offer.mayReplaceAgent()) {
        co_return notSent(presenceUnknown(offer.phoneNumber));
    }
    const twilio::Credentials credentials = offer.credentials;
    const AccountSid account = credentials.accountSid;
    const QString numberSid = offer.now.sid;
    operation.accountSid = account;
    operation.numberSid = numberSid;
    const auto service = co_await messagingServiceOf(services, credentials, numberSid, cancel);
    const auto fresh = co_await services.twilio.fetchIncomingNumber(credentials, account, numberSid, cancel);
    if (!fresh) {
        co_return notSent(fresh.error());
    }
    if (!fresh->webhooks.differences(offer.now.webhooks).isEmpty()) {
        co_return notSent(changedSinceReview());
    }
    QList<BackupRecord> saved =
        backupsOf(operation, BackupRecord::Reason::BeforeRestore, *fresh, offer, services.utcNow());
    noteMessagingService(saved, service);
    auto notToBeSent = co_await beginSending(services, operation, saved, cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    const auto form = offer.plan.form();
    const auto answer =
        co_await services.twilio.updateIncomingNumber(credentials, account, numberSid, form, cancel);
    if (!answer && answer.error().isProvenNotExecuted()) {
        const Error &error = answer.error();
        OperationOutcome ended = co_await recordNotExecuted(services, operation, error);
        co_return ended;
    }
    if (!answer) {
        const std::optional<Error> cause = answer.error();
        const auto age = std::chrono::milliseconds(0);
        OperationOutcome settled =
            co_await settleByReading(services, operation, credentials, offer.plan, cause, age, cancel);
        co_return settled;
    }
    // What Twilio answers is what it was told; what it shows afterwards is what counts.
    twilio::IncomingNumber after = *answer;
    const auto seen =
        co_await services.twilio.fetchIncomingNumber(credentials, account, numberSid, services.closing);
    if (seen) {
        after = *seen;
    }
    const QString note;
    OperationOutcome restored = co_await recordRestored(services, operation, after, offer.plan, note);
    co_return restored;
}

QCoro::Task<OperationOutcome> settleRestore(OperationServices services, OperationRecord operation,
                                            twilio::Credentials credentials, std::chrono::milliseconds age,
                                            CancelToken cancel)
{
    std::optional<Error> cause;
    const auto aim = co_await restoreTargetOf(services, operation);
    if (!aim) {
        cause = aim.error();
    } else if (!credentials.isComplete()) {
        cause = tokenNotKnown();
    } else {
        const std::optional<Error> none;
        const RestorePlan plan = aim->planFrom(aim->before);
        OperationOutcome settled =
            co_await settleByReading(services, operation, credentials, plan, none, age, cancel);
        co_return settled;
    }
    const std::optional<Error> error = unknownError(cause);
    const QString note = u"settled_after_restart"_s;
    OperationOutcome ended =
        co_await recordEnd(services, operation, OperationRecord::Outcome::Unknown, error, note);
    co_return ended;
}

} // namespace numbers::operations

#include "operations/common/journal.h"

#include "nixflex/numbersettings.h"
#include "operations/common/verifyafterwrite.h"

#include <QCoreApplication>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct JournalText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::Journal)
};

store::NumberRecord numberRecord(const OperationRecord &operation, const nixflex::Number &number,
                                 const std::optional<twilio::IncomingNumber> &atTwilio, const QDateTime &now)
{
    store::NumberRecord record;
    record.keyId = operation.keyId;
    record.phoneNumber = operation.phoneNumber;
    record.agentId = number.agentId;
    record.accountSid = operation.accountSid;
    record.numberSid = !operation.numberSid.isEmpty() ? operation.numberSid : number.twilioNumberSid;
    record.isInboundEnabled = number.isInboundEnabled;
    record.isOutboundEnabled = number.isOutboundEnabled;
    record.customPrompt = !number.customPrompt.isEmpty() ? number.customPrompt : operation.customPrompt;
    record.provider = number.provider;
    record.settings = nixflex::chosenSettingsOf(number);
    record.health = store::Health::Unknown;
    record.importedAt = number.createdAt.isValid() ? number.createdAt : now;
    if (atTwilio) {
        record.friendlyName = atTwilio->friendlyName;
        record.capabilities = atTwilio->capabilities;
        record.baseline = atTwilio->webhooks;
        record.lastSeen = atTwilio->webhooks;
        record.checkedAt = now;
        record.health = store::Health::Good;
    }
    return record;
}

/// The number is at Nixflex: reads its webhooks back and records them with it. `finish` says how that came.
QCoro::Task<OperationOutcome> recordAtNixflex(OperationServices services, OperationRecord operation,
                                              nixflex::Number number, twilio::Credentials credentials,
                                              std::optional<WebhookConfiguration> before,
                                              store::Ledger::Finish finish)
{
    OperationOutcome outcome;
    outcome.kind = outcomeKindOf(finish.outcome);
    outcome.operationId = operation.id;
    outcome.number = number;
    outcome.error = finish.error;
    if (operation.numberSid.isEmpty()) {
        operation.numberSid = number.twilioNumberSid;
    }

    const ReadBack after = co_await readBackImport(services, std::move(credentials), operation.numberSid,
                                                   std::move(before), services.closing);
    outcome.warnings = after.warnings;

    const QDateTime now = services.utcNow();
    finish.operationId = operation.id;
    finish.epoch = operation.epoch;
    finish.requestId = operation.requestId;
    finish.number = numberRecord(operation, number, after.number, now);
    if (after.number) {
        outcome.baseline = after.number->webhooks;
        finish.backup = backupOf(operation, store::BackupRecord::Reason::AfterImport, *after.number, now);
    }
    if (!after.warnings.isEmpty() && after.number) {
        finish.number->health = store::Health::NeedsAttention;
        finish.number->healthDetail = after.warnings.first().code;
    }
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

} // namespace

OperationOutcome::Kind outcomeKindOf(OperationRecord::Outcome outcome)
{
    switch (outcome) {
    case OperationRecord::Outcome::Succeeded:
        return OperationOutcome::Kind::Succeeded;
    case OperationRecord::Outcome::Refused:
        return OperationOutcome::Kind::Refused;
    case OperationRecord::Outcome::NotSent:
        return OperationOutcome::Kind::NotSent;
    case OperationRecord::Outcome::NotExecuted:
        return OperationOutcome::Kind::NotExecuted;
    case OperationRecord::Outcome::None:
    case OperationRecord::Outcome::Unknown:
        break;
    }
    return OperationOutcome::Kind::Unknown;
}

Note notRecorded(const Error &error)
{
    return {u"not_recorded"_s,
            JournalText::tr(
                "This could not be recorded on this computer (%1). It is completed at the next start.")
                .arg(error.userText)};
}

OperationRecord newOperation(OperationRecord::Kind kind, const OperationServices &services,
                             PhoneNumber number)
{
    OperationRecord operation;
    operation.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    operation.kind = kind;
    operation.keyId = services.nixflex.key().keyId();
    operation.phoneNumber = std::move(number);
    operation.idempotencyKey = operation.id.toLatin1();
    operation.startedAt = services.utcNow();
    return operation;
}

Error coded(Error::Kind kind, const QString &code, const QString &text)
{
    Error error = Error::make(kind, text);
    error.providerCode = code;
    return error;
}

Error refusedByUs(const Note &problem)
{
    return coded(Error::Kind::Invalid, problem.code, problem.text);
}

Error changedSinceReview()
{
    return coded(Error::Kind::Conflict, u"changed_since_review"_s,
                 JournalText::tr("The number's webhooks at Twilio were changed since you reviewed "
                                 "them. Nothing was sent. Look at the review again."));
}

OperationOutcome notSent(Error error)
{
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::NotSent;
    outcome.error = std::move(error);
    return outcome;
}

QCoro::Task<std::optional<OperationOutcome>> beginSending(OperationServices services,
                                                          OperationRecord operation,
                                                          QList<store::BackupRecord> backups,
                                                          CancelToken cancel)
{
    if (cancel.isCancelled()) {
        co_return notSent(Error::cancelled());
    }
    const auto begun = co_await services.ledger.beginOperation(operation, std::move(backups));
    if (!begun) {
        co_return notSent(begun.error());
    }
    const auto marked = co_await services.ledger.markSending(operation);
    if (marked && !cancel.isCancelled()) {
        co_return std::nullopt;
    }
    const std::optional<Error> error = marked ? Error::cancelled() : marked.error();
    const QString note;
    OperationOutcome ended =
        co_await recordEnd(services, operation, OperationRecord::Outcome::NotSent, error, note);
    co_return ended;
}

store::BackupRecord backupOf(const OperationRecord &operation, store::BackupRecord::Reason reason,
                             const twilio::IncomingNumber &number, const QDateTime &now)
{
    store::BackupRecord backup;
    backup.operationId = operation.id;
    backup.reason = reason;
    backup.phoneNumber = operation.phoneNumber;
    backup.accountSid = number.accountSid;
    backup.numberSid = number.sid;
    backup.friendlyName = number.friendlyName;
    backup.webhooks = number.webhooks;
    backup.takenAt = now;
    return backup;
}

QCoro::Task<std::optional<QString>> messagingServiceOf(OperationServices services,
                                                       twilio::Credentials credentials, QString numberSid,
                                                       CancelToken cancel)
{
    const routing::Needs needs{.applications = false, .trunks = false, .services = true};
    const auto resources = co_await services.resources.read(services.twilio, credentials, needs, cancel);
    if (!resources || !resources->services) {
        co_return std::nullopt;
    }
    const twilio::MessagingService *service = resources->serviceOf(numberSid);
    if (service == nullptr && !resources->unreadServices.isEmpty()) {
        co_return std::nullopt;
    }
    std::optional<QString> sid = service == nullptr ? QString(u""_s) : service->sid;
    co_return sid;
}

void noteMessagingService(QList<store::BackupRecord> &backups, const std::optional<QString> &service)
{
    for (store::BackupRecord &backup : backups) {
        backup.messagingServiceSid = service;
    }
}

QCoro::Task<OperationOutcome> recordImported(OperationServices services, OperationRecord operation,
                                             nixflex::Number number, twilio::Credentials credentials,
                                             std::optional<WebhookConfiguration> before, QString note)
{
    store::Ledger::Finish finish;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.note = std::move(note);
    OperationOutcome outcome =
        co_await recordAtNixflex(services, std::move(operation), std::move(number), std::move(credentials),
                                 std::move(before), std::move(finish));
    co_return outcome;
}

QCoro::Task<OperationOutcome> recordRolledBack(OperationServices services, OperationRecord operation,
                                               nixflex::Number number, twilio::Credentials credentials,
                                               std::optional<Error> why)
{
    store::Ledger::Finish finish;
    finish.outcome = OperationRecord::Outcome::Refused;
    finish.error = std::move(why);
    finish.note = u"rolled_back"_s;
    OperationOutcome outcome = co_await recordAtNixflex(services, std::move(operation), std::move(number),
                                                        std::move(credentials), {}, std::move(finish));
    co_return outcome;
}

QCoro::Task<OperationOutcome> recordRemoved(OperationServices services, OperationRecord operation,
                                            twilio::Credentials credentials, QString note)
{
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::Succeeded;
    outcome.operationId = operation.id;

    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.epoch = operation.epoch;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.requestId = operation.requestId;
    finish.note = std::move(note);
    finish.removed = operation.phoneNumber;
    if (credentials.isComplete() && !operation.numberSid.isEmpty()) {
        const AccountSid account = credentials.accountSid;
        const auto number = co_await services.twilio.fetchIncomingNumber(
            credentials, account, operation.numberSid, services.closing);
        if (number) {
            finish.backup =
                backupOf(operation, store::BackupRecord::Reason::AfterRemove, *number, services.utcNow());
        }
    }
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

QCoro::Task<OperationOutcome> recordNotExecuted(OperationServices services, OperationRecord operation,
                                                Error error)
{
    const auto end = error.effect == Error::Effect::Answered ? OperationRecord::Outcome::Refused
                                                             : OperationRecord::Outcome::NotSent;
    const std::optional<Error> why = std::move(error);
    const QString note;
    OperationOutcome ended = co_await recordEnd(services, operation, end, why, note);
    co_return ended;
}

QCoro::Task<OperationOutcome> recordEnd(OperationServices services, OperationRecord operation,
                                        OperationRecord::Outcome end, std::optional<Error> error,
                                        QString note)
{
    OperationOutcome outcome;
    outcome.kind = outcomeKindOf(end);
    outcome.operationId = operation.id;
    outcome.error = error;
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.epoch = operation.epoch;
    finish.outcome = end;
    finish.error = error;
    finish.requestId = error && !error->requestId.isEmpty() ? error->requestId : operation.requestId;
    finish.note = std::move(note);
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded && end != OperationRecord::Outcome::Unknown) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

} // namespace numbers::operations

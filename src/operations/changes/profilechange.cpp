#include "operations/changes/profilechange.h"

#include "nixflex/numbersettings.h"
#include "operations/common/journal.h"
#include "operations/common/nixflexnumber.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::operations {

namespace {

using store::OperationRecord;

struct ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::operations::ProfileChange)
};

Error tooLong(qsizetype characters)
{
    return coded(Error::Kind::Invalid, u"custom_prompt_too_long"_s,
                 ProfileText::tr("The business profile has %1 characters; Nixflex takes at most %2.")
                     .arg(characters)
                     .arg(nixflex::longestCustomPrompt));
}

Error notThere(const PhoneNumber &number)
{
    return coded(Error::Kind::NotFound, u"number_not_found"_s,
                 ProfileText::tr("%1 is not at Nixflex any more, so there is no business profile to change.")
                     .arg(number.international()));
}

Error changedMeanwhile()
{
    return coded(Error::Kind::Conflict, u"profile_changed_meanwhile"_s,
                 ProfileText::tr("The business profile was changed at Nixflex in the meantime. Nothing was "
                                 "sent. Look at the text that is there now, then change it again."));
}

/// A server may drop what no agent would notice.
bool isSameText(const QString &one, const QString &other)
{
    const auto plain = [](QString text) { return text.replace("\r\n"_L1, "\n"_L1).trimmed(); };
    return one == other || plain(one) == plain(other);
}

Error unknownError(std::optional<Error> cause)
{
    Error error = cause.value_or(Error{});
    error.effect = Error::Effect::Unknown;
    error.provider = Error::Provider::Nixflex;
    error.userText =
        ProfileText::tr("The business profile was sent, but no answer came, and it could not be found out "
                        "yet whether Nixflex has it. This is settled as soon as Nixflex can be read.");
    return error;
}

Error notExecutedError(std::optional<Error> cause)
{
    Error error = cause.value_or(Error::make(Error::Kind::Storage, {}, u"answer not recorded"_s));
    error.effect = Error::Effect::Unknown;
    error.provider = Error::Provider::Nixflex;
    error.userText = ProfileText::tr("No usable answer came, and Nixflex still has the former business "
                                     "profile: nothing has changed. You can try again.");
    return error;
}

/// Neither the former text nor ours: somebody else wrote after us, or in our place.
Error overtakenError()
{
    Error error = coded(Error::Kind::Conflict, u"profile_changed_meanwhile"_s,
                        ProfileText::tr("No usable answer came, and in the meantime somebody else changed "
                                        "the business profile. Theirs was left as it is."));
    error.effect = Error::Effect::Answered;
    return error;
}

/// `seen`: the number as Nixflex shows it after the change.
QCoro::Task<OperationOutcome> recordChanged(OperationServices services, OperationRecord operation,
                                            nixflex::Number seen, QString note)
{
    OperationOutcome outcome;
    outcome.kind = OperationOutcome::Kind::Succeeded;
    outcome.operationId = operation.id;
    if (!isSameText(seen.customPrompt, operation.customPrompt)) {
        outcome.warnings.append(
            {u"profile_differs"_s,
             ProfileText::tr(
                 "Nixflex took the business profile, but shows another text. Look at it again.")});
    }
    store::Ledger::Finish finish;
    finish.operationId = operation.id;
    finish.epoch = operation.epoch;
    finish.outcome = OperationRecord::Outcome::Succeeded;
    finish.requestId = operation.requestId;
    finish.note = std::move(note);
    finish.customPrompt = seen.customPrompt;
    // The documented answer names none; that is no word about them.
    if (!nixflex::settingsOf(seen).isEmpty()) {
        finish.settings = nixflex::chosenSettingsOf(seen);
    }
    outcome.number = std::move(seen);
    const auto recorded = co_await services.ledger.finishOperation(std::move(finish));
    if (!recorded) {
        outcome.warnings.append(notRecorded(recorded.error()));
    }
    co_return outcome;
}

/// The write call, once it is marked as sending, and everything after it.
QCoro::Task<OperationOutcome> sendChange(OperationServices services, OperationRecord operation,
                                         CancelToken cancel)
{
    const PhoneNumber number = operation.phoneNumber;
    const QString text = operation.customPrompt;
    const QByteArray key = operation.idempotencyKey;
    const auto answer = co_await services.nixflex.updateNumber(number, text, key, cancel);
    if (!answer && answer.error().isProvenNotExecuted()) {
        const Error &error = answer.error();
        OperationOutcome ended = co_await recordNotExecuted(services, operation, error);
        co_return ended;
    }
    if (!answer) {
        const std::optional<Error> cause = answer.error();
        const auto age = std::chrono::milliseconds(0);
        OperationOutcome settled = co_await settleProfileChange(services, operation, cause, age, cancel);
        co_return settled;
    }
    operation.requestId = answer->requestId;
    // A ledger that cannot be written now is not worth losing the answer for: the operation is settled later.
    const auto noted = co_await services.ledger.markAnswered(operation, operation.requestId);
    static_cast<void>(noted);
    // What Nixflex answers is what it was told; what it shows afterwards is what counts.
    nixflex::Number seen = *answer;
    const auto found = co_await services.nixflex.lookUpNumber(number, services.closing);
    if (found && found->number) {
        seen = *found->number;
    }
    const QString note;
    OperationOutcome changed = co_await recordChanged(services, operation, seen, note);
    co_return changed;
}

} // namespace

QCoro::Task<OperationOutcome> changeProfile(OperationServices services, OperationRecord operation,
                                            ProfileChange change, CancelToken cancel)
{
    if (change.customPrompt.size() > nixflex::longestCustomPrompt) {
        co_return notSent(tooLong(change.customPrompt.size()));
    }
    const PhoneNumber number = change.phoneNumber;
    // Read first: what there was decides later whether a lost request was executed.
    const auto found = co_await locateNumber(services, number, cancel);
    if (!found) {
        co_return notSent(found.error());
    }
    if (!found->number) {
        co_return notSent(found->isAbsenceProven ? notThere(number) : presenceUnknown(number));
    }
    const nixflex::Number now = *found->number;
    // What the ledger has may be old: Nixflex judges.
    const bool isSeen = !found->isFromLedger;
    if (isSeen && now.customPrompt == change.customPrompt) {
        OperationOutcome nothing;
        nothing.kind = OperationOutcome::Kind::Succeeded;
        nothing.number = now;
        co_return nothing;
    }
    if (isSeen && change.former && !isSameText(*change.former, now.customPrompt)) {
        OperationOutcome refused = notSent(changedMeanwhile());
        refused.number = now;
        co_return refused;
    }
    operation.agentId = now.agentId;
    operation.numberSid = now.twilioNumberSid;
    operation.customPrompt = change.customPrompt;
    operation.formerCustomPrompt = now.customPrompt;
    QList<store::BackupRecord> backups; // Nothing changes at Twilio.
    auto notToBeSent = co_await beginSending(services, operation, std::move(backups), cancel);
    if (notToBeSent) {
        co_return *std::move(notToBeSent);
    }
    OperationOutcome outcome = co_await sendChange(services, operation, cancel);
    co_return outcome;
}

QCoro::Task<OperationOutcome> settleProfileChange(OperationServices services, OperationRecord operation,
                                                  std::optional<Error> cause, std::chrono::milliseconds age,
                                                  CancelToken cancel)
{
    const QString note = cause ? u"settled"_s : u"settled_after_restart"_s;
    const PhoneNumber number = operation.phoneNumber;
    const auto isWanted = [wanted = operation.customPrompt,
                           former = operation.formerCustomPrompt](const NumberAtNixflex &found) {
        return found && found->customPrompt != former && isSameText(found->customPrompt, wanted);
    };
    const StopPredicate isEnough = [isWanted, age, window = services.settle.executionWindow](
                                       const NumberAtNixflex &found, std::chrono::milliseconds waited) {
        return isWanted(found) || age + waited >= window;
    };
    const QList<AgentId> agents{operation.agentId};
    const auto found = co_await readNumberUntil(services, number, agents, isEnough, cause, cancel);
    if (!found) {
        const std::optional<Error> error = unknownError(found.error());
        OperationOutcome open =
            co_await recordEnd(services, operation, OperationRecord::Outcome::Unknown, error, note);
        co_return open;
    }
    if (isWanted(*found)) {
        OperationOutcome changed = co_await recordChanged(services, operation, **found, note);
        co_return changed;
    }
    const bool isThere = found->has_value();
    const bool isFormer = isThere && isSameText((*found)->customPrompt, operation.formerCustomPrompt);
    const auto end = isFormer ? OperationRecord::Outcome::NotExecuted : OperationRecord::Outcome::Refused;
    const std::optional<Error> error = isFormer  ? notExecutedError(cause)
                                       : isThere ? overtakenError()
                                                 : notThere(number);
    OperationOutcome ended = co_await recordEnd(services, operation, end, error, note);
    co_return ended;
}

} // namespace numbers::operations

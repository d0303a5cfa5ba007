#include "store/operationjournal.h"

#include "store/enumnames.h"
#include "store/numberrepository.h"
#include "store/operationkinds.h"
#include "store/operationrepository.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

struct JournalText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::store::OperationJournal)
};

Error conflict(const QString &code, const QString &text, const QString &operationId)
{
    Error error = Error::make(Error::Kind::Conflict, text, operationId);
    error.providerCode = code;
    return error;
}

Result<OperationRecord> requireOperation(Database &database, const QString &id)
{
    auto found = readOperation(database, id);
    if (!found) {
        return failure(found.error());
    }
    if (!*found) {
        return failure(Error::make(Error::Kind::Internal, u"no operation %1"_s.arg(id)));
    }
    return std::move(**found);
}

/// The operation, if the writer that knows it by this epoch still holds it.
Result<OperationRecord> requireHeld(Database &database, const QString &id, int epoch)
{
    auto operation = requireOperation(database, id);
    if (operation && operation->epoch != epoch) {
        return failure(conflict(takenOverCode,
                                JournalText::tr("This operation was taken over while it was waiting. What "
                                                "became of it is in the history."),
                                id));
    }
    return operation;
}

/// What a refusal looks like in the history: "409 number_already_imported, req_…".
QString answerDetail(const Error &error)
{
    QStringList parts;
    if (error.httpStatus != 0) {
        parts << QString::number(error.httpStatus);
    }
    if (!error.providerCode.isEmpty()) {
        parts << error.providerCode;
    }
    QString detail = parts.join(u' ');
    if (!error.requestId.isEmpty()) {
        detail += (detail.isEmpty() ? QString() : u", "_s) + error.requestId;
    }
    return detail;
}

QString endDetail(const OperationFinish &finish)
{
    const QString outcome = toString(finish.outcome);
    return finish.error && !finish.error->providerCode.isEmpty()
               ? u"%1: %2"_s.arg(outcome, finish.error->providerCode)
               : outcome;
}

/// The lines that only the end tells of, in the order in which they happened.
QList<StepRecord> lastSteps(const OperationRecord &operation, const OperationFinish &finish,
                            const QDateTime &now)
{
    QList<StepRecord> steps;
    const bool isSettled = finish.note.startsWith("settled"_L1);
    if (isSettled) {
        steps.append({u"settle"_s, finish.note, now});
    } else if (finish.error && finish.error->effect == Error::Effect::Answered &&
               operation.phase == OperationRecord::Phase::Sending) {
        steps.append({u"answered"_s, answerDetail(*finish.error), now});
    }
    if (finish.backup) {
        steps.append({u"read_back"_s, finish.backup->numberSid, finish.backup->takenAt});
    }
    steps.append({u"record"_s, endDetail(finish), now});
    return steps;
}

} // namespace

Result<void> journalIntent(Database &database, const OperationRecord &operation,
                           const QList<BackupRecord> &backups)
{
    if (auto written = insertOperation(database, operation); !written) {
        return written;
    }
    for (const BackupRecord &backup : backups) {
        if (auto written = insertBackup(database, backup); !written) {
            return written;
        }
    }
    return backups.isEmpty() ? Result<void>()
                             : insertStep(database, operation.id,
                                          {u"backup"_s, backups.first().numberSid, backups.first().takenAt});
}

Result<void> journalDone(Database &database, OperationRecord operation, const QList<BackupRecord> &backups)
{
    operation.phase = OperationRecord::Phase::Finished;
    operation.outcome = OperationRecord::Outcome::Succeeded;
    operation.finishedAt = operation.startedAt;
    if (auto written = journalIntent(database, operation, backups); !written) {
        return written;
    }
    return insertStep(database, operation.id,
                      {u"record"_s, toString(operation.outcome), operation.startedAt});
}

Result<void> journalSending(Database &database, const QString &operationId, int epoch, const QString &call,
                            const QDateTime &now)
{
    const auto operation = requireHeld(database, operationId, epoch);
    if (!operation) {
        return failure(operation.error());
    }
    if (auto written = updatePhase(database, operationId, OperationRecord::Phase::Sending, {}, now);
        !written) {
        return written;
    }
    const QString name = call.isEmpty() ? QString(describe(operation->kind).firstCall) : call;
    return insertStep(database, operationId, {name, QString::fromLatin1(operation->idempotencyKey), now});
}

Result<void> journalAnswer(Database &database, const QString &operationId, int epoch,
                           const QString &requestId, const QDateTime &now)
{
    if (const auto operation = requireHeld(database, operationId, epoch); !operation) {
        return failure(operation.error());
    }
    if (auto written = updatePhase(database, operationId, OperationRecord::Phase::Answered, requestId, {});
        !written) {
        return written;
    }
    return insertStep(database, operationId, {u"answered"_s, requestId, now});
}

Result<void> journalFinish(Database &database, const OperationFinish &finish, const QDateTime &now)
{
    const auto before = requireHeld(database, finish.operationId, finish.epoch);
    if (!before) {
        return failure(before.error());
    }
    const auto isFirst = updateOutcome(database, finish.operationId, finish.outcome, finish.error,
                                       finish.requestId, finish.note, now);
    if (!isFirst) {
        return failure(isFirst.error());
    }
    if (!*isFirst) {
        return {};
    }
    if (finish.number) {
        if (auto written = writeNumber(database, *finish.number); !written) {
            return written;
        }
    }
    if (finish.customPrompt) {
        if (auto written =
                writeCustomPrompt(database, before->keyId, before->phoneNumber, *finish.customPrompt);
            !written) {
            return written;
        }
    }
    if (finish.settings) {
        if (auto written = writeSettings(database, before->keyId, before->phoneNumber, *finish.settings);
            !written) {
            return written;
        }
    }
    if (finish.removed) {
        if (auto removed = deleteNumber(database, before->keyId, *finish.removed); !removed) {
            return removed;
        }
    }
    if (finish.backup) {
        if (auto written = insertBackup(database, *finish.backup); !written) {
            return written;
        }
    }
    auto steps = lastSteps(*before, finish, now);
    if (finish.outcome == OperationRecord::Outcome::Unknown) {
        // Asked again and again, it is one line.
        const auto written = readSteps(database, finish.operationId);
        if (!written) {
            return failure(written.error());
        }
        steps.removeIf([&](const StepRecord &step) {
            return std::any_of(written->begin(), written->end(), [&step](const StepRecord &other) {
                return other.name == step.name && other.detail == step.detail;
            });
        });
    }
    for (const StepRecord &step : std::as_const(steps)) {
        if (auto written = insertStep(database, finish.operationId, step); !written) {
            return written;
        }
    }
    return {};
}

Result<OperationRecord> journalTakeOver(Database &database, const QString &operationId,
                                        const QString &instanceId, const QSet<QString> &living)
{
    auto operation = requireOperation(database, operationId);
    if (!operation || operation->phase == OperationRecord::Phase::Finished) {
        return operation;
    }
    if (operation->instanceId != instanceId && living.contains(operation->instanceId)) {
        return failure(conflict(u"operation_under_way"_s,
                                JournalText::tr("Another running program works on this operation."),
                                operationId));
    }
    if (auto written = updateHolder(database, operationId, instanceId); !written) {
        return failure(written.error());
    }
    return requireOperation(database, operationId);
}

} // namespace numbers::store

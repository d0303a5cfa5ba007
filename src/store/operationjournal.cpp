#include "store/operationjournal.h"

#include "store/enumnames.h"
#include "store/numberrepository.h"
#include "store/operationrepository.h"

#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

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

/// The name of its step.
QString firstCallOf(OperationRecord::Kind kind)
{
    switch (kind) {
    case OperationRecord::Kind::Import:
        return u"post"_s;
    case OperationRecord::Kind::Remove:
    case OperationRecord::Kind::Undo:
    case OperationRecord::Kind::Reassign:
        return u"delete"_s;
    case OperationRecord::Kind::Profile:
        return u"patch"_s;
    case OperationRecord::Kind::Restore:
    case OperationRecord::Kind::Adopt:
    case OperationRecord::Kind::Forget:
    case OperationRecord::Kind::Unknown:
        break;
    }
    return u"update"_s;
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

Result<void> journalSending(Database &database, const QString &operationId, const QString &call,
                            const QDateTime &now)
{
    if (auto written = updatePhase(database, operationId, OperationRecord::Phase::Sending, {}, now);
        !written) {
        return written;
    }
    const auto operation = requireOperation(database, operationId);
    if (!operation) {
        return failure(operation.error());
    }
    const QString name = call.isEmpty() ? firstCallOf(operation->kind) : call;
    return insertStep(database, operationId, {name, QString::fromLatin1(operation->idempotencyKey), now});
}

Result<void> journalAnswer(Database &database, const QString &operationId, const QString &requestId,
                           const QDateTime &now)
{
    if (auto written = updatePhase(database, operationId, OperationRecord::Phase::Answered, requestId, {});
        !written) {
        return written;
    }
    return insertStep(database, operationId, {u"answered"_s, requestId, now});
}

Result<void> journalFinish(Database &database, const OperationFinish &finish, const QDateTime &now)
{
    const auto before = requireOperation(database, finish.operationId);
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
        if (auto written = writeNumber(database, *finish.number, now); !written) {
            return written;
        }
    }
    if (finish.customPrompt) {
        if (auto written =
                writeCustomPrompt(database, before->keyId, before->phoneNumber, *finish.customPrompt, now);
            !written) {
            return written;
        }
    }
    if (finish.settings) {
        if (auto written = writeSettings(database, before->keyId, before->phoneNumber, *finish.settings, now);
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

} // namespace numbers::store

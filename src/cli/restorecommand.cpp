#include "cli/commandsupport.h"
#include "cli/setback.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

/// The number given, or that of the operation given.
QCoro::Task<Result<PhoneNumber>> numberToUndo(const CommandContext &context)
{
    const QString id = context.arguments.operationId;
    if (id.isEmpty()) {
        co_return readNumber(context);
    }
    const auto operation = co_await context.workspace.ledger().operation(id);
    if (!operation) {
        co_return failure(operation.error());
    }
    if (!operation->has_value() || operation->value().kind != store::OperationRecord::Kind::Import) {
        co_return failure(
            ownRefusal(u"no_such_import"_s, CommandText::tr("There is no import with the id “%1”.").arg(id)));
    }
    co_return operation->value().phoneNumber;
}

QCoro::Task<Report> runSetBack(const CommandContext &context, bool isUndo)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto number = co_await numberToUndo(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    const PhoneNumber &phoneNumber = *number;
    operation.phoneNumber = phoneNumber.e164();
    if (const auto error = unknownOverwrite(context.arguments)) {
        co_return refused(operation, *error);
    }
    const auto credentials = co_await takeAccess(context, phoneNumber, accountOfNumber);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const QList<store::OperationRecord> settled = co_await settleLeftovers(context);
    const SetBack how = isUndo ? SetBack::Undo : SetBack::Restore;
    auto done = isUndo ? doneByNow(operation, settled, store::OperationRecord::Kind::Undo, u"undone"_s)
                       : doneByNow(operation, settled, store::OperationRecord::Kind::Restore, u"restored"_s);
    if (done) {
        co_return *std::move(done);
    }
    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    importing::Importer *importer = context.workspace.importer();
    const twilio::Credentials &pair = *credentials;
    const CancelToken cancel = context.cancel;
    auto looking = isUndo ? importer->offerUndo(pair, phoneNumber, cancel)
                          : importer->offerRestore(pair, phoneNumber, cancel);
    auto offer = co_await std::move(looking);
    if (!offer) {
        co_return refused(operation, offer.error());
    }
    Report report = co_await setBack(context, std::move(operation), *std::move(offer), how);
    co_return report;
}

} // namespace

QCoro::Task<Report> runRestore(const CommandContext &context)
{
    return runSetBack(context, false);
}

QCoro::Task<Report> runUndo(const CommandContext &context)
{
    return runSetBack(context, true);
}

} // namespace numbers::cli

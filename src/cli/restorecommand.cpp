#include "cli/commandsession.h"
#include "cli/numberargument.h"
#include "cli/restoreoffer.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

/// What is to be undone, or set back.
struct Wanted
{
    PhoneNumber phoneNumber;
    std::optional<store::OperationRecord> restore; ///< nothing: the number's last import
};

/// The number given, or the operation given.
QCoro::Task<Result<Wanted>> readWanted(const CommandContext &context)
{
    const QString id = context.arguments.operationId;
    if (id.isEmpty()) {
        const auto number = co_await readNumber(context);
        if (!number) {
            co_return failure(number.error());
        }
        co_return Wanted{*number, {}};
    }
    using Kind = store::OperationRecord::Kind;
    const auto operation = co_await context.workspace.ledger().operation(id);
    if (!operation) {
        co_return failure(operation.error());
    }
    const bool isImport = operation->has_value() && (*operation)->kind == Kind::Import;
    const bool isRestore = operation->has_value() && (*operation)->kind == Kind::Restore &&
                           (*operation)->outcome == store::OperationRecord::Outcome::Succeeded;
    if (!isImport && !isRestore) {
        co_return failure(
            ownRefusal(u"no_such_operation"_s,
                       CommandText::tr("There is no import or restore with the id “%1”.").arg(id)));
    }
    Wanted wanted{(*operation)->phoneNumber, {}};
    if (isRestore) {
        wanted.restore = **operation;
    }
    co_return wanted;
}

QCoro::Task<Result<operations::RestoreOffer>> offerOf(const CommandContext &context, Wanted wanted,
                                                      twilio::Credentials credentials, bool isUndo)
{
    operations::Operations *importer = context.workspace.operations();
    if (wanted.restore) {
        return importer->offerUndoOfRestore(*wanted.restore, std::move(credentials), context.cancel);
    }
    return isUndo ? importer->offerUndo(std::move(credentials), wanted.phoneNumber, context.cancel)
                  : importer->offerRestore(std::move(credentials), wanted.phoneNumber, context.cancel);
}

QCoro::Task<Report> runSetBack(const CommandContext &context, bool isUndo)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto wanted = co_await readWanted(context);
    if (!wanted) {
        co_return refused(operation, wanted.error());
    }
    const PhoneNumber &phoneNumber = wanted->phoneNumber;
    operation.phoneNumber = phoneNumber.e164();
    if (const auto error = unknownOverwrite(context.arguments)) {
        co_return refused(operation, *error);
    }
    auto access = wanted->restore ? takeAccess(context, wanted->restore->accountSid)
                                  : takeAccess(context, phoneNumber, accountOfNumber);
    const auto credentials = co_await std::move(access);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const QList<store::OperationRecord> settled = co_await settleLeftovers(context);
    const SetBack how = wanted->restore ? SetBack::Backup : isUndo ? SetBack::Undo : SetBack::Restore;
    auto done =
        how == SetBack::Undo
            ? alreadyCompletedReport(operation, settled, store::OperationRecord::Kind::Undo, u"undone"_s)
            : alreadyCompletedReport(operation, settled, store::OperationRecord::Kind::Restore,
                                     u"restored"_s);
    // Of the restores of a number, another one may have been settled.
    if (done && !wanted->restore) {
        co_return *std::move(done);
    }
    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    const twilio::Credentials &pair = *credentials;
    const Wanted &found = *wanted;
    auto offer = co_await offerOf(context, found, pair, isUndo);
    if (!offer) {
        co_return refused(operation, offer.error());
    }
    if (done && offer->isPossible() && offer->plan.isEmpty() && offer->plan.kept.isEmpty()) {
        co_return *std::move(done);
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

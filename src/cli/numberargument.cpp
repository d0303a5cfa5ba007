#include "cli/numberargument.h"

#include "base/phonereadings.h"
#include "cli/commandsession.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using workspace::Settings;

QString defaultRegion(const Settings &settings)
{
    const QString chosen = settings.text(Settings::Key::DefaultRegion);
    return chosen.isEmpty() ? QLocale::territoryToCode(QLocale::system().territory()) : chosen;
}

QCoro::Task<Result<bool>> isInLedger(const CommandContext &context, PhoneNumber number)
{
    const auto operations = co_await context.workspace.ledger().operationsOf(number);
    if (!operations) {
        co_return failure(operations.error());
    }
    if (!operations->isEmpty() || !context.workspace.hasKey()) {
        co_return !operations->isEmpty();
    }
    const QString keyId = context.workspace.keyId();
    const auto row = co_await context.workspace.ledger().number(keyId, number);
    if (!row) {
        co_return failure(row.error());
    }
    co_return row->has_value();
}

QCoro::Task<Result<bool>> isAtTwilio(const CommandContext &context, PhoneNumber number)
{
    const auto sid = readAccountSid(context);
    if (!sid) {
        co_return failure(sid.error());
    }
    const AccountSid &accountSid = *sid;
    const auto credentials = co_await readCredentials(context, accountSid);
    if (!credentials) {
        co_return failure(credentials.error());
    }
    const twilio::Credentials &pair = *credentials;
    const CancelToken cancel = context.cancel;
    const auto found =
        co_await context.workspace.twilio().findIncomingNumber(pair, accountSid, number, cancel);
    if (!found && found.error().kind != Error::Kind::NotFound) {
        co_return failure(found.error());
    }
    co_return found.has_value();
}

QCoro::Task<Result<bool>> isAtNixflex(const CommandContext &context, PhoneNumber number)
{
    const CancelToken cancel = context.cancel;
    const auto found = co_await context.workspace.nixflex()->lookUpNumber(number, cancel);
    if (!found) {
        co_return failure(found.error());
    }
    if (!found->number && !found->isAbsenceProven) {
        co_return failure(ownRefusal(
            u"ambiguous_number"_s,
            CommandText::tr(
                "It is not known which number is meant: Nixflex may have cut its list off, so %1 may "
                "or may not be there. Enter the number as \"numbers\" prints it.")
                .arg(number.e164())));
    }
    co_return found->number.has_value();
}

/// Where the command looks for its number; false for those that only read the ledger.
QCoro::Task<Result<bool>> isThere(const CommandContext &context, PhoneNumber number)
{
    switch (context.arguments.command) {
    case Command::Import:
        return isAtTwilio(context, std::move(number));
    case Command::Routing:
        if (!context.arguments.twilioSid.isEmpty()) {
            return isAtTwilio(context, std::move(number));
        }
        break;
    case Command::Remove:
    case Command::Restore:
    case Command::Undo:
    case Command::Reassign:
    case Command::Profile:
        return isAtNixflex(context, std::move(number));
    default:
        break;
    }
    return []() -> QCoro::Task<Result<bool>> { co_return false; }();
}

bool needsKey(Command command)
{
    return command != Command::History && command != Command::BackupExport;
}

} // namespace

Result<QList<PhoneNumber>> readNumberChoices(const CommandContext &context)
{
    if (context.arguments.number.isEmpty() && context.practice != nullptr) {
        return QList<PhoneNumber>{context.practice->exampleNumber()};
    }
    auto numbers = phoneReadings(context.arguments.number, defaultRegion(context.workspace.settings()));
    if (!numbers) {
        return failure(ownRefusal(u"invalid_phone_format"_s, numbers.error().userText));
    }
    return numbers;
}

QCoro::Task<Result<PhoneNumber>> readNumber(const CommandContext &context)
{
    const auto numbers = readNumberChoices(context);
    if (!numbers) {
        co_return failure(numbers.error());
    }
    const QList<PhoneNumber> choices = *numbers;
    if (choices.size() == 1) {
        co_return choices.first();
    }
    if (needsKey(context.arguments.command)) {
        const auto hasKey = co_await takeKey(context.workspace);
        if (!hasKey) {
            co_return failure(hasKey.error());
        }
    }
    for (const auto look : {&isInLedger, &isThere}) {
        for (const PhoneNumber &number : choices) {
            const auto isFound = co_await look(context, number);
            if (!isFound) {
                co_return failure(isFound.error());
            }
            if (*isFound) {
                co_return number;
            }
        }
    }
    co_return choices.last();
}

} // namespace numbers::cli

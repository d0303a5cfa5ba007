#include "cli/commandsession.h"

#include "base/pastedtext.h"

#include <QFile>
#include <QStringDecoder>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

SecretString takeFromEnvironment(const char *name)
{
    QByteArray value = qgetenv(name);
    qunsetenv(name);
    const QByteArray trimmed = value.trimmed();
    SecretString secret(std::string_view(trimmed.constData(), static_cast<std::size_t>(trimmed.size())));
    value.fill('\0');
    return secret;
}

Result<AccountSid> readAccountSid(const CommandContext &context)
{
    if (context.arguments.twilioSid.isEmpty() && context.practice != nullptr) {
        return context.practice->accountSid();
    }
    auto sid = AccountSid::parse(context.arguments.twilioSid);
    if (!sid) {
        return failure(ownRefusal(u"invalid_twilio_sid"_s, sid.error().userText));
    }
    return sid;
}

Result<AgentId> readAgent(const CommandContext &context)
{
    if (context.arguments.agent.isEmpty() && context.practice != nullptr) {
        return context.practice->exampleAgent();
    }
    auto agent = AgentId::parse(context.arguments.agent);
    if (!agent) {
        return failure(ownRefusal(u"missing_field"_s, agent.error().userText));
    }
    return agent;
}

Result<std::optional<QString>> readProfileText(const QString &fileName)
{
    if (fileName.isEmpty()) {
        return std::nullopt;
    }
    QFile file(fileName);
    // Four bytes of UTF-8 at most for each character that Nixflex takes, a byte order mark, and one more to
    // see that it is too long.
    constexpr qint64 longest = 4 * nixflex::longestCustomPrompt + 3 + 1;
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray bytes = isOpen ? file.read(longest) : QByteArray();
    if (file.error() != QFileDevice::NoError) {
        return failure(
            ownRefusal(u"profile_text_not_readable"_s,
                       CommandText::tr("“%1” cannot be read: %2").arg(fileName, file.errorString())));
    }
    const bool isCut = bytes.size() == longest;
    // A byte order mark at the beginning is dropped. What was cut may end within a character.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           isCut ? QStringDecoder::Flag::Default : QStringDecoder::Flag::Stateless);
    const QString text = bytes.isEmpty() ? u""_s : decoder(bytes);
    // UTF-16 without a byte order mark is valid UTF-8 with zeros in it.
    if (decoder.hasError() || bytes.contains('\0')) {
        return failure(ownRefusal(
            u"profile_text_not_utf8"_s,
            CommandText::tr("“%1” is no text in UTF-8. Nothing was sent. Save it as plain text, with the "
                            "encoding UTF-8.")
                .arg(fileName)));
    }
    if (isCut || text.size() > nixflex::longestCustomPrompt) {
        return failure(
            ownRefusal(u"custom_prompt_too_long"_s,
                       CommandText::tr("The business profile in “%1” is longer than %2 characters.")
                           .arg(fileName)
                           .arg(nixflex::longestCustomPrompt)));
    }
    return text;
}

QCoro::Task<Result<AccountSid>> accountOfNumber(const CommandContext &context, PhoneNumber number)
{
    if (!context.arguments.twilioSid.isEmpty()) {
        co_return readAccountSid(context);
    }
    const auto operations = co_await context.workspace.ledger().operationsOf(number);
    if (!operations) {
        co_return failure(operations.error());
    }
    for (const store::OperationRecord &operation : *operations) {
        if (operation.kind == store::OperationRecord::Kind::Import && !operation.accountSid.isNull()) {
            co_return operation.accountSid;
        }
    }
    co_return failure(ownRefusal(
        u"no_backup"_s, CommandText::tr("%1 was never imported on this computer, so nothing was saved here.")
                            .arg(number.international())));
}

QCoro::Task<Result<twilio::Credentials>> readCredentials(const CommandContext &context, AccountSid sid)
{
    twilio::Credentials credentials;
    credentials.accountSid = sid;
    SecretString given = takeFromEnvironment("TWILIO_AUTH_TOKEN");
    // Practice mode has tokens of its own; a real one has no business there.
    if (!given.isEmpty() && !context.workspace.isPractice()) {
        const std::string_view raw = given.reveal();
        const QString text =
            withoutPasteMarks(QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size())));
        const InputCheck check = checkAuthToken(text);
        if (check.verdict != InputCheck::Verdict::Good) {
            co_return failure(ownRefusal(u"invalid_auth_token"_s, u"TWILIO_AUTH_TOKEN: "_s + check.message));
        }
        if (!check.message.isEmpty()) {
            context.say(u"TWILIO_AUTH_TOKEN: "_s + check.message);
        }
        credentials.authToken = std::make_shared<const SecretString>(SecretString::fromText(text));
        // Operations that are still open may need it.
        context.workspace.useToken(sid, credentials.authToken);
        co_return credentials;
    }
    const auto token = co_await context.workspace.tokenOf(sid);
    if (!token) {
        co_return failure(token.error());
    }
    if (!*token) {
        co_return failure(
            ownRefusal(u"no_auth_token"_s,
                       CommandText::tr("There is no Auth Token for %1. Set TWILIO_AUTH_TOKEN, or remember "
                                       "the account in the app.")
                           .arg(sid.toString())));
    }
    credentials.authToken = *token;
    co_return credentials;
}

QCoro::Task<Result<twilio::Credentials>> takeAccess(const CommandContext &context, PhoneNumber number,
                                                    AccountSource accountOf)
{
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return failure(hasKey.error());
    }
    const auto sid = co_await accountOf(context, number);
    if (!sid) {
        co_return failure(sid.error());
    }
    const AccountSid &accountSid = *sid;
    const auto credentials = co_await takeAccess(context, accountSid);
    co_return credentials;
}

QCoro::Task<Result<twilio::Credentials>> takeAccess(const CommandContext &context, AccountSid sid)
{
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return failure(hasKey.error());
    }
    const auto credentials = co_await readCredentials(context, sid);
    co_return credentials;
}

Report refused(OperationReport operation, const Error &error)
{
    const ExitCode exitCode = exitCodeOfRead(error);
    operation.error = error;
    operation.outcome =
        exitCode == ExitCode::NotReachable || exitCode == ExitCode::Interrupted ? u"failed"_s : u"refused"_s;
    return failureReport(std::move(operation), exitCode);
}

Report planned(OperationReport operation)
{
    operation.outcome = u"planned"_s;
    Report report;
    report.json = operation.toJson();
    report.text = CommandText::tr("Nothing was changed (--dry-run).");
    return report;
}

Report confirmationNeeded(OperationReport operation, const QString &text)
{
    operation.isConfirmationNeeded = true;
    return refused(std::move(operation), ownRefusal(u"confirmation_needed"_s, text));
}

Report reroutingConfirmation(OperationReport operation, const PhoneNumber &number)
{
    return confirmationNeeded(
        std::move(operation),
        CommandText::tr("This changes who answers %1. Nothing was changed yet. Add --yes to go on.")
            .arg(number.international()));
}

Report outcomeReport(OperationReport operation, const operations::OperationOutcome &outcome,
                     const QString &done)
{
    using Kind = operations::OperationOutcome::Kind;
    operation.operationId = outcome.operationId;
    operation.warnings += outcome.warnings;
    operation.error = outcome.error;
    const ExitCode exitCode = exitCodeOf(outcome);
    switch (outcome.kind) {
    case Kind::Succeeded:
        operation.outcome = done;
        break;
    case Kind::Refused:
        operation.outcome = u"refused"_s;
        break;
    case Kind::NotSent:
    case Kind::NotExecuted:
        operation.outcome = exitCode == ExitCode::NotReachable || exitCode == ExitCode::Interrupted
                                ? u"failed"_s
                                : u"refused"_s;
        break;
    case Kind::Unknown:
        operation.outcome = u"unknown"_s;
        break;
    }
    if (outcome.number && operation.numberSid.isEmpty()) {
        operation.numberSid = outcome.number->twilioNumberSid;
    }
    return failureReport(std::move(operation), exitCode);
}

QString notesText(const QList<operations::Note> &notes)
{
    QString text;
    for (const operations::Note &note : notes) {
        text += u'\n' + CommandText::tr("Warning: %1").arg(note.text);
    }
    return text;
}

QCoro::Task<QList<store::OperationRecord>> settleLeftovers(const CommandContext &context, bool mustWait)
{
    const CancelToken cancel = context.cancel;
    std::optional<std::chrono::milliseconds> patience;
    if (!mustWait) {
        patience = std::chrono::milliseconds(0);
    }
    const auto settled = co_await context.workspace.settleUnfinished(cancel, patience);
    if (!settled) {
        context.say(
            CommandText::tr("Earlier operations could not be settled: %1").arg(settled.error().userText));
        co_return QList<store::OperationRecord>();
    }
    for (const store::OperationRecord &operation : *settled) {
        if (operation.outcome == store::OperationRecord::Outcome::Unknown ||
            operation.phase != store::OperationRecord::Phase::Finished) {
            context.say(CommandText::tr("An earlier operation on %1 still has no known outcome. "
                                        "\"operations --settle\" waits for it.")
                            .arg(operation.phoneNumber.international()));
        } else {
            context.say(CommandText::tr("An earlier operation on %1 was left open and is settled now.")
                            .arg(operation.phoneNumber.international()));
        }
    }
    co_return *settled;
}

std::optional<Report> alreadyCompletedReport(OperationReport operation,
                                             const QList<store::OperationRecord> &settled,
                                             store::OperationRecord::Kind kind, const QString &done)
{
    for (const store::OperationRecord &record : settled) {
        if (record.kind == kind && record.phoneNumber.e164() == operation.phoneNumber &&
            record.outcome == store::OperationRecord::Outcome::Succeeded &&
            (kind != store::OperationRecord::Kind::Reassign ||
             record.agentId.toString() == operation.agentId)) {
            operation.outcome = done;
            operation.operationId = record.id;
            operation.numberSid = record.numberSid;
            Report report;
            report.json = operation.toJson();
            report.text =
                CommandText::tr("This was begun before, and is done now. Operation %1.").arg(record.id);
            return report;
        }
    }
    return {};
}

} // namespace numbers::cli

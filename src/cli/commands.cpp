#include "cli/commands.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

using workspace::Settings;

struct CommandText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::cli::Commands)
};

/// Reads a secret from the environment and takes it out, so that no program we might start inherits it.
SecretString takeFromEnvironment(const char *name)
{
    QByteArray value = qgetenv(name);
    qunsetenv(name);
    const QByteArray trimmed = value.trimmed();
    SecretString secret(std::string_view(trimmed.constData(), static_cast<std::size_t>(trimmed.size())));
    value.fill('\0');
    return secret;
}

QString defaultRegion(const Settings &settings)
{
    const QString chosen = settings.text(Settings::Key::DefaultRegion);
    return chosen.isEmpty() ? QLocale::territoryToCode(QLocale::system().territory()) : chosen;
}

Result<PhoneNumber> readNumber(const CommandContext &context)
{
    if (context.arguments.number.isEmpty() && context.practice != nullptr) {
        return context.practice->exampleNumber();
    }
    auto number = PhoneNumber::parse(context.arguments.number, defaultRegion(context.workspace.settings()));
    if (!number) {
        return failure(ownRefusal(u"invalid_phone_format"_s, number.error().userText));
    }
    return number;
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

Result<QString> readProfileText(const QString &fileName)
{
    if (fileName.isEmpty()) {
        return QString();
    }
    QFile file(fileName);
    // Four bytes of UTF-8 at most for each character that Nixflex takes, and one more to see that it is too
    // long.
    constexpr qint64 longest = 4 * nixflex::longestCustomPrompt + 1;
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ownRefusal(u"profile_text_not_readable"_s,
                       CommandText::tr("“%1” cannot be read: %2").arg(fileName, file.errorString())));
    }
    const QByteArray bytes = file.read(longest);
    const QString text = QString::fromUtf8(bytes);
    if (bytes.size() == longest || text.size() > nixflex::longestCustomPrompt) {
        return failure(
            ownRefusal(u"custom_prompt_too_long"_s,
                       CommandText::tr("The business profile in “%1” is longer than %2 characters.")
                           .arg(fileName)
                           .arg(nixflex::longestCustomPrompt)));
    }
    return text;
}

QCoro::Task<Result<twilio::Credentials>> readCredentials(const CommandContext &context, AccountSid sid)
{
    twilio::Credentials credentials;
    credentials.accountSid = sid;
    SecretString given = takeFromEnvironment("TWILIO_AUTH_TOKEN");
    // Practice mode has tokens of its own; a real one has no business there.
    if (!given.isEmpty() && !context.workspace.isPractice()) {
        const std::string_view text = given.reveal();
        const InputCheck check =
            checkAuthToken(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        if (check.verdict != InputCheck::Verdict::Good) {
            co_return failure(ownRefusal(u"invalid_auth_token"_s, u"TWILIO_AUTH_TOKEN: "_s + check.message));
        }
        credentials.authToken = std::make_shared<const SecretString>(std::move(given));
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

QString stepText(importing::ImportStep step)
{
    switch (step) {
    case importing::ImportStep::SaveBackup:
        return CommandText::tr("Saving what is there now…");
    case importing::ImportStep::Send:
        return CommandText::tr("Sending the import to Nixflex…");
    case importing::ImportStep::ReadBack:
        return CommandText::tr("Reading the new webhooks back from Twilio…");
    case importing::ImportStep::Settle:
        return CommandText::tr("The answer was lost. Finding out what happened…");
    case importing::ImportStep::Record:
        break;
    }
    return CommandText::tr("Recording the result…");
}

Report refused(OperationReport operation, const Error &error)
{
    const ExitCode exitCode = exitCodeOfRead(error);
    operation.error = error;
    operation.outcome =
        exitCode == ExitCode::NotReachable || exitCode == ExitCode::Interrupted ? u"failed"_s : u"refused"_s;
    return failureReport(std::move(operation), exitCode);
}

Report outcomeReport(OperationReport operation, const importing::OperationOutcome &outcome,
                     const QString &done)
{
    using Kind = importing::OperationOutcome::Kind;
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

QString notesText(const QList<importing::Note> &notes)
{
    QString text;
    for (const importing::Note &note : notes) {
        text += u'\n' + CommandText::tr("Warning: %1").arg(note.text);
    }
    return text;
}

/// One look at what earlier runs left open; what cannot be settled stays open and is said in `operations`.
QCoro::Task<void> settleLeftovers(const CommandContext &context)
{
    const CancelToken cancel = context.cancel;
    const std::optional<std::chrono::milliseconds> patience = std::chrono::milliseconds(0);
    const auto settled = co_await context.workspace.settleUnfinished(cancel, patience);
    if (!settled) {
        context.say(
            CommandText::tr("Earlier operations could not be settled: %1").arg(settled.error().userText));
        co_return;
    }
    for (const store::OperationRecord &operation : *settled) {
        if (operation.outcome == store::OperationRecord::Outcome::Unknown ||
            operation.phase != store::OperationRecord::Phase::Finished) {
            context.say(CommandText::tr("An earlier operation on %1 still has no known outcome.")
                            .arg(operation.phoneNumber.international()));
        } else {
            context.say(CommandText::tr("An earlier operation on %1 was left open and is settled now.")
                            .arg(operation.phoneNumber.international()));
        }
    }
}

QCoro::Task<Report> runImport(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    operation.agentId = context.arguments.agent;

    const auto number = readNumber(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    operation.phoneNumber = number->e164();
    const auto sid = readAccountSid(context);
    if (!sid) {
        co_return refused(operation, sid.error());
    }
    const auto agent = readAgent(context);
    if (!agent) {
        co_return refused(operation, agent.error());
    }
    operation.agentId = agent->toString();
    const auto profileText = readProfileText(context.arguments.profileTextFile);
    if (!profileText) {
        co_return refused(operation, profileText.error());
    }
    const AccountSid accountSid = *sid;
    const auto credentials = co_await readCredentials(context, accountSid);
    if (!credentials) {
        co_return refused(operation, credentials.error());
    }
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return refused(operation, hasKey.error());
    }
    co_await settleLeftovers(context);

    context.say(CommandText::tr("Looking at Twilio and Nixflex…"));
    importing::Importer *importer = context.workspace.importer();
    const CancelToken cancel = context.cancel;
    importing::PlanInput input;
    input.credentials = *credentials;
    input.phoneNumber = *number;
    input.agentId = *agent;
    input.customPrompt = *profileText;
    auto plan = co_await importer->plan(std::move(input), cancel);
    if (!plan) {
        co_return refused(operation, plan.error());
    }
    operation.numberSid = plan->before.sid;
    operation.replaced = replacedJson(plan->before.webhooks);
    operation.warnings = plan->warnings;
    operation.isConfirmationNeeded = plan->needsConfirmation();
    context.say(planText(*plan));
    if (!plan->isPossible()) {
        const importing::Note &problem = plan->problems.first();
        co_return refused(operation, ownRefusal(problem.code, problem.text));
    }
    if (context.arguments.isDryRun) {
        operation.outcome = u"planned"_s;
        Report report;
        report.json = operation.toJson();
        report.text = CommandText::tr("Nothing was changed (--dry-run).");
        co_return report;
    }
    if (plan->needsConfirmation() && !context.arguments.isConfirmed) {
        co_return refused(
            operation,
            ownRefusal(u"confirmation_needed"_s,
                       CommandText::tr("Something that answers now would be replaced. Nothing was changed. "
                                       "Add --yes to go on.")));
    }
    const auto say = context.say;
    const importing::OnImportStep onStep = [say](importing::ImportStep step) { say(stepText(step)); };
    const bool isConfirmed = context.arguments.isConfirmed;
    const auto outcome = co_await importer->run(std::move(*plan), isConfirmed, onStep, cancel);
    Report report = outcomeReport(operation, outcome, u"imported"_s);
    if (outcome.kind == importing::OperationOutcome::Kind::Succeeded) {
        report.text = CommandText::tr("%1 is answered by the agent %2 now. Operation %3.")
                          .arg(number->international(), agent->toString(), outcome.operationId) +
                      notesText(outcome.warnings);
    }
    co_return report;
}

QCoro::Task<Report> runRemove(const CommandContext &context)
{
    OperationReport operation;
    operation.phoneNumber = context.arguments.number;
    const auto number = readNumber(context);
    if (!number) {
        co_return refused(operation, number.error());
    }
    operation.phoneNumber = number->e164();
    if (!context.arguments.isConfirmed) {
        operation.isConfirmationNeeded = true;
        co_return refused(
            operation,
            ownRefusal(u"confirmation_needed"_s,
                       CommandText::tr("Removing %1 clears its webhooks at Twilio: nobody answers it then. "
                                       "The number stays with the customer, and Twilio goes on billing it. "
                                       "Nothing was changed. Add --yes to go on.")
                           .arg(number->international())));
    }
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return refused(operation, hasKey.error());
    }
    co_await settleLeftovers(context);

    // The account is known when the number was imported from here; its token allows a backup first.
    twilio::Credentials credentials;
    const PhoneNumber phoneNumber = *number;
    const QString keyId = context.workspace.keyId();
    const auto known = co_await context.workspace.ledger().number(keyId, phoneNumber);
    if (known && known->has_value() && !known->value().accountSid.isNull()) {
        operation.agentId = known->value().agentId.toString();
        operation.numberSid = known->value().numberSid;
        const AccountSid sid = known->value().accountSid;
        const auto found = co_await readCredentials(context, sid);
        if (found) {
            credentials = *found;
        }
    }
    if (!credentials.isComplete()) {
        operation.warnings.append(
            {u"no_backup"_s,
             CommandText::tr("The number's Twilio account or its Auth Token is not known here, so "
                             "its webhooks could not be saved first.")});
    }
    context.say(CommandText::tr("Removing %1 at Nixflex…").arg(phoneNumber.international()));
    const CancelToken cancel = context.cancel;
    const auto outcome = co_await context.workspace.importer()->remove(phoneNumber, credentials, cancel);
    Report report = outcomeReport(operation, outcome, u"removed"_s);
    if (outcome.kind == importing::OperationOutcome::Kind::Succeeded) {
        report.text =
            CommandText::tr("%1 is no longer at Nixflex. Its webhooks at Twilio are cleared. Operation %2.")
                .arg(number->international(), outcome.operationId) +
            notesText(operation.warnings);
    }
    co_return report;
}

QCoro::Task<Report> runNumbers(const CommandContext &context)
{
    const QString name = u"numbers"_s;
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return listFailure(name, hasKey.error());
    }
    co_await settleLeftovers(context);
    const std::function<void(int)> onProgress;
    const CancelToken cancel = context.cancel;
    const auto synced = co_await context.workspace.fleetSync()->run(onProgress, cancel);
    if (!synced) {
        co_return listFailure(name, synced.error());
    }
    store::FleetQuery query;
    query.keyId = context.workspace.keyId();
    const auto ids = co_await context.workspace.ledger().numberIds(query);
    if (!ids) {
        co_return listFailure(name, ids.error());
    }
    const QList<qint64> all = *ids;
    const auto numbers = co_await context.workspace.ledger().numbersById(all);
    if (!numbers) {
        co_return listFailure(name, numbers.error());
    }
    QJsonArray rows;
    QList<QStringList> table{{CommandText::tr("NUMBER"), CommandText::tr("COUNTRY"), CommandText::tr("AGENT"),
                              CommandText::tr("NAME")}};
    for (const store::NumberRecord &number : *numbers) {
        rows.append(numberJson(number));
        table.append({number.phoneNumber.international(), number.phoneNumber.regionCode(),
                      number.agentName.isEmpty() ? number.agentId.toString() : number.agentName,
                      number.friendlyName});
    }
    Report report = listReport(name, rows, tableText(table));
    if (synced->isPossiblyIncomplete) {
        report.json.insert(
            u"warnings"_s,
            QJsonArray{QJsonObject{{u"code"_s, u"list_possibly_incomplete"_s},
                                   {u"message"_s, CommandText::tr("Nixflex may have cut this list off.")}}});
    }
    co_return report;
}

QCoro::Task<Report> runAgents(const CommandContext &context)
{
    const QString name = u"agents"_s;
    const auto hasKey = co_await takeKey(context.workspace);
    if (!hasKey) {
        co_return listFailure(name, hasKey.error());
    }
    const CancelToken cancel = context.cancel;
    const auto agents = co_await context.workspace.nixflex()->listAgents(cancel);
    if (!agents) {
        co_return listFailure(name, agents.error());
    }
    QJsonArray rows;
    QList<QStringList> table{{CommandText::tr("AGENT"), CommandText::tr("NAME"), CommandText::tr("LANGUAGE"),
                              CommandText::tr("STATE")}};
    for (const nixflex::Agent &agent : *agents) {
        rows.append(agentJson(agent));
        table.append({agent.id.toString(), agent.name, agent.language,
                      agent.isActive ? CommandText::tr("active") : CommandText::tr("not active")});
    }
    co_return listReport(name, rows, tableText(table));
}

QCoro::Task<Report> runOperations(const CommandContext &context)
{
    const QString name = u"operations"_s;
    // Works without a key: what was done is on this computer.
    const auto hasKey = co_await takeKey(context.workspace);
    if (hasKey) {
        co_await settleLeftovers(context);
    }
    const int limit = context.arguments.limit;
    const auto operations = co_await context.workspace.ledger().operations(limit, 0);
    if (!operations) {
        co_return listFailure(name, operations.error());
    }
    QJsonArray rows;
    QList<QStringList> table{{CommandText::tr("STARTED"), CommandText::tr("WHAT"), CommandText::tr("NUMBER"),
                              CommandText::tr("OUTCOME"), CommandText::tr("OPERATION")}};
    for (const store::OperationRecord &operation : *operations) {
        const QJsonObject row = operationJson(operation);
        rows.append(row);
        table.append({operation.startedAt.toLocalTime().toString(Qt::ISODate),
                      row.value(u"kind"_s).toString(), operation.phoneNumber.international(),
                      row.value(u"outcome"_s).toString(), operation.id});
    }
    co_return listReport(name, rows, tableText(table));
}

} // namespace

QCoro::Task<Result<void>> takeKey(workspace::Workspace &workspace)
{
    const SecretString given = takeFromEnvironment("NIXFLEX_API_KEY");
    if (!given.isEmpty() && !workspace.isPractice()) {
        const std::string_view text = given.reveal();
        auto key = NixflexKey::parse(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        if (!key) {
            co_return failure(
                ownRefusal(u"invalid_api_key_format"_s, u"NIXFLEX_API_KEY: "_s + key.error().userText));
        }
        workspace.adoptKey(std::move(*key));
    }
    if (workspace.hasKey()) {
        co_return Result<void>{};
    }
    const auto loaded = co_await workspace.loadKey();
    if (!loaded) {
        co_return failure(loaded.error());
    }
    if (!*loaded) {
        co_return failure(ownRefusal(
            u"no_api_key"_s, CommandText::tr("There is no Nixflex API key. Set NIXFLEX_API_KEY=id:secret, or "
                                             "connect Nixflex in the app.")));
    }
    co_return Result<void>{};
}

QCoro::Task<Report> runCommand(const CommandContext &context)
{
    switch (context.arguments.command) {
    case Command::Import:
        return runImport(context);
    case Command::Remove:
        return runRemove(context);
    case Command::Agents:
        return runAgents(context);
    case Command::Operations:
        return runOperations(context);
    case Command::Numbers:
        break;
    }
    return runNumbers(context);
}

} // namespace numbers::cli

#include "cli/arguments.h"

#include "cli/exitcode.h"
#include "store/enumnames.h"
#include "store/operationkinds.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace numbers::cli {

namespace {

constexpr auto description =
    "Brings Twilio numbers to Nixflex voice agents: plans, imports once, keeps a record.\n\n"
    "Secrets come from the environment or the system's keychain, never from arguments:\n"
    "  NIXFLEX_API_KEY    id:secret of the Nixflex API key\n"
    "  TWILIO_AUTH_TOKEN  Auth Token of the account given by --twilio-sid";

constexpr auto footer =
    "Exit codes: 0 done, 2 usage, 3 refused by our own checks (nothing sent), 4 refused by a provider,\n"
    "5 not reachable (nothing sent), 6 outcome unknown, 7 confirmation needed (--yes), 8 needs attention,\n"
    "9 done, but standard output could not be written, 130 interrupted.\n"
    "With --json, exactly one object is printed to standard output; messages go to standard error.";

QString fromUtf8(const std::string &text)
{
    return QString::fromStdString(text);
}

struct Texts
{
    std::string number;
    std::string twilioSid;
    std::string agent;
    std::string profileTextFile;
    std::string operationId;
    std::vector<std::string> overwrite;
    std::string profileDirectory;
    std::string kind;
    std::string outcome;
    std::string since;
    std::string outputFile;
    std::string inputFile;
    std::string nixflexUrl;
    std::string twilioUrl;
};

void addOverwrite(CLI::App &command, Texts &texts)
{
    command
        .add_option("--overwrite", texts.overwrite,
                    "Set this field back although somebody changed it since, by Twilio's name (voice_url)")
        ->type_name("FIELD");
}

Command backupCommand(const CLI::App &backup)
{
    return backup.get_subcommands().front()->get_name() == "restore" ? Command::BackupRestore
                                                                     : Command::BackupExport;
}

std::vector<std::string> kindWords()
{
    std::vector<std::string> words;
    const auto kinds = store::operationKinds();
    for (const auto kind : kinds) {
        words.push_back(store::toString(kind).toStdString());
    }
    return words;
}

void addHistory(CLI::App &app, Texts &texts)
{
    CLI::App *history =
        app.add_subcommand("history", "List what was done on this computer with every step, newest first");
    history->add_option("--number", texts.number, "Only this number, in any format")->type_name("N");
    history->add_option("--kind", texts.kind, "Only this kind of operation")
        ->check(CLI::IsMember(kindWords()));
    history->add_option("--outcome", texts.outcome, "Only what ended like this; none: under way")
        ->check(CLI::IsMember({"succeeded", "refused", "not_sent", "not_executed", "unknown", "none"}));
    history->add_option("--since", texts.since, "Only what began on this day or later")->type_name("DATE");
}

void addBackup(CLI::App &app, Texts &texts, Arguments &arguments)
{
    CLI::App *backup = app.add_subcommand("backup", "What was saved of a number's webhooks");
    backup->require_subcommand(1);
    CLI::App *exporting = backup->add_subcommand(
        "export", "Print every snapshot by Twilio's names for forms, to be entered there by hand");
    exporting->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    exporting->add_option("--output", texts.outputFile, "Write it into this file instead")->type_name("FILE");
    CLI::App *restoring = backup->add_subcommand(
        "restore", "Set back what such a file says was there before the number was imported; it must be "
                   "removed first");
    restoring->add_option("--file", texts.inputFile, "What \"backup export\" wrote")->type_name("FILE");
    restoring->add_option("--number", texts.number, "Refuse a file of another number")->type_name("N");
    restoring->add_option("--twilio-sid", texts.twilioSid, "Refuse a file of another account")
        ->type_name("AC...");
    restoring
        ->add_option("--operation", texts.operationId,
                     "Set back what was there before this import or restore, in place of the last import")
        ->type_name("ID");
    restoring->add_flag("--dry-run", arguments.isDryRun, "Only say what would happen");
    restoring->add_flag("--yes", arguments.isConfirmed, "Do it");
    addOverwrite(*restoring, texts);
}

/// The first option that was given nothing, which would count as not given (and so as the real provider, the
/// user's own records, …), or as a flag that is set; empty when there is none.
QString emptyOption(const CLI::App &app, const QStringList &words)
{
    const auto flag = std::find_if(words.begin(), words.end(), [](const QString &word) {
        return word.startsWith("--"_L1) && word.endsWith(u'=');
    });
    if (flag != words.end()) {
        return flag->chopped(1);
    }
    const auto isEmpty = [](const std::string &value) { return value.empty(); };
    for (const CLI::Option *option : app.get_options()) {
        const auto &values = option->results();
        if (std::any_of(values.begin(), values.end(), isEmpty)) {
            return fromUtf8(option->get_name());
        }
    }
    for (const CLI::App *command : app.get_subcommands()) {
        if (const QString option = emptyOption(*command, {}); !option.isEmpty()) {
            return option;
        }
    }
    return {};
}

} // namespace

std::variant<Arguments, Message> parseArguments(const QStringList &words)
{
    Arguments arguments;
    Texts texts;
    CLI::App app(description, "nixflex-numbers-cli");
    app.footer(footer);
    app.set_version_flag("--version", std::string("nixflex-numbers-cli ") + NUMBERS_VERSION);
    app.require_subcommand(1);
    app.fallthrough(); // The common options may stand after the command, too.
    app.add_option("--profile", texts.profileDirectory, "Folder of settings, ledger and logs")
        ->type_name("DIR");
    app.add_option("--nixflex-url", texts.nixflexUrl,
                   "In place of https://api.nixflex.com; http to loopback only")
        ->type_name("URL");
    app.add_option("--twilio-url", texts.twilioUrl, "In place of Twilio's hosts; http to loopback only")
        ->type_name("URL");
    app.add_flag("--practice", arguments.isPractice,
                 "Work against the built-in simulator of both providers; nothing real is touched");
    app.add_option("--timeout", arguments.timeoutSeconds, "Longest time for one attempt, in seconds")
        ->type_name("S")
        ->check(CLI::Range(0.1, 3600.0));
    app.add_option(
           "--execution-window", arguments.executionWindowSeconds,
           "After a lost answer, how long a request may still be executed before \"not there\" is believed "
           "(default 45)")
        ->type_name("S")
        ->check(CLI::Range(0.0, 3600.0));
    app.add_flag("--json", arguments.isJson, "Print one JSON object");
    app.add_flag("-v,--verbose", arguments.isVerbose, "Log every request to standard error, without secrets");

    CLI::App *importing = app.add_subcommand("import", "Connect a number to an agent");
    importing->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    importing->add_option("--twilio-sid", texts.twilioSid, "Account SID of the account that owns it")
        ->type_name("AC...");
    importing->add_option("--agent", texts.agent, "Id of the agent that will answer")->type_name("ID");
    importing->add_option("--profile-text", texts.profileTextFile, "File with the business profile, UTF-8")
        ->type_name("FILE");
    importing->add_flag("--dry-run", arguments.isDryRun, "Only say what would happen");
    importing->add_flag("--yes", arguments.isConfirmed, "Replace what answers now without asking");

    app.add_subcommand("numbers", "List the numbers that are at Nixflex");
    app.add_subcommand("agents", "List the agents");

    CLI::App *routing = app.add_subcommand("routing", "Say who answers a number now");
    routing->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    routing
        ->add_option("--twilio-sid", texts.twilioSid,
                     "Account SID of the account that owns it; not needed for numbers imported here")
        ->type_name("AC...");

    CLI::App *restore = app.add_subcommand(
        "restore", "Set back what answered a number before it was imported here; it must be removed first");
    restore->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    restore->add_flag("--dry-run", arguments.isDryRun, "Only say what would happen");
    restore->add_flag("--yes", arguments.isConfirmed, "Do it");
    addOverwrite(*restore, texts);

    CLI::App *undo = app.add_subcommand(
        "undo",
        "Undo an import: take the number away from Nixflex and set back what answered before; or undo "
        "what was set back");
    undo->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    undo->add_option("--operation", texts.operationId, "Id of the import or restore, in place of the number")
        ->type_name("ID");
    undo->add_flag("--dry-run", arguments.isDryRun, "Only say what would happen");
    undo->add_flag("--yes", arguments.isConfirmed, "Do it");
    addOverwrite(*undo, texts);

    CLI::App *reassign =
        app.add_subcommand("reassign", "Move a number to another agent; nobody answers it for a moment");
    reassign->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    reassign->add_option("--agent", texts.agent, "Id of the agent that will answer")->type_name("ID");
    reassign
        ->add_option("--twilio-sid", texts.twilioSid,
                     "Account SID of the account that owns it; not needed for numbers imported here")
        ->type_name("AC...");
    reassign
        ->add_option("--profile-text", texts.profileTextFile,
                     "File with the business profile, UTF-8; without it the number keeps the one it has")
        ->type_name("FILE");
    reassign->add_flag("--dry-run", arguments.isDryRun, "Only say what would happen");
    reassign->add_flag("--yes", arguments.isConfirmed, "Do it");

    CLI::App *profile = app.add_subcommand(
        "profile", "Print what the agent is told about the business behind a number, or change it");
    profile->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    auto *textFile =
        profile->add_option("--text-file", texts.profileTextFile, "File with the new text, UTF-8")
            ->type_name("FILE");
    profile->add_flag("--clear", arguments.mustClear, "Set no text any more")->excludes(textFile);
    profile->add_flag("--yes", arguments.isConfirmed, "Replace the text that is set now");

    CLI::App *health = app.add_subcommand("health", "Check whether numbers are still as they should be");
    CLI::Option *healthNumber =
        health->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    health->add_flag("--all", arguments.isAll, "Every number of the fleet")->excludes(healthNumber);
    health
        ->add_option("--twilio-sid", texts.twilioSid,
                     "Account SID that TWILIO_AUTH_TOKEN belongs to; not needed with --number")
        ->type_name("AC...");

    CLI::App *remove =
        app.add_subcommand("remove", "Take a number away from Nixflex; it stays with the customer");
    remove->add_option("--number", texts.number, "The number, in any format")->type_name("N");
    remove->add_flag("--yes", arguments.isConfirmed, "Do it: its webhooks at Twilio are cleared");

    CLI::App *operations =
        app.add_subcommand("operations", "List what was done on this computer, newest first");
    operations->add_option("--limit", arguments.limit, "At most so many; 0 for all")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    operations
        ->add_option("--twilio-sid", texts.twilioSid,
                     "Account SID that TWILIO_AUTH_TOKEN belongs to; interrupted operations may need it")
        ->type_name("AC...");
    operations->add_flag("--settle", arguments.mustSettle,
                         "First wait until it is known how interrupted operations ended");

    addHistory(app, texts);
    addBackup(app, texts, arguments);

    std::vector<std::string> reversed;
    reversed.reserve(static_cast<std::size_t>(words.size()));
    std::transform(words.rbegin(), words.rend(), std::back_inserter(reversed),
                   [](const QString &word) { return word.toStdString(); });
    try {
        app.parse(reversed);
    } catch (const CLI::CallForHelp &) {
        // Of the innermost command that was named.
        const CLI::App *chosen = &app;
        while (!chosen->get_subcommands().empty()) {
            chosen = chosen->get_subcommands().front();
        }
        return Message{fromUtf8(chosen->help()), 0};
    } catch (const CLI::CallForVersion &version) {
        return Message{fromUtf8(version.what()), 0};
    } catch (const CLI::ParseError &problem) {
        return Message{u"nixflex-numbers-cli: %1\nTry --help."_s.arg(fromUtf8(problem.what())),
                       static_cast<int>(ExitCode::Usage)};
    }

    if (const QString option = emptyOption(app, words); !option.isEmpty()) {
        return Message{u"nixflex-numbers-cli: %1 must not be empty\nTry --help."_s.arg(option),
                       static_cast<int>(ExitCode::Usage)};
    }
    const CLI::App *chosen = app.get_subcommands().front();
    const std::string name = chosen->get_name();
    arguments.command = name == "import"       ? Command::Import
                        : name == "agents"     ? Command::Agents
                        : name == "remove"     ? Command::Remove
                        : name == "operations" ? Command::Operations
                        : name == "routing"    ? Command::Routing
                        : name == "restore"    ? Command::Restore
                        : name == "undo"       ? Command::Undo
                        : name == "reassign"   ? Command::Reassign
                        : name == "profile"    ? Command::Profile
                        : name == "history"    ? Command::History
                        : name == "backup"     ? backupCommand(*chosen)
                        : name == "health"     ? Command::Health
                                               : Command::Numbers;
    arguments.number = fromUtf8(texts.number);
    arguments.twilioSid = fromUtf8(texts.twilioSid);
    arguments.agent = fromUtf8(texts.agent);
    arguments.operationId = fromUtf8(texts.operationId);
    for (const std::string &field : texts.overwrite) {
        arguments.overwrite << fromUtf8(field);
    }
    arguments.profileTextFile = fromUtf8(texts.profileTextFile);
    arguments.kind = fromUtf8(texts.kind);
    arguments.outcome = fromUtf8(texts.outcome);
    arguments.since = fromUtf8(texts.since);
    arguments.outputFile = fromUtf8(texts.outputFile);
    arguments.inputFile = fromUtf8(texts.inputFile);
    arguments.profileDirectory = fromUtf8(texts.profileDirectory);
    arguments.nixflexUrl = QUrl(fromUtf8(texts.nixflexUrl), QUrl::StrictMode);
    arguments.twilioUrl = QUrl(fromUtf8(texts.twilioUrl), QUrl::StrictMode);

    const auto missing = [](const QString &option) {
        return Message{u"nixflex-numbers-cli: %1 is required\nTry --help."_s.arg(option),
                       static_cast<int>(ExitCode::Usage)};
    };
    // In practice mode the example account, number and agent stand in.
    if (arguments.command == Command::Import && !arguments.isPractice) {
        if (arguments.number.isEmpty()) {
            return missing(u"--number"_s);
        }
        if (arguments.twilioSid.isEmpty()) {
            return missing(u"--twilio-sid"_s);
        }
        if (arguments.agent.isEmpty()) {
            return missing(u"--agent"_s);
        }
    }
    const auto isAboutANumber =
        arguments.command == Command::Remove || arguments.command == Command::Restore ||
        arguments.command == Command::Reassign || arguments.command == Command::Profile ||
        arguments.command == Command::BackupExport ||
        (arguments.command == Command::Undo && arguments.operationId.isEmpty()) ||
        (arguments.command == Command::Routing && !arguments.isPractice);
    if (isAboutANumber && arguments.number.isEmpty()) {
        return missing(u"--number"_s);
    }
    if (arguments.command == Command::BackupRestore && arguments.inputFile.isEmpty()) {
        return missing(u"--file"_s);
    }
    if (arguments.command == Command::Reassign && arguments.agent.isEmpty()) {
        return missing(u"--agent"_s);
    }
    if (arguments.command == Command::Health && arguments.number.isEmpty() && !arguments.isAll) {
        return missing(u"--number or --all"_s);
    }
    for (const auto &[option, url, text] :
         {std::tuple{u"--nixflex-url"_s, arguments.nixflexUrl, texts.nixflexUrl},
          std::tuple{u"--twilio-url"_s, arguments.twilioUrl, texts.twilioUrl}}) {
        const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
        if (!text.empty() && (!url.isValid() || !isWeb || url.host().isEmpty())) {
            return Message{u"nixflex-numbers-cli: %1 is not an https URL"_s.arg(option),
                           static_cast<int>(ExitCode::Usage)};
        }
    }
    return arguments;
}

} // namespace numbers::cli

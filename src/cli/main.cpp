#include "base/processprotection.h"
#include "base/standardstreams.h"
#include "base/translators.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/commandsession.h"
#include "cli/console.h"
#include "cli/leaving.h"
#include "secrets/keychainstore.h"
#include "secrets/sessionstore.h"
#include "workspace/logfile.h"

#include <QCoreApplication>
#include <QCoro/QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

/// A failure before there is anything to work with: the profile, the ledger, practice mode.
cli::Report startFailure(const cli::Arguments &arguments, const Error &error)
{
    using cli::Command;
    constexpr std::array operations{Command::Import,   Command::Remove,  Command::Restore,      Command::Undo,
                                    Command::Reassign, Command::Profile, Command::BackupRestore};
    if (std::find(operations.begin(), operations.end(), arguments.command) != operations.end()) {
        cli::OperationReport operation;
        operation.outcome = u"refused"_s;
        operation.phoneNumber = arguments.number;
        operation.agentId = arguments.agent;
        operation.error = error;
        return cli::failureReport(std::move(operation), cli::exitCodeOfRead(error));
    }
    const QString name = arguments.command == Command::Agents       ? u"agents"_s
                         : arguments.command == Command::Operations ? u"operations"_s
                                                                    : u"numbers"_s;
    return cli::listFailure(name, error);
}

workspace::WorkspaceOptions workspaceOptions(const cli::Arguments &arguments,
                                             const workspace::Practice *practice)
{
    workspace::WorkspaceOptions options;
    if (practice != nullptr) {
        options = practice->workspaceOptions();
    } else {
        if (!arguments.nixflexUrl.isEmpty()) {
            options.nixflexUrl = arguments.nixflexUrl;
        }
        options.twilioUrl = arguments.twilioUrl;
    }
    options.profileDirectory = arguments.profileDirectory;
    if (arguments.timeoutSeconds > 0) {
        options.requestTimeout =
            std::chrono::milliseconds(static_cast<qint64>(arguments.timeoutSeconds * 1000));
        options.settle.patience = options.requestTimeout;
    }
    if (arguments.executionWindowSeconds >= 0) {
        options.settle.executionWindow =
            std::chrono::milliseconds(static_cast<qint64>(arguments.executionWindowSeconds * 1000));
    }
    return options;
}

QCoro::Task<cli::Report> run(cli::Arguments arguments, cli::Console *console, cli::Leaving *leaving,
                             CancelToken cancel)
{
    const auto profile = workspace::Profile::open(arguments.profileDirectory, arguments.isPractice);
    if (!profile) {
        co_return startFailure(arguments, profile.error());
    }
    std::unique_ptr<workspace::Practice> practice;
    std::unique_ptr<secrets::SecretStore> secretStore;
    if (arguments.isPractice) {
        auto started = workspace::Practice::start(*profile);
        if (!started) {
            co_return startFailure(arguments, started.error());
        }
        practice = std::move(*started);
        secretStore = practice->makeSecretStore();
    } else {
        secretStore = std::make_unique<secrets::KeychainStore>(profile->secretNamespace());
    }
    SystemClock clock;
    workspace::WorkspaceOptions options = workspaceOptions(arguments, practice.get());
    auto opened = co_await workspace::Workspace::open(std::move(options), std::move(secretStore), &clock);
    if (!opened) {
        co_return startFailure(arguments, opened.error());
    }
    const std::unique_ptr<workspace::Workspace> workspace = std::move(*opened);
    leaving->setWorkspace(workspace.get());
    const auto release = qScopeGuard([leaving] { leaving->setWorkspace(nullptr); });
    const bool isJson = arguments.isJson;
    const auto say = [isJson, console](const QString &text) {
        isJson ? console->message(text) : console->answer(text);
    };
    const auto readOnly = workspace->ledger().whyReadOnly();
    if (readOnly) {
        console->message(cli::notesText({{readOnly->providerCode, readOnly->userText}}).trimmed());
    }
    const auto network = co_await workspace->applyNetworkSettings();
    if (!network) {
        say(network.error().userText); // A password that cannot be read: the direct way may still work.
    }
    if (practice) {
        const auto prepared = co_await practice->prepare(workspace.get());
        if (!prepared) {
            co_return startFailure(arguments, prepared.error());
        }
    }
    const cli::CommandContext context{arguments, *workspace, practice.get(), cancel, say};
    cli::Report report = co_await cli::runCommand(context);
    if (readOnly) {
        QJsonArray warnings = report.json.value(u"warnings"_s).toArray();
        warnings.append(QJsonObject{{u"code"_s, readOnly->providerCode}, {u"message"_s, readOnly->userText}});
        report.json.insert(u"warnings"_s, warnings);
    }
    co_return report;
}

} // namespace

int main(int argc, char *argv[])
{
    protectMemory();
    prepareStandardStreams();
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Nixflex"_s);
    QCoreApplication::setOrganizationDomain(u"nixflex.com"_s);
    QCoreApplication::setApplicationName(u"Numbers"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NUMBERS_VERSION));

    workspace::redactStandardError(); // --verbose, and Qt's own warnings

    // Scripts choose by the environment; the app's own preference is about its window.
    numbers::installWords({}, &app);

    cli::Console console;
    const auto parsed = cli::parseArguments(QCoreApplication::arguments().mid(1));
    if (const auto *message = std::get_if<cli::Message>(&parsed)) {
        message->exitCode == 0 ? console.answer(message->text) : console.message(message->text);
        return console.finish(message->exitCode);
    }
    const auto &arguments = std::get<cli::Arguments>(parsed);
    QLoggingCategory::setFilterRules(arguments.isVerbose ? u"numbers.*=true"_s
                                                         : u"numbers.*.info=false\nnumbers.*.debug=false"_s);

    const CancelSource cancel;
    cli::Leaving leaving(console, cancel);

    const bool isJson = arguments.isJson;
    auto task = run(arguments, &console, &leaving, cancel.token());
    QCoro::connect(std::move(task), &app, [isJson, &console](const cli::Report &report) {
        if (isJson) {
            console.answer(QString::fromUtf8(QJsonDocument(report.json).toJson(QJsonDocument::Compact)));
            if (!report.text.isEmpty()) {
                console.message(report.text);
            }
        } else {
            // What was found is the answer, whether it is good or not.
            const bool isAnswer =
                report.exitCode == cli::ExitCode::Done || report.exitCode == cli::ExitCode::NeedsAttention;
            isAnswer ? console.answer(report.text) : console.message(report.text);
        }
        const int code = console.finish(static_cast<int>(report.exitCode));
        // The command may have finished before the event loop began.
        QMetaObject::invokeMethod(
            qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    });
    return QCoreApplication::exec();
}

#include "cli/commands.h"

#include "cli/commandsession.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::cli {

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
    case Command::Routing:
        return runRouting(context);
    case Command::Restore:
        return runRestore(context);
    case Command::Undo:
        return runUndo(context);
    case Command::Reassign:
        return runReassign(context);
    case Command::Profile:
        return runProfile(context);
    case Command::History:
        return runHistory(context);
    case Command::BackupExport:
        return runBackupExport(context);
    case Command::BackupRestore:
        return runBackupRestore(context);
    case Command::Health:
        return runHealth(context);
    case Command::Numbers:
        break;
    }
    return runNumbers(context);
}

} // namespace numbers::cli

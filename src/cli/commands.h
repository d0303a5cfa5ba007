#pragma once

#include "base/canceltoken.h"
#include "cli/arguments.h"
#include "cli/report.h"
#include "workspace/practice.h"
#include "workspace/workspace.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace numbers::cli {

/// What a command works with; outlives it.
struct CommandContext
{
    Arguments arguments;
    workspace::Workspace &workspace;
    const workspace::Practice *practice = nullptr; ///< only in practice mode
    CancelToken cancel;
    std::function<void(const QString &)> say; ///< progress, for people
};

/// Carries the command out. Never fails: what went wrong is in the report.
[[nodiscard]] QCoro::Task<Report> runCommand(const CommandContext &context);

// Each in a file of its own.
[[nodiscard]] QCoro::Task<Report> runImport(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runNumbers(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runAgents(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runRemove(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runOperations(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runRouting(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runRestore(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runUndo(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runReassign(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runProfile(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runHistory(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runBackupExport(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runBackupRestore(const CommandContext &context);
[[nodiscard]] QCoro::Task<Report> runHealth(const CommandContext &context);

/// NIXFLEX_API_KEY or the keychain's; removes the variable from the environment. Errors: Invalid with code
/// `no_api_key` or `invalid_api_key`, SecretStore. Nothing is asked of Nixflex yet.
[[nodiscard]] QCoro::Task<Result<void>> takeKey(workspace::Workspace &workspace);

} // namespace numbers::cli

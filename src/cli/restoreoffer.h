#pragma once

#include "cli/commands.h"

namespace numbers::cli {

// What `undo`, `restore` and `backup restore` share: the offer is made, and is shown, asked about, carried
// out.

enum class SetBack {
    Restore, ///< what was there before the last import
    Undo,    ///< the same, and the number leaves Nixflex first
    Backup,  ///< what a file says
};

/// Every field that is to be overwritten has to be one. Error: Invalid, code `unknown_field`.
[[nodiscard]] std::optional<Error> unknownOverwrite(const Arguments &arguments);

/// Carries the offer out, or stops where --dry-run or a missing --yes says so. The report has the members of
/// `operation` and what is set back, what is kept, and what is gone.
[[nodiscard]] QCoro::Task<Report> setBack(const CommandContext &context, OperationReport operation,
                                          operations::RestoreOffer offer, SetBack how);

} // namespace numbers::cli

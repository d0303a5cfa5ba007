#pragma once

#include "base/error.h"
#include "operations/common/outcome.h"

namespace numbers::cli {

/// What the program returns to the shell; documented in `--help` and README.
enum class ExitCode {
    Done = 0,
    Usage = 2,              ///< the command line is not understood
    RefusedByUs = 3,        ///< our own checks say no; nothing was sent
    RefusedByProvider = 4,  ///< Nixflex or Twilio said no
    NotReachable = 5,       ///< nothing was sent
    OutcomeUnknown = 6,     ///< sent, no answer, and reading back did not tell either
    ConfirmationNeeded = 7, ///< something live would be replaced and --yes is missing
    NeedsAttention = 8,     ///< read, and something was found that somebody has to look at
    OutputFailed = 9,       ///< done, but standard output could not be written
    Interrupted = 130,      ///< Ctrl+C before anything was sent
};

/// For a failure while only reading.
[[nodiscard]] ExitCode exitCodeOfRead(const Error &error);
[[nodiscard]] ExitCode exitCodeOf(const operations::OperationOutcome &outcome);

} // namespace numbers::cli

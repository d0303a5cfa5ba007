#pragma once

#include "cli/exitcode.h"

#include <QString>

namespace numbers::cli {

/// Standard output and standard error. Remembers that something could not be printed to standard output, so
/// that no run ends with "done" whose answer nobody got.
class Console
{
public:
    /// To standard output: what was asked for.
    void answer(const QString &text);
    /// To standard error. Nobody is left to be told when that fails.
    void message(const QString &text);

    /// The exit code of a run that would end with `code`: OutputFailed in place of a success whose answer
    /// could not be written, which is also said on standard error.
    [[nodiscard]] int finish(int code);

private:
    int m_error = 0; ///< errno of the first failure
};

} // namespace numbers::cli

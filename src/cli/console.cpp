#include "cli/console.h"

#include "base/standardstreams.h"
#include "cli/commandsession.h"

namespace numbers::cli {

void Console::answer(const QString &text)
{
    const int error = writeLine(stdout, text);
    m_error = m_error == 0 ? error : m_error;
}

void Console::message(const QString &text)
{
    static_cast<void>(writeLine(stderr, text));
}

int Console::finish(int code)
{
    if (m_error == 0) {
        return code;
    }
    message(
        CommandText::tr("Standard output could not be written: %1. The command itself ended with the exit "
                        "code %2; \"history\" lists what was done.")
            .arg(qt_error_string(m_error))
            .arg(code));
    const bool isAnswer =
        code == static_cast<int>(ExitCode::Done) || code == static_cast<int>(ExitCode::NeedsAttention);
    return isAnswer ? static_cast<int>(ExitCode::OutputFailed) : code;
}

} // namespace numbers::cli

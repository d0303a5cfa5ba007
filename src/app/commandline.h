#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <variant>

namespace numbers::app {

/// What the program was started with.
struct CommandLine
{
    bool isPractice = false;
    bool isSelfCheck = false;
    QString profileDirectory; ///< empty: the default
    QUrl nixflexUrl;          ///< empty: the default
    QUrl twilioUrl;           ///< empty: the default
};

/// Printed and done: `--version`, `--help` (exit code 0), or a usage error (2).
struct Message
{
    QString text;
    int exitCode = 0;
};

/// `arguments` with the program's name first, as in QCoreApplication::arguments(). Needs no application
/// object, so that `--version` works where no window can be shown.
[[nodiscard]] std::variant<CommandLine, Message> parseCommandLine(const QStringList &arguments);

} // namespace numbers::app

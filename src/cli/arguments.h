#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <variant>

namespace numbers::cli {

enum class Command {
    Import,
    Numbers,
    Agents,
    Remove,
    Operations,
    Routing,
    Restore,
    Undo,
    Reassign,
    Profile,
    History,
    BackupExport,
    BackupRestore,
    Health
};

/// The command line as values; nothing of it is checked beyond its form.
struct Arguments
{
    Command command = Command::Numbers;
    QString number;
    QString twilioSid;
    QString agent;
    QString profileTextFile;
    QString operationId;    ///< undo; backup restore: which one's snapshot, empty for the last import's
    QStringList overwrite;  ///< undo, restore, backup restore: Twilio's names of fields, although somebody
                            ///< changed them
    bool mustClear = false; ///< profile: no text any more
    bool isDryRun = false;
    bool isConfirmed = false;
    bool isJson = false;
    QString kind;            ///< history: a word of the ledger; empty: every
    QString outcome;         ///< history: the same
    QString since;           ///< history: a day or a time
    QString outputFile;      ///< backup export; empty: standard output
    QString inputFile;       ///< backup restore
    bool isAll = false;      ///< health: every number of the fleet
    int limit = 0;           ///< operations; 0: all
    bool mustSettle = false; ///< operations: wait for what is open

    QString profileDirectory;
    QUrl nixflexUrl; ///< empty: the default
    QUrl twilioUrl;  ///< empty: the default
    bool isPractice = false;
    double timeoutSeconds = 0; ///< 0: the defaults
    /// How long a request may still be executed after its answer was lost; negative: the default.
    double executionWindowSeconds = -1;
    bool isVerbose = false;
};

/// Printed and done: help, version (`exitCode` 0), or a usage error (`exitCode` 2).
struct Message
{
    QString text;
    int exitCode = 0;
};

/// `words` without the program's name.
[[nodiscard]] std::variant<Arguments, Message> parseArguments(const QStringList &words);

} // namespace numbers::cli

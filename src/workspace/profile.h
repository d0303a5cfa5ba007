#pragma once

#include "base/result.h"

#include <QString>

namespace numbers::workspace {

/// The folder that holds everything of one profile: `settings.ini`, `ledger.sqlite`, `logs/`, `instances/`.
/// Real and practice work never share one: a practice profile carries a file that says so, and is refused
/// where real work is wanted, and the other way round.
class Profile
{
public:
    /// Empty `directory`: the system's place for application data, with "practice" in its name for practice
    /// mode. Creates it, readable by its owner only, and tries to write there. A folder that was there before
    /// keeps its permissions, since it may be shared; everything in it that is ours is private by itself.
    /// A folder whose ledger cannot be written is opened all the same: that ledger can be read.
    /// Error: Storage, naming the folder.
    [[nodiscard]] static Result<Profile> open(const QString &directory, bool isPractice);

    [[nodiscard]] static QString defaultDirectory(bool isPractice);

    [[nodiscard]] const QString &directory() const { return m_directory; } ///< absolute
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString ledgerFile() const;
    [[nodiscard]] QString logDirectory() const;
    [[nodiscard]] QString simulatorStateFile() const;
    /// Keeps the secrets of different profiles apart in the keychain; empty for the default profile. Made
    /// from the folder's place, so a moved or copied profile asks for its secrets again.
    [[nodiscard]] QString secretNamespace() const { return m_secretNamespace; }

private:
    QString m_directory;
    QString m_secretNamespace;
};

} // namespace numbers::workspace

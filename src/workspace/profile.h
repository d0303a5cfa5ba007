#pragma once

#include "base/result.h"

#include <QString>

namespace numbers::workspace {

/// The folder that holds everything of one profile: `settings.ini`, `ledger.sqlite`, `logs/`, `instances/`.
/// Real and practice work never share one.
class Profile
{
public:
    /// The default is the system's place for application data, with "practice" in its name for practice mode.
    /// Creates it, readable by its owner only, and tries to write there. Error: Storage, naming the folder.
    [[nodiscard]] static Result<Profile> open(const QString &directory, bool isPractice);

    [[nodiscard]] const QString &directory() const { return m_directory; }
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString ledgerFile() const;
    [[nodiscard]] QString logDirectory() const;
    [[nodiscard]] QString simulatorStateFile() const;
    /// Keeps the secrets of different profiles apart in the keychain; empty for the default profile.
    [[nodiscard]] QString secretNamespace() const;

private:
    QString m_directory;
    QString m_secretNamespace;
};

} // namespace numbers::workspace

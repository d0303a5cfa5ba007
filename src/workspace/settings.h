#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>

namespace numbers::workspace {

/// The preferences of one profile, in an INI file that is written to a new file and then swapped in, so that
/// a crash or a full disk never loses the old ones. No secrets. One thread.
///
/// Entries of newer versions and comments stay as they are, and what another program wrote into the file
/// since is kept: only keys that were set here are changed on saving. A damaged file is kept as
/// `FILE.broken`.
///
/// An administrator's file gives defaults, and locks the keys named in its section `[Locked]`
/// (`proxy/mode=true`): for those its own value counts, or the built-in default where it has none.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// Everything that can be set, in one table: see settings.cpp for names and defaults.
    enum class Key {
        NixflexKeyId, ///< public half of the remembered key
        ProxyMode,    ///< "system", "none", "manual"
        ProxyHost,
        ProxyPort, ///< 1 to 65535, 0 for none
        ProxyKind, ///< "http", "socks5"
        ProxyUser,
        ExtraCaFile,      ///< PEM; path
        Language,         ///< BCP 47; empty: the system's
        Theme,            ///< "system", "light", "dark", "high-contrast"
        DefaultRegion,    ///< ISO 3166-1 alpha-2 for numbers typed without country code; empty: the system's
        RememberAccounts, ///< last choice in the wizard
        WindowGeometry,
        WindowState,
        FleetColumns, ///< QHeaderView::saveState
        DetailSplitter,
        LastAccountSid,
        LastAgentId,
        DidShowWelcome,
        HealthCheckHours, ///< "0" (never), "1", "4", "12", "24": while the app runs
    };
    Q_ENUM(Key)

    /// Empty `administratorFile`: there is none. Never fails: see `brokenCopy` and `loadError`.
    explicit Settings(QString filePath, QString administratorFile = {}, QObject *parent = nullptr);
    /// Saves what is not saved yet.
    ~Settings() override;

    /// `/etc/xdg/Nixflex/Numbers.ini`, and the like on other systems; it need not exist.
    [[nodiscard]] static QString defaultAdministratorFile();

    /// The value as its type in the table (QString, int, bool, QByteArray). An entry that is not of that type
    /// or not allowed counts as not set.
    [[nodiscard]] QVariant value(Key key) const;
    [[nodiscard]] QString text(Key key) const;
    /// Saves at the end of the event loop's turn; `saveFailed` tells when that failed, and the next change
    /// tries again. Locked keys and values that are not allowed are not changed.
    void setValue(Key key, const QVariant &value);
    [[nodiscard]] bool isLocked(Key key) const;
    /// Saves now; nothing to do when nothing changed. Error: Storage.
    Result<void> flush();

    /// Where the damaged file was kept that was found on loading; empty when it was good.
    [[nodiscard]] QString brokenCopy() const;
    /// Set when the file is there but could not be read, or its damaged text could not be kept: then saving
    /// is refused until it can be. Kind Storage.
    [[nodiscard]] std::optional<Error> loadError() const;

Q_SIGNALS:
    void changed(numbers::workspace::Settings::Key key);
    void saveFailed(const numbers::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace numbers::workspace

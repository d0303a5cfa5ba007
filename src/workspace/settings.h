#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

namespace numbers::workspace {

/// The preferences of one profile, in an INI file that is written to a new file and then swapped in, so that
/// a crash or a full disk never loses the old ones. No secrets. One thread.
///
/// An administrator's file (`/etc/xdg/Nixflex/Numbers.ini` and the like on other systems) gives defaults, and
/// locks the keys it lists under `[Locked]`.
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
        Theme,            ///< "system", "light", "dark"
        DefaultRegion,    ///< ISO 3166-1 alpha-2 for numbers typed without country code; empty: the system's
        RememberAccounts, ///< last choice in the wizard
        WindowGeometry,
        WindowState,
        FleetColumns, ///< QHeaderView::saveState
        DetailSplitter,
        LastAccountSid,
        LastAgentId,
        DidShowWelcome,
    };
    Q_ENUM(Key)

    explicit Settings(QString filePath, QString administratorFile = {}, QObject *parent = nullptr);
    ~Settings() override;

    [[nodiscard]] QVariant value(Key key) const;
    [[nodiscard]] QString text(Key key) const;
    /// Saves at the end of the event loop's turn; `lastError` tells when that failed. Locked keys are not
    /// changed.
    void setValue(Key key, const QVariant &value);
    [[nodiscard]] bool isLocked(Key key) const;
    /// Saves now. Error: Storage.
    Result<void> flush();

Q_SIGNALS:
    void changed(numbers::workspace::Settings::Key key);
    void saveFailed(const numbers::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace numbers::workspace

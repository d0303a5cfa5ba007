#pragma once

#include "base/webhookconfiguration.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>

namespace numbers::operations {

/// What decides how a number's saved webhooks can be set back.
struct RestoreInput
{
    WebhookConfiguration saved;                   ///< the backup from before the import
    std::optional<WebhookConfiguration> baseline; ///< what Nixflex set; empty when it was never read
    WebhookConfiguration now;                     ///< as just read at Twilio
    /// Twilio's JSON names of fields that somebody changed since, and that the user wants set back all the
    /// same.
    QSet<QString> overwritten;
    /// What the account still has, by SID; empty when that could not be read, and then nothing is held back.
    std::optional<QSet<QString>> trunks;
    std::optional<QSet<QString>> applications;
};

/// One update that brings the saved webhooks back, and what it leaves alone.
struct RestorePlan
{
    struct Entry
    {
        const WebhookConfiguration::Field *field = nullptr;
        QString now;
        QString saved;
    };

    QList<Entry> restored; ///< will be as saved
    QList<Entry> kept;     ///< somebody changed it after the import: it stays, unless the user says otherwise
    QList<Entry> unavailable; ///< a trunk or TwiML app that the account no longer has
    QList<Entry> methods;     ///< of addresses that are not set: without effect, but as saved in the end

    /// Nothing has to be sent that makes a difference.
    [[nodiscard]] bool isEmpty() const { return restored.isEmpty(); }
    /// The update's parameters. Never a trunk and a TwiML app together: at Twilio each deletes the other.
    [[nodiscard]] QList<std::pair<QString, QString>> form() const;
    /// What the number looks like afterwards, if Twilio does as it is told.
    [[nodiscard]] WebhookConfiguration applied(WebhookConfiguration now) const;
};

/// Sets back what is empty or still as Nixflex set it; what anybody else changed since is kept. A method goes
/// with its URL. Pure.
[[nodiscard]] RestorePlan planRestore(const RestoreInput &input);

} // namespace numbers::operations

#pragma once

#include "base/webhookconfiguration.h"

#include <QSet>
#include <QString>

namespace numbers::routing {

/// Who is behind an address or a SID at Twilio, as far as that can be recognised.
struct Owner
{
    enum class Kind {
        Nobody,        ///< nothing is set
        Demonstration, ///< Twilio's own example, set on every new number: never configured
        Nixflex,       ///< an address that Nixflex was seen to set
        StudioFlow,
        TwimlBin,
        Function,
        Flex,
        Proxy,
        Trunk,
        Server,  ///< an address of somebody else's; `name` is its host
        Unknown, ///< something that is named, but could not be read or is gone
    };

    Kind kind = Kind::Nobody;
    QString name;    ///< what people call it: a host, a friendly name, the SID of a flow; may be empty
    QString address; ///< the URL or SID it was recognised by; empty for Nobody

    /// Somebody would miss it: not Nobody and not the demonstration.
    [[nodiscard]] bool isLive() const { return kind != Kind::Nobody && kind != Kind::Demonstration; }

    friend bool operator==(const Owner &, const Owner &) = default;
};

/// The addresses that Nixflex was seen to set: learned from what numbers looked like right after their
/// import.
class NixflexAddresses
{
public:
    NixflexAddresses() = default;
    explicit NixflexAddresses(const WebhookConfiguration &baseline) { learn(baseline); }

    /// Takes the URLs of a baseline; demonstration addresses and SIDs are left out.
    void learn(const WebhookConfiguration &baseline);
    [[nodiscard]] bool contains(const QString &url) const { return m_urls.contains(url); }
    [[nodiscard]] bool isEmpty() const { return m_urls.isEmpty(); }

private:
    QSet<QString> m_urls;
};

/// Recognises an address: Nixflex's by what was learned, Twilio's own products by their hosts, the rest by
/// host.
[[nodiscard]] Owner ownerOf(const QString &url, const NixflexAddresses &nixflex);

/// A stable word for JSON output and tests: "studio_flow".
[[nodiscard]] QLatin1StringView wordOf(Owner::Kind kind);

} // namespace numbers::routing

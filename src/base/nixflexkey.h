#pragma once

#include "base/accountsid.h"
#include "base/result.h"
#include "base/secretstring.h"

#include <QString>

#include <memory>

namespace numbers {

/// A Nixflex API key: `nxf_…` (public half) and `nxfs_…` (secret half), sent as `Bearer ID:SECRET`
/// (docs.nixflex.com/authentication). Copies share the secret.
class NixflexKey
{
public:
    NixflexKey() = default; ///< `isNull()`

    /// Reads `id:secret`; blanks, quotes around it and a leading "Bearer " are forgiven.
    [[nodiscard]] static Result<NixflexKey> parse(const QString &text);

    [[nodiscard]] bool isNull() const { return m_keyId.isEmpty(); }
    /// The public half; tells keys apart in the ledger and on screen.
    [[nodiscard]] const QString &keyId() const { return m_keyId; }
    /// `id:secret`, as the Authorization header and the keychain want it.
    [[nodiscard]] SecretString joined() const;

    /// The secret half, too: a rotated key is another one.
    friend bool operator==(const NixflexKey &one, const NixflexKey &other);

private:
    QString m_keyId;
    std::shared_ptr<const SecretString> m_secret;
};

/// Judges what was typed so far; the secret half never appears in the message.
[[nodiscard]] InputCheck checkNixflexKey(const QString &text);

} // namespace numbers

#pragma once

#include "base/result.h"
#include "secrets/secretstore.h"

#include <QString>

namespace numbers::secrets {

/// The most bytes of UTF-8 that every system's keychain takes: Windows' credentials end at 2,560, and
/// QtKeychain before 0.15 fails there.
inline constexpr qsizetype maximumSecretSize = 2500;

/// The keychain entry's key: "com.nixflex.Numbers/NAMESPACE/twilio-token/AC…", without the second part for
/// the default profile. It carries the application, since Windows knows entries by this key only.
[[nodiscard]] QString entryName(const QString &profileNamespace, const SecretKey &key);

/// Invalid when empty or over `maximumSecretSize`; the text never holds the secret.
[[nodiscard]] Result<void> checkStorable(const SecretString *secret);

} // namespace numbers::secrets

#pragma once

#include "secrets/secretstore.h"

#include <QCoro/QCoroTask>
#include <QTest>

#include <memory>

namespace secretstest {

using numbers::SecretString;
using numbers::secrets::SecretKey;
using numbers::secrets::SecretStore;

inline SecretKey tokenKey(const QString &name = QStringLiteral("AC00000000000000000000000000000001"))
{
    return {SecretKey::Kind::TwilioToken, name};
}

inline std::shared_ptr<const SecretString> secret(const QString &text)
{
    return std::make_shared<const SecretString>(SecretString::fromText(text));
}

/// The text of a secret, "(none)" where there is none, "(error)" where reading failed.
inline QString readText(SecretStore &store, const SecretKey &key)
{
    const auto found = QCoro::waitFor(store.read(key));
    if (!found) {
        return QStringLiteral("(error)");
    }
    if (!*found) {
        return QStringLiteral("(none)");
    }
    const auto text = (*found)->reveal();
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace secretstest

#pragma once

#include "gui/common/themecolors.h"
#include "secrets/secretstore.h"

#include <QString>

namespace numbers::gui {

/// What the state of the secret store means for the user.
struct KeychainText
{
    MessageKind kind = MessageKind::Info;
    QString state;  ///< one sentence
    QString remedy; ///< what to do; empty when there is nothing to do
    /// "Remember" would fail.
    bool canRemember = true;

    [[nodiscard]] QString whole() const { return remedy.isEmpty() ? state : state + u' ' + remedy; }
};

[[nodiscard]] KeychainText describeKeychain(const secrets::SecretStore &store);

} // namespace numbers::gui

#pragma once

#include "gui/common/themecolors.h"
#include "secrets/secretstore.h"

#include <QString>

namespace numbers::gui {

/// What the state of the secret store means for the user.
struct KeychainText
{
    MessageKind kind = MessageKind::Info;
    QString text; ///< the state, and what to do about it
    bool canRemember = true;
};

[[nodiscard]] KeychainText describeKeychain(const secrets::SecretStore &store);

} // namespace numbers::gui

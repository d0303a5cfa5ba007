#pragma once

#include <QString>

namespace numbers {

/// `text` with everything that looks like one of our secrets masked: Auth Tokens and API key secrets (32 hex
/// digits or letters that are no part of a SID), Nixflex key secrets (`nxfs_…`), values of Authorization
/// headers and of `twilio_token`. For what others say, before it is shown, logged or stored. Thread-safe.
[[nodiscard]] QString redacted(const QString &text);

} // namespace numbers

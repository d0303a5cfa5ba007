#pragma once

#include <QString>

namespace numbers {

/// `text` with everything that looks like a secret masked, for what others say and for the log, before it is
/// shown, stored or written. Our own code never puts a secret into such text; this is the last line of
/// defence.
///
/// Masked: every secret in use, in any encoding (base/knownsecrets.h), and what looks like one: Twilio's Auth
/// Tokens (32 hex digits; SIDs like AC… stay) and API key secrets, `nxfs_…`, whatever follows Authorization,
/// Basic or Bearer, values of names that end like token, password, secret or api_key in JSON, forms, URLs and
/// settings, user names and passwords in URLs, and their parameters such as sig, code, key and signature.
/// Rather too much than too little. Idempotent. Thread-safe.
[[nodiscard]] QString redacted(const QString &text);

/// What somebody else's program says, as one short line that can stand in our own text: without line breaks,
/// control and formatting characters (also those that turn the reading direction), without secrets, cut after
/// `longest` characters.
[[nodiscard]] QString quotable(const QString &text, qsizetype longest = 300);

/// Whether a member of that name in somebody's data is to be taken for a secret: token, secret, password,
/// pin, anything with "auth", keys that open something, credentials, signatures; in snake_case, camelCase and
/// kebab-case. Rather too much than too little: "author" counts. Thread-safe.
[[nodiscard]] bool isSecretName(const QString &name);

/// As `redacted`, and hides the middle of phone numbers in E.164 form and the user's home folder: for what is
/// sent to other people.
[[nodiscard]] QString redactedForSharing(const QString &text);

} // namespace numbers

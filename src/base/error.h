#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace numbers {

/// What went wrong, as a value that can be shown, logged, stored and compared. Never holds a secret.
///
/// `userText` is translated and says what happened and what to do next; `detail` is untranslated and
/// redacted, for "Copy details" and the log.
struct Error
{
    enum class Kind {
        Cancelled,
        Offline,         ///< no route, name not resolved, connection refused
        Timeout,         ///< one of the deadlines passed
        Tls,             ///< certificate or handshake refused
        ProxyAuth,       ///< the proxy wants (other) credentials: 407
        Unauthorized,    ///< 401
        Forbidden,       ///< 403
        NotFound,        ///< 404
        Conflict,        ///< 409
        RateLimited,     ///< 429
        Invalid,         ///< refused input: ours before a call, or the provider's 400/422
        PaymentRequired, ///< 402
        Server,          ///< 5xx
        BadReply,    ///< an answer that is not what the contract says: HTML, wrong types, too large, redirect
        SecretStore, ///< the keychain is locked, missing or refuses
        Storage,     ///< the ledger or another file cannot be read or written
        Internal,    ///< a broken promise of our own code
    };

    /// What is known about the request that failed. Decides whether a write may be sent again.
    enum class Effect {
        NothingSent, ///< proven: no request body reached the provider
        Answered,    ///< the provider answered and refused
        Unknown,     ///< sent, no usable answer: may or may not have been executed
    };

    enum class Provider { None, Nixflex, Twilio };

    Kind kind = Kind::Internal;
    Effect effect = Effect::NothingSent;
    Provider provider = Provider::None;
    int httpStatus = 0;   ///< 0 when there was no answer
    QString providerCode; ///< `error.code` of Nixflex, `code` of Twilio; empty when unknown
    QString userText;
    QString detail;
    QString requestId; ///< the provider's own id of the request, for its support
    std::optional<std::chrono::milliseconds> retryAfter;

    [[nodiscard]] static Error make(Kind kind, QString userText, QString detail = {});
    [[nodiscard]] static Error cancelled();

    /// True when sending the very same write again cannot execute it twice.
    [[nodiscard]] bool isProvenNotExecuted() const { return effect != Effect::Unknown; }

    /// Plain text for "Copy details": kind, provider, status, code, request id and detail, one per line.
    /// English.
    [[nodiscard]] QString report() const;

    /// For the ledger and `--json`; `fromJson` tolerates missing and unknown members.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Error fromJson(const QJsonObject &object);

    friend bool operator==(const Error &, const Error &) = default;
};

/// The stable lower-case word for a kind, as used in JSON ("rate_limited").
[[nodiscard]] QString toString(Error::Kind kind);
[[nodiscard]] std::optional<Error::Kind> errorKindFromString(const QString &word);
[[nodiscard]] QString toString(Error::Effect effect);
[[nodiscard]] QString toString(Error::Provider provider);

} // namespace numbers

#pragma once

#include "base/error.h"
#include "base/secretstring.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace numbers::net {

enum class Verb { Get, Head, Post, Put, Patch, Delete };
[[nodiscard]] QByteArray toByteArray(Verb verb);
/// Everything but GET and HEAD.
[[nodiscard]] bool isWrite(Verb verb);
/// POST, PUT and PATCH: they are sent with a Content-Type, even of nothing.
[[nodiscard]] bool takesBody(Verb verb);

/// A date as HTTP headers write it (RFC 9110, 5.6.7, the form that may still be sent); UTC, invalid for
/// others.
[[nodiscard]] QDateTime dateFromHttp(const QByteArray &text);

/// Who is waiting: a person first, then work that runs by itself.
enum class Priority { Interactive, Background };

/// Time limits of one attempt, in wall-clock-independent milliseconds. Zero means no limit.
struct Deadlines
{
    std::chrono::milliseconds connect{
        10'000}; ///< name, TCP, proxy and TLS, until the request begins to leave
    std::chrono::milliseconds firstByte{30'000}; ///< from then until the answer's headers
    std::chrono::milliseconds total{60'000};     ///< the whole attempt
};

/// One call, as a value. Move-only because the body may hold a customer's token.
struct HttpRequest
{
    Verb verb = Verb::Get;
    QUrl url;
    /// The path with its variable parts named ("/v1/phone-numbers/{number}"): all that the log shows of the
    /// URL.
    QString pathTemplate;
    /// The whole Authorization header's value; shared since every request of a client carries the same one.
    std::shared_ptr<const SecretString> authorization;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< nothing secret in here
    SecretString body;
    QByteArray contentType;
    QByteArray idempotencyKey; ///< sent as Idempotency-Key when not empty; the same for every resend
    /// Requests of one lane share a rate gate: one per provider and key ("nixflex:nxf_…", "twilio:AC…").
    QString lane;
    Error::Provider provider = Error::Provider::None; ///< put into errors
    Priority priority = Priority::Interactive;
    Deadlines deadlines;
    qsizetype largestBody = 16 * 1024 * 1024; ///< bytes; a longer answer is cut off with BadReply
};

/// An answer with any status. Errors of transport are Errors instead.
struct HttpResponse
{
    int status = 0;
    QByteArray body;
    QByteArray contentType; ///< lower case, without parameters; empty where it has not that shape
    QList<std::pair<QByteArray, QByteArray>> headers;
    QString requestId; ///< `Twilio-Request-Id` or `x-railway-request-id`, else empty
    std::chrono::milliseconds duration{0};
    int attempts = 1;
    QUrl url; ///< the one that answered, after redirects on the same host

    /// First value of a header, any case of its name; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    /// `Retry-After` (seconds or HTTP date), else Nixflex's `error.details.retry_after` (seconds) from the
    /// body.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QDateTime &utcNow) const;
};

} // namespace numbers::net

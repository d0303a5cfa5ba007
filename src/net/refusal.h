#pragma once

#include "base/result.h"
#include "net/httptypes.h"

class QJsonDocument;

namespace numbers::net {

/// What a provider's error body says.
struct ProviderMessage
{
    /// The body has the shape of this provider's errors, so the provider itself has answered.
    bool isProviders = false;
    QString text; ///< made harmless; empty without one
};

/// What the error of an answer other than 2xx holds whoever gave it: effect, status, request id, the time to
/// wait and a detail for support. Kind and words are left to the caller. Any thread.
///
/// A write is Effect::Answered, which means refused and not executed, after a 429, and after a 4xx of the
/// provider itself that says so. Every other status leaves it Unknown: 1xx and 3xx, 5xx, statuses about time
/// such as 408, 425 and 499, and the page of something in between.
[[nodiscard]] Error refusalOf(const HttpResponse &response, Verb verb, Error::Provider provider,
                              const ProviderMessage &message);

/// "It is not known whether …", for the end of a message; translated.
[[nodiscard]] QString unknownOutcomeHint();

/// Neither empty nor a JSON object: a page of something in between, or the answer of another service.
[[nodiscard]] bool isForeign(const QByteArray &body, const QJsonDocument &document);

} // namespace numbers::net

#pragma once

#include "base/result.h"
#include "net/httptypes.h"

class QJsonDocument;

namespace numbers::net {

/// What the error of an answer holds whoever gave it: status, request id, the time to wait and a detail for
/// support. `message` is the provider's own, made harmless; empty without one. Kind and words are left to
/// the caller. Any thread.
[[nodiscard]] Error refusalOf(const HttpResponse &response, Error::Provider provider, const QString &message);

/// Neither empty nor a JSON object: a page of something in between, or the answer of another service.
[[nodiscard]] bool isForeign(const QByteArray &body, const QJsonDocument &document);

} // namespace numbers::net

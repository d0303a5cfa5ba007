#pragma once

#include "base/result.h"
#include "net/httptypes.h"
#include "nixflex/types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace numbers::nixflex {

/// The JSON of a successful answer, else Nixflex's error, or BadReply for what is no JSON. A write that was
/// answered with 2xx but cannot be read is Effect::Unknown.
[[nodiscard]] Result<QJsonDocument> documentOf(const Result<net::HttpResponse> &answer, net::Verb verb);

/// BadReply for a successful answer that is not what Nixflex promises; Effect::Unknown for a write. `problem`
/// is English, without values.
[[nodiscard]] Error unexpected(const net::HttpResponse &answer, net::Verb verb, const QString &problem);

/// The rows of a list: a bare array, or the array `key` of an object.
[[nodiscard]] Result<QJsonArray> rowsOf(const QJsonDocument &document, const QString &key);

[[nodiscard]] Result<Agent> decodeAgent(const QJsonObject &object);
[[nodiscard]] Result<Number> decodeNumber(const QJsonObject &object);
[[nodiscard]] Usage decodeUsage(const QJsonObject &object);

/// The body of an import. Written by hand, so that the token is in no string but the wiped one.
[[nodiscard]] SecretString importBody(const PhoneNumber &number, const QString &twilioSid,
                                      const SecretString &twilioToken, const AgentId &agent,
                                      const QString &customPrompt);

} // namespace numbers::nixflex

#pragma once

#include "base/result.h"
#include "net/httptypes.h"
#include "twilio/types.h"

#include <QJsonObject>

namespace numbers::twilio {

/// The object of a successful answer, else Twilio's error, or BadReply for what is no JSON object.
[[nodiscard]] Result<QJsonObject> objectOf(const Result<net::HttpResponse> &answer,
                                           net::Verb verb = net::Verb::Get);

/// BadReply for an answer that is JSON, but not what Twilio promises. `problem` is English, without values.
[[nodiscard]] Error unexpected(const net::HttpResponse &answer, const QString &problem);

[[nodiscard]] Result<Account> decodeAccount(const QJsonObject &object);
[[nodiscard]] Result<IncomingNumber> decodeIncomingNumber(const QJsonObject &object);

} // namespace numbers::twilio

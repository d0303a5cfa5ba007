#pragma once

#include "base/result.h"
#include "net/httptypes.h"
#include "twilio/types.h"

#include <QJsonArray>
#include <QJsonObject>

namespace numbers::twilio {

/// The object of a successful answer, else Twilio's error, or BadReply for what is no JSON object.
[[nodiscard]] Result<QJsonObject> objectOf(const Result<net::HttpResponse> &answer);

[[nodiscard]] Result<Account> decodeAccount(const QJsonObject &object);
[[nodiscard]] Result<IncomingNumber> decodeIncomingNumber(const QJsonObject &object);

} // namespace numbers::twilio

#pragma once

#include "simulator/server/http.h"
#include "simulator/twilio/twilioaccess.h"

namespace numbers::simulator {

/// Is this one of Twilio's paths? Everything else is Nixflex's.
bool isTwilioPath(const QByteArray &rawPath);

/// One Twilio request carried out on the world; `base` is the simulator's own address. Thread-safe.
HttpAnswer answerTwilio(SharedWorld &world, const HttpRequest &request, const QString &base);

// The resources, each in a file of its own. `call.rest` starts with the resource's name.
HttpAnswer incomingNumbers(TwilioCall &call);
HttpAnswer availableNumbers(TwilioCall &call);
HttpAnswer buyNumber(TwilioCall &call);
HttpAnswer applications(TwilioCall &call);
HttpAnswer messagingServices(TwilioCall &call);
HttpAnswer trunks(TwilioCall &call);
HttpAnswer monitorEvents(TwilioCall &call);
HttpAnswer routedNumber(TwilioCall &call);

/// The resource as Twilio writes it; empty URL fields are null in some places and "" in others, as there.
QJsonObject toTwilioJson(const TwilioNumber &number);
/// Applies the form fields of an update or a purchase; the refusal when one is wrong, and then nothing is
/// changed.
std::optional<HttpAnswer> applyNumberFields(TwilioCall &call, TwilioNumber &number);

} // namespace numbers::simulator

#pragma once

#include "base/error.h"
#include "net/httptypes.h"

namespace numbers::nixflex {

/// What an error is about: where the user can mend it.
enum class ErrorSubject {
    NixflexKey,
    TwilioCredentials,
    PhoneNumber,
    Agent,
    BusinessProfile,
    Balance,    ///< 402: the Nixflex account has no credit
    Service,    ///< a provider's own problem, or too many requests: wait and try again
    Connection, ///< network, proxy, certificates
    Other,
};

/// For errors of Nixflex, of Twilio and of the connection.
[[nodiscard]] ErrorSubject subjectOf(const Error &error);

/// What an answer other than 2xx means: `error.code` decides, the status only where there is none or it is
/// not known.
///
/// A body that is missing or not JSON: then 401, 429 and 5xx speak for themselves, and the others are
/// BadReply, since something in between has answered.
///
/// What is known of a write's effect: net::refusalOf. A 5xx leaves it unknown also where it names Twilio as
/// the cause (`provider_error`): the server may have failed before or after it changed Twilio and its own
/// records.
[[nodiscard]] Error errorOf(const net::HttpResponse &response, net::Verb verb);

} // namespace numbers::nixflex

#pragma once

#include "base/error.h"
#include "net/httptypes.h"

namespace numbers::twilio {

/// What an answer other than 2xx means: Twilio's `code` decides, the status only where there is none. Reads
/// both forms of Twilio's error body (`code,message,more_info,status` and the newer `moreInfo,detail`), and
/// bodies that are missing or not JSON: then 401, 429 and 5xx speak for themselves, and the others are
/// BadReply, since something in between has answered. The text says what to do next; Twilio's own message is
/// added where it says more than we know. What is known of a write's effect: net::refusalOf.
[[nodiscard]] Error errorOf(const net::HttpResponse &response, net::Verb verb);

} // namespace numbers::twilio

#pragma once

#include "simulator/server/http.h"
#include "simulator/server/requestlog.h"

namespace numbers::simulator {

/// A request as it may be kept: secrets replaced by the beginning of their digest.
RecordedRequest redactedRecord(const HttpRequest &request, bool isTwilio, qint64 now);

} // namespace numbers::simulator

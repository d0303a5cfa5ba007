#pragma once

#include "base/error.h"
#include "net/httptypes.h"

#include <QLoggingCategory>

namespace numbers::net {

Q_DECLARE_LOGGING_CATEGORY(httpLog)

/// One line a request, made of an allow-list: method, path template, status, milliseconds, request id, sizes.
void logAnswer(const HttpRequest &request, const HttpResponse &response);
void logFailure(const HttpRequest &request, const Error &error, int attempt);

} // namespace numbers::net

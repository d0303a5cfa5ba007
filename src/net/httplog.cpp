#include "net/httplog.h"

namespace numbers::net {

Q_LOGGING_CATEGORY(httpLog, "numbers.http", QtInfoMsg)

void logAnswer(const HttpRequest &request, const HttpResponse &response)
{
    qCInfo(httpLog).noquote() << toByteArray(request.verb) << request.pathTemplate << "status"
                              << response.status << "ms" << response.duration.count() << "sent"
                              << request.body.size() << "received" << response.body.size() << "attempt"
                              << response.attempts << "request" << response.requestId;
}

void logFailure(const HttpRequest &request, const Error &error, int attempt)
{
    qCInfo(httpLog).noquote() << toByteArray(request.verb) << request.pathTemplate << "failed"
                              << toString(error.kind) << "effect" << toString(error.effect) << "attempt"
                              << attempt << error.detail;
}

} // namespace numbers::net

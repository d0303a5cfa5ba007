#pragma once

#include "base/error.h"
#include "net/httptypes.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace numbers::net {

/// Why an attempt ended without a usable answer. Qt reports a deadline and an abort alike, hence our own
/// memory.
enum class EndCause {
    None,
    Connect,
    FirstByte,
    Total,
    Cancelled,
    TooLarge,
    Interim, ///< Qt took an interim response (1xx) on this or a neighbouring connection for the final one
};

struct TransportFailure
{
    EndCause cause = EndCause::None;
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkText; ///< Qt's, English
    QList<QSslError> sslErrors;
    bool hasLeft = false; ///< some of the request may have reached the server
    int httpStatus = 0;   ///< when headers had come already
};

/// The Error for people and code: what happened to the connection with which host, what to do next, and
/// whether a write may have been executed. Never holds anything of the request but its host.
[[nodiscard]] Error transportError(const HttpRequest &request, const TransportFailure &failure);

} // namespace numbers::net

#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/result.h"
#include "net/networksettings.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QUrl>

#include <chrono>

namespace numbers::workspace {

/// Whether a server can be reached, and how it was tried.
struct ConnectionTest
{
    QString proxy;               ///< "proxy.example.com:3128"; empty: directly
    bool isThisComputer = false; ///< which is never reached through a proxy
    Result<std::chrono::milliseconds> answer{std::chrono::milliseconds(0)}; ///< after how long; any status
};

/// Sends one request without credentials to each server, with a client of its own: what is in force for the
/// rest of the program stays. Any answer will do, also a refusal. In the order of `servers`; ends early,
/// with the answer Cancelled, when it is cancelled. `clock` outlives it.
[[nodiscard]] QCoro::Task<QList<ConnectionTest>>
testConnection(QList<QUrl> servers, net::NetworkSettings settings, Clock *clock, CancelToken cancel);

} // namespace numbers::workspace

#pragma once

#include "simulator/server/faults.h"
#include "simulator/server/http.h"
#include "simulator/server/requestlog.h"
#include "simulator/world/sharedworld.h"

namespace numbers::simulator {

/// `/_simulator/requests`, `faults`, `modes` and `world`: see docs/simulator.md. Thread-safe.
class ControlApi
{
public:
    /// `token`: what the header X-Simulator-Token must be; empty = none is wanted.
    ControlApi(SharedWorld &world, RequestLog &log, FaultBox &faults, const QString &token);

    [[nodiscard]] static bool isControlPath(const QByteArray &rawPath);
    [[nodiscard]] HttpAnswer answer(const HttpRequest &request);

private:
    [[nodiscard]] bool isAllowed(const HttpRequest &request) const;
    [[nodiscard]] HttpAnswer requests(const HttpRequest &request);
    [[nodiscard]] HttpAnswer faults(const HttpRequest &request);
    [[nodiscard]] HttpAnswer modes(const HttpRequest &request);

    SharedWorld &m_world;
    RequestLog &m_log;
    FaultBox &m_faults;
    QByteArray m_token;
};

} // namespace numbers::simulator

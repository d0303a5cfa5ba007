#pragma once

#include "simulator/controlapi.h"
#include "simulator/server/faults.h"
#include "simulator/server/http.h"
#include "simulator/server/httpserver.h"
#include "simulator/server/requestlog.h"
#include "simulator/world/sharedworld.h"

#include <QHash>
#include <QString>
#include <QUrl>

#include <condition_variable>
#include <mutex>

namespace numbers::simulator {

/// From an arrived request to what goes onto the wire: record, spoil, delay, carry out. Thread-safe.
class Dispatcher
{
public:
    /// `control` answers `/_simulator`.
    Dispatcher(SharedWorld &world, RequestLog &log, FaultBox &faults, ControlApi &control);

    /// The simulator's own address, known once it listens.
    void setUrl(const QUrl &url);
    Delivery handle(HttpRequest request);
    /// Wakes every sleeping request; from then on nothing sleeps.
    void stop();

private:
    HttpAnswer execute(const HttpRequest &request, bool isTwilio);
    [[nodiscard]] HttpAnswer errorOf(const Fault &fault, bool isTwilio) const;
    void spoil(HttpAnswer &answer, const Fault &fault) const;
    void stamp(HttpAnswer &answer, const HttpRequest &request, bool isTwilio);
    void changeRows(const Fault &fault);
    void sleep(std::chrono::milliseconds time);
    int enter(const QString &account);
    void leave(const QString &account);

    SharedWorld &m_world;
    RequestLog &m_log;
    FaultBox &m_faults;
    ControlApi &m_control;
    QString m_base;
    quint16 m_port = 0;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    QHash<QString, int> m_underWay;
    quint64 m_answers = 0;
};

} // namespace numbers::simulator

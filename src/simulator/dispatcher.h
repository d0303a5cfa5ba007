#pragma once

#include "simulator/server/faults.h"
#include "simulator/server/http.h"
#include "simulator/server/httpserver.h"
#include "simulator/server/requestlog.h"
#include "simulator/world/sharedworld.h"

#include <QHash>
#include <QString>

#include <condition_variable>
#include <mutex>

namespace numbers::simulator {

/// From an arrived request to what goes onto the wire: record, spoil, delay, carry out. Thread-safe.
class Dispatcher
{
public:
    Dispatcher(SharedWorld &world, RequestLog &log, FaultBox &faults);

    /// The simulator's own address, known once it listens.
    void setBase(const QString &base) { m_base = base; }
    Delivery handle(HttpRequest request);
    /// Wakes every sleeping request; from then on nothing sleeps.
    void stop();

private:
    Delivery handleControl(const HttpRequest &request);
    HttpAnswer execute(const HttpRequest &request, bool isTwilio);
    [[nodiscard]] HttpAnswer errorOf(const Fault &fault, bool isTwilio) const;
    void spoil(HttpAnswer &answer, const Fault &fault) const;
    void stamp(HttpAnswer &answer, bool isTwilio);
    void sleep(std::chrono::milliseconds time);
    int enter(const QByteArray &account);
    void leave(const QByteArray &account);

    SharedWorld &m_world;
    RequestLog &m_log;
    FaultBox &m_faults;
    QString m_base;
    std::mutex m_mutex;
    std::condition_variable m_stopped;
    bool m_isStopping = false;
    QHash<QByteArray, int> m_underWay;
    quint64 m_answers = 0;
};

} // namespace numbers::simulator

#include "simulator/server/requestlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {
constexpr size_t mostKept = 20'000;
constexpr qint64 mostBytes = 64LL * 1024 * 1024;
} // namespace

QString RecordedRequest::header(const QString &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QJsonObject RecordedRequest::toJson() const
{
    QJsonObject sent;
    for (const auto &[name, value] : headers) {
        sent.insert(name, value);
    }
    return {{u"id"_s, static_cast<qint64>(id)},
            {u"time"_s, time.toString(Qt::ISODateWithMs)},
            {u"provider"_s, provider},
            {u"method"_s, method},
            {u"path"_s, path},
            {u"target"_s, target},
            {u"headers"_s, sent},
            {u"body"_s, body},
            {u"connection"_s, static_cast<qint64>(connection)},
            {u"executed"_s, isExecuted},
            {u"status"_s, status},
            {u"faulty"_s, isFaulty}};
}

quint64 RequestLog::add(RecordedRequest request, qint64 size)
{
    const std::lock_guard lock(m_mutex);
    request.id = m_next++;
    m_requests.push_back(std::move(request));
    m_sizes.push_back(size);
    m_bytes += size;
    while (m_requests.size() > mostKept || (m_bytes > mostBytes && m_requests.size() > 1)) {
        m_requests.pop_front();
        m_bytes -= m_sizes.front();
        m_sizes.pop_front();
    }
    return m_next - 1;
}

void RequestLog::complete(quint64 id, bool executed, int status)
{
    const std::lock_guard lock(m_mutex);
    const auto found =
        std::lower_bound(m_requests.begin(), m_requests.end(), id,
                         [](const RecordedRequest &request, quint64 wanted) { return request.id < wanted; });
    if (found != m_requests.end() && found->id == id) {
        found->isExecuted = executed;
        found->status = status;
    }
}

QList<RecordedRequest> RequestLog::all() const
{
    const std::lock_guard lock(m_mutex);
    return {m_requests.begin(), m_requests.end()};
}

void RequestLog::clear()
{
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    m_sizes.clear();
    m_bytes = 0;
}

} // namespace numbers::simulator

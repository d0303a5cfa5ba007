#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <deque>
#include <mutex>

namespace numbers::simulator {

/// What arrived at the simulator. Secrets are replaced by `sha256=` and the first 12 hex digits of their
/// digest.
struct RecordedRequest
{
    /// Counts from 1 since the simulator was started.
    quint64 id = 0;
    QDateTime time;
    /// "nixflex" or "twilio"
    QString provider;
    QString method;
    /// As it was sent, percent-encoding kept, without the query.
    QString path;
    /// As it was sent, with the query.
    QString target;
    QList<QPair<QString, QString>> headers;
    /// The fields of a JSON or form body.
    QJsonObject body;
    /// Which connection it came on; counts from 1.
    quint64 connection = 0;
    /// The request was carried out (also when it then was refused for what it asked).
    bool isExecuted = false;
    /// What was answered; 0 when nothing was.
    int status = 0;
    /// An armed fault hit it.
    bool isFaulty = false;

    /// Empty when there is none; names are compared without case.
    [[nodiscard]] QString header(const QString &name) const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// The newest 20,000 requests, or fewer when they are large. Thread-safe.
class RequestLog
{
public:
    /// `size`: bytes that the request had; what is kept has about 64 MiB at most.
    quint64 add(RecordedRequest request, qint64 size);
    /// Fills in what became of a request that is still kept.
    void complete(quint64 id, bool isExecuted, int status);
    [[nodiscard]] QList<RecordedRequest> all() const;
    void clear();

private:
    mutable std::mutex m_mutex;
    quint64 m_next = 1;
    std::deque<RecordedRequest> m_requests;
    std::deque<qint64> m_sizes;
    qint64 m_bytes = 0;
};

} // namespace numbers::simulator

#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/result.h"
#include "net/httptypes.h"
#include "net/networksettings.h"
#include "net/rategate.h"

#include <QCoro/QCoroTask>
#include <QObject>

#include <memory>

namespace numbers::net {

/// How often and how long reads (GET and HEAD) are tried again: full jitter over `base * 2^n`, at most
/// `longest`, at most `attempts` in all. Writes only after a 429, since a refused request was not executed;
/// then the provider's own delay counts.
struct RetryPolicy
{
    int attempts = 4;
    std::chrono::milliseconds base{250};
    std::chrono::milliseconds longest{8'000};
    /// A 429 that asks for more patience than this is returned instead of waited for.
    std::chrono::milliseconds longestRetryAfter{90'000};
};

/// The only way to the network: QNetworkAccessManager with deadlines, cancellation, retries that never repeat
/// a write by accident, a rate gate per lane, body limits and an allow-list log (category `numbers.http`).
///
/// - https only; http to loopback addresses. Anything else is Error Invalid, nothing sent.
/// - Redirects: followed for GET/HEAD on the same scheme, host and port (three at most); else BadReply.
/// - A write (POST, PUT, PATCH, DELETE) is sent once. Its body, even an empty one, is handed to Qt through a
///   device that cannot be rewound, so that Qt cannot send it again by itself. Error::effect tells what is
///   known of it afterwards: NothingSent only when proven. A redirect of a write is Unknown, too.
/// - 100 is skipped. Qt takes any other interim response (1xx) for the final one: a write is then Unknown, a
///   read is tried again, and no connection of that time is used any more.
/// - Cancelling a write is honoured until its request begins to leave (without a
///   body: until it is handed to Qt, which tells too late); from then on the answer is awaited, bounded by
///   the deadlines, since abandoning it would only make its outcome unknown.
/// - After twenty seconds without an answer a write gets a new connection: idle ones may be dead.
/// - At most six requests per host are with Qt at a time; the others wait in the gate, where no deadline
/// runs.
///
/// Lives in one thread; all functions are to be called there. Destroying it aborts everything under way,
/// whose coroutines then finish with Cancelled.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(Clock &clock, NetworkSettings settings = {}, RetryPolicy retry = {},
                        QObject *parent = nullptr);
    ~HttpClient() override;

    /// Aborts everything under way, which then finishes with Cancelled, as does whatever is sent from now on.
    /// The clock is not used any more.
    void close();

    /// Any HTTP status is a value, a redirect that is not followed is none; see HttpRequest for limits.
    /// Errors: Cancelled, Offline, Timeout, Tls, ProxyAuth, BadReply, Invalid.
    [[nodiscard]] QCoro::Task<Result<HttpResponse>> send(HttpRequest request, CancelToken cancel);

    /// Takes effect for requests that start from now on.
    void setNetworkSettings(NetworkSettings settings);
    /// Shortens the connect, firstByte and total deadlines of all requests to `longest`; zero lifts that
    /// again.
    void setLongestAttempt(std::chrono::milliseconds longest);
    [[nodiscard]] LaneStatus laneStatus(const QString &lane) const;
    /// Requests handed to Qt since the start, retries included; for tests, benchmarks and diagnostics.
    [[nodiscard]] qint64 sentCount() const;

Q_SIGNALS:
    void laneChanged(const QString &lane);

private:
    class Private;
    std::shared_ptr<Private> d; ///< shared with the coroutines under way, which may outlive this object
};

} // namespace numbers::net

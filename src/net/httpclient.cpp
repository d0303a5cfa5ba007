#include "net/httpclient.h"

#include "net/attempt.h"
#include "net/httplog.h"
#include "net/urlpolicy.h"

#include <QAuthenticator>
#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSet>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace numbers::net {

namespace {

constexpr int mostRedirects = 3;

/// Loopback directly; everything else as the user chose.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(NetworkSettings settings)
        : m_settings(std::move(settings))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.url()) || m_settings.proxyMode == NetworkSettings::ProxyMode::None) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        if (m_settings.proxyMode == NetworkSettings::ProxyMode::System) {
            return systemProxyForQuery(query);
        }
        const auto type = m_settings.isSocks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
        return {QNetworkProxy(type, m_settings.proxyHost, m_settings.proxyPort, m_settings.proxyUser)};
    }

private:
    NetworkSettings m_settings;
};

bool isIdempotent(Verb verb)
{
    return verb == Verb::Get || verb == Verb::Head || verb == Verb::Put || verb == Verb::Delete;
}

bool isPassing(int status)
{
    return status == 500 || status == 502 || status == 503 || status == 504;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::chrono::milliseconds earlier(std::chrono::milliseconds deadline, std::chrono::milliseconds longest)
{
    if (longest.count() <= 0) {
        return deadline;
    }
    return deadline.count() <= 0 ? longest : std::min(deadline, longest);
}

Error redirectError(const HttpRequest &request, int status)
{
    Error error =
        Error::make(Error::Kind::BadReply,
                    QCoreApplication::translate("numbers::net::HttpClient",
                                                "%1 wants to send this request elsewhere, which is refused "
                                                "to protect the tokens. A proxy or sign-in page of the "
                                                "network may be in between.")
                        .arg(request.url.host()),
                    u"redirect with status %1"_s.arg(status));
    error.provider = request.provider;
    error.httpStatus = status;
    error.effect = Error::Effect::Answered;
    return error;
}

Error cancelledError(const HttpRequest &request)
{
    Error error = Error::cancelled();
    error.provider = request.provider;
    return error;
}

} // namespace

class HttpClient::Private
{
public:
    Private(Clock &givenClock, RetryPolicy givenRetry)
        : clock(givenClock)
        , retry(givenRetry)
        , gate(givenClock)
    {
    }

    [[nodiscard]] std::chrono::milliseconds backoff(int attempt) const
    {
        const auto ceiling = std::min(retry.longest, retry.base * (1 << std::min(attempt - 1, 16)));
        return std::chrono::milliseconds(
            QRandomGenerator::global()->bounded(static_cast<qint64>(ceiling.count()) + 1));
    }

    [[nodiscard]] QNetworkRequest networkRequest(const HttpRequest &request) const
    {
        QNetworkRequest result(request.url);
        result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (isWrite(request.verb)) {
            result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        }
        result.setRawHeader("User-Agent", "NixflexNumbers/" NUMBERS_VERSION);
        result.setRawHeader("Accept", "application/json");
        for (const auto &[name, value] : request.headers) {
            result.setRawHeader(name, value);
        }
        if (request.authorization) {
            const std::string_view value = request.authorization->reveal();
            result.setRawHeader("Authorization",
                                QByteArray(value.data(), static_cast<qsizetype>(value.size())));
        }
        if (!request.idempotencyKey.isEmpty()) {
            result.setRawHeader("Idempotency-Key", request.idempotencyKey);
        }
        if (request.verb == Verb::Post || request.verb == Verb::Put || request.verb == Verb::Patch) {
            result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
            result.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType.isEmpty()
                                                                     ? QByteArray("application/json")
                                                                     : request.contentType);
        }
        if (!settings.extraCertificates.isEmpty()) {
            QSslConfiguration ssl = QSslConfiguration::defaultConfiguration();
            ssl.addCaCertificates(settings.extraCertificates);
            result.setSslConfiguration(ssl);
        }
        return result;
    }

    [[nodiscard]] Deadlines deadlinesOf(const HttpRequest &request) const
    {
        return {earlier(request.deadlines.connect, longestAttempt),
                earlier(request.deadlines.firstByte, longestAttempt),
                earlier(request.deadlines.total, longestAttempt)};
    }

    void close()
    {
        isClosed = true;
        gate.close();
        const auto running = std::exchange(attempts, {});
        for (Attempt *attempt : running) {
            attempt->abort();
        }
    }

    Clock &clock;
    RetryPolicy retry;
    NetworkSettings settings;
    std::chrono::milliseconds longestAttempt{0};
    QNetworkAccessManager network;
    RateGate gate;
    QSet<Attempt *> attempts;
    qint64 sentCount = 0;
    bool isClosed = false;
};

HttpClient::HttpClient(Clock &clock, NetworkSettings settings, RetryPolicy retry, QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>(clock, retry))
{
    setNetworkSettings(std::move(settings));
    connect(&d->gate, &RateGate::laneChanged, this, &HttpClient::laneChanged);
    connect(&d->network, &QNetworkAccessManager::proxyAuthenticationRequired, this,
            [this](const QNetworkProxy &, QAuthenticator *authenticator) {
                const auto &password = d->settings.proxyPassword;
                // Asked a second time: these credentials were refused.
                if (d->settings.proxyUser.isEmpty() || !password ||
                    authenticator->user() == d->settings.proxyUser) {
                    return;
                }
                const std::string_view text = password->reveal();
                authenticator->setUser(d->settings.proxyUser);
                authenticator->setPassword(
                    QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
            });
}

HttpClient::~HttpClient()
{
    d->gate.disconnect(this);
    d->network.disconnect(this);
    d->close();
}

void HttpClient::setNetworkSettings(NetworkSettings settings)
{
    d->settings = std::move(settings);
    d->network.setProxyFactory(new ProxyChoice(d->settings)); // The manager takes ownership.
    d->network.clearConnectionCache();
}

void HttpClient::setLongestAttempt(std::chrono::milliseconds longest)
{
    d->longestAttempt = longest;
}

LaneStatus HttpClient::laneStatus(const QString &lane) const
{
    return d->gate.status(lane);
}

qint64 HttpClient::sentCount() const
{
    return d->sentCount;
}

QCoro::Task<Result<HttpResponse>> HttpClient::send(HttpRequest request, CancelToken cancel)
{
    const std::shared_ptr<Private> state = d;
    if (const auto allowed = checkUrl(request.url); !allowed) {
        Error error = allowed.error();
        error.provider = request.provider;
        co_return failure(error);
    }
    const bool isWriting = isWrite(request.verb);
    const QUrl firstUrl = request.url;
    int redirects = 0;
    for (int number = 1;; ++number) {
        const QString host = request.url.host();
        const bool isGranted =
            co_await state->gate.enter(request.lane, host, isWriting, request.priority, cancel);
        if (!isGranted) {
            co_return failure(cancelledError(request));
        }
        Attempt::Outcome outcome;
        {
            const auto leave =
                qScopeGuard([&state, &request, &host] { state->gate.leave(request.lane, host); });
            if (state->isClosed || cancel.isCancelled()) {
                co_return failure(cancelledError(request));
            }
            Attempt attempt(state->network, state->clock);
            state->attempts.insert(&attempt);
            const auto forget = qScopeGuard([&state, &attempt] { state->attempts.remove(&attempt); });
            ++state->sentCount;
            attempt.start(request, state->networkRequest(request), request.body.clone(),
                          state->deadlinesOf(request), cancel);
            outcome = co_await attempt.outcome();
        }
        if (auto *response = std::get_if<HttpResponse>(&outcome)) {
            response->attempts = number;
            logAnswer(request, *response);
            state->gate.noteAnswer(request.lane, isWriting, *response);
            const bool mayRepeat = number < state->retry.attempts && !state->isClosed;
            if (response->status == 429 && mayRepeat) {
                // Refused requests were not executed, so every verb may be sent again.
                const auto wait =
                    response->retryAfter(state->clock.utcNow()).value_or(state->backoff(number));
                if (wait <= state->retry.longestRetryAfter) {
                    state->gate.pause(request.lane, wait);
                    continue;
                }
            }
            if (isRedirect(response->status)) {
                const QUrl target =
                    request.url.resolved(QUrl::fromEncoded(response->header("Location"), QUrl::StrictMode));
                if (isWriting || !target.isValid() || !isSameOrigin(target, firstUrl) ||
                    ++redirects > mostRedirects) {
                    co_return failure(redirectError(request, response->status));
                }
                request.url = target;
                --number;
                continue;
            }
            if (isPassing(response->status) && isIdempotent(request.verb) && mayRepeat) {
                const auto wait = state->backoff(number);
                if (co_await state->clock.sleep(wait, cancel)) {
                    continue;
                }
            }
            co_return std::move(*response);
        }
        const auto &failed = std::get<TransportFailure>(outcome);
        Error error = transportError(request, failed);
        logFailure(request, error, number);
        const bool isWorthIt = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
        if (!isWorthIt || !isIdempotent(request.verb) || number >= state->retry.attempts || state->isClosed) {
            co_return failure(error);
        }
        const auto wait = state->backoff(number);
        if (!co_await state->clock.sleep(wait, cancel)) {
            co_return failure(isWriting ? error : cancelledError(request));
        }
    }
}

} // namespace numbers::net

#include "net/httpclient.h"

#include "net/httplog.h"
#include "net/networkmanagers.h"
#include "net/refusal.h"
#include "net/requestattempt.h"
#include "net/urlpolicy.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
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
/// Servers and routers forget idle connections without telling; many do so after a minute or half of one.
constexpr std::chrono::milliseconds longestIdle = 20s;

/// Worth reading again: the failure may be over soon.
bool isPassing(int status)
{
    return status == 408 || status == 500 || status == 502 || status == 503 || status == 504;
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

Error redirectError(const HttpRequest &request, const HttpResponse &response)
{
    Error error =
        Error::make(Error::Kind::BadReply,
                    QCoreApplication::translate("numbers::net::HttpClient",
                                                "%1 wants to send this request elsewhere, which is refused "
                                                "to protect the tokens. A proxy or sign-in page of the "
                                                "network may be in between.")
                        .arg(request.url.host()),
                    u"redirect with status %1"_s.arg(response.status));
    error.provider = request.provider;
    error.httpStatus = response.status;
    error.requestId = response.requestId;
    error.effect = Error::Effect::Answered;
    if (isWrite(request.verb)) {
        error.effect = Error::Effect::Unknown; // 303 often follows what was carried out.
        error.userText += u' ' + unknownOutcomeHint();
    }
    return error;
}

Error cancelledError(const HttpRequest &request, Error::Effect effect)
{
    Error error = Error::cancelled();
    error.provider = request.provider;
    error.effect = effect;
    return error;
}

/// A line break in a header would let its value say more than one header.
bool isOneLine(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

Result<void> checkRequest(const HttpRequest &request)
{
    const auto allowed = checkUrl(request.url);
    if (!allowed) {
        Error error = allowed.error();
        error.provider = request.provider;
        return failure(error);
    }
    const auto isClean = [](const QByteArray &text) {
        return isOneLine({text.constData(), static_cast<std::size_t>(text.size())});
    };
    bool areClean = isClean(request.idempotencyKey) && isClean(request.contentType) &&
                    (!request.authorization || isOneLine(request.authorization->reveal()));
    for (const auto &[name, value] : request.headers) {
        areClean = areClean && isClean(name) && isClean(value);
    }
    if (!areClean) {
        Error error = Error::make(Error::Kind::Invalid,
                                  QCoreApplication::translate("numbers::net::HttpClient",
                                                              "Line breaks are not allowed in keys and "
                                                              "tokens. Nothing was sent."),
                                  u"line break in a header"_s);
        error.provider = request.provider;
        return failure(error);
    }
    return {};
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
        if (isWrite(request.verb)) {
            result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        }
        if (takesBody(request.verb)) {
            result.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType.isEmpty()
                                                                     ? QByteArray("application/json")
                                                                     : request.contentType);
        }
        // Beyond it Qt gives up on an answer that is far longer than its compressed form; we count, too.
        result.setDecompressedSafetyCheckThreshold(request.largestBody);
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

    /// What an answer says of the lane's budget, before the next request may go. True when it was refused for
    /// now (429) and the lane waits as long as the provider wants.
    [[nodiscard]] bool learn(const HttpRequest &request, const HttpResponse &response, int number)
    {
        gate.noteAnswer(request.lane, isWrite(request.verb), response);
        if (response.status != 429) {
            return false;
        }
        const auto wait = response.retryAfter(clock.utcNow()).value_or(backoff(number));
        if (wait > retry.longestRetryAfter) {
            return false;
        }
        gate.pause(request.lane, wait);
        return true;
    }

    /// A read that finds its connection dead is sent again. A write would end with an unknown outcome, so it
    /// gets a new connection when the old ones may have died in silence.
    void avoidIdleConnections()
    {
        if (attempts.isEmpty() && clock.monotonic() - lastAnswerAt > longestIdle) {
            network = makeManager(settings);
        }
    }

    /// After an interim response: which connection is out of step is not known, so all of its manager are
    /// given up, and with them the requests that may wait on it.
    void giveUpConnections(const Attempt &culprit)
    {
        if (culprit.network() == network.get()) {
            network = makeManager(settings);
        }
        const auto running = attempts;
        for (Attempt *attempt : running) {
            if (attempt != &culprit && attempt->network() == culprit.network()) {
                attempt->abort(EndCause::Interim);
            }
        }
    }

    void close()
    {
        isClosed = true;
        closing.cancel();
        gate.close();
        const auto running = std::exchange(attempts, {});
        for (Attempt *attempt : running) {
            attempt->abort(EndCause::Cancelled);
        }
    }

    Clock &clock;
    RetryPolicy retry;
    NetworkSettings settings;
    std::chrono::milliseconds longestAttempt{0};
    std::shared_ptr<QNetworkAccessManager> network;
    RateGate gate;
    CancelSource closing;
    QSet<Attempt *> attempts;
    std::chrono::milliseconds lastAnswerAt{0}; ///< monotonic
    qint64 sentCount = 0;
    bool isClosed = false;
};

HttpClient::HttpClient(Clock &clock, NetworkSettings settings, RetryPolicy retry, QObject *parent)
    : QObject(parent)
    , d(std::make_shared<Private>(clock, retry))
{
    setNetworkSettings(std::move(settings));
    connect(&d->gate, &RateGate::laneChanged, this, &HttpClient::laneChanged);
}

HttpClient::~HttpClient()
{
    close();
}

void HttpClient::close()
{
    d->gate.disconnect(this);
    d->close();
}

void HttpClient::setNetworkSettings(NetworkSettings settings)
{
    d->settings = std::move(settings);
    d->network = makeManager(d->settings);
    d->lastAnswerAt = d->clock.monotonic();
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
    const std::shared_ptr<Private> state = d; // This object may go while we wait.
    if (const auto allowed = checkRequest(request); !allowed) {
        co_return failure(allowed.error());
    }
    if (state->isClosed) {
        co_return failure(cancelledError(request, Error::Effect::NothingSent));
    }
    const CancelToken closing = state->closing.token();
    const bool isWriting = isWrite(request.verb);
    const QUrl firstUrl = request.url;
    const QString host = request.url.host();
    int redirects = 0;
    for (int number = 1;; ++number) {
        const bool isGranted =
            co_await state->gate.enter(request.lane, host, isWriting, request.priority, cancel);
        if (!isGranted) {
            co_return failure(cancelledError(request, Error::Effect::NothingSent));
        }
        Attempt::Outcome outcome;
        bool isPaused = false;
        {
            const auto leave =
                qScopeGuard([&state, &request, &host] { state->gate.leave(request.lane, host); });
            if (state->isClosed || cancel.isCancelled()) {
                co_return failure(cancelledError(request, Error::Effect::NothingSent));
            }
            if (isWriting) {
                state->avoidIdleConnections();
            }
            Attempt attempt(state->network, state->clock);
            state->attempts.insert(&attempt);
            const auto forget = qScopeGuard([&state, &attempt] { state->attempts.remove(&attempt); });
            QObject::connect(&attempt, &Attempt::connectionOutOfStep, &attempt,
                             [&state, &attempt] { state->giveUpConnections(attempt); });
            ++state->sentCount;
            attempt.start(request, state->networkRequest(request), request.body.clone(),
                          state->deadlinesOf(request), cancel);
            outcome = co_await attempt.outcome();
            // After the client the clock may be gone too.
            if (const auto *response = std::get_if<HttpResponse>(&outcome); response && !state->isClosed) {
                state->lastAnswerAt = state->clock.monotonic();
                isPaused = state->learn(request, *response, number);
            }
        }
        const bool mayTryAgain = number < state->retry.attempts && !state->isClosed;
        if (auto *response = std::get_if<HttpResponse>(&outcome)) {
            response->attempts = number;
            logAnswer(request, *response);
            if (state->isClosed) {
                // Whoever asked would go on with this client, and with everything else that has gone with it.
                co_return failure(
                    cancelledError(request, isWriting ? Error::Effect::Unknown : Error::Effect::NothingSent));
            }
            if (isPaused && mayTryAgain) {
                continue; // Refused requests were not executed, so every verb may be sent again.
            }
            if (isRedirect(response->status)) {
                const QUrl target =
                    request.url.resolved(QUrl::fromEncoded(response->header("Location"), QUrl::StrictMode));
                if (isWriting || !checkUrl(target) || !isSameOrigin(target, firstUrl) ||
                    ++redirects > mostRedirects) {
                    co_return failure(redirectError(request, *response));
                }
                request.url = target;
                --number;
                continue;
            }
            if (isPassing(response->status) && !isWriting && mayTryAgain) {
                const auto wait = state->backoff(number);
                if (co_await state->clock.sleep(wait, cancel, closing)) {
                    continue;
                }
            }
            co_return std::move(*response);
        }
        const auto &problem = std::get<TransportFailure>(outcome);
        const Error error = transportError(request, problem);
        logFailure(request, error, number);
        const bool isWorthIt = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout ||
                               problem.cause == EndCause::Interim;
        if (!isWorthIt || isWriting || !mayTryAgain) {
            co_return failure(error);
        }
        const auto wait = state->backoff(number);
        if (!co_await state->clock.sleep(wait, cancel, closing)) {
            co_return failure(cancelledError(request, Error::Effect::NothingSent));
        }
    }
}

} // namespace numbers::net

#include "net/requestattempt.h"

#include "base/redact.h"
#include "net/nonresendablebody.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::net {

namespace {

constexpr qsizetype largestPiece = 64 * 1024;
/// How far Qt may read ahead of us, in bytes. Without a limit it keeps reading as long as chunks arrive,
/// before it hands any of them over.
constexpr qint64 readAhead = 256 * 1024;

/// Failures of the way to the server, before anything of a request can be on it.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

/// Qt turns a status from 400 on into an error of its own; there is an answer all the same, and it is the
/// caller's to read. Below 400 the same words mean that the answer could not be read.
bool isAnswered(int status, QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::NoError) {
        return status != 0;
    }
    if (error == QNetworkReply::ContentReSendError && (status == 307 || status == 308)) {
        return true; // Qt prepares to send the body elsewhere, even where redirects are not to be followed.
    }
    if (status < 400) {
        return false;
    }
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

/// False when a JSON document ends too early. A document that is wrong in the middle is complete.
bool isWholeJson(const QByteArray &text)
{
    // The parser reports where the word, escape or character began that was cut in two.
    constexpr qsizetype longestCutWord = 5;
    QJsonParseError problem;
    QJsonDocument::fromJson(text, &problem);
    return problem.error == QJsonParseError::NoError || problem.error == QJsonParseError::GarbageAtEnd ||
           problem.offset + longestCutWord < text.size();
}

/// 1xx except 100, which Qt skips: more of the answer follows on the same connection.
bool isInterim(int status)
{
    return status > 0 && status < 200;
}

/// "application/json"; empty for what has not that shape (RFC 9110, 8.3.1). It goes into error details, and
/// is the other side's text.
QByteArray mediaTypeOf(const QByteArray &header)
{
    static const QRegularExpression shape(u"\\A[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}\\z"_s);
    const QString type = QString::fromLatin1(header.split(';').value(0).trimmed().toLower());
    return shape.match(type).hasMatch() ? redacted(type).toLatin1() : QByteArray();
}

/// The provider's own id of the request, as far as it can be shown: it is the other side's text.
QString requestIdOf(const HttpResponse &response)
{
    constexpr qsizetype longest = 100;
    QByteArray id = response.header("Twilio-Request-Id");
    if (id.isEmpty()) {
        id = response.header("x-railway-request-id");
    }
    const bool isWord = std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 127; });
    return isWord ? redacted(QString::fromLatin1(id.left(longest))) : QString();
}

} // namespace

Attempt::Attempt(std::shared_ptr<QNetworkAccessManager> network, Clock &clock)
    : m_network(std::move(network))
    , m_clock(clock)
{
}

Attempt::~Attempt()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
}

void Attempt::start(const HttpRequest &request, const QNetworkRequest &networkRequest, SecretString body,
                    const Deadlines &deadlines, const CancelToken &cancel)
{
    m_isWrite = isWrite(request.verb);
    m_isHead = request.verb == Verb::Head;
    m_largestBody = request.largestBody;
    m_startedAt = m_clock.monotonic();
    m_hasBody = !body.isEmpty();
    if (m_isWrite) {
        // A DELETE, too, so that Qt cannot send it again by itself: it gets a body of nothing.
        m_device = std::make_unique<PostOnceDevice>(std::move(body));
        m_reply = m_network->sendCustomRequest(networkRequest, toByteArray(request.verb), m_device.get());
    } else if (m_isHead) {
        m_reply = m_network->head(networkRequest); // As a custom request Qt would wait for a body.
    } else {
        m_reply = m_network->sendCustomRequest(networkRequest, toByteArray(request.verb));
    }
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_isSent = true; });
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this,
            [this] { m_isShakingHands = m_reply->url().scheme() == "https"_L1; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_isShakingHands = false; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_hasHeaders = true;
        if (!endAtInterimResponse()) {
            checkAnnouncedSize();
        }
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &Attempt::readSome);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_sslErrors = errors; });
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::finish);

    limit(deadlines.connect, EndCause::Connect);
    limit(deadlines.total, EndCause::Total);
    if (isBodyOfNothing()) {
        limit(deadlines.firstByte, EndCause::FirstByte);
    } else if (deadlines.firstByte.count() > 0) {
        // Counted from the moment the request has left.
        connect(m_reply, &QNetworkReply::requestSent, this,
                [this, time = deadlines.firstByte] { limit(time, EndCause::FirstByte); });
    }
    cancel.onCancelled(this, [this] {
        if (!m_isWrite || !mayHaveLeft()) {
            end(EndCause::Cancelled);
        }
    });
}

void Attempt::abort(EndCause cause)
{
    end(cause);
}

void Attempt::limit(std::chrono::milliseconds time, EndCause cause)
{
    // "Sent" may still come in after the end, when the clock may be gone with its owner.
    if (time.count() <= 0 || m_cause != EndCause::None) {
        return;
    }
    m_clock.callAfter(time, this, [this, cause] {
        const bool hasBegun = m_device && m_device->takenCount() > 0;
        const bool isConnected = m_isSent || hasBegun || (isBodyOfNothing() && !m_isShakingHands);
        const bool isInTime =
            (cause == EndCause::Connect && isConnected) || (cause == EndCause::FirstByte && m_hasHeaders);
        if (!isInTime) {
            end(cause);
        }
    });
}

void Attempt::end(EndCause cause)
{
    if (m_reply == nullptr || m_done.isComplete() || m_cause != EndCause::None) {
        return;
    }
    m_cause = cause;
    m_reply->abort(); // emits finished()
}

/// Qt asks our thread for the body, so we know of its first byte before the socket does. A request without
/// a body is sent from Qt's own thread, which tells us only later: it counts as leaving from the start.
bool Attempt::mayHaveLeft() const
{
    return m_isSent || !m_hasBody || m_device->takenCount() > 0;
}

bool Attempt::isBodyOfNothing() const
{
    return m_device && !m_hasBody;
}

bool Attempt::isProvenUnsent() const
{
    if (m_isSent) {
        return false;
    }
    return m_hasBody ? m_device->takenCount() == 0
                     : m_cause == EndCause::None && (m_isShakingHands || isBeforeSending(m_reply->error()));
}

/// Qt takes 101, 102 and 103 for the final response and the connection for idle: the real response would be
/// read as the response to the next request.
bool Attempt::endAtInterimResponse()
{
    if (!isInterim(m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt())) {
        return false;
    }
    if (m_cause == EndCause::None) {
        Q_EMIT connectionOutOfStep();
        end(EndCause::Interim);
    }
    return true;
}

void Attempt::checkAnnouncedSize()
{
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_largestBody && !m_isHead) {
        end(EndCause::TooLarge);
    }
}

void Attempt::readSome()
{
    // A piece at a time: what arrives compressed may be a thousand times as long, and Qt sets aside all that
    // is asked for, however little has come.
    while (m_cause == EndCause::None && m_reply->bytesAvailable() > 0) {
        const QByteArray part = m_reply->read(std::min(largestPiece, m_largestBody - m_body.size() + 1));
        if (part.isEmpty()) {
            return;
        }
        m_body += part;
        if (m_body.size() > m_largestBody) {
            end(EndCause::TooLarge);
        }
    }
}

/// Whether the body is all there. Qt takes the end of the connection for the end of a body in chunks and of a
/// compressed one; they must be whole documents, then.
bool Attempt::isComplete() const
{
    if (m_isHead || m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 204) {
        return true;
    }
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (announced.isValid() && !m_reply->hasRawHeader("Content-Encoding")) {
        return announced.toLongLong() == m_body.size();
    }
    const bool isJson = m_reply->rawHeader("Content-Type").toLower().contains("json");
    return !isJson || isWholeJson(m_body);
}

HttpResponse Attempt::takeResponse(int status)
{
    HttpResponse response;
    response.status = status;
    response.body = std::move(m_body);
    response.contentType = mediaTypeOf(m_reply->rawHeader("Content-Type"));
    const auto headers = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : headers) {
        response.headers.emplaceBack(name, value);
    }
    response.requestId = requestIdOf(response);
    response.duration = m_clock.monotonic() - m_startedAt;
    response.url = m_reply->url();
    return response;
}

void Attempt::finish()
{
    if (m_done.isComplete()) {
        return;
    }
    readSome(); // May find the answer too long and come here again by aborting.
    if (m_done.isComplete()) {
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool hasAnswer = m_cause == EndCause::None && isAnswered(status, error);
    const bool isRefusedRedirect = error == QNetworkReply::ContentReSendError; // read as far as needed
    if (hasAnswer && (isRefusedRedirect || isComplete())) {
        m_done.complete(takeResponse(status));
        return;
    }
    TransportFailure failure;
    failure.cause = m_cause;
    failure.networkError = hasAnswer ? QNetworkReply::RemoteHostClosedError : error;
    failure.networkText = m_reply->errorString();
    failure.sslErrors = m_sslErrors;
    failure.hasLeft = !isProvenUnsent();
    failure.httpStatus = status;
    m_done.complete(std::move(failure));
}

} // namespace numbers::net

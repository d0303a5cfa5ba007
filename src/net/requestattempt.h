#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "base/completion.h"
#include "net/httptypes.h"
#include "net/transporterror.h"

#include <QNetworkReply>
#include <QObject>

#include <memory>
#include <variant>

class QNetworkAccessManager;
class QNetworkRequest;

namespace numbers::net {

class PostOnceDevice;

/// One try of one request: a QNetworkReply with deadlines, cancellation and a limit of its size. Completes
/// exactly once. Lives shorter than the clock; keeps its QNetworkAccessManager alive, so that new settings do
/// not disturb what is under way.
class Attempt : public QObject
{
    Q_OBJECT
public:
    using Outcome = std::variant<HttpResponse, TransportFailure>;

    Attempt(std::shared_ptr<QNetworkAccessManager> network, Clock &clock);
    ~Attempt() override;

    /// `body` is a copy for this attempt alone.
    void start(const HttpRequest &request, const QNetworkRequest &networkRequest, SecretString body,
               const Deadlines &deadlines, const CancelToken &cancel);
    /// Ends it at once, whatever has left.
    void abort(EndCause cause);
    [[nodiscard]] const QNetworkAccessManager *network() const { return m_network.get(); }

    [[nodiscard]] Completion<Outcome>::Awaiter outcome() const { return m_done.awaiter(); }

Q_SIGNALS:
    /// An interim response came, so nothing that any connection of this manager brings from now on can be
    /// trusted. Emitted before anything of a later request is handled.
    void connectionOutOfStep();

private:
    /// A write without a body: Qt never tells when it has left, so its deadlines count from the start, and it
    /// is connected when no handshake is under way.
    [[nodiscard]] bool isBodyOfNothing() const;
    void limit(std::chrono::milliseconds time, EndCause cause);
    void end(EndCause cause);
    void readSome();
    void finish();
    bool endAtInterimResponse();
    void checkAnnouncedSize();
    [[nodiscard]] bool mayHaveLeft() const;
    [[nodiscard]] bool isProvenUnsent() const;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] HttpResponse takeResponse(int status);

    std::shared_ptr<QNetworkAccessManager> m_network;
    Clock &m_clock;
    Completion<Outcome> m_done;
    std::unique_ptr<PostOnceDevice> m_device;
    QNetworkReply *m_reply = nullptr;
    bool m_isWrite = false;
    bool m_isHead = false;
    bool m_hasBody = false;
    bool m_isSent = false;         ///< completely
    bool m_isShakingHands = false; ///< from the start of a connection until TLS stands
    bool m_hasHeaders = false;
    EndCause m_cause = EndCause::None;
    QList<QSslError> m_sslErrors;
    QByteArray m_body;
    qsizetype m_largestBody = 0;
    std::chrono::milliseconds m_startedAt{0};
};

} // namespace numbers::net

#include "net/transporterror.h"

#include "base/redact.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace numbers::net {

namespace {

struct TransportText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::net::Transport)
};

bool hasSslError(const TransportFailure &failure, std::initializer_list<QSslError::SslError> wanted)
{
    return std::any_of(failure.sslErrors.begin(), failure.sslErrors.end(), [&wanted](const QSslError &error) {
        return std::find(wanted.begin(), wanted.end(), error.error()) != wanted.end();
    });
}

QString tlsText(const QString &host, const TransportFailure &failure)
{
    if (hasSslError(failure, {QSslError::CertificateExpired, QSslError::CertificateNotYetValid})) {
        return TransportText::tr(
                   "The certificate of %1 has expired or is not valid yet. Check this computer's date "
                   "and time. Nothing was sent.")
            .arg(host);
    }
    if (hasSslError(failure, {QSslError::HostNameMismatch})) {
        return TransportText::tr(
                   "The certificate shown for %1 belongs to another host. Somebody may be in between: "
                   "check the network and the proxy. Nothing was sent.")
            .arg(host);
    }
    if (hasSslError(failure,
                    {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain,
                     QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToGetIssuerCertificate,
                     QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted})) {
        return TransportText::tr(
                   "The certificate of %1 is signed by an authority this computer does not know. If your "
                   "company inspects its traffic, add its certificate in Preferences > Network. Nothing "
                   "was sent.")
            .arg(host);
    }
    return TransportText::tr(
               "No secure connection to %1 could be made. Check this computer's date and time, the "
               "network and the proxy. Nothing was sent.")
        .arg(host);
}

struct Explained
{
    Error::Kind kind = Error::Kind::Offline;
    QString text;
};

QString improperAnswer(const QString &host)
{
    return TransportText::tr(
               "%1 sent something that is no proper answer. A proxy may be in between; try again "
               "later.")
        .arg(host);
}

Explained explainCause(const QString &host, EndCause cause)
{
    switch (cause) {
    case EndCause::Cancelled:
        return {Error::Kind::Cancelled, Error::cancelled().userText};
    case EndCause::Connect:
        return {Error::Kind::Timeout,
                TransportText::tr(
                    "%1 could not be reached in time. Check the network and the proxy, then try again.")
                    .arg(host)};
    case EndCause::FirstByte:
    case EndCause::Total:
        return {Error::Kind::Timeout,
                TransportText::tr("%1 did not answer in time. Try again later.").arg(host)};
    case EndCause::TooLarge:
        return {Error::Kind::BadReply,
                TransportText::tr(
                    "%1 sent far more than expected; its answer was not read to the end. If this goes "
                    "on, report it.")
                    .arg(host)};
    case EndCause::Interim:
        return {Error::Kind::BadReply, improperAnswer(host)};
    case EndCause::None:
        break;
    }
    return {};
}

Explained explainNetwork(const QString &host, const TransportFailure &failure)
{
    switch (failure.networkError) {
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Offline,
                TransportText::tr("The host %1 was not found. Check the network connection, then try again.")
                    .arg(host)};
    case QNetworkReply::ConnectionRefusedError:
        return {
            Error::Kind::Offline,
            TransportText::tr("%1 refused the connection. Check the network and the proxy, then try again.")
                .arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {Error::Kind::Tls, tlsText(host, failure)};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {Error::Kind::ProxyAuth,
                TransportText::tr(
                    "The proxy asks for a user name and password, or refuses those it got. Enter them in "
                    "Preferences > Network.")};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return {
            Error::Kind::Offline,
            TransportText::tr("The proxy cannot be reached or does not work. Check Preferences > Network.")};
    case QNetworkReply::TimeoutError:
        return {Error::Kind::Timeout,
                TransportText::tr(
                    "%1 could not be reached in time. Check the network and the proxy, then try again.")
                    .arg(host)};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError:
        return {Error::Kind::BadReply, improperAnswer(host)};
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::TemporaryNetworkFailureError:
        // Of a proxy that is gone Qt says no more than this.
        return {Error::Kind::Offline,
                TransportText::tr("%1 cannot be reached. Check the network connection and the proxy in "
                                  "Preferences > Network, then try again.")
                    .arg(host)};
    default:
        return {
            Error::Kind::Offline,
            TransportText::tr("The connection to %1 was lost. Check the network connection, then try again.")
                .arg(host)};
    }
}

/// For a write that may have been executed "try again" would be wrong advice.
QString unknownOutcomeText(const QString &host, Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Timeout:
    case Error::Kind::Cancelled:
        return TransportText::tr("%1 did not answer in time. It is not known whether the request was carried "
                                 "out: look before sending it again.")
            .arg(host);
    case Error::Kind::BadReply:
        return TransportText::tr("%1 sent an answer that cannot be read. It is not known whether the request "
                                 "was carried out: look before sending it again.")
            .arg(host);
    default:
        return TransportText::tr("The connection to %1 was lost before its answer had come. It is not known "
                                 "whether the request was carried out: look before sending it again.")
            .arg(host);
    }
}

} // namespace

Error transportError(const HttpRequest &request, const TransportFailure &failure)
{
    const QString host = request.url.host();
    Explained explained =
        failure.cause != EndCause::None ? explainCause(host, failure.cause) : explainNetwork(host, failure);
    Error error = Error::make(explained.kind, std::move(explained.text));
    error.provider = request.provider;
    error.httpStatus = failure.httpStatus;
    if (isWrite(request.verb) && failure.hasLeft) {
        error.effect = Error::Effect::Unknown;
        error.userText = unknownOutcomeText(host, error.kind);
    }
    QStringList detail{QString::fromLatin1(toByteArray(request.verb)) + u' ' + request.pathTemplate};
    if (failure.networkError != QNetworkReply::NoError) {
        const auto names = QMetaEnum::fromType<QNetworkReply::NetworkError>();
        detail << QString::fromLatin1(names.valueToKey(failure.networkError));
        if (failure.networkError == QNetworkReply::UnknownNetworkError) {
            detail << redacted(failure.networkText);
        }
    }
    constexpr std::array causes{"",          "connect deadline", "first byte deadline", "total deadline",
                                "cancelled", "too large",        "interim response"};
    if (failure.cause != EndCause::None) {
        detail << QString::fromLatin1(causes.at(static_cast<std::size_t>(failure.cause)));
    }
    for (const QSslError &sslError : failure.sslErrors) {
        detail << sslError.errorString();
    }
    error.detail = detail.join(u"; "_s);
    return error;
}

} // namespace numbers::net

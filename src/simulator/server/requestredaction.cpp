#include "simulator/server/requestredaction.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

QString digestOf(const QByteArray &secret)
{
    return u"sha256="_s +
           QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex().left(12));
}

/// "Bearer nxf_…:sha256=…", "Basic AC…:sha256=…": who signed stays readable.
QString redactAuthorization(const QByteArray &value)
{
    const qsizetype blank = value.indexOf(' ');
    const QByteArray scheme = value.left(std::max<qsizetype>(blank, 0));
    QByteArray pair = value.mid(blank + 1).trimmed();
    if (scheme.compare("Basic", Qt::CaseInsensitive) == 0) {
        pair = QByteArray::fromBase64(pair);
    }
    const qsizetype colon = pair.indexOf(':');
    if (colon < 0) {
        return QString::fromUtf8(scheme) + u' ' + digestOf(pair);
    }
    return QString::fromUtf8(scheme) + u' ' + QString::fromUtf8(pair.left(colon)) + u':' +
           digestOf(pair.mid(colon + 1));
}

bool isSecretField(const QString &name)
{
    return name.contains("token"_L1, Qt::CaseInsensitive) ||
           name.contains("secret"_L1, Qt::CaseInsensitive) ||
           name.contains("api_key"_L1, Qt::CaseInsensitive) ||
           name.contains("apiKey"_L1, Qt::CaseInsensitive);
}

QJsonObject fieldsOf(const HttpRequest &request)
{
    QJsonObject fields;
    if (request.header("Content-Type").startsWith("application/x-www-form-urlencoded")) {
        const auto form = request.form();
        for (const auto &[name, value] : form) {
            fields.insert(name, value);
        }
    } else {
        fields = QJsonDocument::fromJson(request.body).object();
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (isSecretField(it.key()) && it.value().isString()) {
            it.value() = digestOf(it.value().toString().toUtf8());
        }
    }
    return fields;
}

} // namespace

RecordedRequest redactedRecord(const HttpRequest &request, bool isTwilio, qint64 now)
{
    RecordedRequest record;
    record.time = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC);
    record.provider = isTwilio ? u"twilio"_s : u"nixflex"_s;
    record.method = QString::fromUtf8(request.method);
    record.path = QString::fromUtf8(request.rawPath());
    record.target = QString::fromUtf8(request.target);
    for (const auto &[name, value] : request.headers) {
        const bool isSecret = name.compare("Authorization", Qt::CaseInsensitive) == 0 ||
                              name.compare("Proxy-Authorization", Qt::CaseInsensitive) == 0 ||
                              name.compare("Cookie", Qt::CaseInsensitive) == 0;
        record.headers.append(
            {QString::fromUtf8(name), isSecret ? redactAuthorization(value) : QString::fromUtf8(value)});
    }
    record.body = fieldsOf(request);
    record.connection = request.connection;
    return record;
}

} // namespace numbers::simulator

#include "support/rawrequest.h"

namespace numbers::test {

QByteArray RawRequest::header(const QByteArray &name) const
{
    for (const auto &[candidate, value] : headers) {
        if (candidate.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

std::optional<RawRequest> RequestReader::take()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    RawRequest request;
    QList<QByteArray> lines = m_buffer.left(end).split('\n');
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplaceBack(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    const qsizetype bodyStart = end + 4;
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (m_buffer.size() < bodyStart + length) {
        return std::nullopt;
    }
    request.body = m_buffer.mid(bodyStart, length);
    request.bytes = m_buffer.left(bodyStart + length);
    m_buffer.remove(0, bodyStart + length);
    return request;
}

} // namespace numbers::test

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <utility>

namespace numbers::test {

/// A request as it came over the wire.
struct RawRequest
{
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray bytes; ///< the whole of it
    int connection = 0;

    /// Any case of the name; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// Cuts a stream of bytes into HTTP/1.1 requests with a Content-Length or no body.
class RequestReader
{
public:
    void append(const QByteArray &bytes) { m_buffer += bytes; }
    /// The next whole request, if it is there.
    [[nodiscard]] std::optional<RawRequest> take();
    [[nodiscard]] const QByteArray &rest() const { return m_buffer; }

private:
    QByteArray m_buffer;
};

} // namespace numbers::test

#include "net/nonresendablebody.h"

#include <algorithm>
#include <cstring>

namespace numbers::net {

PostOnceDevice::PostOnceDevice(SecretString body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 PostOnceDevice::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 PostOnceDevice::readData(char *data, qint64 longest)
{
    const qint64 count = std::min<qint64>(longest, m_body.size() - m_position);
    if (count <= 0) {
        return -1;
    }
    std::memcpy(data, m_body.reveal().data() + m_position, static_cast<std::size_t>(count));
    m_position += count;
    return count;
}

} // namespace numbers::net

#pragma once

#include "base/secretstring.h"

#include <QIODevice>

namespace numbers::net {

/// A request body that can be read once. It is sequential and refuses to be rewound, so
/// QNetworkAccessManager, which otherwise sends a POST again by itself when a connection closes before the
/// answer, has nothing to send a second time and reports ContentReSendError instead.
class PostOnceDevice : public QIODevice
{
    Q_OBJECT
public:
    explicit PostOnceDevice(SecretString body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 size() const override { return m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return m_position >= m_body.size(); }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

    /// Bytes that Qt has taken: more than none means that the request may have left.
    [[nodiscard]] qint64 takenCount() const { return m_position; }

protected:
    qint64 readData(char *data, qint64 longest) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SecretString m_body;
    qint64 m_position = 0;
};

} // namespace numbers::net

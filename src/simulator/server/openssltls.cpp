#include "simulator/server/openssltls.h"

#include "simulator/server/tlslayer.h"

#include <QFile>

#include <boost/asio/ssl.hpp>

namespace numbers::simulator {

namespace {

namespace ssl = boost::asio::ssl;
using boost::asio::ip::tcp;

class TlsStream final : public ByteStream
{
public:
    TlsStream(tcp::socket &socket, ssl::context &context)
        : m_stream(socket, context)
    {
    }

    bool completeHandshake()
    {
        Error error;
        m_stream.handshake(ssl::stream_base::server, error);
        return !error;
    }
    std::size_t readSome(boost::asio::mutable_buffer to, Error &error) override
    {
        return m_stream.read_some(to, error);
    }
    std::size_t writeSome(boost::asio::const_buffer from, Error &error) override
    {
        return m_stream.write_some(from, error);
    }
    void sendCloseNotify() override
    {
        // Without waiting for the peer's goodbye, which may never come.
        Error ignored;
        m_stream.next_layer().shutdown(tcp::socket::shutdown_receive, ignored);
        m_stream.shutdown(ignored);
    }

private:
    ssl::stream<tcp::socket &> m_stream;
};

class Tls final : public TlsLayer
{
public:
    std::unique_ptr<ByteStream> wrap(tcp::socket &socket) override
    {
        auto stream = std::make_unique<TlsStream>(socket, context);
        return stream->completeHandshake() ? std::move(stream) : nullptr;
    }

    ssl::context context{ssl::context::tls_server};
};

} // namespace

std::shared_ptr<TlsLayer> makeTls(const QString &certificateFile, const QString &keyFile, QString *error)
{
    if (certificateFile.isEmpty() || keyFile.isEmpty()) {
        *error = QStringLiteral("a TLS certificate needs its key, and the key its certificate");
        return nullptr;
    }
    auto tls = std::make_shared<Tls>();
    tls->context.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                             ssl::context::no_tlsv1_1);
    boost::system::error_code failure;
    tls->context.use_certificate_chain_file(QFile::encodeName(certificateFile).toStdString(), failure);
    if (!failure) {
        tls->context.use_private_key_file(QFile::encodeName(keyFile).toStdString(), ssl::context::pem,
                                          failure);
    }
    if (failure) {
        *error = QStringLiteral("the TLS certificate or key cannot be used: ") +
                 QString::fromStdString(failure.message());
        return nullptr;
    }
    return tls;
}

} // namespace numbers::simulator

#pragma once

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

namespace numbers::simulator {

/// What a conversation reads from and writes to: a socket, or TLS around one. A synchronous stream, as Asio
/// and Beast name that, whose kind is known at run time.
class ByteStream
{
public:
    using Error = boost::system::error_code;

    ByteStream() = default;
    virtual ~ByteStream() = default;
    ByteStream(const ByteStream &) = delete;
    ByteStream &operator=(const ByteStream &) = delete;

    virtual std::size_t readSome(boost::asio::mutable_buffer to, Error &error) = 0;
    virtual std::size_t writeSome(boost::asio::const_buffer from, Error &error) = 0;
    /// Before the connection ends in order; never waits for the peer.
    virtual void sendCloseNotify() {}

    template <typename Buffers>
    std::size_t read_some(const Buffers &buffers, Error &error)
    {
        return readSome(firstOf<boost::asio::mutable_buffer>(buffers), error);
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers &buffers, Error &error)
    {
        return writeSome(firstOf<boost::asio::const_buffer>(buffers), error);
    }
    template <typename Buffers>
    std::size_t read_some(const Buffers &buffers)
    {
        Error error;
        const auto size = read_some(buffers, error);
        return error ? throw boost::system::system_error(error) : size;
    }
    template <typename Buffers>
    std::size_t write_some(const Buffers &buffers)
    {
        Error error;
        const auto size = write_some(buffers, error);
        return error ? throw boost::system::system_error(error) : size;
    }

private:
    /// A stream may take less than it is given, but nothing only when it is given nothing.
    template <typename Buffer, typename Buffers>
    static Buffer firstOf(const Buffers &buffers)
    {
        const auto end = boost::asio::buffer_sequence_end(buffers);
        for (auto it = boost::asio::buffer_sequence_begin(buffers); it != end; ++it) {
            if (const Buffer buffer(*it); buffer.size() > 0) {
                return buffer;
            }
        }
        return {};
    }
};

/// Puts TLS around accepted sockets. What does so (openssltls.h) is a library of its own, which the window
/// does not link: practice mode speaks plain HTTP to itself, and loading OpenSSL for it would delay every
/// start.
class TlsLayer
{
public:
    TlsLayer() = default;
    virtual ~TlsLayer() = default;
    TlsLayer(const TlsLayer &) = delete;
    TlsLayer &operator=(const TlsLayer &) = delete;

    /// After the handshake; nothing when that failed. Called on the connection's thread, for several
    /// connections at a time. The socket outlives the stream.
    virtual std::unique_ptr<ByteStream> wrap(boost::asio::ip::tcp::socket &socket) = 0;
};

} // namespace numbers::simulator

#include "simulator/server/httpserver.h"

#include "simulator/server/tlslayer.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

// This and tls.cpp alone include Boost: its headers take long to compile.
namespace numbers::simulator {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr size_t maxConnections = 256;
constexpr auto longestReceiving = std::chrono::seconds(10);
constexpr std::uint64_t maxRequestBody = 4U * 1024 * 1024;
constexpr std::uint32_t maxRequestHeader = 64U * 1024;
constexpr qint64 dripChunk = 16;
constexpr size_t firstRead = 4'096;

QByteArray toBytes(boost::beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// A connection as the server's other threads see it: they may only shut its socket down.
struct Connection
{
    explicit Connection(tcp::socket accepted)
        : socket(std::move(accepted))
    {
    }
    tcp::socket socket;
    std::thread thread;
    quint64 id = 0;
    // Guarded by the server's mutex.
    /// Receiving: from the start, and again from the first byte of each further request.
    enum class Phase { Receiving, Answering, Idle } phase = Phase::Receiving;
    bool isFinished = false;
    std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();

    /// May be closed to make room for another one.
    [[nodiscard]] bool isDispensable() const
    {
        if (phase == Phase::Receiving) {
            return std::chrono::steady_clock::now() - since > longestReceiving;
        }
        error_code error;
        // With bytes to read it is not idle any more, its thread just has not noticed.
        return phase == Phase::Idle && socket.available(error) == 0;
    }

    /// Makes a blocked read or write return; called with the server's mutex held.
    void shutDown()
    {
        error_code ignored;
        socket.shutdown(tcp::socket::shutdown_both, ignored);
    }
};

class PlainStream final : public ByteStream
{
public:
    explicit PlainStream(tcp::socket &socket)
        : m_socket(socket)
    {
    }
    std::size_t readSome(asio::mutable_buffer to, Error &error) override
    {
        return m_socket.read_some(to, error);
    }
    std::size_t writeSome(asio::const_buffer from, Error &error) override
    {
        return m_socket.write_some(from, error);
    }

private:
    tcp::socket &m_socket;
};

QByteArray statusLine(int status)
{
    // Beast does not know this one.
    const QByteArray reason =
        status == 103 ? "Early Hints" : toBytes(http::obsolete_reason(static_cast<http::status>(status)));
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\n";
}

QByteArray head(const HttpAnswer &answer, bool keepAlive)
{
    QByteArray bytes = statusLine(answer.status);
    if (!answer.contentType.isEmpty()) {
        bytes += "Content-Type: " + answer.contentType + "\r\n";
    }
    bool hasLength = false;
    for (const auto &[name, value] : answer.headers) {
        bytes += name + ": " + value + "\r\n";
        hasLength = hasLength || name.compare("Content-Length", Qt::CaseInsensitive) == 0;
    }
    if (!hasLength && answer.status != 204) {
        bytes += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    }
    return bytes + (keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
}

HttpRequest toRequest(const http::request<http::string_body> &from, quint64 connection)
{
    HttpRequest request;
    request.method = toBytes(from.method_string());
    request.target = toBytes(from.target());
    for (const auto &field : from) {
        request.headers.append({toBytes(field.name_string()), toBytes(field.value())});
    }
    request.body = QByteArray::fromStdString(from.body());
    request.connection = connection;
    return request;
}

HttpAnswer plain(int status, const QByteArray &text)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = "text/plain; charset=utf-8";
    answer.body = text + '\n';
    return answer;
}

} // namespace

class HttpServer::Private
{
public:
    explicit Private(Handler h)
        : handler(std::move(h))
    {
    }

    void acceptNext();
    void accepted(tcp::socket socket);
    void makeRoom(std::unique_lock<std::mutex> &lock);
    void reap(std::unique_lock<std::mutex> &lock);
    void serve(Connection &connection);
    void converse(Connection &connection, ByteStream &stream);
    bool readRequest(Connection &connection, ByteStream &stream, boost::beast::flat_buffer &buffer,
                     HttpRequest &request, bool &keepAlive);
    bool deliver(ByteStream &stream, const Delivery &delivery, bool isHead, bool keepAlive);
    void enterPhase(Connection &connection, Connection::Phase phase);
    void sendInterim(ByteStream &stream, const Delivery &delivery);
    void pause(std::chrono::microseconds time);

    Handler handler;
    asio::io_context context{1};
    std::optional<tcp::acceptor> acceptor;
    std::shared_ptr<TlsLayer> tls;
    std::thread acceptThread;
    quint16 port = 0;

    std::mutex mutex;
    std::condition_variable finished;
    std::condition_variable stopped;
    std::list<std::unique_ptr<Connection>> connections;
    quint64 nextId = 1;
    bool isStopping = false;
};

void HttpServer::Private::acceptNext()
{
    acceptor->async_accept([this](const error_code &error, tcp::socket socket) {
        if (error == asio::error::operation_aborted) {
            return;
        }
        if (!error) {
            accepted(std::move(socket));
        }
        acceptNext();
    });
}

void HttpServer::Private::accepted(tcp::socket socket)
{
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    std::unique_lock lock(mutex);
    reap(lock);
    makeRoom(lock);
    if (isStopping) {
        return;
    }
    auto &connection = connections.emplace_back(std::make_unique<Connection>(std::move(socket)));
    connection->id = nextId++;
    try {
        connection->thread = std::thread([this, raw = connection.get()] {
            serve(*raw);
            const std::lock_guard guard(mutex);
            error_code ignoredToo;
            raw->socket.close(ignoredToo);
            raw->isFinished = true;
            finished.notify_all();
        });
    } catch (const std::system_error &) {
        connections.pop_back(); // No thread to be had: the connection ends.
    }
}

/// Waits until fewer than the allowed connections live, closing the dispensable one that waits longest.
void HttpServer::Private::makeRoom(std::unique_lock<std::mutex> &lock)
{
    while (!isStopping && connections.size() >= maxConnections) {
        Connection *longest = nullptr;
        for (const auto &connection : connections) {
            if (connection->isDispensable() && !connection->isFinished &&
                (longest == nullptr || connection->since < longest->since)) {
                longest = connection.get();
            }
        }
        if (longest != nullptr) {
            longest->shutDown();
        }
        finished.wait_for(lock, std::chrono::milliseconds(100));
        reap(lock);
    }
}

/// Joins the threads that have ended.
void HttpServer::Private::reap(std::unique_lock<std::mutex> &lock)
{
    std::list<std::unique_ptr<Connection>> ended;
    for (auto it = connections.begin(); it != connections.end();) {
        const auto here = it++;
        if ((*here)->isFinished) {
            ended.splice(ended.end(), connections, here);
        }
    }
    if (ended.empty()) {
        return;
    }
    lock.unlock();
    for (const auto &connection : ended) {
        connection->thread.join();
    }
    lock.lock();
}

void HttpServer::Private::enterPhase(Connection &connection, Connection::Phase phase)
{
    const std::lock_guard guard(mutex);
    connection.phase = phase;
    connection.since = std::chrono::steady_clock::now();
}

/// Sleeps until then, or until the server stops.
void HttpServer::Private::pause(std::chrono::microseconds time)
{
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, time, [this] { return isStopping; });
}

void HttpServer::Private::sendInterim(ByteStream &stream, const Delivery &delivery)
{
    const QByteArray bytes = statusLine(delivery.interimStatus) + "\r\n";
    error_code ignored; // The answer will meet the same error.
    asio::write(stream, asio::buffer(bytes.constData(), static_cast<size_t>(bytes.size())), ignored);
    pause(delivery.pauseAfterInterim);
}

void HttpServer::Private::serve(Connection &connection)
{
    if (tls == nullptr) {
        PlainStream stream(connection.socket);
        converse(connection, stream);
    } else if (const auto stream = tls->wrap(connection.socket)) {
        converse(connection, *stream);
    }
}

void HttpServer::Private::converse(Connection &connection, ByteStream &stream)
{
    boost::beast::flat_buffer buffer;
    for (;;) {
        HttpRequest request;
        bool keepAlive = true;
        if (!readRequest(connection, stream, buffer, request, keepAlive)) {
            return;
        }
        enterPhase(connection, Connection::Phase::Answering);
        const Delivery delivery = handler(request);
        if (!deliver(stream, delivery, request.method == "HEAD", keepAlive)) {
            if (delivery.reset) {
                error_code ignored;
                connection.socket.set_option(asio::socket_base::linger(true, 0), ignored);
            } else if (!delivery.drop && delivery.cutBodyAfter < 0) {
                stream.sendCloseNotify();
            }
            return;
        }
        enterPhase(connection, Connection::Phase::Idle);
    }
}

bool HttpServer::Private::readRequest(Connection &connection, ByteStream &stream,
                                      boost::beast::flat_buffer &buffer, HttpRequest &request,
                                      bool &keepAlive)
{
    http::request_parser<http::string_body> parser;
    parser.body_limit(maxRequestBody);
    parser.header_limit(maxRequestHeader);
    error_code error;
    if (buffer.size() == 0) {
        buffer.commit(stream.read_some(buffer.prepare(firstRead), error));
    }
    if (error) {
        return false;
    }
    enterPhase(connection, Connection::Phase::Receiving);
    http::read_header(stream, buffer, parser, error);
    if (!error && boost::beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        static const std::string proceed = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::write(stream, asio::buffer(proceed), error);
    }
    if (!error) {
        http::read(stream, buffer, parser, error);
    }
    if (!error) {
        keepAlive = parser.get().keep_alive();
        request = toRequest(parser.get(), connection.id);
        return true;
    }
    if (error == http::error::body_limit) {
        deliver(stream, {plain(413, "The request is too large.")}, false, false);
    } else if (error == http::error::header_limit) {
        deliver(stream, {plain(431, "The request's headers are too large.")}, false, false);
    } else if (error.category() == make_error_code(http::error::bad_method).category() &&
               error != http::error::end_of_stream && error != http::error::partial_message) {
        deliver(stream, {plain(400, "That is not HTTP.")}, false, false);
    }
    return false;
}

/// False when the connection must end.
bool HttpServer::Private::deliver(ByteStream &stream, const Delivery &delivery, bool isHead, bool keepAlive)
{
    if (delivery.interimStatus != 0) {
        sendInterim(stream, delivery);
    }
    if (delivery.drop) {
        return false;
    }
    const QByteArray body = isHead ? QByteArray() : delivery.answer.body;
    const bool cut = delivery.cutBodyAfter >= 0 && delivery.cutBodyAfter < body.size();
    const QByteArray bytes =
        head(delivery.answer, keepAlive) + (cut ? body.left(delivery.cutBodyAfter) : body);
    error_code error;
    if (delivery.bytesPerSecond <= 0) {
        asio::write(stream, asio::buffer(bytes.constData(), static_cast<size_t>(bytes.size())), error);
    } else {
        const auto gap = std::chrono::microseconds(1'000'000 * dripChunk / delivery.bytesPerSecond);
        for (qsizetype at = 0; at < bytes.size() && !error; at += dripChunk) {
            const auto size = static_cast<size_t>(std::min<qsizetype>(dripChunk, bytes.size() - at));
            asio::write(stream, asio::buffer(bytes.constData() + at, size), error);
            pause(gap);
        }
    }
    return !error && !cut && keepAlive && !delivery.closeAfter;
}

HttpServer::HttpServer(Handler handler)
    : d(std::make_unique<Private>(std::move(handler)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

bool HttpServer::listen(quint16 port, std::shared_ptr<TlsLayer> tls, QString *error)
{
    d->tls = std::move(tls);
    error_code failure;
    const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
    d->acceptor.emplace(d->context);
    d->acceptor->open(endpoint.protocol(), failure);
    if (!failure) {
#ifndef _WIN32
        d->acceptor->set_option(asio::socket_base::reuse_address(true), failure);
#endif
        d->acceptor->bind(endpoint, failure);
    }
    if (!failure) {
        d->acceptor->listen(asio::socket_base::max_listen_connections, failure);
    }
    if (failure) {
        *error = QStringLiteral("cannot listen on 127.0.0.1:%1: ").arg(port) +
                 QString::fromStdString(failure.message());
        return false;
    }
    d->port = d->acceptor->local_endpoint().port();
    return true;
}

void HttpServer::run()
{
    d->acceptNext();
    d->acceptThread = std::thread([this] { d->context.run(); });
}

quint16 HttpServer::port() const
{
    return d->port;
}

void HttpServer::stop()
{
    {
        const std::lock_guard guard(d->mutex);
        d->isStopping = true;
        for (const auto &connection : d->connections) {
            connection->shutDown();
        }
        d->finished.notify_all();
        d->stopped.notify_all();
    }
    d->context.stop();
    if (d->acceptThread.joinable()) {
        d->acceptThread.join();
    }
    d->acceptor.reset();
    std::list<std::unique_ptr<Connection>> remaining;
    {
        const std::lock_guard guard(d->mutex);
        remaining.swap(d->connections);
        for (const auto &connection : remaining) {
            connection->shutDown(); // one may have been accepted while we waited
        }
    }
    for (const auto &connection : remaining) {
        connection->thread.join();
    }
}

} // namespace numbers::simulator

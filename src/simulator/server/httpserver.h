#pragma once

#include "simulator/server/http.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace numbers::simulator {

class TlsLayer;

/// How an answer goes onto the wire, for better or worse.
struct Delivery
{
    HttpAnswer answer;
    /// Nothing is sent; the connection ends.
    bool drop = false;
    /// End the connection with RST rather than FIN.
    bool reset = false;
    /// Close after this many bytes of the body; negative = send it whole.
    qint64 cutBodyAfter = -1;
    /// 0 = as fast as possible.
    int bytesPerSecond = 0;
    bool closeAfter = false;
    /// Before the answer; 0 = none.
    int interimStatus = 0;
    std::chrono::milliseconds pauseAfterInterim{0};
};

/// A small HTTP/1.1 server on 127.0.0.1 over Boost.Beast: one thread per connection, at most 256 of them.
///
/// Threads make faults simple: a handler may sleep, and a connection can be cut at any byte. When all 256 are
/// taken, the connection that has been kept alive for longest without a request is closed, or one that has
/// never sent a whole request in ten seconds. Otherwise the newcomer waits; nobody who has just connected is
/// closed for another.
class HttpServer
{
public:
    /// Called on the connection's thread, for several connections at a time.
    using Handler = std::function<Delivery(const HttpRequest &)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Port 0 = any; plain HTTP without `tls`. False, and `error` says why, when it cannot listen.
    bool listen(quint16 port, std::shared_ptr<TlsLayer> tls, QString *error);
    [[nodiscard]] quint16 port() const;
    /// Begins to answer; what has connected since listen() is not lost.
    void run();
    /// Closes everything and waits for the threads. Sleeping handlers must have been woken before.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace numbers::simulator

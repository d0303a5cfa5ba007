#include "workspace/connectiontest.h"

#include "net/httpclient.h"
#include "net/networkmanagers.h"
#include "net/urlpolicy.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

QCoro::Task<QList<ConnectionTest>> testConnection(QList<QUrl> servers, net::NetworkSettings settings,
                                                  Clock *clock, CancelToken cancel)
{
    net::RetryPolicy once;
    once.attempts = 1;
    net::HttpClient http(*clock, settings, once);
    QList<ConnectionTest> tests;
    for (const auto &server : servers) {
        ConnectionTest test;
        test.proxy = net::proxyFor(server, settings);
        test.isThisComputer = net::isLoopback(server);
        net::HttpRequest request;
        request.url = server;
        request.pathTemplate = server.path();
        request.lane = u"connection-test"_s;
        auto sending = http.send(std::move(request), cancel);
        const auto answer = co_await std::move(sending);
        test.answer = answer ? Result<std::chrono::milliseconds>(answer->duration)
                             : Result<std::chrono::milliseconds>(failure(answer.error()));
        tests.append(test);
        if (cancel.isCancelled()) {
            break;
        }
    }
    co_return tests;
}

} // namespace numbers::workspace

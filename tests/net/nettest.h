#pragma once

#include "base/canceltoken.h"
#include "base/clock.h"
#include "net/httpclient.h"
#include "support/runtask.h"
#include "support/scriptedserver.h"

#include <QTest>

#include <optional>

namespace numbers::net {

/// Shared by the tests of HttpClient.
inline HttpRequest requestOf(Verb verb, const QUrl &url)
{
    HttpRequest request;
    request.verb = verb;
    request.url = url;
    request.pathTemplate = QStringLiteral("/v1/things/{thing}");
    request.lane = QStringLiteral("test");
    request.provider = Error::Provider::Nixflex;
    if (takesBody(verb)) {
        request.body = SecretString("{\"twilio_token\":\"0123456789abcdef0123456789abcdef\"}");
        request.contentType = "application/json";
    }
    return request;
}

inline Result<HttpResponse> sendAndWait(HttpClient &client, HttpRequest request, CancelToken cancel = {})
{
    return test::runTask(client.send(std::move(request), std::move(cancel)));
}

inline Result<HttpResponse> sendAndWait(HttpClient &client, Verb verb, const QUrl &url)
{
    return sendAndWait(client, requestOf(verb, url));
}

/// Tries again at once, so that tests need no time.
inline RetryPolicy hasty()
{
    RetryPolicy policy;
    policy.base = std::chrono::milliseconds(1);
    policy.longest = std::chrono::milliseconds(5);
    return policy;
}

/// A request under way whose result is looked at later.
class Pending
{
public:
    Pending(HttpClient &client, HttpRequest request, CancelToken cancel = {})
    {
        QCoro::connect(client.send(std::move(request), std::move(cancel)), &m_context,
                       [this](Result<HttpResponse> given) { m_result = std::move(given); });
    }
    Q_DISABLE_COPY_MOVE(Pending)

    [[nodiscard]] bool isDone() const { return m_result.has_value(); }
    [[nodiscard]] const Result<HttpResponse> &result() const { return *m_result; }
    [[nodiscard]] bool isError(Error::Kind kind) const
    {
        return isDone() && !m_result->has_value() && m_result->error().kind == kind;
    }

private:
    QObject m_context;
    std::optional<Result<HttpResponse>> m_result;
};

} // namespace numbers::net

// Macros, so that failures name the line of the test; names of the values in their messages.
#define COMPARE_KIND(result, wanted)                                                                         \
    do {                                                                                                     \
        const auto &givenResult = (result);                                                                  \
        QVERIFY2(!givenResult.has_value(), "it succeeded");                                                  \
        QVERIFY2(givenResult.error().kind == (wanted), qPrintable(givenResult.error().report()));            \
    } while (false)

#define COMPARE_EFFECT(result, wanted)                                                                       \
    do {                                                                                                     \
        const auto &givenResult = (result);                                                                  \
        QVERIFY2(!givenResult.has_value(), "it succeeded");                                                  \
        QVERIFY2(givenResult.error().effect == (wanted), qPrintable(givenResult.error().report()));          \
    } while (false)

#define VERIFY_ANSWER(result, wanted)                                                                        \
    do {                                                                                                     \
        const auto &givenResult = (result);                                                                  \
        QVERIFY2(givenResult.has_value(), givenResult ? "" : qPrintable(givenResult.error().report()));      \
        QCOMPARE(givenResult->status, wanted);                                                               \
    } while (false)

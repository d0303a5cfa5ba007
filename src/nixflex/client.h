#pragma once

#include "base/canceltoken.h"
#include "base/nixflexkey.h"
#include "base/result.h"
#include "net/httpclient.h"
#include "nixflex/request.h"
#include "nixflex/types.h"
#include "twilio/types.h"

#include <QCoro/QCoroTask>
#include <QList>
#include <QUrl>

namespace numbers::nixflex {

/// What an import sends. `customPrompt`: the optional business profile, at most 8,000 characters.
struct ImportRequest
{
    PhoneNumber phoneNumber;
    twilio::Credentials credentials;
    AgentId agentId;
    QString customPrompt;
    QByteArray idempotencyKey;
};

constexpr int longestCustomPrompt = 8000;

/// Nixflex's REST API as typed calls. Same thread as its HttpClient.
///
/// Errors carry `error.code`, the request id and Provider::Nixflex. A 401 is told apart by code: our key, or
/// the customer's Twilio pair; see nixflex/errors.h. Every call can also return the HttpClient's errors and
/// BadReply.
class Client
{
public:
    /// Called with each page's new numbers as they come.
    using OnPage = std::function<void(const QList<Number> &page)>;

    Client(net::HttpClient &http, QUrl baseUrl, NixflexKey key);

    [[nodiscard]] const NixflexKey &key() const { return m_key; }
    [[nodiscard]] QString lane() const;

    /// GET /v1/usage: the cheapest check of the key.
    [[nodiscard]] QCoro::Task<Result<Usage>> fetchUsage(CancelToken cancel);
    /// Paged or bare, object or array: contracts differ, all are read. A row that cannot be read is left out.
    [[nodiscard]] QCoro::Task<Result<AgentList>> listAgents(CancelToken cancel);
    /// GET /v1/agents/{id}. An empty optional when there is none with this id (404).
    [[nodiscard]] QCoro::Task<Result<std::optional<Agent>>> fetchAgent(AgentId id, CancelToken cancel);
    /// A row that cannot be read is left out.
    [[nodiscard]] QCoro::Task<Result<NumberList>> listNumbers(OnPage onPage, CancelToken cancel);
    /// There is no call for one number: reads the list until it is found.
    [[nodiscard]] QCoro::Task<Result<NumberPresence>> lookUpNumber(PhoneNumber number, CancelToken cancel);
    /// The same among the numbers of one agent, which works where the whole list is cut off. Proves at most
    /// that the number is not at this agent.
    [[nodiscard]] QCoro::Task<Result<NumberPresence>> lookUpNumberAt(AgentId agent, PhoneNumber number,
                                                                     CancelToken cancel);
    /// POST /v1/phone-numbers. Overwrites the number's webhooks at Twilio. Never resent after a lost answer.
    [[nodiscard]] QCoro::Task<Result<Number>> importNumber(ImportRequest request, CancelToken cancel);
    /// DELETE /v1/phone-numbers/{number}. Clears the number's webhooks at Twilio; does not release it.
    [[nodiscard]] QCoro::Task<Result<void>> deleteNumber(PhoneNumber number, QByteArray idempotencyKey,
                                                         CancelToken cancel);
    /// PATCH /v1/phone-numbers/{number} with the business profile; an empty one is sent as null, which clears
    /// it. The answer is the number as it is then. Works from the next call or text on. Never resent after a
    /// lost answer, like every write whose verb is not idempotent.
    [[nodiscard]] QCoro::Task<Result<Number>> updateNumber(PhoneNumber number, QString customPrompt,
                                                           QByteArray idempotencyKey, CancelToken cancel);

private:
    [[nodiscard]] QCoro::Task<Result<NumberList>> readNumbers(std::optional<AgentId> agent, OnPage onPage,
                                                              std::function<bool()> isWanted,
                                                              CancelToken cancel);
    [[nodiscard]] QCoro::Task<Result<NumberPresence>> lookUp(std::optional<AgentId> agent, PhoneNumber number,
                                                             CancelToken cancel);
    [[nodiscard]] Call call() const;

    net::HttpClient &m_http;
    QUrl m_baseUrl;
    NixflexKey m_key;
    std::shared_ptr<const SecretString> m_authorization;
};

} // namespace numbers::nixflex

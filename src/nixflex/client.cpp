#include "nixflex/client.h"

#include "base/jsonreader.h"
#include "nixflex/decoding.h"
#include "nixflex/pages.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::nixflex {

namespace {

/// A server that does not page returns at most so many (nixflex-node: stage3.ts, agents.ts).
constexpr qsizetype numbersCap = 1000;
constexpr qsizetype agentsCap = 200;

QString encodedNumber(const PhoneNumber &number)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(number.e164()));
}

Error promptTooLong(qsizetype characters)
{
    Error error =
        Error::make(Error::Kind::Invalid,
                    QCoreApplication::translate("numbers::nixflex::Client",
                                                "The business profile has %1 characters; Nixflex takes at "
                                                "most %2.")
                        .arg(characters)
                        .arg(longestCustomPrompt));
    error.provider = Error::Provider::Nixflex;
    error.providerCode = u"custom_prompt_too_long"_s;
    return error;
}

/// The number in the answer to a write. Where it is not the one that was written to, whether that was
/// executed is found out by reading.
Result<Number> writtenNumber(const Result<net::HttpResponse> &answer, net::Verb verb,
                             const PhoneNumber &wanted)
{
    const auto document = documentOf(answer, verb);
    if (!document) {
        return failure(document.error());
    }
    auto number = decodeNumber(document->object().value(u"phone_number"_s).toObject());
    const bool isTheOne = number && number->phoneNumber == wanted;
    if (!isTheOne) {
        const QString problem =
            number ? u"phone_number.phone_number is another number"_s : number.error().detail;
        return failure(unexpected(*answer, verb, problem));
    }
    number->requestId = answer->requestId;
    return number;
}

} // namespace

Client::Client(net::HttpClient &http, QUrl baseUrl, NixflexKey key)
    : m_http(http)
    , m_baseUrl(std::move(baseUrl))
    , m_key(std::move(key))
{
    const SecretString pair = m_key.joined();
    m_authorization = std::make_shared<const SecretString>(SecretString::joined({"Bearer ", pair.reveal()}));
}

QString Client::lane() const
{
    return u"nixflex:"_s + m_key.keyId();
}

Call Client::call() const
{
    return {m_baseUrl, m_authorization, lane()};
}

QCoro::Task<Result<Usage>> Client::fetchUsage(CancelToken cancel)
{
    const QString path = u"/v1/usage"_s;
    const Call call = this->call();
    net::HttpRequest request = requestOf(call, net::Verb::Get, path, path);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto document = documentOf(answer, net::Verb::Get);
    if (!document) {
        co_return failure(document.error());
    }
    if (!document->isObject()) {
        const QString problem = u"usage is no object"_s;
        co_return failure(unexpected(*answer, net::Verb::Get, problem));
    }
    co_return decodeUsage(document->object());
}

QCoro::Task<Result<AgentList>> Client::listAgents(CancelToken cancel)
{
    const auto list = std::make_shared<AgentList>();
    const auto seen = std::make_shared<QSet<AgentId>>();
    const TakeRow takeRow = [list, seen](const QJsonObject &row) -> Result<QString> {
        auto agent = decodeAgent(row);
        if (!agent) {
            return failure(agent.error());
        }
        const QString id = agent->id.toString();
        if (!seen->contains(agent->id)) {
            seen->insert(agent->id);
            list->agents.append(*std::move(agent));
        }
        return id;
    };
    const OnPageRead goesOn = [] { return true; };
    const Call call = this->call();
    const PagedList pages{u"/v1/agents"_s, {}, u"agents"_s, u"agent_id"_s, agentsCap};
    auto state = co_await readPages(m_http, call, pages, takeRow, goesOn, cancel);
    if (!state) {
        co_return failure(state.error());
    }
    list->state = *std::move(state);
    co_return std::move(*list);
}

QCoro::Task<Result<std::optional<Agent>>> Client::fetchAgent(AgentId id, CancelToken cancel)
{
    const QString path = u"/v1/agents/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id.toString()));
    net::HttpRequest request = requestOf(call(), net::Verb::Get, path, u"/v1/agents/{id}"_s);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    const auto document = documentOf(answer, net::Verb::Get);
    if (!document && document.error().kind == Error::Kind::NotFound) {
        co_return std::optional<Agent>();
    }
    if (!document) {
        co_return failure(document.error());
    }
    const QJsonValue wrapped = document->object().value(u"agent"_s);
    auto agent = decodeAgent(wrapped.isObject() ? wrapped.toObject() : document->object());
    if (!agent) {
        co_return failure(agent.error());
    }
    if (agent->id != id) {
        const QString problem = u"agent_id is another agent"_s;
        co_return failure(unexpected(*answer, net::Verb::Get, problem));
    }
    co_return std::optional(*std::move(agent));
}

QCoro::Task<Result<NumberList>> Client::listNumbers(OnPage onPage, CancelToken cancel)
{
    const std::function<bool()> isWanted = [] { return true; };
    return readNumbers({}, std::move(onPage), isWanted, std::move(cancel));
}

QCoro::Task<Result<NumberList>> Client::readNumbers(std::optional<AgentId> agent, OnPage onPage,
                                                    std::function<bool()> isWanted, CancelToken cancel)
{
    const auto list = std::make_shared<NumberList>();
    const auto places = std::make_shared<QHash<PhoneNumber, qsizetype>>();
    const auto page = std::make_shared<QList<Number>>();
    const TakeRow takeRow = [list, places, page](const QJsonObject &row) -> Result<QString> {
        auto number = decodeNumber(row);
        if (!number) {
            return failure(number.error());
        }
        const QString id = number->phoneNumber.e164();
        if (const auto place = places->constFind(number->phoneNumber); place != places->constEnd()) {
            list->numbers[*place] = *std::move(number); // The later word counts.
        } else {
            places->insert(number->phoneNumber, list->numbers.size());
            page->append(*number);
            list->numbers.append(*std::move(number));
        }
        return id;
    };
    const OnPageRead goesOn = [page, onPage, isWanted] {
        const QList<Number> fresh = std::exchange(*page, {});
        if (onPage && !fresh.isEmpty()) {
            onPage(fresh);
        }
        return isWanted();
    };
    const Call call = this->call();
    PagedList pages{u"/v1/phone-numbers"_s, {}, u"phone_numbers"_s, u"phone_number"_s, numbersCap};
    if (agent) {
        pages.filter.addQueryItem(u"agent_id"_s,
                                  QString::fromLatin1(QUrl::toPercentEncoding(agent->toString())));
    }
    auto state = co_await readPages(m_http, call, pages, takeRow, goesOn, cancel);
    if (!state) {
        co_return failure(state.error());
    }
    list->state = *std::move(state);
    co_return std::move(*list);
}

QCoro::Task<Result<NumberPresence>> Client::lookUp(std::optional<AgentId> agent, PhoneNumber number,
                                                   CancelToken cancel)
{
    const auto found = std::make_shared<std::optional<Number>>();
    const OnPage onPage = [found, number](const QList<Number> &page) {
        const auto row = std::find_if(page.begin(), page.end(), [&number](const Number &candidate) {
            return candidate.phoneNumber == number;
        });
        if (row != page.end()) {
            *found = *row;
        }
    };
    const std::function<bool()> isWanted = [found] { return !found->has_value(); };
    auto list = co_await readNumbers(agent, onPage, isWanted, cancel);
    if (!list) {
        co_return failure(list.error());
    }
    NumberPresence presence;
    presence.number = std::move(*found);
    presence.isAbsenceProven = !presence.number && list->state.isComplete();
    presence.state = std::move(list->state);
    co_return presence;
}

QCoro::Task<Result<NumberPresence>> Client::lookUpNumber(PhoneNumber number, CancelToken cancel)
{
    return lookUp({}, std::move(number), std::move(cancel));
}

QCoro::Task<Result<NumberPresence>> Client::lookUpNumberAt(AgentId agent, PhoneNumber number,
                                                           CancelToken cancel)
{
    return lookUp(std::move(agent), std::move(number), std::move(cancel));
}

QCoro::Task<Result<Number>> Client::importNumber(ImportRequest wanted, CancelToken cancel)
{
    if (wanted.customPrompt.size() > longestCustomPrompt) {
        co_return failure(promptTooLong(wanted.customPrompt.size()));
    }
    if (!wanted.credentials.isComplete()) {
        co_return failure(Error::make(Error::Kind::Internal, {}, u"import without credentials"_s));
    }
    const QString path = u"/v1/phone-numbers"_s;
    const Call call = this->call();
    net::HttpRequest request = requestOf(call, net::Verb::Post, path, path);
    request.contentType = "application/json";
    request.idempotencyKey = wanted.idempotencyKey;
    request.body = importBody(wanted.phoneNumber, wanted.credentials.accountSid.toString(),
                              *wanted.credentials.authToken, wanted.agentId, wanted.customPrompt);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    co_return writtenNumber(answer, net::Verb::Post, wanted.phoneNumber);
}

QCoro::Task<Result<void>> Client::deleteNumber(PhoneNumber number, QByteArray idempotencyKey,
                                               CancelToken cancel)
{
    const Call call = this->call();
    net::HttpRequest request =
        requestOf(call, net::Verb::Delete, u"/v1/phone-numbers/"_s + encodedNumber(number),
                  u"/v1/phone-numbers/{number}"_s);
    request.idempotencyKey = std::move(idempotencyKey);
    const auto answer = co_await m_http.send(std::move(request), cancel);
    if (answer && answer->isSuccess() && answer->body.trimmed().isEmpty()) {
        co_return Result<void>{}; // 204: other APIs answer so, and there is nothing to doubt.
    }
    const auto document = documentOf(answer, net::Verb::Delete);
    if (!document) {
        co_return failure(document.error());
    }
    const QJsonValue row = document->object().value(u"phone_number"_s);
    if (row[u"phone_number"_s].toString() != number.e164() || !row[u"deleted"_s].toBool(true)) {
        const QString problem = u"phone_number is another number, or was not deleted"_s;
        co_return failure(unexpected(*answer, net::Verb::Delete, problem));
    }
    co_return Result<void>{};
}

QCoro::Task<Result<Number>> Client::updateNumber(PhoneNumber number, QString customPrompt,
                                                 QByteArray idempotencyKey, CancelToken cancel)
{
    if (customPrompt.size() > longestCustomPrompt) {
        co_return failure(promptTooLong(customPrompt.size()));
    }
    const Call call = this->call();
    net::HttpRequest request =
        requestOf(call, net::Verb::Patch, u"/v1/phone-numbers/"_s + encodedNumber(number),
                  u"/v1/phone-numbers/{number}"_s);
    request.contentType = "application/json";
    request.idempotencyKey = std::move(idempotencyKey);
    const QJsonValue text = customPrompt.isEmpty() ? QJsonValue() : QJsonValue(customPrompt);
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"custom_prompt"_s, text}}).toJson(QJsonDocument::Compact);
    request.body = SecretString(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
    const auto answer = co_await m_http.send(std::move(request), cancel);
    co_return writtenNumber(answer, net::Verb::Patch, number);
}

} // namespace numbers::nixflex

#include "nixflex/client.h"

#include "base/jsonreader.h"
#include "nixflex/decoding.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::nixflex {

namespace {

constexpr int pageSize = 100;
/// A server that ignores paging returns at most so many (nixflex-node, stage3.ts).
constexpr qsizetype unpagedCap = 1000;
constexpr int mostPages = 10'000;

struct Call
{
    QUrl base;
    std::shared_ptr<const SecretString> authorization;
    QString lane;
};

/// `encodedPath` is percent-encoded already, since "+" must arrive as %2B.
net::HttpRequest requestOf(const Call &call, net::Verb verb, const QString &encodedPath,
                           const QString &pathTemplate, const QUrlQuery &query = {})
{
    QByteArray url = call.base.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString prefix = call.base.path(QUrl::FullyEncoded);
    while (prefix.endsWith(u'/')) {
        prefix.chop(1);
    }
    url += prefix.toLatin1() + encodedPath.toLatin1();
    net::HttpRequest request;
    request.verb = verb;
    request.url = QUrl::fromEncoded(url, QUrl::StrictMode);
    if (!query.isEmpty()) {
        request.url.setQuery(query);
    }
    request.pathTemplate = pathTemplate;
    request.authorization = call.authorization;
    request.lane = call.lane;
    request.provider = Error::Provider::Nixflex;
    return request;
}

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

QUrlQuery pageQuery(qsizetype offset)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, QString::number(pageSize));
    query.addQueryItem(u"offset"_s, QString::number(offset));
    return query;
}

/// A list in pages, whether or not the server pages. `onRows` gets the rows of a page and tells how many were
/// new; false from `isWanted` ends it. Gives the number of rows in the largest page.
QCoro::Task<Result<qsizetype>> readPages(net::HttpClient &http, Call call, QString path, QString key,
                                         std::function<Result<qsizetype>(const QJsonArray &)> onRows,
                                         std::function<bool()> isWanted, CancelToken cancel)
{
    qsizetype offset = 0;
    qsizetype largest = 0;
    for (int pages = 0; pages < mostPages; ++pages) {
        const QUrlQuery query = pageQuery(offset);
        net::HttpRequest request = requestOf(call, net::Verb::Get, path, path, query);
        const auto answer = co_await http.send(std::move(request), cancel);
        const auto document = documentOf(answer, net::Verb::Get);
        if (!document) {
            co_return failure(document.error());
        }
        const auto rows = rowsOf(*document, key);
        if (!rows) {
            co_return failure(rows.error());
        }
        const auto fresh = onRows(*rows);
        if (!fresh) {
            co_return failure(fresh.error());
        }
        largest = std::max(largest, rows->size());
        offset += rows->size();
        // More than asked for: the server does not page, so this was all. Fewer: the end, unless it counts
        // more than it gave (`count` is the total, or the size of this page).
        const int count = document->object().value(u"count"_s).toInt();
        const bool isLast = rows->size() > pageSize || (rows->size() < pageSize && count <= offset);
        if (isLast || *fresh == 0 || !isWanted()) {
            co_return largest;
        }
    }
    Error error = badReply(u"%1: the list has no end"_s.arg(key));
    error.provider = Error::Provider::Nixflex;
    error.effect = Error::Effect::Answered;
    co_return failure(error);
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

QCoro::Task<Result<Usage>> Client::fetchUsage(CancelToken cancel)
{
    const QString path = u"/v1/usage"_s;
    const Call call{m_baseUrl, m_authorization, lane()};
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

QCoro::Task<Result<QList<Agent>>> Client::listAgents(CancelToken cancel)
{
    const Call call{m_baseUrl, m_authorization, lane()};
    const auto agents = std::make_shared<QList<Agent>>();
    const auto seen = std::make_shared<QSet<AgentId>>();
    const auto onRows = [agents, seen](const QJsonArray &rows) -> Result<qsizetype> {
        qsizetype fresh = 0;
        for (const auto &row : rows) {
            auto agent = decodeAgent(row.toObject());
            if (!agent) {
                return failure(agent.error());
            }
            if (!seen->contains(agent->id)) {
                seen->insert(agent->id);
                agents->append(std::move(*agent));
                ++fresh;
            }
        }
        return fresh;
    };
    const std::function<Result<qsizetype>(const QJsonArray &)> handler = onRows;
    const std::function<bool()> isWanted = [] { return true; };
    const QString path = u"/v1/agents"_s;
    const QString key = u"agents"_s;
    const auto done = co_await readPages(m_http, call, path, key, handler, isWanted, cancel);
    if (!done) {
        co_return failure(done.error());
    }
    co_return *agents;
}

QCoro::Task<Result<NumberList>> Client::listNumbers(OnPage onPage, CancelToken cancel)
{
    const std::function<bool()> isWanted = [] { return true; };
    return readNumbers(std::move(onPage), isWanted, cancel);
}

QCoro::Task<Result<NumberList>> Client::readNumbers(OnPage onPage, std::function<bool()> isWanted,
                                                    CancelToken cancel)
{
    const Call call{m_baseUrl, m_authorization, lane()};
    const auto list = std::make_shared<NumberList>();
    const auto seen = std::make_shared<QSet<PhoneNumber>>();
    const std::function<Result<qsizetype>(const QJsonArray &)> handler =
        [list, seen, onPage](const QJsonArray &rows) -> Result<qsizetype> {
        QList<Number> fresh;
        for (const auto &row : rows) {
            auto number = decodeNumber(row.toObject());
            if (!number) {
                return failure(number.error());
            }
            if (!seen->contains(number->phoneNumber)) {
                seen->insert(number->phoneNumber);
                fresh.append(std::move(*number));
            }
        }
        list->numbers.append(fresh);
        if (onPage && !fresh.isEmpty()) {
            onPage(fresh);
        }
        return fresh.size();
    };
    const QString path = u"/v1/phone-numbers"_s;
    const QString key = u"phone_numbers"_s;
    const auto largest = co_await readPages(m_http, call, path, key, handler, isWanted, cancel);
    if (!largest) {
        co_return failure(largest.error());
    }
    list->isPossiblyIncomplete = *largest == unpagedCap;
    co_return *list;
}

QCoro::Task<Result<std::optional<Number>>> Client::findNumber(PhoneNumber number, CancelToken cancel)
{
    const auto found = std::make_shared<std::optional<Number>>();
    const OnPage onPage = [found, number](const QList<Number> &page) {
        for (const Number &candidate : page) {
            if (candidate.phoneNumber == number) {
                *found = candidate;
            }
        }
    };
    const std::function<bool()> isWanted = [found] { return !found->has_value(); };
    const auto list = co_await readNumbers(onPage, isWanted, cancel);
    if (!list) {
        co_return failure(list.error());
    }
    co_return *found;
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
    const Call call{m_baseUrl, m_authorization, lane()};
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
    const Call call{m_baseUrl, m_authorization, lane()};
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
    const Call call{m_baseUrl, m_authorization, lane()};
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

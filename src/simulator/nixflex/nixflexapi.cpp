#include "simulator/nixflex/nixflexapi.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

constexpr qsizetype mostIdempotencyKeyBytes = 255;

QString typeOf(int status)
{
    switch (status) {
    case 401:
        return u"authentication_error"_s;
    case 402:
        return u"payment_required"_s;
    case 403:
        return u"permission_error"_s;
    case 404:
        return u"not_found"_s;
    case 409:
        return u"conflict"_s;
    case 429:
        return u"rate_limit_error"_s;
    case 502:
        return u"provider_error"_s;
    default:
        return status >= 500 ? u"server_error"_s : u"invalid_request"_s;
    }
}

bool isRead(const HttpRequest &request)
{
    return request.method == "GET" || request.method == "HEAD";
}

/// One of Nixflex's limits: so many requests of one kind and key in a window.
struct RateLimit
{
    QString bucket;
    int limit = 0;
    qint64 windowMs = 0;
};

bool isNewKey(const HttpRequest &request)
{
    return request.method == "POST" && request.rawPath() == "/v1/keys";
}

/// The limit that a request with this key is counted against.
RateLimit limitFor(const SharedWorld &world, const HttpRequest &request, const QString &keyId)
{
    if (isNewKey(request)) {
        // No key yet, so the limit is per address: 10 an hour.
        return {u"new keys"_s, 10, 3'600'000};
    }
    const SimulatorOptions &options = world.options();
    return isRead(request) ? RateLimit{u"r "_s + keyId, options.readsPerWindow, options.window.count()}
                           : RateLimit{u"w "_s + keyId, options.writesPerWindow, options.window.count()};
}

void setLimitHeaders(const RateLimit &limit, const RateWindow &window, HttpAnswer &answer)
{
    const qint64 end = window.start + limit.windowMs;
    answer.setHeader("X-RateLimit-Limit", QByteArray::number(limit.limit));
    answer.setHeader("X-RateLimit-Remaining", QByteArray::number(limit.limit - window.used));
    answer.setHeader("X-RateLimit-Reset", QByteArray::number((end + 999) / 1000));
}

/// Counts the request in the running window; the refusal when the window is used up.
std::optional<HttpAnswer> spend(SharedWorld &world, const RateLimit &limit)
{
    const qint64 now = world.now();
    const std::lock_guard lock(world.rateMutex);
    RateWindow &window = world.rateWindows[limit.bucket];
    if (now - window.start >= limit.windowMs || now < window.start) {
        window = {now, 0};
    }
    if (window.used < limit.limit) {
        ++window.used;
        return std::nullopt;
    }
    const qint64 seconds = std::max<qint64>((window.start + limit.windowMs - now + 999) / 1000, 1);
    HttpAnswer refusal =
        nixflexError(429, u"rate_limit_exceeded"_s, u"Rate limit exceeded. Try again in %1 s."_s.arg(seconds),
                     {{u"retry_after"_s, seconds}});
    refusal.setHeader("Retry-After", QByteArray::number(seconds));
    return refusal;
}

/// The two halves of `Authorization: Bearer KEY_ID:KEY_SECRET`; empty where there is none.
std::pair<QString, QString> keyPairIn(const HttpRequest &request)
{
    const QByteArray header = request.header("Authorization");
    const QString pair =
        header.toLower().startsWith("bearer ") ? QString::fromUtf8(header.mid(7).trimmed()) : QString();
    const qsizetype colon = pair.indexOf(u':');
    return colon < 0 ? std::pair{pair, QString()} : std::pair{pair.left(colon), pair.mid(colon + 1)};
}

std::optional<HttpAnswer> authenticate(NixflexCall &call)
{
    const auto [keyId, secret] = keyPairIn(call.request);
    if (!keyId.isEmpty() && secret.isEmpty()) {
        return nixflexError(401, u"key_secret_required"_s, u"Send the key as key_id:key_secret."_s);
    }
    const NixflexKeyPair *key = call.data.key(keyId);
    if (key == nullptr || key->keySecret != secret) {
        return nixflexError(401, u"invalid_api_key"_s, u"The API key is missing, wrong or revoked."_s);
    }
    call.keyId = key->keyId;
    call.customer = key->customer;
    return std::nullopt;
}

/// Checks and reads the JSON body of a POST, PUT or PATCH.
std::optional<HttpAnswer> readBody(NixflexCall &call)
{
    if (isRead(call.request) || (call.request.method == "DELETE" && call.request.body.isEmpty())) {
        return std::nullopt;
    }
    const QByteArray type = call.request.header("Content-Type").toLower();
    if (type.split(';').first().trimmed() != "application/json") {
        return nixflexError(400, u"invalid_content_type"_s, u"Send Content-Type: application/json."_s);
    }
    if (call.request.body.isEmpty()) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (!document.isObject()) {
        return nixflexError(400, u"invalid_json"_s, u"The request body is not a JSON object."_s);
    }
    call.body = document.object();
    return std::nullopt;
}

HttpAnswer usage(const NixflexCall &call)
{
    const auto query = call.request.query();
    if (call.modes.usageShape == UsageShape::Documented) {
        return HttpAnswer::json(
            200,
            QJsonObject{{u"period"_s, field(query, u"period"_s).value_or(u"month"_s)},
                        {u"since"_s, field(query, u"since"_s).value_or(u"2025-01-01"_s)},
                        {u"until"_s, field(query, u"until"_s).value_or(u"2025-01-31"_s)},
                        {u"calls"_s,
                         QJsonObject{{u"total"_s, 1'284}, {u"minutes"_s, 551.54}, {u"cost_usd"_s, 44.12}}},
                        {u"sms"_s, QJsonObject{{u"total"_s, 690}, {u"cost_usd"_s, 5.52}}},
                        {u"balance"_s, QJsonObject{{u"credit_usd"_s, call.modes.creditUsd}}}});
    }
    const qint64 windowMs = std::max<qint64>(call.options.window.count(), 1);
    return HttpAnswer::json(
        200, QJsonObject{{u"plan"_s, u"starter"_s},
                         {u"total_calls"_s, 1'284},
                         {u"total_minutes"_s, 551.54},
                         {u"total_cost"_s, 49.64},
                         {u"rate_limit_per_minute"_s,
                          static_cast<qint64>(call.options.readsPerWindow) * 60'000 / windowMs},
                         {u"max_concurrent"_s, 10},
                         {u"peak_concurrent_this_month"_s, 4},
                         {u"rejected_at_cap_this_month"_s, 0}});
}

QJsonObject keyJson(const NixflexKeyPair &key, const QString &message)
{
    return {{u"message"_s, message}, {u"key_id"_s, key.keyId}, {u"key_secret"_s, key.keySecret}};
}

QString newSecret(WorldData &data)
{
    return data.newSid(u"nxfs_"_s) + data.newSid({});
}

HttpAnswer createKey(NixflexCall &call)
{
    if (auto refusal = readBody(call)) {
        return *refusal;
    }
    static constexpr std::array<FieldType, 2> types{
        {{"name"_L1, QJsonValue::String, true}, {"email"_L1, QJsonValue::String, true}}};
    if (auto refusal = checkTypes(call.body, types)) {
        return *refusal;
    }
    call.isChanged = true;
    // Every new key opens an account of its own.
    const NixflexKeyPair key{call.data.newSid(u"nxf_"_s), newSecret(call.data),
                             call.data.newSid(u"customer-"_s)};
    call.data.keys.append(key);
    return HttpAnswer::json(201, keyJson(key, u"API key created. The secret is shown once."_s));
}

HttpAnswer rotateKey(NixflexCall &call)
{
    NixflexKeyPair *key = call.data.key(call.keyId);
    key->keySecret = newSecret(call.data);
    call.isChanged = true;
    return HttpAnswer::json(200, keyJson(*key, u"The old secret has stopped working."_s));
}

HttpAnswer route(NixflexCall &call)
{
    const QString resource = call.rest.value(0);
    if (resource == "phone-numbers"_L1) {
        return phoneNumbers(call);
    }
    if (resource == "agents"_L1) {
        return agents(call);
    }
    if (resource == "integrations"_L1) {
        return integrations(call);
    }
    if (resource == "usage"_L1 && call.rest.size() == 1 && isRead(call.request)) {
        return usage(call);
    }
    if (resource == "keys"_L1 && call.rest.value(1) == "rotate"_L1 && call.request.method == "POST") {
        return rotateKey(call);
    }
    return nothingHere();
}

/// Replays the stored answer of a write with the same Idempotency-Key, or carries it out and stores what came
/// of it.
HttpAnswer routeOnce(NixflexCall &call)
{
    const QByteArray key = call.request.header("Idempotency-Key");
    if (key.isEmpty() || isRead(call.request)) {
        return route(call);
    }
    if (key.size() > mostIdempotencyKeyBytes) {
        return nixflexError(400, u"invalid_field"_s, u"The Idempotency-Key is too long."_s);
    }
    const QString stored = call.keyId + u' ' + QString::fromUtf8(key);
    const QByteArray fingerprint =
        QCryptographicHash::hash(call.request.method + ' ' + call.request.target + '\n' + call.request.body,
                                 QCryptographicHash::Sha256);
    const auto found = call.data.answers.constFind(stored);
    if (found != call.data.answers.constEnd()) {
        if (found->fingerprint != fingerprint) {
            return nixflexError(409, u"idempotency_conflict"_s,
                                u"This Idempotency-Key was used for another request."_s);
        }
        HttpAnswer answer;
        answer.status = found->status;
        answer.body = found->body;
        answer.setHeader("Idempotent-Replayed", "true");
        return answer;
    }
    HttpAnswer answer = route(call);
    call.data.answers.insert(stored, {fingerprint, answer.status, answer.body});
    call.isChanged = true;
    return answer;
}

HttpAnswer answerSigned(SharedWorld &world, NixflexCall &call)
{
    if (auto refusal = authenticate(call)) {
        return *refusal;
    }
    if (auto refusal = spend(world, limitFor(world, call.request, call.keyId))) {
        return *refusal;
    }
    if (auto refusal = readBody(call)) {
        return *refusal;
    }
    return routeOnce(call);
}

QString nameOf(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Bool:
        return u"true or false"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    default:
        return u"an object"_s;
    }
}

} // namespace

HttpAnswer nixflexError(int status, const QString &code, const QString &message, const QJsonObject &details)
{
    return HttpAnswer::json(
        status, QJsonObject{{u"error"_s, QJsonObject{{u"type"_s, typeOf(status)},
                                                     {u"code"_s, code},
                                                     {u"message"_s, message},
                                                     {u"doc_url"_s,
                                                      u"https://docs.nixflex.com/reference/errors#"_s + code},
                                                     {u"details"_s, details}}}});
}

HttpAnswer nothingHere()
{
    return nixflexError(404, u"not_found"_s, u"There is nothing at this address."_s);
}

HttpAnswer numberNotFound()
{
    return nixflexError(404, u"number_not_found"_s, u"This phone number is not on your account."_s);
}

QString nixflexTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

std::optional<HttpAnswer> checkTypes(const QJsonObject &body, std::span<const FieldType> fields)
{
    for (const FieldType &field : fields) {
        const QJsonValue value = body.value(field.name);
        const bool isGood =
            value.isUndefined() || value.type() == field.type || (value.isNull() && field.isNullable);
        if (!isGood) {
            return nixflexError(400, u"invalid_field"_s,
                                u"%1 must be %2."_s.arg(QString(field.name), nameOf(field.type)),
                                {{u"field"_s, QString(field.name)}});
        }
    }
    return std::nullopt;
}

ListPart::ListPart(int limit, int offset, int mostRows)
    : m_limit(limit)
    , m_offset(offset)
    , m_mostRows(mostRows)
{
}

void ListPart::addOdd(const QJsonArray &items)
{
    for (const auto &item : items) {
        add([&item] { return QJsonValue(item); });
    }
}

void addRateLimitHeaders(SharedWorld &world, const HttpRequest &request, HttpAnswer &answer)
{
    const auto hasLimit = [](const auto &header) {
        return header.first.compare("X-RateLimit-Limit", Qt::CaseInsensitive) == 0;
    };
    if (std::any_of(answer.headers.begin(), answer.headers.end(), hasLimit)) {
        return;
    }
    const RateLimit limit = limitFor(world, request, keyPairIn(request).first);
    const qint64 now = world.now();
    const std::lock_guard lock(world.rateMutex);
    RateWindow window = world.rateWindows.value(limit.bucket);
    if (now - window.start >= limit.windowMs || now < window.start) {
        window = {now, 0}; // None is running: this is how the next one begins.
    }
    setLimitHeaders(limit, window, answer);
}

HttpAnswer answerNixflex(SharedWorld &world, const HttpRequest &request)
{
    HttpAnswer answer;
    const QStringList path = request.segments(HttpRequest::Plus::Blank);
    if (path.value(0) != "v1"_L1) {
        answer = nothingHere();
    } else {
        world.changeIf([&](WorldData &data) {
            NixflexCall call{data, request, world.options(), data.modes, world.now()};
            call.rest = path.mid(1);
            if (isNewKey(request)) {
                const auto refusal = spend(world, limitFor(world, request, {}));
                answer = refusal ? *refusal : createKey(call);
            } else {
                answer = answerSigned(world, call);
            }
            return call.isChanged;
        });
    }
    addRateLimitHeaders(world, request, answer);
    return answer;
}

} // namespace numbers::simulator

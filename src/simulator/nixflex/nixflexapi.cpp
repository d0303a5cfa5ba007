#include "simulator/nixflex/nixflexapi.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

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

/// Counts the request in the running window; false when the window is used up.
bool spend(SharedWorld &world, const QString &bucket, int limit, qint64 windowMs, HttpAnswer &headers)
{
    const qint64 now = world.now();
    const std::lock_guard lock(world.rateMutex);
    RateWindow &window = world.rateWindows[bucket];
    if (now - window.start >= windowMs || now < window.start) {
        window = {now, 0};
    }
    const bool allowed = window.used < limit;
    if (allowed) {
        ++window.used;
    }
    const qint64 end = window.start + windowMs;
    headers.setHeader("X-RateLimit-Limit", QByteArray::number(limit));
    headers.setHeader("X-RateLimit-Remaining", QByteArray::number(limit - window.used));
    headers.setHeader("X-RateLimit-Reset", QByteArray::number((end + 999) / 1000));
    if (!allowed) {
        const qint64 seconds = std::max<qint64>((end - now + 999) / 1000, 1);
        const auto limits = headers.headers;
        headers = nixflexError(429, u"rate_limit_exceeded"_s,
                               u"Rate limit exceeded. Try again in %1 s."_s.arg(seconds),
                               {{u"retry_after"_s, seconds}});
        headers.headers = limits;
        headers.setHeader("Retry-After", QByteArray::number(seconds));
    }
    return allowed;
}

std::optional<HttpAnswer> authenticate(NixflexCall &call)
{
    const QByteArray header = call.request.header("Authorization");
    const QString pair =
        header.toLower().startsWith("bearer ") ? QString::fromUtf8(header.mid(7).trimmed()) : QString();
    const qsizetype colon = pair.indexOf(u':');
    if (!pair.isEmpty() && (colon < 0 || colon == pair.size() - 1)) {
        return nixflexError(401, u"key_secret_required"_s, u"Send the key as key_id:key_secret."_s);
    }
    const NixflexKeyPair *key = call.data.key(pair.left(std::max<qsizetype>(colon, 0)));
    if (key == nullptr || key->keySecret != pair.mid(colon + 1)) {
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
    return nixflexError(404, u"not_found"_s, u"There is nothing at this address."_s);
}

/// Replays the stored answer of a write with the same Idempotency-Key, or carries it out and stores what came
/// of it.
HttpAnswer routeOnce(NixflexCall &call)
{
    const QByteArray key = call.request.header("Idempotency-Key");
    if (key.isEmpty() || isRead(call.request)) {
        return route(call);
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

HttpAnswer answerSigned(SharedWorld &world, NixflexCall &call, HttpAnswer &limits)
{
    if (auto refusal = authenticate(call)) {
        return *refusal;
    }
    const bool read = isRead(call.request);
    const SimulatorOptions &options = world.options();
    if (!spend(world, (read ? u"r "_s : u"w "_s) + call.keyId,
               read ? options.readsPerWindow : options.writesPerWindow, options.window.count(), limits)) {
        return limits;
    }
    if (auto refusal = readBody(call)) {
        return *refusal;
    }
    return routeOnce(call);
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

QString nixflexTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

HttpAnswer answerNixflex(SharedWorld &world, const HttpRequest &request)
{
    HttpAnswer answer;
    HttpAnswer limits;
    const QStringList path = request.segments(HttpRequest::Plus::Blank);
    if (path.value(0) != "v1"_L1) {
        return nixflexError(404, u"not_found"_s, u"There is nothing at this address."_s);
    }
    world.changeIf([&](WorldData &data) {
        NixflexCall call{data, request, world.options(), world.now()};
        call.rest = path.mid(1);
        if (request.method == "POST" && call.rest == QStringList{u"keys"_s}) {
            // No key yet, so the limit is per address: 10 an hour.
            answer = spend(world, u"new keys"_s, 10, 3'600'000, limits) ? createKey(call) : limits;
        } else {
            answer = answerSigned(world, call, limits);
        }
        return call.isChanged;
    });
    for (const auto &[name, value] : std::as_const(limits.headers)) {
        answer.setHeader(name, value);
    }
    return answer;
}

} // namespace numbers::simulator

#include "base/error.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

using KindWord = std::pair<Error::Kind, QLatin1StringView>;

constexpr std::array kindWords{
    KindWord{Error::Kind::Cancelled, "cancelled"_L1},
    KindWord{Error::Kind::Offline, "offline"_L1},
    KindWord{Error::Kind::Timeout, "timeout"_L1},
    KindWord{Error::Kind::Tls, "tls"_L1},
    KindWord{Error::Kind::ProxyAuth, "proxy_auth"_L1},
    KindWord{Error::Kind::Unauthorized, "unauthorized"_L1},
    KindWord{Error::Kind::Forbidden, "forbidden"_L1},
    KindWord{Error::Kind::NotFound, "not_found"_L1},
    KindWord{Error::Kind::Conflict, "conflict"_L1},
    KindWord{Error::Kind::RateLimited, "rate_limited"_L1},
    KindWord{Error::Kind::Invalid, "invalid"_L1},
    KindWord{Error::Kind::PaymentRequired, "payment_required"_L1},
    KindWord{Error::Kind::Server, "server"_L1},
    KindWord{Error::Kind::BadReply, "bad_reply"_L1},
    KindWord{Error::Kind::SecretStore, "secret_store"_L1},
    KindWord{Error::Kind::Storage, "storage"_L1},
    KindWord{Error::Kind::Internal, "internal"_L1},
};

constexpr std::array effectWords{
    std::pair{Error::Effect::NothingSent, "nothing_sent"_L1},
    std::pair{Error::Effect::Answered, "answered"_L1},
    std::pair{Error::Effect::Unknown, "unknown"_L1},
};

constexpr std::array providerWords{
    std::pair{Error::Provider::None, ""_L1},
    std::pair{Error::Provider::Nixflex, "nixflex"_L1},
    std::pair{Error::Provider::Twilio, "twilio"_L1},
};

template <typename Words, typename Value>
QString wordFor(const Words &words, Value value)
{
    for (const auto &[candidate, word] : words) {
        if (candidate == value) {
            return word;
        }
    }
    return {};
}

template <typename Words>
auto valueFor(const Words &words, const QString &word)
    -> std::optional<typename Words::value_type::first_type>
{
    for (const auto &[value, candidate] : words) {
        if (candidate == word) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace

QString toString(Error::Kind kind)
{
    return wordFor(kindWords, kind);
}

std::optional<Error::Kind> errorKindFromString(const QString &word)
{
    return valueFor(kindWords, word);
}

QString toString(Error::Effect effect)
{
    return wordFor(effectWords, effect);
}

QString toString(Error::Provider provider)
{
    return wordFor(providerWords, provider);
}

Error Error::make(Kind kind, QString userText, QString detail)
{
    Error error;
    error.kind = kind;
    error.userText = std::move(userText);
    error.detail = std::move(detail);
    return error;
}

Error Error::cancelled()
{
    return make(Kind::Cancelled, QCoreApplication::translate("numbers::Error", "Cancelled."));
}

QString Error::report() const
{
    QStringList lines{u"%1: %2"_s.arg(toString(kind), userText)};
    if (provider != Provider::None) {
        lines << u"provider: "_s + toString(provider);
    }
    if (httpStatus != 0) {
        lines << u"http status: %1"_s.arg(httpStatus);
    }
    if (!providerCode.isEmpty()) {
        lines << u"code: "_s + providerCode;
    }
    if (!requestId.isEmpty()) {
        lines << u"request id: "_s + requestId;
    }
    lines << u"effect: "_s + toString(effect);
    if (!detail.isEmpty()) {
        lines << u"detail: "_s + detail;
    }
    return lines.join(u'\n');
}

QJsonObject Error::toJson() const
{
    QJsonObject object{
        {u"kind"_s, toString(kind)}, {u"effect"_s, toString(effect)}, {u"provider"_s, toString(provider)},
        {u"code"_s, providerCode},   {u"http_status"_s, httpStatus},  {u"message"_s, userText},
        {u"detail"_s, detail},       {u"request_id"_s, requestId},
    };
    if (retryAfter) {
        object.insert(u"retry_after_ms"_s, static_cast<qint64>(retryAfter->count()));
    }
    return object;
}

Error Error::fromJson(const QJsonObject &object)
{
    Error error;
    error.kind = valueFor(kindWords, object.value(u"kind"_s).toString()).value_or(Kind::Internal);
    error.effect = valueFor(effectWords, object.value(u"effect"_s).toString()).value_or(Effect::Unknown);
    error.provider = valueFor(providerWords, object.value(u"provider"_s).toString()).value_or(Provider::None);
    error.providerCode = object.value(u"code"_s).toString();
    error.httpStatus = object.value(u"http_status"_s).toInt();
    error.userText = object.value(u"message"_s).toString();
    error.detail = object.value(u"detail"_s).toString();
    error.requestId = object.value(u"request_id"_s).toString();
    if (const auto delay = object.value(u"retry_after_ms"_s); delay.isDouble()) {
        error.retryAfter = std::chrono::milliseconds(delay.toInteger());
    }
    return error;
}

} // namespace numbers

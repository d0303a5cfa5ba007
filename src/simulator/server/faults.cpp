#include "simulator/server/faults.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

using Setter = std::function<bool(Fault &, const QJsonValue &)>;

constexpr int longestDelay = 600'000; // milliseconds
constexpr double mostBodyBytes = 64.0 * 1024 * 1024;
constexpr double mostRequests = 1'000'000'000;
constexpr qsizetype mostHeaders = 32;
constexpr qsizetype mostHeaderBytes = 8'192;
constexpr qsizetype mostPathCharacters = 1'000;

Setter text(QString Fault::*member)
{
    return [member](Fault &fault, const QJsonValue &value) {
        fault.*member = value.toString();
        return value.isString();
    };
}

/// A whole number in a range: what is armed over HTTP must not be able to exhaust this program.
template <typename T>
Setter number(T Fault::*member, double least, double most)
{
    return [member, least, most](Fault &fault, const QJsonValue &value) {
        const double number = value.toDouble(least - 1);
        if (!value.isDouble() || number < least || number > most || std::floor(number) != number) {
            return false;
        }
        fault.*member = static_cast<T>(number);
        return true;
    };
}

Setter flag(bool Fault::*member)
{
    return [member](Fault &fault, const QJsonValue &value) {
        fault.*member = value.toBool();
        return value.isBool();
    };
}

Setter duration(std::chrono::milliseconds Fault::*member)
{
    return [member](Fault &fault, const QJsonValue &value) {
        const int milliseconds = value.toInt(-1);
        fault.*member = std::chrono::milliseconds(milliseconds);
        return milliseconds >= 0 && milliseconds <= longestDelay;
    };
}

bool setDrop(Fault &fault, const QJsonValue &value)
{
    if (value == u"before"_s) {
        fault.drop = Drop::BeforeExecuting;
    } else if (value == u"after"_s) {
        fault.drop = Drop::AfterExecuting;
    } else {
        return false;
    }
    return true;
}

/// Twilio's codes are numbers there, Nixflex's words; both are taken.
bool setCode(Fault &fault, const QJsonValue &value)
{
    fault.code = value.isDouble() ? QString::number(value.toInt()) : value.toString();
    return value.isDouble() || value.isString();
}

bool setHeaders(Fault &fault, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    static const QRegularExpression token(u"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"_s);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QByteArray text = it->toString().toUtf8();
        const bool isOneLine = std::none_of(text.begin(), text.end(),
                                            [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
        if (!it->isString() || !token.match(it.key()).hasMatch() || !isOneLine ||
            text.size() > mostHeaderBytes) {
            return false;
        }
        fault.headers.append({it.key().toUtf8(), text});
    }
    return value.isObject() && object.size() <= mostHeaders;
}

const QHash<QString, Setter> &setters()
{
    static const QHash<QString, Setter> all{
        {u"method"_s, text(&Fault::method)},
        {u"path"_s, text(&Fault::path)},
        {u"nth"_s, number(&Fault::nth, 1, mostRequests)},
        {u"times"_s, number(&Fault::times, 0, mostRequests)},
        {u"status"_s, number(&Fault::status, 0, 599)},
        {u"code"_s, setCode},
        {u"message"_s, text(&Fault::message)},
        {u"provider"_s, text(&Fault::provider)},
        {u"details"_s,
         [](Fault &fault, const QJsonValue &value) {
             fault.details = value.toObject();
             return value.isObject();
         }},
        {u"retry_after"_s, number(&Fault::retryAfter, 0, 86'400)},
        {u"execute_first"_s, flag(&Fault::executeFirst)},
        {u"drop"_s, setDrop},
        {u"rst"_s, flag(&Fault::reset)},
        {u"cut_body_after"_s, number(&Fault::cutBodyAfter, 0, mostBodyBytes)},
        {u"delay_ms"_s, duration(&Fault::delay)},
        {u"delay_answer_ms"_s, duration(&Fault::delayAnswer)},
        {u"html"_s, flag(&Fault::html)},
        {u"raw_body"_s,
         [](Fault &fault, const QJsonValue &value) {
             fault.rawBody = value.toString().toUtf8();
             return value.isString();
         }},
        {u"malformed_json"_s, flag(&Fault::malformedJson)},
        {u"huge_body"_s, number(&Fault::hugeBody, 0, mostBodyBytes)},
        {u"omit_content_type"_s, flag(&Fault::omitContentType)},
        {u"bytes_per_second"_s, number(&Fault::bytesPerSecond, 0, mostBodyBytes)},
        {u"close_after"_s, flag(&Fault::closeAfter)},
        {u"interim_status"_s, number(&Fault::interimStatus, 102, 199)},
        {u"remove_row"_s, text(&Fault::removeRow)},
        {u"renew_row"_s, text(&Fault::renewRow)},
        {u"headers"_s, setHeaders},
    };
    return all;
}

} // namespace

std::optional<Fault> Fault::fromJson(const QJsonObject &object, QString *error)
{
    Fault fault;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const auto setter = setters().constFind(it.key());
        if (setter == setters().constEnd()) {
            *error = u"“%1” is not a field of a fault"_s.arg(it.key());
            return std::nullopt;
        }
        if (!(*setter)(fault, *it)) {
            *error = u"“%1” has a wrong value"_s.arg(it.key());
            return std::nullopt;
        }
    }
    if (fault.path.size() > mostPathCharacters || !QRegularExpression(fault.path).isValid()) {
        *error = u"“path” is not a regular expression"_s;
        return std::nullopt;
    }
    const bool badProvider =
        !fault.provider.isEmpty() && fault.provider != "nixflex"_L1 && fault.provider != "twilio"_L1;
    if (badProvider || (fault.status != 0 && fault.status < 200)) {
        *error = u"“status” or “provider” is out of range"_s;
        return std::nullopt;
    }
    return fault;
}

QJsonObject Fault::toJson() const
{
    QJsonObject object{{u"nth"_s, nth}, {u"times"_s, times}};
    const auto put = [&object](const QString &name, bool wanted, const QJsonValue &value) {
        if (wanted) {
            object.insert(name, value);
        }
    };
    put(u"method"_s, !method.isEmpty(), method);
    put(u"path"_s, !path.isEmpty(), path);
    put(u"status"_s, status != 0, status);
    put(u"code"_s, !code.isEmpty(), code);
    put(u"message"_s, !message.isEmpty(), message);
    put(u"provider"_s, !provider.isEmpty(), provider);
    put(u"details"_s, !details.isEmpty(), details);
    put(u"retry_after"_s, retryAfter >= 0, retryAfter);
    put(u"execute_first"_s, executeFirst, true);
    put(u"drop"_s, drop != Drop::No, drop == Drop::BeforeExecuting ? u"before"_s : u"after"_s);
    put(u"rst"_s, reset, true);
    put(u"cut_body_after"_s, cutBodyAfter >= 0, cutBodyAfter);
    put(u"delay_ms"_s, delay.count() > 0, static_cast<qint64>(delay.count()));
    put(u"delay_answer_ms"_s, delayAnswer.count() > 0, static_cast<qint64>(delayAnswer.count()));
    put(u"html"_s, html, true);
    put(u"raw_body"_s, rawBody.has_value(), QString::fromUtf8(rawBody.value_or(QByteArray())));
    put(u"malformed_json"_s, malformedJson, true);
    put(u"huge_body"_s, hugeBody > 0, hugeBody);
    put(u"omit_content_type"_s, omitContentType, true);
    put(u"bytes_per_second"_s, bytesPerSecond > 0, bytesPerSecond);
    put(u"close_after"_s, closeAfter, true);
    put(u"interim_status"_s, interimStatus != 0, interimStatus);
    put(u"remove_row"_s, !removeRow.isEmpty(), removeRow);
    put(u"renew_row"_s, !renewRow.isEmpty(), renewRow);
    QJsonObject extra;
    for (const auto &[name, value] : headers) {
        extra.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    }
    put(u"headers"_s, !extra.isEmpty(), extra);
    return object;
}

void FaultBox::arm(const Fault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_armed.removeIf([](const Armed &armed) { return armed.isSpent(); });
    m_armed.append({fault, QRegularExpression(fault.path)});
}

void FaultBox::clear()
{
    const std::lock_guard lock(m_mutex);
    m_armed.clear();
}

QList<Fault> FaultBox::armed() const
{
    const std::lock_guard lock(m_mutex);
    QList<Fault> faults;
    for (const Armed &armed : m_armed) {
        if (!armed.isSpent()) {
            faults.append(armed.fault);
        }
    }
    return faults;
}

std::optional<Fault> FaultBox::take(const QString &method, const QString &target)
{
    const std::lock_guard lock(m_mutex);
    std::optional<Fault> taken;
    for (Armed &armed : m_armed) {
        const Fault &fault = armed.fault;
        const bool wanted = fault.method.isEmpty() || fault.method.compare(method, Qt::CaseInsensitive) == 0;
        if (!wanted || !armed.path.match(target).hasMatch()) {
            continue;
        }
        ++armed.seen;
        if (!taken && armed.seen >= fault.nth && !armed.isSpent()) {
            ++armed.hit;
            taken = fault;
        }
    }
    return taken;
}

} // namespace numbers::simulator

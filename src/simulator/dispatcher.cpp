#include "simulator/dispatcher.h"

#include "simulator/nixflex/nixflexapi.h"
#include "simulator/server/requestguard.h"
#include "simulator/server/requestredaction.h"
#include "simulator/twilio/twilioapi.h"
#include "simulator/world/pseudorandom.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

/// What each status is called when a fault names no code.
QString usualNixflexCode(int status)
{
    switch (status) {
    case 401:
        return u"invalid_api_key"_s;
    case 402:
        return u"insufficient_balance"_s;
    case 403:
        return u"agent_not_owned"_s;
    case 404:
        return u"number_not_found"_s;
    case 409:
        return u"number_already_imported"_s;
    case 422:
        return u"unprocessable"_s;
    case 429:
        return u"rate_limit_exceeded"_s;
    case 502:
        return u"provider_unavailable"_s;
    default:
        return status >= 500 ? u"internal_error"_s : u"missing_field"_s;
    }
}

int usualTwilioCode(int status)
{
    switch (status) {
    case 401:
        return 20003;
    case 403:
        return 20403;
    case 404:
        return 20404;
    case 409:
        return 20409;
    case 429:
        return 20429;
    case 503:
        return 20503;
    default:
        return status >= 500 ? 20500 : 20001;
    }
}

QByteArray gatewayPage(int status)
{
    const QByteArray number = QByteArray::number(status);
    return "<!DOCTYPE html>\n<html><head><title>" + number +
           " Bad Gateway</title></head>\n<body><center><h1>" + number +
           " Bad Gateway</h1></center><hr><center>nginx</center></body></html>\n";
}

/// What Twilio counts concurrency by: the account that the user part of a Basic header belongs to.
QString accountOf(const SharedWorld &world, const HttpRequest &request)
{
    const QByteArray header = request.header("Authorization");
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const QString user = QString::fromUtf8(pair.left(std::max<qsizetype>(pair.indexOf(':'), 0)));
    return world.read([&user](const WorldData &data) {
        for (const TwilioAccount &account : data.accounts) {
            if (user == account.apiKeySid) {
                return account.sid;
            }
        }
        return user;
    });
}

Delivery deliver(HttpAnswer answer)
{
    Delivery delivery;
    delivery.answer = std::move(answer);
    return delivery;
}

} // namespace

Dispatcher::Dispatcher(SharedWorld &world, RequestLog &log, FaultBox &faults, ControlApi &control)
    : m_world(world)
    , m_log(log)
    , m_faults(faults)
    , m_control(control)
{
}

void Dispatcher::setUrl(const QUrl &url)
{
    m_base = url.toString();
    m_port = static_cast<quint16>(url.port());
}

Delivery Dispatcher::handle(HttpRequest request)
{
    if (auto refusal = refuseWebPage(request, m_port, m_world.options().isBehindRelay)) {
        return deliver(std::move(*refusal));
    }
    const QByteArray path = request.rawPath();
    if (ControlApi::isControlPath(path)) {
        return deliver(m_control.answer(request));
    }
    const bool isTwilio = isTwilioPath(path);
    RecordedRequest record = redactedRecord(request, isTwilio, m_world.now());
    const std::optional<Fault> hit = m_faults.take(record.method, record.target);
    record.isFaulty = hit.has_value();
    const quint64 id = m_log.add(std::move(record), request.size());
    const Fault fault = hit.value_or(Fault{});

    const QString account = isTwilio ? accountOf(m_world, request) : QString();
    request.concurrent = enter(account);
    sleep(m_world.options().latency + fault.delay);
    Delivery delivery;
    delivery.interimStatus = fault.interimStatus != 0 ? fault.interimStatus : m_world.modes().interimStatus;
    bool isExecuted = false;
    if (fault.drop != Drop::BeforeExecuting) {
        isExecuted = fault.status == 0 || fault.executeFirst;
        if (isExecuted) {
            delivery.answer = execute(request, isTwilio);
        }
        if (fault.status != 0) {
            delivery.answer = errorOf(fault, isTwilio);
        }
        spoil(delivery.answer, fault);
        stamp(delivery.answer, request, isTwilio);
        // A fault's own headers have the last word.
        for (const auto &[name, value] : fault.headers) {
            delivery.answer.setHeader(name, value);
        }
        changeRows(fault);
        // Before the answer leaves: whoever has it finds it recorded.
        m_log.complete(id, isExecuted, fault.drop == Drop::No ? delivery.answer.status : 0);
        if (delivery.interimStatus == 0) {
            sleep(fault.delayAnswer);
        } else {
            delivery.pauseAfterInterim = fault.delayAnswer;
        }
    }
    leave(account);
    delivery.drop = fault.drop != Drop::No;
    delivery.reset = fault.reset;
    delivery.cutBodyAfter = fault.cutBodyAfter;
    delivery.bytesPerSecond = fault.bytesPerSecond;
    delivery.closeAfter = fault.closeAfter;
    return delivery;
}

void Dispatcher::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
    m_stopped.notify_all();
}

HttpAnswer Dispatcher::execute(const HttpRequest &request, bool isTwilio)
{
    return isTwilio ? answerTwilio(m_world, request, m_base) : answerNixflex(m_world, request);
}

HttpAnswer Dispatcher::errorOf(const Fault &fault, bool pathIsTwilio) const
{
    const bool isTwilio = fault.provider.isEmpty() ? pathIsTwilio : fault.provider == "twilio"_L1;
    const QString message =
        fault.message.isEmpty() ? u"A fault was armed for this request."_s : fault.message;
    HttpAnswer answer;
    if (isTwilio) {
        answer = twilioError(
            fault.status, fault.code.isEmpty() ? usualTwilioCode(fault.status) : fault.code.toInt(), message);
    } else {
        QJsonObject details = fault.details;
        if (fault.retryAfter >= 0) {
            details.insert(u"retry_after"_s, fault.retryAfter);
        }
        answer =
            nixflexError(fault.status, fault.code.isEmpty() ? usualNixflexCode(fault.status) : fault.code,
                         message, details);
    }
    if (fault.retryAfter >= 0) {
        answer.setHeader("Retry-After", QByteArray::number(fault.retryAfter));
    }
    return answer;
}

void Dispatcher::spoil(HttpAnswer &answer, const Fault &fault) const
{
    if (fault.html) {
        answer.status = fault.status != 0 ? fault.status : 502;
        answer.contentType = "text/html; charset=utf-8";
        answer.body = gatewayPage(answer.status);
    }
    if (fault.rawBody) {
        answer.body = *fault.rawBody;
    }
    if (fault.malformedJson) {
        answer.body.chop(std::max<qsizetype>(answer.body.size() / 3, 1));
    }
    if (fault.hugeBody > 0) {
        answer.body = "{\"padding\":\"" + QByteArray(fault.hugeBody, 'x') + "\"}";
    }
    if (fault.omitContentType) {
        answer.contentType.clear();
    }
}

/// The headers that every answer of the provider has.
void Dispatcher::stamp(HttpAnswer &answer, const HttpRequest &request, bool isTwilio)
{
    quint64 number = 0;
    {
        const std::lock_guard lock(m_mutex);
        number = ++m_answers;
    }
    const QByteArray id = hex32(m_world.options().seed + 31, number).toLatin1();
    if (isTwilio) {
        answer.setHeader("Twilio-Request-Id", "RQ" + id);
        answer.setHeader("Twilio-Request-Duration", "0.012");
    } else {
        answer.setHeader("x-railway-request-id", id.left(22));
        addRateLimitHeaders(m_world, request, answer);
    }
}

/// What a colleague does at Nixflex after this answer.
void Dispatcher::changeRows(const Fault &fault)
{
    if (fault.removeRow.isEmpty() && fault.renewRow.isEmpty()) {
        return;
    }
    m_world.change([&fault](WorldData &data) {
        const auto numberOf = [&data](const QString &wanted) {
            return wanted == "newest"_L1 && !data.rows.empty() ? data.rows.rbegin()->second.phoneNumber
                                                               : wanted;
        };
        data.removeRow(numberOf(fault.removeRow));
        if (const NixflexNumber *row = data.row(numberOf(fault.renewRow))) {
            NixflexNumber renewed = *row;
            data.removeRow(renewed.phoneNumber);
            data.addRow(std::move(renewed));
        }
    });
}

void Dispatcher::sleep(std::chrono::milliseconds time)
{
    if (time.count() <= 0) {
        return;
    }
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, time, [this] { return m_isStopping; });
}

int Dispatcher::enter(const QString &account)
{
    const std::lock_guard lock(m_mutex);
    return ++m_underWay[account];
}

void Dispatcher::leave(const QString &account)
{
    const std::lock_guard lock(m_mutex);
    if (--m_underWay[account] <= 0) {
        m_underWay.remove(account);
    }
}

} // namespace numbers::simulator

#include "simulator/twilio/twilioaccess.h"

#include "simulator/world/oddrows.h"

#include <QJsonArray>
#include <QLocale>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

constexpr int mostPageSize = 1'000;

HttpAnswer refuse(const QString &message)
{
    HttpAnswer answer = twilioError(401, 20003, message);
    answer.setHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
    return answer;
}

/// A suspended parent suspends its subaccounts.
bool isUsable(WorldData &data, const TwilioAccount &account)
{
    const TwilioAccount *owner = data.account(account.ownerSid);
    return account.status == "active"_L1 && (owner == nullptr || owner->status == "active"_L1);
}

QString linkTo(const TwilioCall &call, const TwilioPage &page, int number, const QString &token)
{
    QUrlQuery query;
    const auto fields = call.request.query();
    for (const auto &[name, value] : fields) {
        if (name != "Page"_L1 && name != "PageToken"_L1 && name != "PageSize"_L1) {
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    }
    query.addQueryItem(u"PageSize"_s, QString::number(page.size));
    query.addQueryItem(u"Page"_s, QString::number(number));
    if (!token.isEmpty()) {
        query.addQueryItem(u"PageToken"_s, token);
    }
    return QString::fromUtf8(call.request.rawPath()) + u'?' + query.toString(QUrl::FullyEncoded);
}

QString selfLink(const TwilioCall &call, const TwilioPage &page)
{
    return linkTo(call, page, page.page, page.after.isEmpty() ? QString() : u"PA"_s + page.after);
}

HttpAnswer pageOf2010(const TwilioCall &call, const TwilioPage &page, const QString &key,
                      const QJsonArray &items, bool hasNext, const QString &lastSid)
{
    const int start = page.page * page.size;
    QJsonObject body{
        {u"page"_s, page.page},
        {u"page_size"_s, page.size},
        {u"start"_s, start},
        {u"end"_s, start + std::max(static_cast<int>(items.size()) - 1, 0)},
        {u"uri"_s, selfLink(call, page)},
        {u"first_page_uri"_s, linkTo(call, page, 0, {})},
        {u"previous_page_uri"_s,
         page.page > 0 ? QJsonValue(linkTo(call, page, page.page - 1, {})) : QJsonValue()},
        {u"next_page_uri"_s,
         hasNext ? QJsonValue(linkTo(call, page, page.page + 1, u"PA"_s + lastSid)) : QJsonValue()},
        {key, items}};
    return HttpAnswer::json(200, body);
}

HttpAnswer pageOfV1(const TwilioCall &call, const TwilioPage &page, const QString &key,
                    const QJsonArray &items, bool hasNext, const QString &lastSid)
{
    const QString &base = call.base;
    const QJsonObject meta{
        {u"page"_s, page.page},
        {u"page_size"_s, page.size},
        {u"first_page_url"_s, base + linkTo(call, page, 0, {})},
        {u"previous_page_url"_s,
         page.page > 0 ? QJsonValue(base + linkTo(call, page, page.page - 1, {})) : QJsonValue()},
        {u"url"_s, base + selfLink(call, page)},
        {u"next_page_url"_s,
         hasNext ? QJsonValue(base + linkTo(call, page, page.page + 1, u"PA"_s + lastSid)) : QJsonValue()},
        {u"key"_s, key}};
    return HttpAnswer::json(200, QJsonObject{{u"meta"_s, meta}, {key, items}});
}

/// Where a page begins in a list of sids: after `page.after` if that is still there, else by counting.
qsizetype pageStart(const QStringList &sids, const TwilioPage &page)
{
    if (!page.after.isEmpty()) {
        const qsizetype at = sids.indexOf(page.after);
        if (at >= 0) {
            return at + 1;
        }
    }
    return std::min<qsizetype>(static_cast<qsizetype>(page.page) * page.size, sids.size());
}

} // namespace

void TwilioCall::audit(const QString &eventType, const QString &resourceSid)
{
    isChanged = true;
    data.events.append({data.newSid(u"AE"_s), accountSid, caller.actorSid,
                        caller.kind == TwilioCaller::Kind::ApiKey ? u"api-key"_s : u"account"_s, eventType,
                        resourceSid, time()});
}

HttpAnswer twilioError(int status, int code, const QString &message)
{
    return HttpAnswer::json(
        status, QJsonObject{{u"code"_s, code},
                            {u"message"_s, message},
                            {u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(code)},
                            {u"status"_s, status}});
}

HttpAnswer twilioNotFound(const HttpRequest &request)
{
    return twilioError(
        404, 20404, u"The requested resource %1 was not found"_s.arg(QString::fromUtf8(request.rawPath())));
}

HttpAnswer twilioNoSuchMethod()
{
    return twilioError(405, 20004, u"Method not allowed"_s);
}

HttpAnswer noContent()
{
    HttpAnswer answer;
    answer.status = 204;
    answer.contentType.clear();
    return answer;
}

std::optional<HttpAnswer> authenticate(TwilioCall &call)
{
    const QByteArray header = call.request.header("Authorization");
    if (!header.toLower().startsWith("basic ")) {
        return refuse(u"Authenticate"_s);
    }
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    const QString user = QString::fromUtf8(pair.left(std::max<qsizetype>(colon, 0)));
    const QString secret = QString::fromUtf8(pair.mid(colon + 1));
    if (colon <= 0 || secret.isEmpty()) {
        return refuse(u"Authenticate"_s);
    }
    for (const TwilioAccount &account : std::as_const(call.data.accounts)) {
        if (user == account.testSid && secret == account.testToken && !user.isEmpty()) {
            call.caller = {TwilioCaller::Kind::TestCredentials, user, user};
            return std::nullopt;
        }
        const bool isToken = user == account.sid && secret == account.authToken;
        const bool isKey = user == account.apiKeySid && secret == account.apiKeySecret;
        if (!isToken && !isKey) {
            continue;
        }
        if (!isUsable(call.data, account)) {
            return refuse(u"Authentication Error - account is %1"_s.arg(account.status));
        }
        call.caller = {isKey ? TwilioCaller::Kind::ApiKey : TwilioCaller::Kind::AuthToken, account.sid, user};
        return std::nullopt;
    }
    return refuse(user.startsWith("AC"_L1) ? u"Authenticate"_s
                                           : u"Authentication Error - invalid username"_s);
}

std::optional<HttpAnswer> authorize(const TwilioCall &call)
{
    if (call.accountSid == call.caller.accountSid) {
        return std::nullopt;
    }
    const TwilioAccount *target = call.data.account(call.accountSid);
    if (target == nullptr) {
        return twilioNotFound(call.request);
    }
    if (target->ownerSid != call.caller.accountSid ||
        call.caller.kind == TwilioCaller::Kind::TestCredentials) {
        return refuse(u"Authenticate"_s);
    }
    if (target->status != "active"_L1 && !call.isGet()) {
        return twilioError(403, 20005, u"Account not active"_s);
    }
    return std::nullopt;
}

QString rfc2822(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s);
}

QString iso8601(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

std::optional<HttpAnswer> readPage(const HttpRequest &request, TwilioPage &page)
{
    const auto query = request.query();
    bool good = true;
    if (const auto size = field(query, u"PageSize"_s)) {
        page.size = size->toInt(&good);
        if (!good || page.size < 1) {
            return twilioError(400, 20001, u"Page size must be between 1 and 1000"_s);
        }
        page.size = std::min(page.size, mostPageSize);
    }
    if (const auto number = field(query, u"Page"_s)) {
        page.page = number->toInt(&good);
        if (!good || page.page < 0) {
            return twilioError(400, 20001, u"Page number out of range"_s);
        }
    }
    if (const auto token = field(query, u"PageToken"_s); token && !token->isEmpty()) {
        if (!token->startsWith("PA"_L1)) {
            return twilioError(400, 20001, u"Invalid page token"_s);
        }
        page.after = token->mid(2);
    }
    return std::nullopt;
}

HttpAnswer pageOfSids(const TwilioCall &call, const QString &key, const QStringList &sids,
                      const std::function<QJsonObject(qsizetype)> &toJson)
{
    TwilioPage page;
    if (auto refusal = readPage(call.request, page)) {
        return *refusal;
    }
    const qsizetype start = pageStart(sids, page);
    const qsizetype end = std::min(start + page.size, sids.size());
    QJsonArray items;
    for (qsizetype i = start; i < end; ++i) {
        items.append(toJson(i));
    }
    return pageOf(call, page, key, items, end<sids.size(), end> start ? sids.at(end - 1) : QString());
}

HttpAnswer pageOf(const TwilioCall &call, const TwilioPage &page, const QString &key, QJsonArray items,
                  bool hasNext, const QString &lastSid)
{
    if (call.data.modes.hasOddRows && page.page == 0 && !items.isEmpty()) {
        const QJsonObject sample = items.first().toObject();
        const QString id = sample.contains("phone_number"_L1) ? u"phone_number"_s : u"sid"_s;
        for (const auto &row : oddRows(sample, id)) {
            items.insert(1, row);
        }
    }
    return call.request.target.startsWith("/2010") ? pageOf2010(call, page, key, items, hasNext, lastSid)
                                                   : pageOfV1(call, page, key, items, hasNext, lastSid);
}

} // namespace numbers::simulator

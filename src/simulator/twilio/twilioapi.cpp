#include "simulator/twilio/twilioapi.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

QJsonObject accountJson(const TwilioAccount &account)
{
    const QString uri = u"/2010-04-01/Accounts/%1"_s.arg(account.sid);
    return {{u"sid"_s, account.sid},
            {u"owner_account_sid"_s, account.ownerSid},
            {u"friendly_name"_s, account.friendlyName},
            {u"status"_s, account.status},
            {u"type"_s, account.type},
            {u"auth_token"_s, account.authToken},
            {u"date_created"_s, rfc2822(account.created)},
            {u"date_updated"_s, rfc2822(account.created)},
            {u"uri"_s, uri + u".json"_s},
            {u"subresource_uris"_s,
             QJsonObject{{u"incoming_phone_numbers"_s, uri + u"/IncomingPhoneNumbers.json"_s},
                         {u"available_phone_numbers"_s, uri + u"/AvailablePhoneNumbers.json"_s},
                         {u"applications"_s, uri + u"/Applications.json"_s}}}};
}

HttpAnswer listAccounts(TwilioCall &call)
{
    if (!call.isGet()) {
        return twilioNoSuchMethod();
    }
    const auto query = call.request.query();
    const auto name = field(query, u"FriendlyName"_s);
    const auto status = field(query, u"Status"_s);
    QList<TwilioAccount> matching;
    QStringList sids;
    for (const TwilioAccount &account : std::as_const(call.data.accounts)) {
        if ((account.sid == call.caller.accountSid || account.ownerSid == call.caller.accountSid) &&
            (!name || account.friendlyName == *name) && (!status || account.status == *status)) {
            matching.append(account);
            sids.append(account.sid);
        }
    }
    return pageOfSids(call, u"accounts"_s, sids,
                      [&](qsizetype index) { return accountJson(matching.at(index)); });
}

HttpAnswer fetchAccount(TwilioCall &call)
{
    if (!call.isGet()) {
        return twilioNoSuchMethod();
    }
    const TwilioAccount *account = call.data.account(call.accountSid);
    return account == nullptr ? twilioNotFound(call.request) : HttpAnswer::json(200, accountJson(*account));
}

HttpAnswer answer2010(TwilioCall &call)
{
    QStringList path = call.request.segments(HttpRequest::Plus::Literal).mid(1);
    if (!path.isEmpty() && path.last().endsWith(".json"_L1)) {
        path.last().chop(5);
    }
    if (path.isEmpty() || path.takeFirst() != "Accounts"_L1) {
        return twilioNotFound(call.request);
    }
    if (path.isEmpty() || path.size() == 1) {
        // A Standard API key reaches everything but the account resources.
        if (call.caller.kind == TwilioCaller::Kind::ApiKey) {
            return twilioError(401, 20003, u"Authenticate"_s);
        }
    }
    const bool isPurchase = call.isPost() && path.size() == 2 && path.at(1) == "IncomingPhoneNumbers"_L1 &&
                            path.at(0) == call.caller.accountSid;
    if (call.caller.kind == TwilioCaller::Kind::TestCredentials && !isPurchase) {
        return twilioError(403, 20008, u"Resource not accessible with Test Account Credentials"_s);
    }
    if (path.isEmpty()) {
        return listAccounts(call);
    }
    call.accountSid = path.takeFirst();
    if (auto refusal = authorize(call)) {
        return *refusal;
    }
    if (path.isEmpty()) {
        return fetchAccount(call);
    }
    call.rest = path;
    const QString &resource = path.first();
    if (resource == "IncomingPhoneNumbers"_L1) {
        return call.isPost() && path.size() == 1 ? buyNumber(call) : incomingNumbers(call);
    }
    if (resource == "AvailablePhoneNumbers"_L1) {
        return availableNumbers(call);
    }
    if (resource == "Applications"_L1) {
        return applications(call);
    }
    return twilioNotFound(call.request);
}

HttpAnswer answerNewer(TwilioCall &call)
{
    if (call.caller.kind == TwilioCaller::Kind::TestCredentials) {
        return twilioError(403, 20008, u"Resource not accessible with Test Account Credentials"_s);
    }
    // The newer APIs know no account in the path: everybody sees their own.
    call.accountSid = call.caller.accountSid;
    call.rest = call.request.segments(HttpRequest::Plus::Literal).mid(1);
    if (call.rest.isEmpty()) {
        return twilioNotFound(call.request);
    }
    const QString &resource = call.rest.first();
    if (resource == "Services"_L1) {
        return messagingServices(call);
    }
    if (resource == "Trunks"_L1) {
        return trunks(call);
    }
    if (resource == "Events"_L1) {
        return monitorEvents(call);
    }
    return resource == "PhoneNumbers"_L1 ? routedNumber(call) : twilioNotFound(call.request);
}

HttpAnswer answerLocked(TwilioCall &call)
{
    if (auto refusal = authenticate(call)) {
        return *refusal;
    }
    return call.request.target.startsWith("/2010-04-01") ? answer2010(call) : answerNewer(call);
}

} // namespace

bool isTwilioPath(const QByteArray &rawPath)
{
    static const QList<QByteArray> roots{"/2010-04-01", "/v1/Services", "/v1/Trunks", "/v1/Events",
                                         "/v2/PhoneNumbers"};
    return std::any_of(roots.begin(), roots.end(), [&](const QByteArray &root) {
        return rawPath == root || rawPath.startsWith(root + '/');
    });
}

HttpAnswer answerTwilio(SharedWorld &world, const HttpRequest &request, const QString &base)
{
    HttpAnswer answer;
    if (request.concurrent > world.options().twilioConcurrency) {
        answer = twilioError(429, 20429, u"Too many concurrent requests"_s);
    } else {
        world.changeIf([&](WorldData &data) {
            TwilioCall call{data, request, base, world.now()};
            answer = answerLocked(call);
            return call.isChanged;
        });
    }
    answer.setHeader("Twilio-Concurrent-Requests", QByteArray::number(request.concurrent));
    answer.setHeader("X-Home-Region", "us1");
    return answer;
}

} // namespace numbers::simulator

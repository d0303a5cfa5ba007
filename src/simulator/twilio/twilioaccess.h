#pragma once

#include "simulator/server/http.h"
#include "simulator/world/sharedworld.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <optional>

/// Who is calling Twilio, what they may reach, and the shapes all of Twilio's answers share.
namespace numbers::simulator {

/// The pair that a request was signed with.
struct TwilioCaller
{
    enum class Kind { AuthToken, ApiKey, TestCredentials };
    Kind kind = Kind::AuthToken;
    /// The account the pair belongs to; the caller's own test sid for test credentials.
    QString accountSid;
    QString actorSid;
};

/// One request on its way through the simulated Twilio; lives under the world's lock.
struct TwilioCall
{
    WorldData &data;
    const HttpRequest &request;
    /// `https://127.0.0.1:PORT` for the absolute links of the newer APIs.
    const QString &base;
    qint64 now = 0;
    TwilioCaller caller;
    /// The account in the path (2010 API) or the caller's own (newer APIs).
    QString accountSid;
    /// The path after the account, or after /v1, each decoded and without ".json".
    QStringList rest;
    bool isChanged = false;

    [[nodiscard]] bool isGet() const { return request.method == "GET" || request.method == "HEAD"; }
    [[nodiscard]] bool isPost() const { return request.method == "POST"; }
    [[nodiscard]] bool isDelete() const { return request.method == "DELETE"; }
    [[nodiscard]] QDateTime time() const { return QDateTime::fromMSecsSinceEpoch(now, Qt::UTC); }
    void audit(const QString &eventType, const QString &resourceSid);
};

/// Error body of every Twilio API. Codes: https://www.twilio.com/docs/api/errors
HttpAnswer twilioError(int status, int code, const QString &message);
HttpAnswer twilioNotFound(const HttpRequest &request);
HttpAnswer twilioNoSuchMethod();
/// 204
HttpAnswer noContent();

/// Checks the Basic pair; nothing when it is good, otherwise the refusal.
std::optional<HttpAnswer> authenticate(TwilioCall &call);
/// May this caller reach the account of the path? Nothing when it may.
std::optional<HttpAnswer> authorize(const TwilioCall &call);

/// "Wed, 01 Jan 2025 09:00:00 +0000"
QString rfc2822(const QDateTime &time);
/// "2025-01-01T09:00:00Z"
QString iso8601(const QDateTime &time);

/// Which part of a list was asked for.
struct TwilioPage
{
    int page = 0;
    int size = 50;
    /// Sid of the last item of the page before; empty on the first page.
    QString after;
};

/// Reads PageSize, Page and PageToken; the refusal instead when they are out of range.
std::optional<HttpAnswer> readPage(const HttpRequest &request, TwilioPage &page);

/// The page that was asked for, of a list in which these items are in this order; `toJson` writes the one
/// at an index.
[[nodiscard]] HttpAnswer pageOfSids(const TwilioCall &call, const QString &key, const QStringList &sids,
                                    const std::function<QJsonObject(qsizetype)> &toJson);

/// The same for somebody who has found the page: `items` are those of this page, `lastSid` the last one's.
/// In the shape of the API that was called.
[[nodiscard]] HttpAnswer pageOf(const TwilioCall &call, const TwilioPage &page, const QString &key,
                                QJsonArray items, bool hasNext, const QString &lastSid);

/// The account's own thing with this sid, or null.
template <typename Thing>
Thing *findOwn(const TwilioCall &call, QList<Thing> &things, const QString &sid)
{
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing &thing) {
        return thing.sid == sid && thing.accountSid == call.accountSid;
    });
    return found == things.end() ? nullptr : &*found;
}

/// The account's own things of one kind, a page of them.
template <typename Thing, typename ToJson>
HttpAnswer listOwn(const TwilioCall &call, const QList<Thing> &things, const QString &key, ToJson toJson)
{
    if (!call.isGet()) {
        return twilioNoSuchMethod();
    }
    const auto name = field(call.request.query(), QStringLiteral("FriendlyName"));
    QList<const Thing *> own;
    QStringList sids;
    for (const Thing &thing : things) {
        if (thing.accountSid == call.accountSid && (!name || thing.friendlyName == *name)) {
            own.append(&thing);
            sids.append(thing.sid);
        }
    }
    return pageOfSids(call, key, sids, [&](qsizetype index) { return toJson(*own.at(index)); });
}

} // namespace numbers::simulator

#pragma once

#include "simulator/server/http.h"
#include "simulator/world/sharedworld.h"

#include <QJsonArray>
#include <QJsonObject>

/// Calls of the two APIs without sockets, for tests of what they answer.
namespace numbers::simulator::test {

using Form = QList<QPair<QString, QString>>;

/// An answer with its JSON read.
struct Reply
{
    int status = 0;
    QJsonObject object;
    QJsonArray array;
    HttpAnswer raw;

    QByteArray header(const QByteArray &name) const;
    /// Nixflex's error.code.
    QString nixflexCode() const { return object.value(u"error").toObject().value(u"code").toString(); }
    QString nixflexType() const { return object.value(u"error").toObject().value(u"type").toString(); }
    /// Twilio's code; 0 when there is none.
    int twilioCode() const { return object.value(u"code").toInt(); }
};

/// One customer of one world; every call is signed with `key` unless it is empty.
class NixflexCaller
{
public:
    explicit NixflexCaller(SharedWorld &world);
    Reply call(const QByteArray &method, const QByteArray &path, const QJsonObject &body = {},
               const QList<QPair<QByteArray, QByteArray>> &headers = {}) const;
    Reply raw(const QByteArray &method, const QByteArray &path, const QByteArray &body,
              const QByteArray &contentType = "application/json",
              const QList<QPair<QByteArray, QByteArray>> &headers = {}) const;

    QByteArray key;

private:
    SharedWorld &m_world;
};

/// Calls with one Basic pair.
class TwilioCaller2010
{
public:
    TwilioCaller2010(SharedWorld &world, const QString &user, const QString &secret);
    Reply get(const QString &target) const;
    Reply post(const QString &target, const Form &form) const;
    Reply remove(const QString &target) const;
    /// Requests under way at the same time, as the server would count them.
    int concurrent = 1;

private:
    Reply send(const QByteArray &method, const QString &target, const QByteArray &body) const;
    SharedWorld &m_world;
    QByteArray m_authorization;
};

TwilioAccount accountAt(SharedWorld &world, int index);
/// "/2010-04-01/Accounts/AC…" + `rest`
QString under(const TwilioAccount &account, const QString &rest);
QByteArray encoded(const QString &e164);

} // namespace numbers::simulator::test

#include "simulator/world/worlddata.h"

#include <QJsonArray>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

// Each type lists its fields once, for both directions. `field` is called with a name and a reference.
template <typename F>
void fields(TwilioAccount &a, F &&field)
{
    field("sid", a.sid), field("token", a.authToken), field("owner", a.ownerSid),
        field("name", a.friendlyName);
    field("status", a.status), field("type", a.type), field("testSid", a.testSid),
        field("testToken", a.testToken);
    field("apiKey", a.apiKeySid), field("apiSecret", a.apiKeySecret), field("created", a.created);
}

template <typename F>
void fields(TwilioNumber &n, F &&field)
{
    field("sid", n.sid), field("account", n.accountSid), field("phone", n.phoneNumber),
        field("name", n.friendlyName);
    field("country", n.country), field("type", n.type), field("origin", n.origin), field("beta", n.isBeta);
    field("voice", n.voice), field("sms", n.sms), field("mms", n.mms), field("fax", n.fax);
    field("voiceUrl", n.voiceUrl), field("voiceMethod", n.voiceMethod);
    field("voiceFallbackUrl", n.voiceFallbackUrl), field("voiceFallbackMethod", n.voiceFallbackMethod);
    field("voiceApplication", n.voiceApplicationSid), field("callerIdLookup", n.voiceCallerIdLookup);
    field("receiveMode", n.voiceReceiveMode), field("trunk", n.trunkSid);
    field("smsUrl", n.smsUrl), field("smsMethod", n.smsMethod);
    field("smsFallbackUrl", n.smsFallbackUrl), field("smsFallbackMethod", n.smsFallbackMethod);
    field("smsApplication", n.smsApplicationSid);
    field("statusCallback", n.statusCallback), field("statusCallbackMethod", n.statusCallbackMethod);
    field("addressRequirements", n.addressRequirements), field("address", n.addressSid);
    field("identity", n.identitySid), field("bundle", n.bundleSid),
        field("emergencyStatus", n.emergencyStatus);
    field("emergencyAddress", n.emergencyAddressSid),
        field("emergencyAddressStatus", n.emergencyAddressStatus);
    field("created", n.created), field("updated", n.updated);
}

template <typename F>
void fields(MessagingService &s, F &&field)
{
    field("sid", s.sid), field("account", s.accountSid), field("name", s.friendlyName);
    field("inboundUrl", s.inboundRequestUrl), field("useNumbersWebhook", s.useInboundWebhookOnNumber);
    field("registered", s.usAppToPersonRegistered), field("created", s.created),
        field("numbers", s.numberSids);
}

template <typename F>
void fields(Trunk &t, F &&field)
{
    field("sid", t.sid), field("account", t.accountSid), field("name", t.friendlyName),
        field("domain", t.domainName);
    field("created", t.created);
}

template <typename F>
void fields(Application &a, F &&field)
{
    field("sid", a.sid), field("account", a.accountSid), field("name", a.friendlyName),
        field("voiceUrl", a.voiceUrl);
    field("smsUrl", a.smsUrl), field("statusCallback", a.statusCallback), field("created", a.created);
}

template <typename F>
void fields(AuditEvent &e, F &&field)
{
    field("sid", e.sid), field("account", e.accountSid), field("actor", e.actorSid),
        field("actorType", e.actorType);
    field("type", e.eventType), field("resource", e.resourceSid), field("date", e.date);
}

template <typename F>
void fields(NixflexKeyPair &k, F &&field)
{
    field("id", k.keyId), field("secret", k.keySecret), field("customer", k.customer);
}

template <typename F>
void fields(NixflexAgent &a, F &&field)
{
    field("id", a.agentId), field("customer", a.customer), field("name", a.name),
        field("language", a.language);
    field("voice", a.voiceId), field("prompt", a.systemPrompt), field("welcome", a.welcomeMessage);
    field("temperature", a.temperature), field("maxDuration", a.maxCallDurationSeconds);
    field("silence", a.silenceHangupSeconds), field("record", a.isCallRecorded);
    field("recordingSource", a.recordingSource), field("transfer", a.transferNumber);
    field("webhook", a.webhookUrl), field("fallback", a.fallbackMessage), field("precall", a.precallUrl);
    field("active", a.isActive), field("created", a.created), field("updated", a.updated);
}

template <typename F>
void fields(NixflexNumber &n, F &&field)
{
    field("customer", n.customer), field("phone", n.phoneNumber), field("agent", n.agentId);
    field("twilioSid", n.twilioSid), field("twilioToken", n.twilioToken),
        field("twilioNumber", n.twilioNumberSid);
    field("inbound", n.isInboundEnabled), field("outbound", n.isOutboundEnabled),
        field("prompt", n.customPrompt);
    field("voice", n.voiceId), field("smsReply", n.isSmsReplyEnabled),
        field("voicemail", n.isVoicemailLeaveEnabled);
    field("voicemailMessage", n.voicemailMessage), field("smsPrompt", n.smsPrompt),
        field("webPrompt", n.webPrompt);
    field("rate", n.speakingRate), field("dtmf", n.isDtmfEnabled), field("record", n.isCallRecorded);
    field("recordingSource", n.recordingSource), field("monitor", n.isMonitorEnabled),
        field("webCalls", n.areWebCallsEnabled);
    field("webhook", n.webhookUrl), field("webhook2", n.webhook2Url), field("precall", n.precallUrl),
        field("created", n.created);
}

QJsonValue toValue(const QString &value)
{
    return value;
}
QJsonValue toValue(bool value)
{
    return value;
}
QJsonValue toValue(double value)
{
    return value;
}
QJsonValue toValue(const QDateTime &value)
{
    return value.toString(Qt::ISODateWithMs);
}
QJsonValue toValue(const QStringList &value)
{
    return QJsonArray::fromStringList(value);
}
template <typename T>
QJsonValue toValue(const std::optional<T> &value)
{
    return value ? toValue(*value) : QJsonValue();
}

void fromValue(const QJsonValue &json, QString &value)
{
    value = json.toString();
}
void fromValue(const QJsonValue &json, bool &value)
{
    value = json.toBool();
}
void fromValue(const QJsonValue &json, double &value)
{
    value = json.toDouble();
}
void fromValue(const QJsonValue &json, QDateTime &value)
{
    value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}
void fromValue(const QJsonValue &json, QStringList &value)
{
    value.clear();
    for (const auto &item : json.toArray()) {
        value.append(item.toString());
    }
}
template <typename T>
void fromValue(const QJsonValue &json, std::optional<T> &value)
{
    if (json.isNull() || json.isUndefined()) {
        value.reset();
    } else {
        fromValue(json, value.emplace());
    }
}

template <typename T>
QJsonObject write(T item)
{
    QJsonObject object;
    fields(item,
           [&object](const char *name, auto &value) { object.insert(QLatin1String(name), toValue(value)); });
    return object;
}

template <typename T>
T readItem(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    T item;
    fields(item, [&object](const char *name, auto &value) {
        // A field that is younger than the file keeps its default.
        if (object.contains(QLatin1String(name))) {
            fromValue(object.value(QLatin1String(name)), value);
        }
    });
    return item;
}

template <typename List>
QJsonArray writeAll(const List &items)
{
    QJsonArray array;
    for (const auto &item : items) {
        array.append(write(item));
    }
    return array;
}

template <typename T>
QList<T> readAll(const QJsonObject &object, QLatin1String name)
{
    QList<T> items;
    for (const auto &item : object.value(name).toArray()) {
        items.append(readItem<T>(item));
    }
    return items;
}

constexpr int formatVersion = 1;

} // namespace

QJsonObject WorldData::toJson() const
{
    QJsonArray rowArray;
    for (const auto &[order, row] : rows) {
        rowArray.append(write(row));
    }
    QJsonObject answerObject;
    for (auto it = answers.constBegin(); it != answers.constEnd(); ++it) {
        answerObject.insert(it.key(),
                            QJsonObject{{u"fingerprint"_s, QString::fromLatin1(it->fingerprint.toHex())},
                                        {u"status"_s, it->status},
                                        {u"body"_s, QString::fromUtf8(it->body)}});
    }
    return {{u"format"_s, formatVersion},
            {u"seed"_s, QString::number(seed)},
            {u"counter"_s, QString::number(counter)},
            {u"accounts"_s, writeAll(accounts)},
            {u"numbers"_s, writeAll(allNumbers())},
            {u"services"_s, writeAll(services)},
            {u"trunks"_s, writeAll(trunks)},
            {u"applications"_s, writeAll(applications)},
            {u"events"_s, writeAll(events)},
            {u"keys"_s, writeAll(keys)},
            {u"agents"_s, writeAll(agents)},
            {u"rows"_s, rowArray},
            {u"answers"_s, answerObject}};
}

bool WorldData::fromJson(const QJsonObject &object, QString *error)
{
    if (object.value("format"_L1).toInt() != formatVersion) {
        *error = u"format %1 expected"_s.arg(formatVersion);
        return false;
    }
    for (const auto &name : {"accounts"_L1, "numbers"_L1, "keys"_L1, "agents"_L1, "rows"_L1}) {
        if (!object.value(name).isArray()) {
            *error = u"“%1” is not a list"_s.arg(QString(name));
            return false;
        }
    }
    WorldData read;
    read.seed = object.value("seed"_L1).toString().toULongLong();
    read.counter = object.value("counter"_L1).toString().toULongLong();
    read.accounts = readAll<TwilioAccount>(object, "accounts"_L1);
    read.services = readAll<MessagingService>(object, "services"_L1);
    read.trunks = readAll<Trunk>(object, "trunks"_L1);
    read.applications = readAll<Application>(object, "applications"_L1);
    read.events = readAll<AuditEvent>(object, "events"_L1);
    read.keys = readAll<NixflexKeyPair>(object, "keys"_L1);
    read.agents = readAll<NixflexAgent>(object, "agents"_L1);
    for (const auto &item : object.value("numbers"_L1).toArray()) {
        read.addNumber(readItem<TwilioNumber>(item));
    }
    for (const auto &item : object.value("rows"_L1).toArray()) {
        read.addRow(readItem<NixflexNumber>(item));
    }
    const QJsonObject stored = object.value("answers"_L1).toObject();
    for (auto it = stored.constBegin(); it != stored.constEnd(); ++it) {
        const QJsonObject answer = it->toObject();
        read.answers.insert(it.key(),
                            {QByteArray::fromHex(answer.value("fingerprint"_L1).toString().toLatin1()),
                             answer.value("status"_L1).toInt(), answer.value("body"_L1).toString().toUtf8()});
    }
    if (read.accounts.size() < 5 || read.keys.size() < 2) {
        *error = u"accounts or keys are missing"_s;
        return false;
    }
    read.modes = modes;
    *this = std::move(read);
    return true;
}

} // namespace numbers::simulator

#include "simulator/twilio/twilioapi.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// SIP trunks and the numbers on them.
namespace numbers::simulator {

namespace {

using V = QJsonValue;

QJsonObject trunkJson(const TwilioCall &call, const Trunk &trunk)
{
    const QString url = call.base + u"/v1/Trunks/"_s + trunk.sid;
    return {{u"sid"_s, trunk.sid},
            {u"account_sid"_s, trunk.accountSid},
            {u"friendly_name"_s, trunk.friendlyName},
            {u"domain_name"_s, trunk.domainName},
            {u"disaster_recovery_method"_s, V()},
            {u"disaster_recovery_url"_s, V()},
            {u"secure"_s, false},
            {u"recording"_s, QJsonObject{{u"mode"_s, u"do-not-record"_s}, {u"trim"_s, u"do-not-trim"_s}}},
            {u"transfer_mode"_s, u"disable-all"_s},
            {u"transfer_caller_id"_s, u"from-transferee"_s},
            {u"cnam_lookup_enabled"_s, false},
            {u"auth_type"_s, u""_s},
            {u"symmetric_rtp_enabled"_s, false},
            {u"auth_type_set"_s, QJsonArray()},
            {u"date_created"_s, iso8601(trunk.created)},
            {u"date_updated"_s, iso8601(trunk.created)},
            {u"url"_s, url},
            {u"links"_s, QJsonObject{{u"phone_numbers"_s, url + u"/PhoneNumbers"_s}}}};
}

QJsonObject trunkNumberJson(const TwilioCall &call, const TwilioNumber &number)
{
    QJsonObject object = toTwilioJson(number);
    for (const QString &name : {u"uri"_s, u"origin"_s, u"type"_s, u"emergency_status"_s,
                                u"emergency_address_sid"_s, u"emergency_address_status"_s}) {
        object.remove(name);
    }
    const QString url = call.base + u"/v1/Trunks/%1/PhoneNumbers/%2"_s.arg(number.trunkSid, number.sid);
    object.insert(u"date_created"_s, iso8601(number.created));
    object.insert(u"date_updated"_s, iso8601(number.updated));
    object.insert(u"url"_s, url);
    object.insert(u"links"_s, QJsonObject{{u"phone_number"_s, url}});
    return object;
}

HttpAnswer listTrunkNumbers(const TwilioCall &call, const Trunk &trunk)
{
    QStringList sids;
    for (const int index : call.data.numbersOf(call.accountSid)) {
        const TwilioNumber &number = call.data.numberAt(index);
        if (number.trunkSid == trunk.sid) {
            sids.append(number.sid);
        }
    }
    return pageOfSids(call, u"phone_numbers"_s, sids, [&](qsizetype index) {
        return trunkNumberJson(call, *call.data.numberBySid(sids.at(index)));
    });
}

HttpAnswer addTrunkNumber(TwilioCall &call, const Trunk &trunk)
{
    TwilioNumber *number =
        call.data.numberBySid(field(call.request.form(), u"PhoneNumberSid"_s).value_or(QString()));
    if (number == nullptr || number->accountSid != call.accountSid) {
        return twilioNotFound(call.request);
    }
    number->trunkSid = trunk.sid;
    number->voiceApplicationSid.clear();
    number->updated = call.time();
    call.audit(u"phone-number.updated"_s, number->sid);
    return HttpAnswer::json(201, trunkNumberJson(call, *number));
}

HttpAnswer oneTrunkNumber(TwilioCall &call, const Trunk &trunk, const QString &sid)
{
    TwilioNumber *number = call.data.numberBySid(sid);
    if (number == nullptr || number->accountSid != call.accountSid || number->trunkSid != trunk.sid) {
        return twilioNotFound(call.request);
    }
    if (call.isGet()) {
        return HttpAnswer::json(200, trunkNumberJson(call, *number));
    }
    if (!call.isDelete()) {
        return twilioNoSuchMethod();
    }
    number->trunkSid.clear();
    number->updated = call.time();
    call.audit(u"phone-number.updated"_s, sid);
    return noContent();
}

} // namespace

HttpAnswer trunks(TwilioCall &call)
{
    if (call.rest.size() == 1) {
        return listOwn(call, call.data.trunks, u"trunks"_s,
                       [&call](const Trunk &trunk) { return trunkJson(call, trunk); });
    }
    const Trunk *trunk = findOwn(call, call.data.trunks, call.rest.at(1));
    if (trunk == nullptr) {
        return twilioNotFound(call.request);
    }
    if (call.rest.size() == 2) {
        return call.isGet() ? HttpAnswer::json(200, trunkJson(call, *trunk)) : twilioNoSuchMethod();
    }
    if (call.rest.at(2) != "PhoneNumbers"_L1 || call.rest.size() > 4) {
        return twilioNotFound(call.request);
    }
    if (call.rest.size() == 4) {
        return oneTrunkNumber(call, *trunk, call.rest.at(3));
    }
    if (call.isPost()) {
        return addTrunkNumber(call, *trunk);
    }
    return call.isGet() ? listTrunkNumbers(call, *trunk) : twilioNoSuchMethod();
}

} // namespace numbers::simulator

#include "simulator/twilio/twilioapi.h"
#include "simulator/world/pseudorandom.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

/// Twilio's `*` for one digit, anywhere in the number.
bool matchesPattern(const QString &e164, const QString &pattern)
{
    QString wanted;
    for (const QChar c : pattern) {
        if (c.isDigit() || c == u'*') {
            wanted += c;
        }
    }
    const QStringView digits = QStringView(e164).mid(1);
    for (qsizetype at = 0; at + wanted.size() <= digits.size(); ++at) {
        bool same = true;
        for (qsizetype i = 0; same && i < wanted.size(); ++i) {
            same = wanted[i] == u'*' || wanted[i] == digits[at + i];
        }
        if (same) {
            return true;
        }
    }
    return false;
}

HttpAnswer listNumbers(const TwilioCall &call)
{
    TwilioPage page;
    if (auto refusal = readPage(call.request, page)) {
        return *refusal;
    }
    const auto query = call.request.query();
    const auto phone = field(query, u"PhoneNumber"_s);
    const auto name = field(query, u"FriendlyName"_s);
    const auto origin = field(query, u"Origin"_s);
    const auto beta = field(query, u"Beta"_s);
    const auto matches = [&](const TwilioNumber &number) {
        return (!phone || matchesPattern(number.phoneNumber, *phone)) &&
               (!name || number.friendlyName == *name) && (!origin || number.origin == *origin) &&
               (!beta || number.isBeta == (*beta == "true"_L1));
    };
    // Newest first. A page is found by the last sid of the one before, so that releasing numbers meanwhile
    // loses none.
    const std::vector<int> &all = call.data.numbersOf(call.accountSid);
    const bool hasToken = !page.after.isEmpty() && std::any_of(all.begin(), all.end(), [&](int i) {
        return call.data.numberAt(i).sid == page.after;
    });
    qsizetype toSkip = hasToken ? 0 : static_cast<qsizetype>(page.page) * page.size;
    bool reached = !hasToken;
    bool hasNext = false;
    QString lastSid;
    QJsonArray items;
    for (auto it = all.rbegin(); it != all.rend(); ++it) {
        const TwilioNumber &number = call.data.numberAt(*it);
        if (!reached) {
            reached = number.sid == page.after;
        } else if (matches(number) && toSkip-- <= 0) {
            if (items.size() == page.size) {
                hasNext = true;
                break;
            }
            items.append(toTwilioJson(number));
            lastSid = number.sid;
        }
    }
    return pageOf(call, page, u"incoming_phone_numbers"_s, items, hasNext, lastSid);
}

/// Form fields that are stored as they come; URL fields are checked, methods are GET or POST.
struct FormField
{
    const char *name;
    QString TwilioNumber::*member;
    enum { Text, Url, Method } kind;
};

constexpr std::array<FormField, 18> formFields{{
    {"FriendlyName", &TwilioNumber::friendlyName, FormField::Text},
    {"VoiceUrl", &TwilioNumber::voiceUrl, FormField::Url},
    {"VoiceMethod", &TwilioNumber::voiceMethod, FormField::Method},
    {"VoiceFallbackUrl", &TwilioNumber::voiceFallbackUrl, FormField::Url},
    {"VoiceFallbackMethod", &TwilioNumber::voiceFallbackMethod, FormField::Method},
    {"SmsUrl", &TwilioNumber::smsUrl, FormField::Url},
    {"SmsMethod", &TwilioNumber::smsMethod, FormField::Method},
    {"SmsFallbackUrl", &TwilioNumber::smsFallbackUrl, FormField::Url},
    {"SmsFallbackMethod", &TwilioNumber::smsFallbackMethod, FormField::Method},
    {"StatusCallback", &TwilioNumber::statusCallback, FormField::Url},
    {"StatusCallbackMethod", &TwilioNumber::statusCallbackMethod, FormField::Method},
    {"SmsApplicationSid", &TwilioNumber::smsApplicationSid, FormField::Text},
    {"VoiceReceiveMode", &TwilioNumber::voiceReceiveMode, FormField::Text},
    {"AddressSid", &TwilioNumber::addressSid, FormField::Text},
    {"IdentitySid", &TwilioNumber::identitySid, FormField::Text},
    {"BundleSid", &TwilioNumber::bundleSid, FormField::Text},
    {"EmergencyStatus", &TwilioNumber::emergencyStatus, FormField::Text},
    {"EmergencyAddressSid", &TwilioNumber::emergencyAddressSid, FormField::Text},
}};

std::optional<HttpAnswer> checkField(const FormField &form, const QString &value)
{
    if (value.isEmpty()) {
        return std::nullopt;
    }
    if (form.kind == FormField::Url) {
        const QUrl url(value, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() ||
            (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)) {
            return twilioError(400, 21402, u"%1 is not valid: %2"_s.arg(QLatin1String(form.name), value));
        }
    } else if (form.kind == FormField::Method && value != "GET"_L1 && value != "POST"_L1) {
        return twilioError(400, 21403, u"%1 is not valid: %2"_s.arg(QLatin1String(form.name), value));
    } else if (form.member == &TwilioNumber::friendlyName && value.size() > 64) {
        return twilioError(400, 20001, u"FriendlyName must not be longer than 64 characters"_s);
    }
    return std::nullopt;
}

template <typename Things>
bool owns(const Things &things, const QString &accountSid, const QString &sid)
{
    return std::any_of(things.begin(), things.end(),
                       [&](const auto &thing) { return thing.sid == sid && thing.accountSid == accountSid; });
}

/// A trunk and a voice application exclude each other; setting one deletes the other.
std::optional<HttpAnswer> applyOwners(const TwilioCall &call, TwilioNumber &number,
                                      const QList<QPair<QString, QString>> &form)
{
    const auto trunk = field(form, u"TrunkSid"_s);
    const auto application = field(form, u"VoiceApplicationSid"_s);
    const auto sms = field(form, u"SmsApplicationSid"_s);
    if (trunk && !trunk->isEmpty() && application && !application->isEmpty()) {
        return twilioError(400, 20001, u"TrunkSid and VoiceApplicationSid cannot both be set"_s);
    }
    for (const auto &wanted : {application, sms}) {
        if (wanted && !wanted->isEmpty() && !owns(call.data.applications, number.accountSid, *wanted)) {
            return twilioError(400, 20001, u"Invalid ApplicationSid: %1"_s.arg(*wanted));
        }
    }
    if (trunk && !trunk->isEmpty() && !owns(call.data.trunks, number.accountSid, *trunk)) {
        return twilioError(400, 20001, u"Invalid TrunkSid: %1"_s.arg(*trunk));
    }
    if (trunk) {
        number.trunkSid = *trunk;
        if (!trunk->isEmpty()) {
            number.voiceApplicationSid.clear();
        }
    }
    if (application) {
        number.voiceApplicationSid = *application;
        if (!application->isEmpty()) {
            number.trunkSid.clear();
        }
    }
    return std::nullopt;
}

std::optional<HttpAnswer> checkFallbacks(const TwilioNumber &number,
                                         const QList<QPair<QString, QString>> &form)
{
    const auto sets = [&form](const char *name) {
        const auto value = field(form, QString::fromLatin1(name));
        return value && !value->isEmpty();
    };
    if ((sets("VoiceFallbackUrl") && number.voiceUrl.isEmpty() && number.voiceApplicationSid.isEmpty()) ||
        (sets("SmsFallbackUrl") && number.smsUrl.isEmpty() && number.smsApplicationSid.isEmpty())) {
        return twilioError(400, 21405, u"A fallback URL needs a URL"_s);
    }
    return std::nullopt;
}

std::optional<HttpAnswer> moveIfAsked(TwilioCall &call, const TwilioNumber &number,
                                      const QList<QPair<QString, QString>> &form)
{
    const auto target = field(form, u"AccountSid"_s);
    if (!target || *target == number.accountSid) {
        return std::nullopt;
    }
    const TwilioAccount *from = call.data.account(number.accountSid);
    const TwilioAccount *to = call.data.account(*target);
    if (to == nullptr || from == nullptr || to->ownerSid != from->ownerSid) {
        return twilioError(400, 20001, u"Invalid AccountSid: %1"_s.arg(*target));
    }
    if (call.caller.accountSid != from->ownerSid) {
        return twilioError(403, 20403, u"Moving numbers needs the parent account's credentials"_s);
    }
    if (to->status != "active"_L1) {
        return twilioError(403, 20005, u"Account not active"_s);
    }
    return std::nullopt;
}

HttpAnswer updateNumber(TwilioCall &call, TwilioNumber &number)
{
    const auto form = call.request.form();
    if (auto refusal = moveIfAsked(call, number, form)) {
        return *refusal;
    }
    if (auto refusal = applyNumberFields(call, number)) {
        return *refusal;
    }
    number.updated = call.time();
    call.audit(u"phone-number.updated"_s, number.sid);
    if (const auto target = field(form, u"AccountSid"_s); target && *target != number.accountSid) {
        call.data.moveNumber(number.sid, *target);
    }
    return HttpAnswer::json(200, toTwilioJson(number));
}

} // namespace

std::optional<HttpAnswer> applyNumberFields(TwilioCall &call, TwilioNumber &number)
{
    const auto form = call.request.form();
    TwilioNumber changed = number;
    for (const FormField &candidate : formFields) {
        const auto value = field(form, QString::fromLatin1(candidate.name));
        if (!value) {
            continue;
        }
        if (auto refusal = checkField(candidate, *value)) {
            return refusal;
        }
        // An empty method means the default again.
        changed.*candidate.member =
            candidate.kind == FormField::Method && value->isEmpty() ? u"POST"_s : *value;
    }
    if (const auto lookup = field(form, u"VoiceCallerIdLookup"_s)) {
        if (*lookup != "true"_L1 && *lookup != "false"_L1) {
            return twilioError(400, 20001, u"VoiceCallerIdLookup is not valid: %1"_s.arg(*lookup));
        }
        changed.voiceCallerIdLookup = *lookup == "true"_L1;
    }
    if (auto refusal = applyOwners(call, changed, form)) {
        return refusal;
    }
    if (auto refusal = checkFallbacks(changed, form)) {
        return refusal;
    }
    number = changed;
    return std::nullopt;
}

HttpAnswer incomingNumbers(TwilioCall &call)
{
    if (call.rest.size() == 1) {
        return call.isGet() ? listNumbers(call) : twilioNoSuchMethod();
    }
    TwilioNumber *number = call.data.numberBySid(call.rest.at(1));
    if (call.rest.size() != 2 || number == nullptr || number->accountSid != call.accountSid) {
        return twilioNotFound(call.request);
    }
    if (call.isGet()) {
        return HttpAnswer::json(200, toTwilioJson(*number));
    }
    if (call.isPost()) {
        return updateNumber(call, *number);
    }
    if (!call.isDelete()) {
        return twilioNoSuchMethod();
    }
    const QString sid = number->sid;
    call.audit(u"phone-number.deleted"_s, sid);
    call.data.removeNumber(sid);
    return noContent();
}

QJsonObject toTwilioJson(const TwilioNumber &number)
{
    // Twilio shows an unset URL as "" in some numbers and fields, and as null in others.
    const quint64 style = mix(0, number.sid);
    int position = 0;
    const auto url = [&](const QString &value) -> QJsonValue {
        const bool asNull = ((style >> position++) & 1) != 0;
        return value.isEmpty() && asNull ? QJsonValue() : QJsonValue(value);
    };
    const QJsonObject capabilities{
        {u"voice"_s, number.voice}, {u"sms"_s, number.sms}, {u"mms"_s, number.mms}, {u"fax"_s, number.fax}};
    return {
        {u"sid"_s, number.sid},
        {u"account_sid"_s, number.accountSid},
        {u"phone_number"_s, number.phoneNumber},
        {u"friendly_name"_s, number.friendlyName},
        {u"origin"_s, number.origin},
        {u"type"_s, number.type},
        {u"status"_s, u"in-use"_s},
        {u"beta"_s, number.isBeta},
        {u"capabilities"_s, capabilities},
        {u"api_version"_s, u"2010-04-01"_s},
        {u"date_created"_s, rfc2822(number.created)},
        {u"date_updated"_s, rfc2822(number.updated)},
        {u"uri"_s,
         u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(number.accountSid, number.sid)},
        {u"voice_url"_s, url(number.voiceUrl)},
        {u"voice_method"_s, number.voiceMethod},
        {u"voice_fallback_url"_s, url(number.voiceFallbackUrl)},
        {u"voice_fallback_method"_s, number.voiceFallbackMethod},
        {u"voice_application_sid"_s, url(number.voiceApplicationSid)},
        {u"voice_caller_id_lookup"_s, number.voiceCallerIdLookup},
        {u"voice_receive_mode"_s, number.voiceReceiveMode},
        {u"trunk_sid"_s, orNull(number.trunkSid)},
        {u"sms_url"_s, url(number.smsUrl)},
        {u"sms_method"_s, number.smsMethod},
        {u"sms_fallback_url"_s, url(number.smsFallbackUrl)},
        {u"sms_fallback_method"_s, number.smsFallbackMethod},
        {u"sms_application_sid"_s, url(number.smsApplicationSid)},
        {u"status_callback"_s, url(number.statusCallback)},
        {u"status_callback_method"_s, number.statusCallbackMethod},
        {u"address_requirements"_s, number.addressRequirements},
        {u"address_sid"_s, orNull(number.addressSid)},
        {u"identity_sid"_s, orNull(number.identitySid)},
        {u"bundle_sid"_s, orNull(number.bundleSid)},
        {u"emergency_status"_s, number.emergencyStatus},
        {u"emergency_address_sid"_s, orNull(number.emergencyAddressSid)},
        {u"emergency_address_status"_s, number.emergencyAddressStatus},
    };
}

} // namespace numbers::simulator

#include "simulator/twilio/twilioapi.h"
#include "simulator/world/numberplan.h"
#include "simulator/world/pseudorandom.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

constexpr std::array<std::pair<const char *, const char *>, 8> countryNames{{{"US", "United States"},
                                                                             {"CA", "Canada"},
                                                                             {"GB", "United Kingdom"},
                                                                             {"DE", "Germany"},
                                                                             {"FR", "France"},
                                                                             {"AU", "Australia"},
                                                                             {"NL", "Netherlands"},
                                                                             {"ES", "Spain"}}};
constexpr std::array<std::pair<const char *, const char *>, 3> types{
    {{"Local", "local"}, {"Mobile", "mobile"}, {"TollFree", "tollfree"}}};

/// The search's ceiling; Twilio does not page it.
constexpr int mostResults = 30;
constexpr int candidatesPerPlan = 200;

/// A quarter of all numbers nobody owns is for sale.
bool isForSale(WorldData &data, const QString &e164)
{
    return data.numberByPhone(e164) == nullptr && mix(data.seed + 77, e164) % 4 == 0;
}

QJsonObject countryJson(const QString &accountSid, const QString &code, const QString &name)
{
    const QString uri = u"/2010-04-01/Accounts/%1/AvailablePhoneNumbers/%2"_s.arg(accountSid, code);
    QJsonObject subresources;
    for (const auto &[resource, type] : types) {
        for (const PlanEntry &entry : numberPlan()) {
            if (code == QLatin1String(entry.country) && qstrcmp(entry.type, type) == 0) {
                subresources.insert(QString::fromLatin1(type == QByteArray("tollfree") ? "toll_free" : type),
                                    uri + u'/' + QLatin1String(resource) + u".json"_s);
            }
        }
    }
    return {{u"country_code"_s, code},
            {u"country"_s, name},
            {u"beta"_s, false},
            {u"uri"_s, uri + u".json"_s},
            {u"subresource_uris"_s, subresources}};
}

QJsonObject availableJson(const PlanEntry &entry, const QString &e164)
{
    const bool isNorthAmerican = e164.startsWith("+1"_L1);
    return {{u"friendly_name"_s, defaultFriendlyName(e164)},
            {u"phone_number"_s, e164},
            {u"lata"_s, isNorthAmerican ? QJsonValue(u"722"_s) : QJsonValue()},
            {u"locality"_s, orNull(QString::fromUtf8(entry.locality))},
            {u"rate_center"_s,
             isNorthAmerican ? orNull(QString::fromUtf8(entry.locality).toUpper()) : QJsonValue()},
            {u"latitude"_s, QJsonValue()},
            {u"longitude"_s, QJsonValue()},
            {u"region"_s, orNull(QString::fromUtf8(entry.region))},
            {u"postal_code"_s, QJsonValue()},
            {u"iso_country"_s, QString::fromLatin1(entry.country)},
            {u"address_requirements"_s, QString::fromLatin1(entry.addressRequirements)},
            {u"beta"_s, false},
            {u"capabilities"_s, QJsonObject{{u"voice"_s, entry.voice},
                                            {u"sms"_s, entry.sms},
                                            {u"mms"_s, entry.mms},
                                            {u"fax"_s, false}}}};
}

using Fields = QList<QPair<QString, QString>>;

bool wants(const Fields &query, const char *name, bool has)
{
    const auto value = field(query, QString::fromLatin1(name));
    return !value || (*value == "true"_L1) == has;
}

bool isExcluded(const Fields &query, const PlanEntry &entry)
{
    const QByteArray requirement(entry.addressRequirements);
    const auto excludes = [&query](const char *name) {
        return field(query, QString::fromLatin1(name)) == u"true"_s;
    };
    return (requirement != "none" && excludes("ExcludeAllAddressRequired")) ||
           (requirement == "local" && excludes("ExcludeLocalAddressRequired"));
}

bool fitsPlan(const Fields &query, const PlanEntry &entry)
{
    const auto same = [&query](const char *name, const char *value) {
        const auto wanted = field(query, QString::fromLatin1(name));
        return !wanted || wanted->compare(QString::fromUtf8(value), Qt::CaseInsensitive) == 0;
    };
    return wants(query, "VoiceEnabled", entry.voice) && wants(query, "SmsEnabled", entry.sms) &&
           wants(query, "MmsEnabled", entry.mms) && wants(query, "FaxEnabled", false) &&
           wants(query, "Beta", false) && same("AreaCode", entry.areaCode) &&
           same("InRegion", entry.region) && same("InLocality", entry.locality) && !isExcluded(query, entry);
}

/// Contains: `*` is one digit, letters are those of a keypad; matched anywhere in the number.
bool contains(const QString &e164, const QString &wanted)
{
    static const QString keys = u"22233344455566677778889999"_s;
    QString pattern;
    for (const QChar c : wanted.toUpper()) {
        if (c == u'*') {
            pattern += u"\\d"_s;
        } else if (c >= u'A' && c <= u'Z') {
            pattern += keys[c.unicode() - u'A'];
        } else if (c.isDigit()) {
            pattern += c;
        }
    }
    return QRegularExpression(pattern).match(e164).hasMatch();
}

HttpAnswer search(TwilioCall &call, const QString &country, const QByteArray &type)
{
    const Fields query = call.request.query();
    const auto pattern = field(query, u"Contains"_s);
    if (pattern && (pattern->size() < 2 || pattern->size() > 16)) {
        return twilioError(400, 20001, u"Contains must have 2 to 16 characters"_s);
    }
    const int limit = std::clamp(field(query, u"PageSize"_s).value_or(u"30"_s).toInt(), 1, mostResults);
    QJsonArray found;
    for (int i = 0; i < candidatesPerPlan && found.size() < limit; ++i) {
        for (const PlanEntry &entry : numberPlan()) {
            if (country != QLatin1String(entry.country) || type != entry.type || !fitsPlan(query, entry)) {
                continue;
            }
            const QString e164 = drawNumber(entry, mix(call.data.seed + 99, static_cast<quint64>(i)));
            if (isForSale(call.data, e164) && (!pattern || contains(e164, *pattern)) &&
                found.size() < limit) {
                found.append(availableJson(entry, e164));
            }
        }
    }
    const QString name = u"available_phone_numbers"_s;
    return HttpAnswer::json(200,
                            QJsonObject{{name, found}, {u"uri"_s, QString::fromUtf8(call.request.target)}});
}

/// What a buyer in this country must name besides the number.
std::optional<HttpAnswer> checkDocuments(const PlanEntry &entry, const Fields &form)
{
    const auto has = [&form](const char *name, const char *prefix) {
        const QString value = field(form, QString::fromLatin1(name)).value_or(QString());
        return value.size() == 34 && value.startsWith(QLatin1String(prefix));
    };
    const QByteArray documents(entry.documents);
    if (documents == "bundle" && !has("BundleSid", "BU")) {
        return field(form, u"BundleSid"_s)
                   ? twilioError(400, 21650, u"The bundle does not suit this number"_s)
                   : twilioError(400, 21649, u"Bundle required for this number"_s);
    }
    if (documents == "identity" && !has("IdentitySid", "RI")) {
        return twilioError(400, 21651, u"Identity required for this number"_s);
    }
    const QByteArray address(entry.addressRequirements);
    if (address != "none" && !has("AddressSid", "AD")) {
        return address == "local" ? twilioError(400, 21615, u"Phone Number Requires a Local Address"_s)
                                  : twilioError(400, 21631, u"Phone Number Requires an Address"_s);
    }
    return std::nullopt;
}

TwilioNumber freshNumber(TwilioCall &call, const PlanEntry &entry, const QString &e164)
{
    TwilioNumber number;
    number.sid = call.data.newSid(u"PN"_s);
    number.accountSid = call.accountSid;
    number.phoneNumber = e164;
    number.friendlyName = defaultFriendlyName(e164);
    number.country = QString::fromLatin1(entry.country);
    number.type = QString::fromLatin1(entry.type);
    number.origin = u"twilio"_s;
    number.voice = entry.voice;
    number.sms = entry.sms;
    number.mms = entry.mms;
    number.voiceMethod = number.voiceFallbackMethod = number.smsMethod = number.smsFallbackMethod =
        number.statusCallbackMethod = u"POST"_s;
    number.voiceReceiveMode = u"voice"_s;
    number.addressRequirements = QString::fromLatin1(entry.addressRequirements);
    number.emergencyStatus = u"Inactive"_s;
    number.emergencyAddressStatus = u"unregistered"_s;
    number.created = call.time();
    number.updated = number.created;
    return number;
}

/// Twilio's published magic numbers; they never change anything.
std::optional<HttpAnswer> magic(TwilioCall &call, const QString &e164, const QString &areaCode)
{
    if (e164 == "+15005550001"_L1) {
        return twilioError(400, 21421, u"PhoneNumber %1 is invalid"_s.arg(e164));
    }
    if (e164 == "+15005550000"_L1) {
        return twilioError(400, 21422, u"%1 is not available"_s.arg(e164));
    }
    if (areaCode == "533"_L1) {
        return twilioError(400, 21452, u"No phone numbers found in area code 533"_s);
    }
    if (call.caller.kind != TwilioCaller::Kind::TestCredentials) {
        return std::nullopt;
    }
    if (e164 != "+15005550006"_L1 && areaCode != "500"_L1) {
        return areaCode.isEmpty()
                   ? twilioError(400, 21422, u"%1 is not available"_s.arg(e164))
                   : twilioError(400, 21452, u"No phone numbers found in area code %1"_s.arg(areaCode));
    }
    TwilioNumber number = freshNumber(call, numberPlan().front(), u"+15005550006"_s);
    if (auto refusal = applyNumberFields(call, number)) {
        return refusal;
    }
    return HttpAnswer::json(201, toTwilioJson(number));
}

/// The first number for sale in an area code; empty when there is none.
QString firstIn(TwilioCall &call, const QString &areaCode)
{
    for (const PlanEntry &entry : numberPlan()) {
        if (areaCode != QLatin1String(entry.areaCode) || areaCode.isEmpty()) {
            continue;
        }
        for (int i = 0; i < candidatesPerPlan; ++i) {
            QString e164 = drawNumber(entry, mix(call.data.seed + 99, static_cast<quint64>(i)));
            if (isForSale(call.data, e164)) {
                return e164;
            }
        }
    }
    return {};
}

} // namespace

HttpAnswer availableNumbers(TwilioCall &call)
{
    if (!call.isGet()) {
        return twilioNoSuchMethod();
    }
    if (call.rest.size() == 1) {
        QJsonArray countries;
        for (const auto &[code, name] : countryNames) {
            countries.append(
                countryJson(call.accountSid, QString::fromLatin1(code), QString::fromLatin1(name)));
        }
        return HttpAnswer::json(200, QJsonObject{{u"countries"_s, countries},
                                                 {u"uri"_s, QString::fromUtf8(call.request.target)}});
    }
    const QString country = call.rest.at(1).toUpper();
    const auto known = std::find_if(countryNames.begin(), countryNames.end(),
                                    [&](const auto &entry) { return country == QLatin1String(entry.first); });
    if (known == countryNames.end()) {
        return twilioNotFound(call.request);
    }
    if (call.rest.size() == 2) {
        return HttpAnswer::json(200,
                                countryJson(call.accountSid, country, QString::fromLatin1(known->second)));
    }
    for (const auto &[resource, type] : types) {
        if (call.rest.at(2) == QLatin1String(resource)) {
            return search(call, country, type);
        }
    }
    return twilioNotFound(call.request);
}

HttpAnswer buyNumber(TwilioCall &call)
{
    const Fields form = call.request.form();
    QString e164 = field(form, u"PhoneNumber"_s).value_or(QString());
    const QString areaCode = field(form, u"AreaCode"_s).value_or(QString());
    if (e164.isEmpty() == areaCode.isEmpty()) {
        return twilioError(400, 21421, u"Either PhoneNumber or AreaCode is needed"_s);
    }
    if (auto answer = magic(call, e164, areaCode)) {
        return *answer;
    }
    static const QRegularExpression areaCodeForm(u"^[2-9]\\d\\d$"_s);
    static const QRegularExpression numberForm(u"^\\+[1-9]\\d{6,14}$"_s);
    if (!areaCode.isEmpty()) {
        if (!areaCodeForm.match(areaCode).hasMatch()) {
            return twilioError(400, 21451, u"Area code %1 is invalid"_s.arg(areaCode));
        }
        e164 = firstIn(call, areaCode);
        if (e164.isEmpty()) {
            return twilioError(400, 21452, u"No phone numbers found in area code %1"_s.arg(areaCode));
        }
    } else if (!numberForm.match(e164).hasMatch()) {
        return twilioError(400, 21421, u"PhoneNumber %1 is invalid"_s.arg(e164));
    }
    const PlanEntry *plan = planOf(e164);
    if (plan == nullptr || !isForSale(call.data, e164)) {
        return twilioError(400, 21422, u"%1 is not available"_s.arg(e164));
    }
    const TwilioAccount *account = call.data.account(call.accountSid);
    if (account->type == "Trial"_L1 && !call.data.numbersOf(call.accountSid).empty()) {
        return twilioError(400, 21404, u"Trial accounts are allowed only one Twilio number"_s);
    }
    if (auto refusal = checkDocuments(*plan, form)) {
        return *refusal;
    }
    TwilioNumber number = freshNumber(call, *plan, e164);
    if (auto refusal = applyNumberFields(call, number)) {
        return *refusal;
    }
    const QJsonObject json = toTwilioJson(call.data.addNumber(number));
    call.audit(u"phone-number.created"_s, number.sid);
    return HttpAnswer::json(201, json);
}

} // namespace numbers::simulator

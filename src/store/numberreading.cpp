#include "store/numberreading.h"

#include "store/enumnames.h"
#include "store/fleetsearch.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

QVariant toValue(const std::optional<bool> &flag)
{
    return flag ? QVariant(*flag ? 1 : 0) : QVariant(QMetaType::fromType<int>());
}

std::optional<bool> flagOf(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toBool());
}

/// One of a later version is not known here, least of all is the number Gone.
Health healthOf(int value)
{
    const bool isKnown = value >= 0 && value <= static_cast<int>(Health::Gone);
    return isKnown ? static_cast<Health>(value) : Health::Unknown;
}

QString toText(const std::optional<twilio::Capabilities> &capabilities)
{
    if (!capabilities) {
        return {};
    }
    QStringList words{u"known"_s};
    const std::initializer_list<std::pair<bool, QString>> flags{{capabilities->voice, u"voice"_s},
                                                                {capabilities->sms, u"sms"_s},
                                                                {capabilities->mms, u"mms"_s},
                                                                {capabilities->fax, u"fax"_s}};
    for (const auto &[isSet, word] : flags) {
        if (isSet) {
            words << word;
        }
    }
    return words.join(u' ');
}

std::optional<twilio::Capabilities> capabilitiesOf(const QString &text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QStringList words = text.split(u' ');
    twilio::Capabilities capabilities;
    capabilities.voice = words.contains(u"voice"_s);
    capabilities.sms = words.contains(u"sms"_s);
    capabilities.mms = words.contains(u"mms"_s);
    capabilities.fax = words.contains(u"fax"_s);
    return capabilities;
}

/// Most numbers have none, and an empty column costs nothing.
QString toText(const QJsonObject &object)
{
    return object.isEmpty() ? QString()
                            : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString &text)
{
    return text.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
}

QString toText(const std::optional<WebhookConfiguration> &webhooks)
{
    return webhooks ? toText(webhooks->toJson()) : QString();
}

std::optional<WebhookConfiguration> webhooksOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(WebhookConfiguration::fromJson(objectOf(text)));
}

} // namespace

const QString &numberColumns()
{
    static const QString columns =
        u"number_id, key_id, phone_number, agent_id, agent_name, account_sid, account_label, number_sid, "
        "friendly_name, customer, capabilities, is_inbound_enabled, is_outbound_enabled, custom_prompt, "
        "provider, health, health_detail, imported_at, checked_at, baseline, last_seen, health_findings, "
        "settings"_s;
    return columns;
}

NumberRecord numberOf(const QSqlQuery &row)
{
    NumberRecord number;
    number.id = row.value(0).toLongLong();
    number.keyId = row.value(1).toString();
    if (const auto phoneNumber = PhoneNumber::fromE164(row.value(2).toString())) {
        number.phoneNumber = *phoneNumber;
    }
    if (const auto agent = AgentId::parse(row.value(3).toString())) {
        number.agentId = *agent;
    }
    number.agentName = row.value(4).toString();
    if (const auto account = AccountSid::parse(row.value(5).toString())) {
        number.accountSid = *account;
    }
    number.accountLabel = row.value(6).toString();
    number.numberSid = row.value(7).toString();
    number.friendlyName = row.value(8).toString();
    number.customer = row.value(9).toString();
    number.capabilities = capabilitiesOf(row.value(10).toString());
    number.isInboundEnabled = flagOf(row.value(11));
    number.isOutboundEnabled = flagOf(row.value(12));
    number.customPrompt = row.value(13).toString();
    number.provider = row.value(14).toString();
    number.health = healthOf(row.value(15).toInt());
    number.healthDetail = row.value(16).toString();
    number.importedAt = timeFromText(row.value(17).toString());
    number.checkedAt = timeFromText(row.value(18).toString());
    number.baseline = webhooksOf(row.value(19).toString());
    number.lastSeen = webhooksOf(row.value(20).toString());
    number.healthFindings = row.value(21).toString();
    number.settings = objectOf(row.value(22).toString());
    return number;
}

const QStringList &storedNumberColumns()
{
    static const QStringList columns =
        u"key_id phone_number country agent_id agent_name account_sid account_label number_sid friendly_name "
        "customer capabilities is_inbound_enabled is_outbound_enabled custom_prompt provider health "
        "health_detail imported_at checked_at baseline last_seen health_findings settings country_key "
        "agent_key account_key customer_key name_key search_text search_digits"_s.split(u' ');
    return columns;
}

QVariantList numberValues(const NumberRecord &number)
{
    return {number.keyId,
            number.phoneNumber.e164(),
            number.phoneNumber.regionCode(),
            number.agentId.toString(),
            number.agentName,
            number.accountSid.toString(),
            number.accountLabel,
            number.numberSid,
            number.friendlyName,
            number.customer,
            toText(number.capabilities),
            toValue(number.isInboundEnabled),
            toValue(number.isOutboundEnabled),
            number.customPrompt,
            number.provider,
            static_cast<int>(number.health),
            number.healthDetail,
            store::toText(number.importedAt),
            store::toText(number.checkedAt),
            toText(number.baseline),
            toText(number.lastSeen),
            number.healthFindings,
            settingsText(number.settings),
            folded(number.phoneNumber.countryName()),
            folded(number.agentName),
            folded(number.accountLabel),
            folded(number.customer),
            folded(number.friendlyName),
            searchTextOf(number),
            number.phoneNumber.searchDigits()};
}

QString settingsText(const QJsonObject &settings)
{
    return toText(settings);
}

QString searchTextOf(const NumberRecord &number)
{
    return searchTextOf(QStringList{number.friendlyName, number.customer, number.agentName,
                                    number.agentId.toString(), number.accountLabel,
                                    number.accountSid.toString(), number.numberSid,
                                    number.phoneNumber.countryName()});
}

} // namespace numbers::store

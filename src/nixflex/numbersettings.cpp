#include "nixflex/numbersettings.h"

#include "base/redact.h"
#include "nixflex/types.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace numbers::nixflex {

namespace {

/// Members of Number, and ids of the number itself.
constexpr QLatin1StringView knownFields[] = {
    "phone_number"_L1,      "agent_id"_L1,         "provider"_L1,
    "twilio_number_sid"_L1, "telnyx_number_id"_L1, "inbound_enabled"_L1,
    "outbound_enabled"_L1,  "custom_prompt"_L1,    "created_at"_L1};

QJsonObject withoutSecrets(const QJsonObject &object);

/// Undefined for what has to be left out.
QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isObject()) {
        return withoutSecrets(value.toObject());
    }
    if (value.isString() && value.toString().contains("nxfs_"_L1, Qt::CaseInsensitive)) {
        return QJsonValue::Undefined;
    }
    if (!value.isArray()) {
        return value;
    }
    QJsonArray kept;
    const QJsonArray all = value.toArray();
    for (const QJsonValue &element : all) {
        if (const QJsonValue harmless = withoutSecrets(element); !harmless.isUndefined()) {
            kept.append(harmless);
        }
    }
    return kept;
}

QJsonObject withoutSecrets(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QJsonValue value = isSecretName(it.key()) ? QJsonValue(QJsonValue::Undefined) : it.value();
        kept.insert(it.key(), withoutSecrets(value)); // An undefined one is not inserted.
    }
    return kept;
}

} // namespace

QJsonObject settingsOf(const Number &number)
{
    QJsonObject settings = number.raw;
    for (const auto &known : knownFields) {
        settings.remove(known);
    }
    return withoutSecrets(settings);
}

QJsonObject chosenSettingsOf(const Number &number)
{
    // First, since most are not set, and large fleets are read whole.
    Number chosen;
    for (auto it = number.raw.constBegin(); it != number.raw.constEnd(); ++it) {
        if (!it.value().isNull()) {
            chosen.raw.insert(it.key(), it.value());
        }
    }
    return settingsOf(chosen);
}

} // namespace numbers::nixflex

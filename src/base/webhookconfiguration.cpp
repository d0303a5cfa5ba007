#include "base/webhookconfiguration.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

using W = WebhookConfiguration;

constexpr std::array<W::Field, 15> table{{
    {"voice_url"_L1, "VoiceUrl"_L1, &W::voiceUrl, true},
    {"voice_method"_L1, "VoiceMethod"_L1, &W::voiceMethod, false},
    {"voice_fallback_url"_L1, "VoiceFallbackUrl"_L1, &W::voiceFallbackUrl, true},
    {"voice_fallback_method"_L1, "VoiceFallbackMethod"_L1, &W::voiceFallbackMethod, false},
    {"voice_application_sid"_L1, "VoiceApplicationSid"_L1, &W::voiceApplicationSid, true},
    {"voice_caller_id_lookup"_L1, "VoiceCallerIdLookup"_L1, &W::voiceCallerIdLookup, false},
    {"voice_receive_mode"_L1, "VoiceReceiveMode"_L1, &W::voiceReceiveMode, false},
    {"trunk_sid"_L1, "TrunkSid"_L1, &W::trunkSid, true},
    {"sms_url"_L1, "SmsUrl"_L1, &W::smsUrl, true},
    {"sms_method"_L1, "SmsMethod"_L1, &W::smsMethod, false},
    {"sms_fallback_url"_L1, "SmsFallbackUrl"_L1, &W::smsFallbackUrl, true},
    {"sms_fallback_method"_L1, "SmsFallbackMethod"_L1, &W::smsFallbackMethod, false},
    {"sms_application_sid"_L1, "SmsApplicationSid"_L1, &W::smsApplicationSid, true},
    {"status_callback"_L1, "StatusCallback"_L1, &W::statusCallback, true},
    {"status_callback_method"_L1, "StatusCallbackMethod"_L1, &W::statusCallbackMethod, false},
}};

} // namespace

const std::array<WebhookConfiguration::Field, 15> &WebhookConfiguration::fields()
{
    return table;
}

QString W::*WebhookConfiguration::urlOfMethod(QString W::*method)
{
    constexpr std::array<std::pair<QString W::*, QString W::*>, 5> pairs{{
        {&W::voiceMethod, &W::voiceUrl},
        {&W::voiceFallbackMethod, &W::voiceFallbackUrl},
        {&W::smsMethod, &W::smsUrl},
        {&W::smsFallbackMethod, &W::smsFallbackUrl},
        {&W::statusCallbackMethod, &W::statusCallback},
    }};
    for (const auto &[candidate, url] : pairs) {
        if (candidate == method) {
            return url;
        }
    }
    return nullptr;
}

WebhookConfiguration WebhookConfiguration::fromJson(const QJsonObject &number)
{
    WebhookConfiguration configuration;
    for (const Field &field : table) {
        const QJsonValue value = number.value(field.jsonName);
        if (value.isBool()) {
            configuration.*field.member = value.toBool() ? u"true"_s : u"false"_s;
        } else {
            configuration.*field.member = value.toString();
        }
    }
    return configuration;
}

QJsonObject WebhookConfiguration::toJson() const
{
    QJsonObject object;
    for (const Field &field : table) {
        object.insert(field.jsonName, this->*field.member);
    }
    return object;
}

QList<std::pair<QString, QString>> WebhookConfiguration::toForm() const
{
    QList<std::pair<QString, QString>> form;
    form.reserve(static_cast<qsizetype>(table.size()));
    for (const Field &field : table) {
        form.emplaceBack(QString(field.formName), this->*field.member);
    }
    return form;
}

bool WebhookConfiguration::isEmpty() const
{
    return std::none_of(table.begin(), table.end(), [this](const Field &field) {
        return field.isDestination && !(this->*field.member).isEmpty();
    });
}

QList<const WebhookConfiguration::Field *>
WebhookConfiguration::differences(const WebhookConfiguration &other) const
{
    QList<const Field *> found;
    for (const Field &field : table) {
        if (this->*field.member == other.*field.member) {
            continue;
        }
        if (QString W::*const url = urlOfMethod(field.member);
            url != nullptr && (this->*url).isEmpty() && (other.*url).isEmpty()) {
            continue;
        }
        // Missing in older answers, "voice" in newer ones; and the look-up's default is off.
        if (field.member == &W::voiceReceiveMode &&
            (this->*field.member).isEmpty() != (other.*field.member).isEmpty() &&
            (this->*field.member == "voice"_L1 || other.*field.member == "voice"_L1)) {
            continue;
        }
        if (field.member == &W::voiceCallerIdLookup && this->*field.member != "true"_L1 &&
            other.*field.member != "true"_L1) {
            continue;
        }
        found.append(&field);
    }
    return found;
}

bool isTwilioDemoUrl(const QString &url)
{
    return QUrl(url).host().compare("demo.twilio.com"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace numbers

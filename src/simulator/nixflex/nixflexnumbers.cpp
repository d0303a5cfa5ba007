#include "simulator/nixflex/nixflexapi.h"
#include "simulator/world/enginewebhooks.h"
#include "simulator/world/oddrows.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

constexpr int mostUnpagedRows = 1'000;
constexpr int mostPromptCharacters = 8'000;
constexpr int mostChannelPromptCharacters = 20'000;
constexpr int mostVoicemailCharacters = 2'000;

QJsonObject rowJson(const NixflexNumber &row)
{
    return {{u"phone_number"_s, row.phoneNumber},
            {u"agent_id"_s, orNull(row.agentId)},
            {u"provider"_s, u"twilio"_s},
            {u"twilio_number_sid"_s, row.twilioNumberSid},
            {u"telnyx_number_id"_s, QJsonValue()},
            {u"inbound_enabled"_s, row.isInboundEnabled},
            {u"outbound_enabled"_s, row.isOutboundEnabled},
            {u"custom_prompt"_s, nullable(row.customPrompt)},
            {u"voice_id"_s, nullable(row.voiceId)},
            {u"sms_reply_enabled"_s, row.isSmsReplyEnabled},
            {u"voicemail_leave_enabled"_s, nullable(row.isVoicemailLeaveEnabled)},
            {u"voicemail_message"_s, nullable(row.voicemailMessage)},
            {u"sms_prompt"_s, nullable(row.smsPrompt)},
            {u"web_prompt"_s, nullable(row.webPrompt)},
            {u"speaking_rate"_s, nullable(row.speakingRate)},
            {u"dtmf_enabled"_s, nullable(row.isDtmfEnabled)},
            {u"record_call"_s, nullable(row.isCallRecorded)},
            {u"recording_source"_s, nullable(row.recordingSource)},
            {u"created_at"_s, nixflexTime(row.created)}};
}

HttpAnswer list(const NixflexCall &call)
{
    const auto query = call.request.query();
    const auto agentId = field(query, u"agent_id"_s);
    const bool isPaged = call.modes.listMode == ListMode::Paged;
    const int mostRows = call.modes.mostListedNumbers > 0 ? call.modes.mostListedNumbers
                         : isPaged                        ? std::numeric_limits<int>::max()
                                                          : mostUnpagedRows;
    const int limit =
        isPaged ? std::clamp(field(query, u"limit"_s).value_or(u"25"_s).toInt(), 1, 100) : mostRows;
    const int offset = isPaged ? std::max(field(query, u"offset"_s).value_or(u"0"_s).toInt(), 0) : 0;
    ListPart part(limit, offset, mostRows);
    for (auto it = call.data.rows.rbegin(); it != call.data.rows.rend(); ++it) { // newest first
        const NixflexNumber &row = it->second;
        if (row.customer != call.customer || (agentId && row.agentId != *agentId)) {
            continue;
        }
        part.add([&row] { return rowJson(row); });
        if (call.modes.hasOddRows && part.total() == 1) {
            part.addOdd(oddRows(rowJson(row), u"phone_number"_s));
        }
    }
    const bool countsAll = call.modes.numberCount == NumberCount::Total ||
                           (call.modes.numberCount == NumberCount::Usual && isPaged);
    const int count = countsAll ? part.total() : static_cast<int>(part.rows().size());
    return HttpAnswer::json(200, QJsonObject{{u"phone_numbers"_s, part.rows()}, {u"count"_s, count}});
}

/// The documented snake_case name or its camelCase form.
QJsonValue either(const QJsonObject &body, QLatin1String snake, QLatin1String camel)
{
    return body.contains(snake) ? body.value(snake) : body.value(camel);
}

struct Import
{
    QString phoneNumber;
    QString twilioSid;
    QString twilioToken;
    QString agentId;
    QJsonValue customPrompt;
};

std::optional<HttpAnswer> checkImport(const QJsonObject &body, Import &import)
{
    static constexpr std::array<FieldType, 10> types{{{"phone_number"_L1, QJsonValue::String, true},
                                                      {"phoneNumber"_L1, QJsonValue::String, true},
                                                      {"twilio_sid"_L1, QJsonValue::String, true},
                                                      {"twilioSid"_L1, QJsonValue::String, true},
                                                      {"twilio_token"_L1, QJsonValue::String, true},
                                                      {"twilioToken"_L1, QJsonValue::String, true},
                                                      {"agent_id"_L1, QJsonValue::String, true},
                                                      {"agentId"_L1, QJsonValue::String, true},
                                                      {"custom_prompt"_L1, QJsonValue::String, true},
                                                      {"customPrompt"_L1, QJsonValue::String, true}}};
    if (auto refusal = checkTypes(body, types)) {
        return refusal;
    }
    import = {either(body, "phone_number"_L1, "phoneNumber"_L1).toString(),
              either(body, "twilio_sid"_L1, "twilioSid"_L1).toString(),
              either(body, "twilio_token"_L1, "twilioToken"_L1).toString(),
              either(body, "agent_id"_L1, "agentId"_L1).toString(),
              either(body, "custom_prompt"_L1, "customPrompt"_L1)};
    const QList<QPair<QString, QString>> required{{u"phone_number"_s, import.phoneNumber},
                                                  {u"twilio_sid"_s, import.twilioSid},
                                                  {u"twilio_token"_s, import.twilioToken},
                                                  {u"agent_id"_s, import.agentId}};
    for (const auto &[name, value] : required) {
        if (value.isEmpty()) {
            return nixflexError(400, u"missing_field"_s, u"%1 is required."_s.arg(name),
                                {{u"field"_s, name}});
        }
    }
    static const QRegularExpression e164(u"^\\+[1-9]\\d{6,14}$"_s);
    if (!e164.match(import.phoneNumber).hasMatch()) {
        return nixflexError(400, u"invalid_phone_format"_s, u"phone_number must be in E.164 form."_s);
    }
    static const QRegularExpression sid(u"^AC[a-f0-9]{32}$"_s);
    if (!sid.match(import.twilioSid).hasMatch()) {
        return nixflexError(400, u"invalid_twilio_sid"_s,
                            u"twilio_sid must be AC and 32 hexadecimal digits."_s);
    }
    if (import.customPrompt.toString().size() > mostPromptCharacters) {
        return nixflexError(400, u"custom_prompt_too_long"_s,
                            u"custom_prompt has more than 8000 characters."_s);
    }
    return std::nullopt;
}

/// What Twilio says to the customer's pair: nothing when it lets Nixflex in.
std::optional<HttpAnswer> signInAtTwilio(WorldData &data, const QString &sid, const QString &token)
{
    const TwilioAccount *account = data.account(sid);
    if (account == nullptr || account->authToken != token) {
        return nixflexError(401, u"twilio_invalid_credentials"_s,
                            u"Twilio rejected this Account SID and Auth Token."_s);
    }
    const TwilioAccount *owner = data.account(account->ownerSid);
    if (account->status != "active"_L1 || (owner != nullptr && owner->status != "active"_L1)) {
        return nixflexError(401, u"twilio_auth_failed"_s, u"Twilio refused the sign-in (20003)."_s,
                            {{u"twilio_code"_s, 20003}});
    }
    return std::nullopt;
}

void recordChange(NixflexCall &call, const TwilioNumber &number, const QString &actorSid)
{
    call.isChanged = true;
    call.data.events.append({call.data.newSid(u"AE"_s), number.accountSid, actorSid, u"account"_s,
                             u"phone-number.updated"_s, number.sid, call.time()});
}

HttpAnswer importNumber(NixflexCall &call)
{
    Import import;
    if (auto refusal = checkImport(call.body, import)) {
        return *refusal;
    }
    if (auto refusal = signInAtTwilio(call.data, import.twilioSid, import.twilioToken)) {
        return *refusal;
    }
    TwilioNumber *number = call.data.numberByPhone(import.phoneNumber);
    if (number == nullptr || number->accountSid != import.twilioSid) {
        return nixflexError(404, u"number_not_in_twilio"_s, u"This number is not in that Twilio account."_s);
    }
    const NixflexAgent *agent = call.data.agent(import.agentId);
    if (agent == nullptr) {
        return nixflexError(404, u"agent_not_found"_s, u"There is no agent with this id."_s);
    }
    if (agent->customer != call.customer) {
        return nixflexError(403, u"agent_not_owned"_s, u"This agent belongs to another account."_s);
    }
    if (call.data.row(import.phoneNumber) != nullptr) {
        return nixflexError(409, u"number_already_imported"_s,
                            u"This number is already attached to an agent."_s);
    }
    if (call.modes.creditUsd <= 0) {
        return nixflexError(402, u"insufficient_balance"_s, u"The credit of this account is used up."_s);
    }
    // Only these six: a trunk, an application, a fallback URL or a Messaging Service stays where it is.
    number->voiceUrl = engine::voiceUrl;
    number->smsUrl = engine::smsUrl;
    number->statusCallback = engine::statusUrl;
    number->voiceMethod = number->smsMethod = number->statusCallbackMethod = u"POST"_s;
    number->updated = call.time();
    recordChange(call, *number, import.twilioSid);
    NixflexNumber row;
    row.customer = call.customer;
    row.phoneNumber = import.phoneNumber;
    row.agentId = import.agentId;
    row.twilioSid = import.twilioSid;
    row.twilioToken = import.twilioToken;
    row.twilioNumberSid = number->sid;
    if (!import.customPrompt.toString().isEmpty()) {
        row.customPrompt = import.customPrompt.toString();
    }
    row.created = call.time();
    return HttpAnswer::json(201, QJsonObject{{u"phone_number"_s, rowJson(call.data.addRow(std::move(row)))}});
}

template <typename T>
T valueAs(const QJsonValue &value);
template <>
QString valueAs<QString>(const QJsonValue &value)
{
    return value.toString();
}
template <>
bool valueAs<bool>(const QJsonValue &value)
{
    return value.toBool();
}

template <typename T>
void take(const QJsonObject &body, QLatin1String name, std::optional<T> &target)
{
    if (!body.contains(name)) {
        return;
    }
    const QJsonValue value = body.value(name);
    if (value.isNull() || (value.isString() && value.toString().isEmpty())) {
        target.reset();
    } else {
        target = valueAs<T>(value);
    }
}

std::optional<HttpAnswer> checkUpdate(const QJsonObject &body)
{
    static constexpr std::array<FieldType, 11> types{{{"custom_prompt"_L1, QJsonValue::String, true},
                                                      {"voice_id"_L1, QJsonValue::String, true},
                                                      {"sms_reply_enabled"_L1, QJsonValue::Bool, true},
                                                      {"voicemail_leave_enabled"_L1, QJsonValue::Bool, true},
                                                      {"voicemail_message"_L1, QJsonValue::String, true},
                                                      {"sms_prompt"_L1, QJsonValue::String, true},
                                                      {"web_prompt"_L1, QJsonValue::String, true},
                                                      {"speaking_rate"_L1, QJsonValue::Double, true},
                                                      {"dtmf_enabled"_L1, QJsonValue::Bool, true},
                                                      {"record_call"_L1, QJsonValue::Bool, true},
                                                      {"recording_source"_L1, QJsonValue::String, true}}};
    if (std::none_of(types.begin(), types.end(),
                     [&body](const FieldType &field) { return body.contains(field.name); })) {
        return nixflexError(400, u"missing_field"_s, u"Send custom_prompt or another setting."_s,
                            {{u"field"_s, u"custom_prompt"_s}});
    }
    if (auto refusal = checkTypes(body, types)) {
        return refusal;
    }
    const QString source = body.value("recording_source"_L1).toString();
    if (!source.isEmpty() && source != "provider"_L1 && source != "nixflex"_L1) {
        return nixflexError(400, u"invalid_field"_s, u"recording_source must be provider or nixflex."_s,
                            {{u"field"_s, u"recording_source"_s}});
    }
    const auto isLonger = [&body](QLatin1String name, int limit) {
        return body.value(name).toString().size() > limit;
    };
    if (isLonger("custom_prompt"_L1, mostPromptCharacters)) {
        return nixflexError(400, u"custom_prompt_too_long"_s,
                            u"custom_prompt has more than 8000 characters."_s);
    }
    if (isLonger("sms_prompt"_L1, mostChannelPromptCharacters) ||
        isLonger("web_prompt"_L1, mostChannelPromptCharacters) ||
        isLonger("voicemail_message"_L1, mostVoicemailCharacters)) {
        return nixflexError(400, u"prompt_too_long"_s, u"One of the texts is too long."_s);
    }
    return std::nullopt;
}

HttpAnswer update(NixflexCall &call, NixflexNumber &row)
{
    if (auto refusal = checkUpdate(call.body)) {
        return *refusal;
    }
    NixflexNumber changed = row;
    take(call.body, "custom_prompt"_L1, changed.customPrompt);
    take(call.body, "voice_id"_L1, changed.voiceId);
    take(call.body, "voicemail_leave_enabled"_L1, changed.isVoicemailLeaveEnabled);
    take(call.body, "voicemail_message"_L1, changed.voicemailMessage);
    take(call.body, "sms_prompt"_L1, changed.smsPrompt);
    take(call.body, "web_prompt"_L1, changed.webPrompt);
    take(call.body, "dtmf_enabled"_L1, changed.isDtmfEnabled);
    take(call.body, "record_call"_L1, changed.isCallRecorded);
    take(call.body, "recording_source"_L1, changed.recordingSource);
    if (call.body.contains("sms_reply_enabled"_L1)) {
        changed.isSmsReplyEnabled = call.body.value("sms_reply_enabled"_L1).toBool();
    }
    if (const QJsonValue rate = call.body.value("speaking_rate"_L1); rate.isNull()) {
        changed.speakingRate.reset();
    } else if (rate.isDouble()) {
        changed.speakingRate = std::clamp(rate.toDouble(), 0.5, 1.5);
    }
    if (changed.isVoicemailLeaveEnabled.value_or(false) && !changed.voicemailMessage) {
        return nixflexError(400, u"voicemail_message_required"_s, u"Voicemail needs a voicemail_message."_s);
    }
    call.isChanged = true;
    row = changed;
    return HttpAnswer::json(200, QJsonObject{{u"phone_number"_s, rowJson(row)}});
}

HttpAnswer remove(NixflexCall &call, const NixflexNumber &row)
{
    // With a token that Twilio no longer takes, the webhooks stay as they are and only the row goes.
    TwilioNumber *number = call.data.numberByPhone(row.phoneNumber);
    if (number != nullptr && number->sid == row.twilioNumberSid && number->accountSid == row.twilioSid &&
        !signInAtTwilio(call.data, row.twilioSid, row.twilioToken)) {
        number->voiceUrl.clear();
        number->smsUrl.clear();
        number->statusCallback.clear();
        number->updated = call.time();
        recordChange(call, *number, row.twilioSid);
    }
    const QString phone = row.phoneNumber;
    call.data.removeRow(phone);
    call.isChanged = true;
    return HttpAnswer::json(
        200, QJsonObject{{u"phone_number"_s, QJsonObject{{u"phone_number"_s, phone}, {u"deleted"_s, true}}}});
}

} // namespace

HttpAnswer phoneNumbers(NixflexCall &call)
{
    const QByteArray &method = call.request.method;
    if (call.rest.size() == 1 && method == "POST") {
        return importNumber(call);
    }
    if (call.rest.size() == 1 && method == "GET") {
        return list(call);
    }
    if (call.rest.size() != 2 || (method != "PATCH" && method != "DELETE")) {
        return nothingHere();
    }
    NixflexNumber *row = call.data.row(call.rest.at(1));
    if (row == nullptr || row->customer != call.customer) {
        return numberNotFound();
    }
    return method == "PATCH" ? update(call, *row) : remove(call, *row);
}

} // namespace numbers::simulator

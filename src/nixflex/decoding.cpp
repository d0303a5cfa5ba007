#include "nixflex/decoding.h"

#include "base/jsonreader.h"
#include "base/knownsecrets.h"
#include "nixflex/errors.h"

#include <string>

using namespace Qt::StringLiterals;

namespace numbers::nixflex {

namespace {

Error ofNixflex(Error error)
{
    error.provider = Error::Provider::Nixflex;
    error.effect = Error::Effect::Answered;
    return error;
}

/// RFC 8259, section 7.
void appendJsonText(std::string &out, std::string_view utf8)
{
    constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += digits[(c >> 4) & 0xf];
            out += digits[c & 0xf];
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendMember(std::string &out, std::string_view name, std::string_view value)
{
    out += out.size() > 1 ? "," : "";
    appendJsonText(out, name);
    out += ':';
    appendJsonText(out, value);
}

} // namespace

Result<QJsonDocument> documentOf(const Result<net::HttpResponse> &answer, net::Verb verb)
{
    if (!answer) {
        return failure(answer.error());
    }
    if (!answer->isSuccess()) {
        return failure(errorOf(*answer, verb));
    }
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(answer->body, &problem);
    if (document.isNull()) {
        return failure(unexpected(*answer, verb,
                                  u"%1, %2 bytes, no JSON: %3"_s.arg(QString::fromLatin1(answer->contentType))
                                      .arg(answer->body.size())
                                      .arg(problem.errorString())));
    }
    return document;
}

Error unexpected(const net::HttpResponse &answer, net::Verb verb, const QString &problem)
{
    Error error = ofNixflex(badReply(u"HTTP %1: %2"_s.arg(answer.status).arg(problem)));
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    if (net::isWrite(verb)) {
        error.effect = Error::Effect::Unknown;
    }
    return error;
}

Result<QJsonArray> rowsOf(const QJsonDocument &document, const QString &key)
{
    if (document.isArray()) {
        return document.array();
    }
    const QJsonValue rows = document.object().value(key);
    if (!rows.isArray()) {
        return failure(ofNixflex(badReply(u"%1 is no list"_s.arg(key))));
    }
    return rows.toArray();
}

Result<Agent> decodeAgent(const QJsonObject &object)
{
    JsonReader reader(object, u"agent"_s);
    Agent agent;
    QString id = reader.text("agent_id"_L1);
    if (id.isEmpty()) {
        id = reader.text("id"_L1);
    }
    if (const auto parsed = AgentId::parse(id)) {
        agent.id = *parsed;
    } else {
        reader.addProblem("agent_id"_L1, u"is missing or no id"_s);
    }
    agent.name = reader.name("name"_L1);
    agent.language = reader.word("language"_L1);
    agent.voiceId = reader.word("voice_id"_L1);
    agent.isActive = reader.knownFlag("is_active"_L1);
    if (object.value(u"is_active"_s).isNull() || object.value(u"is_active"_s).isUndefined()) {
        agent.isActive = true;
    }
    agent.createdAt = reader.time("created_at"_L1);
    if (!reader.isGood()) {
        return failure(ofNixflex(reader.error()));
    }
    return agent;
}

Result<Number> decodeNumber(const QJsonObject &object)
{
    JsonReader reader(object, u"phone_number"_s);
    Number number;
    if (const auto parsed = PhoneNumber::fromE164(reader.requiredText("phone_number"_L1))) {
        number.phoneNumber = *parsed;
    } else {
        reader.addProblem("phone_number"_L1, u"is not E.164"_s);
    }
    if (const auto agent = AgentId::parse(reader.text("agent_id"_L1))) {
        number.agentId = *agent;
    }
    number.provider = reader.word("provider"_L1);
    if (number.provider.isEmpty()) {
        number.provider = u"twilio"_s;
    }
    number.twilioNumberSid = reader.text("twilio_number_sid"_L1);
    number.isInboundEnabled = reader.knownFlag("inbound_enabled"_L1);
    number.isOutboundEnabled = reader.knownFlag("outbound_enabled"_L1);
    number.customPrompt = reader.text("custom_prompt"_L1);
    number.createdAt = reader.time("created_at"_L1);
    number.raw = object;
    if (!reader.isGood()) {
        return failure(ofNixflex(reader.error()));
    }
    return number;
}

Usage decodeUsage(const QJsonObject &object)
{
    JsonReader reader(object, u"usage"_s);
    Usage usage;
    usage.plan = reader.word("plan"_L1);
    usage.rateLimitPerMinute = reader.integer("rate_limit_per_minute"_L1);
    usage.maxConcurrent = reader.integer("max_concurrent"_L1);
    return usage;
}

SecretString importBody(const PhoneNumber &number, const QString &twilioSid, const SecretString &twilioToken,
                        const AgentId &agent, const QString &customPrompt)
{
    keepOutOfTexts(twilioToken);
    std::string body = "{";
    // Never moved while it grows, which would leave the token behind: one character takes six bytes at most.
    const auto longest =
        twilioSid.size() + twilioToken.size() + agent.toString().size() + customPrompt.size();
    body.reserve(256 + static_cast<std::size_t>(longest) * 6);
    appendMember(body, "phone_number", number.e164().toStdString());
    appendMember(body, "twilio_sid", twilioSid.toStdString());
    appendMember(body, "twilio_token", twilioToken.reveal());
    appendMember(body, "agent_id", agent.toString().toStdString());
    if (!customPrompt.isEmpty()) {
        appendMember(body, "custom_prompt", customPrompt.toStdString());
    }
    body += '}';
    SecretString secret(body);
    wipe(body);
    return secret;
}

} // namespace numbers::nixflex

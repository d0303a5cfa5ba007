#include "simulator/nixflex/nixflexapi.h"
#include "simulator/world/oddrows.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace numbers::simulator {

namespace {

constexpr int mostPromptCharacters = 16'000;
/// What the simulator takes for a voice; the real catalogue is not public.
bool isVoice(const QString &name)
{
    return !name.isEmpty() && name.size() <= 40 && name.at(0).isUpper();
}

QJsonObject rowJson(const NixflexAgent &agent)
{
    return {{u"agent_id"_s, agent.agentId},   {u"name"_s, agent.name},
            {u"language"_s, agent.language},  {u"voice_id"_s, agent.voiceId},
            {u"is_active"_s, agent.isActive}, {u"created_at"_s, nixflexTime(agent.created)}};
}

QJsonObject fullJson(const NixflexAgent &agent)
{
    QJsonObject object = rowJson(agent);
    object.insert(u"system_prompt"_s, agent.systemPrompt);
    object.insert(u"welcome_message"_s, agent.welcomeMessage);
    object.insert(u"temperature"_s, agent.temperature);
    object.insert(u"max_call_duration_seconds"_s, agent.maxCallDurationSeconds);
    object.insert(u"silence_hangup_seconds"_s, agent.silenceHangupSeconds);
    object.insert(u"record_call"_s, agent.isCallRecorded);
    object.insert(u"recording_source"_s, agent.recordingSource);
    object.insert(u"transfer_number"_s, nullable(agent.transferNumber));
    object.insert(u"webhook_url"_s, nullable(agent.webhookUrl));
    object.insert(u"fallback_message"_s, agent.fallbackMessage);
    object.insert(u"updated_at"_s, nixflexTime(agent.updated));
    return object;
}

HttpAnswer list(const NixflexCall &call)
{
    const auto query = call.request.query();
    const bool asObject = call.modes.agentsShape == AgentsShape::Object;
    const int most = asObject ? 100 : 200;
    const int limit =
        std::clamp(field(query, u"limit"_s).value_or(asObject ? u"25"_s : u"100"_s).toInt(), 1, most);
    const int offset = std::max(field(query, u"offset"_s).value_or(u"0"_s).toInt(), 0);
    const auto active = field(query, u"is_active"_s);
    ListPart part(limit, offset, std::numeric_limits<int>::max());
    for (auto it = call.data.agents.crbegin(); it != call.data.agents.crend(); ++it) { // newest first
        const bool isListed = call.modes.agentsListed == AgentsListed::All || it->isActive;
        if (isListed && it->customer == call.customer &&
            (!active || it->isActive == (*active == "true"_L1))) {
            part.add([&] { return asObject ? rowJson(*it) : fullJson(*it); });
            if (call.modes.hasOddRows && part.total() == 1) {
                part.addOdd(oddRows(rowJson(*it), u"agent_id"_s));
            }
        }
    }
    if (!asObject) {
        return HttpAnswer::json(200, part.rows());
    }
    return HttpAnswer::json(200, QJsonObject{{u"agents"_s, part.rows()},
                                             {u"count"_s, part.total()},
                                             {u"limit"_s, limit},
                                             {u"offset"_s, offset}});
}

/// Unknown fields are taken and do nothing, as at the real one.
std::optional<HttpAnswer> apply(const QJsonObject &body, NixflexAgent &agent)
{
    static constexpr std::array<FieldType, 14> types{{{"name"_L1, QJsonValue::String},
                                                      {"language"_L1, QJsonValue::String},
                                                      {"voice_id"_L1, QJsonValue::String},
                                                      {"system_prompt"_L1, QJsonValue::String, true},
                                                      {"welcome_message"_L1, QJsonValue::String, true},
                                                      {"is_active"_L1, QJsonValue::Bool},
                                                      {"temperature"_L1, QJsonValue::Double},
                                                      {"max_call_duration_seconds"_L1, QJsonValue::Double},
                                                      {"silence_hangup_seconds"_L1, QJsonValue::Double},
                                                      {"record_call"_L1, QJsonValue::Bool},
                                                      {"recording_source"_L1, QJsonValue::String},
                                                      {"transfer_number"_L1, QJsonValue::String, true},
                                                      {"webhook_url"_L1, QJsonValue::String, true},
                                                      {"fallback_message"_L1, QJsonValue::String}}};
    if (auto refusal = checkTypes(body, types)) {
        return refusal;
    }
    if (body.value("system_prompt"_L1).toString().size() > mostPromptCharacters) {
        return nixflexError(400, u"prompt_too_long"_s, u"system_prompt has more than 16000 characters."_s);
    }
    if (body.contains("voice_id"_L1) && !isVoice(body.value("voice_id"_L1).toString())) {
        return nixflexError(400, u"invalid_voice_id"_s, u"There is no such voice."_s);
    }
    const auto text = [&body](QLatin1String name, QString &target) {
        if (body.contains(name)) {
            target = body.value(name).toString();
        }
    };
    const auto optionalText = [&body](QLatin1String name, std::optional<QString> &target) {
        if (body.contains(name)) {
            const QString value = body.value(name).toString();
            target = value.isEmpty() ? std::nullopt : std::optional(value);
        }
    };
    text("name"_L1, agent.name);
    text("language"_L1, agent.language);
    text("voice_id"_L1, agent.voiceId);
    text("system_prompt"_L1, agent.systemPrompt);
    text("welcome_message"_L1, agent.welcomeMessage);
    text("recording_source"_L1, agent.recordingSource);
    text("fallback_message"_L1, agent.fallbackMessage);
    optionalText("transfer_number"_L1, agent.transferNumber);
    optionalText("webhook_url"_L1, agent.webhookUrl);
    agent.isActive = body.value("is_active"_L1).toBool(agent.isActive);
    agent.isCallRecorded = body.value("record_call"_L1).toBool(agent.isCallRecorded);
    agent.temperature = body.value("temperature"_L1).toDouble(agent.temperature);
    agent.maxCallDurationSeconds =
        body.value("max_call_duration_seconds"_L1).toDouble(agent.maxCallDurationSeconds);
    agent.silenceHangupSeconds = body.value("silence_hangup_seconds"_L1).toDouble(agent.silenceHangupSeconds);
    return std::nullopt;
}

HttpAnswer create(NixflexCall &call)
{
    NixflexAgent agent;
    agent.agentId = call.data.newSid(u"agent_"_s).left(30);
    agent.customer = call.customer;
    agent.name = u"Untitled Agent"_s;
    agent.language = u"en"_s;
    agent.voiceId = u"Ashley"_s;
    agent.created = call.time();
    agent.updated = agent.created;
    if (auto refusal = apply(call.body, agent)) {
        return *refusal;
    }
    call.isChanged = true;
    call.data.agents.append(agent);
    return HttpAnswer::json(201, fullJson(agent));
}

HttpAnswer remove(NixflexCall &call, const QString &agentId)
{
    call.isChanged = true;
    for (auto &[order, row] : call.data.rows) {
        if (row.agentId == agentId) {
            row.agentId.clear(); // the numbers detach and stop routing
        }
    }
    call.data.agents.removeIf([&](const NixflexAgent &agent) { return agent.agentId == agentId; });
    return HttpAnswer::json(200, QJsonObject{{u"agent_id"_s, agentId}, {u"deleted"_s, true}});
}

} // namespace

HttpAnswer agents(NixflexCall &call)
{
    const QByteArray &method = call.request.method;
    if (call.rest.size() == 1 && method == "GET") {
        return list(call);
    }
    if (call.rest.size() == 1 && method == "POST") {
        return create(call);
    }
    if (call.rest.size() != 2 || (method != "GET" && method != "PUT" && method != "DELETE")) {
        return nothingHere();
    }
    NixflexAgent *agent = call.data.agent(call.rest.at(1));
    if (agent == nullptr || agent->customer != call.customer) {
        return nixflexError(404, u"agent_not_found"_s, u"There is no agent with this id."_s);
    }
    if (method == "DELETE") {
        return remove(call, agent->agentId);
    }
    if (method == "PUT") {
        NixflexAgent changed = *agent;
        if (auto refusal = apply(call.body, changed)) {
            return *refusal;
        }
        changed.updated = call.time();
        *agent = changed;
        call.isChanged = true;
    }
    return HttpAnswer::json(200, fullJson(*agent));
}

} // namespace numbers::simulator

#pragma once

#include "base/agentid.h"
#include "base/phonenumber.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace numbers::nixflex {

/// Agent as in GET /v1/agents.
struct Agent
{
    AgentId id;
    QString name;
    QString language;
    QString voiceId;
    std::optional<bool> isActive =
        true;            ///< true also when the answer does not say; nothing for unknown words
    QDateTime createdAt; ///< UTC, invalid when absent
};

/// Number as in GET /v1/phone-numbers. Nixflex never returns the Twilio account, a label or the webhooks.
struct Number
{
    PhoneNumber phoneNumber;
    AgentId agentId;  ///< null when the agent was deleted
    QString provider; ///< "twilio" (also when absent) or "telnyx"
    QString twilioNumberSid;
    std::optional<bool> isInboundEnabled;
    std::optional<bool> isOutboundEnabled;
    QString customPrompt; ///< the business profile
    QDateTime createdAt;  ///< UTC, invalid when absent
    QJsonObject raw;      ///< the whole object, for fields a later version knows
    QString requestId;    ///< of the answer to an import; empty in lists
};

/// GET /v1/usage; every member may be absent.
struct Usage
{
    QString plan;
    std::optional<int> rateLimitPerMinute;
    std::optional<int> maxConcurrent;
};

} // namespace numbers::nixflex

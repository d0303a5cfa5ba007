#pragma once

#include "base/agentid.h"
#include "base/phonenumber.h"
#include "base/skippedrow.h"

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

/// Why a list may not be everything that Nixflex has.
enum class ListGap {
    None,
    MayBeCutOff,      ///< the server does not page, and may stop at this many rows without saying so
    FewerThanCounted, ///< it counts more rows than it gave
    RowsMoved,        ///< rows moved while it was read, time and again: one may have been passed over
    TooLong,          ///< reading was given up
};

/// How far a list can be trusted. One that is not complete proves what is there, never what is not.
struct ListState
{
    ListGap gap = ListGap::None;
    QList<SkippedRow> skipped; ///< rows that could not be read

    [[nodiscard]] bool isComplete() const { return gap == ListGap::None && skipped.isEmpty(); }
};

struct NumberList
{
    QList<Number> numbers; ///< without duplicates; each was there at some time while the list was read
    ListState state;
};

/// May hold active agents only: ask `Client::fetchAgent` before calling one gone.
struct AgentList
{
    QList<Agent> agents;
    ListState state;
};

/// What a list says of one number.
struct NumberPresence
{
    std::optional<Number> number; ///< as listed
    /// Without a number: true when a complete list does not have it. Otherwise it may be there all the same.
    bool isAbsenceProven = false;
    ListState state; ///< of the list, as far as it was read
};

/// GET /v1/usage; every member may be absent.
struct Usage
{
    QString plan;
    std::optional<int> rateLimitPerMinute;
    std::optional<int> maxConcurrent;
};

} // namespace numbers::nixflex

#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

/// Plain state of the two simulated providers. Nothing here locks; SharedWorld does.
namespace numbers::simulator {

/// A Twilio account. The simulator's credentials are made up, hence plain strings.
struct TwilioAccount
{
    QString sid;
    QString authToken;
    /// Own sid for a main account, the parent's for a subaccount.
    QString ownerSid;
    QString friendlyName;
    /// active, suspended, closed
    QString status;
    /// Full, Trial
    QString type;
    /// Credentials that may only rehearse buying (main accounts only).
    QString testSid;
    QString testToken;
    /// A Standard API key: everything but the account resources.
    QString apiKeySid;
    QString apiKeySecret;
    QDateTime created;

    [[nodiscard]] bool isSubaccount() const { return ownerSid != sid; }
};

/// Every field of Twilio's IncomingPhoneNumber that the app backs up, and what the list needs. Empty = not
/// set.
struct TwilioNumber
{
    QString sid;
    QString accountSid;
    QString phoneNumber;
    QString friendlyName;
    QString country;
    /// local, mobile, tollfree
    QString type;
    QString origin;
    bool isBeta = false;
    bool voice = true;
    bool sms = true;
    bool mms = false;
    bool fax = false;

    QString voiceUrl;
    QString voiceMethod;
    QString voiceFallbackUrl;
    QString voiceFallbackMethod;
    QString voiceApplicationSid;
    bool voiceCallerIdLookup = false;
    QString voiceReceiveMode;
    QString trunkSid;
    QString smsUrl;
    QString smsMethod;
    QString smsFallbackUrl;
    QString smsFallbackMethod;
    QString smsApplicationSid;
    QString statusCallback;
    QString statusCallbackMethod;

    QString addressRequirements;
    QString addressSid;
    QString identitySid;
    QString bundleSid;
    QString emergencyStatus;
    QString emergencyAddressSid;
    QString emergencyAddressStatus;
    QDateTime created;
    QDateTime updated;
};

struct MessagingService
{
    QString sid;
    QString accountSid;
    QString friendlyName;
    QString inboundRequestUrl;
    bool useInboundWebhookOnNumber = false;
    bool usAppToPersonRegistered = false;
    QDateTime created;
    QStringList numberSids;
};

struct Trunk
{
    QString sid;
    QString accountSid;
    QString friendlyName;
    QString domainName;
    QDateTime created;
};

struct Application
{
    QString sid;
    QString accountSid;
    QString friendlyName;
    QString voiceUrl;
    QString smsUrl;
    QString statusCallback;
    QDateTime created;
};

/// One line of Twilio's Monitor: who changed a number.
struct AuditEvent
{
    QString sid;
    QString accountSid;
    QString actorSid;
    /// AC sid or API key: "account"/"api-key"; a change by Nixflex arrives with the customer's token, as in
    /// reality.
    QString actorType;
    QString eventType;
    QString resourceSid;
    QDateTime date;
};

struct NixflexKeyPair
{
    QString keyId;
    QString keySecret;
    /// Which Nixflex customer the key belongs to.
    QString customer;
};

struct NixflexAgent
{
    QString agentId;
    QString customer;
    QString name;
    QString language;
    QString voiceId;
    QString systemPrompt;
    QString welcomeMessage;
    bool isActive = true;
    double temperature = 0.3;
    double maxCallDurationSeconds = 600;
    double silenceHangupSeconds = 30;
    bool isCallRecorded = true;
    QString recordingSource = QStringLiteral("provider");
    std::optional<QString> transferNumber;
    std::optional<QString> webhookUrl;
    QString fallbackMessage = QStringLiteral("Sorry, could you say that again?");
    /// The agent's gate before a call; a number's own wins over it.
    QString precallUrl;
    QDateTime created;
    QDateTime updated;
};

/// A row of Nixflex's phone number table. Optional = null in the API.
struct NixflexNumber
{
    quint64 order = 0;
    QString customer;
    QString phoneNumber;
    /// Empty after the agent was deleted.
    QString agentId;
    QString twilioSid;
    QString twilioToken;
    QString twilioNumberSid;
    bool isInboundEnabled = true;
    bool isOutboundEnabled = true;
    std::optional<QString> customPrompt;
    std::optional<QString> voiceId;
    bool isSmsReplyEnabled = false;
    std::optional<bool> isVoicemailLeaveEnabled;
    std::optional<QString> voicemailMessage;
    std::optional<QString> smsPrompt;
    std::optional<QString> webPrompt;
    std::optional<double> speakingRate;
    std::optional<bool> isDtmfEnabled;
    std::optional<bool> isCallRecorded;
    std::optional<QString> recordingSource;
    bool isMonitorEnabled = false;
    bool areWebCallsEnabled = false;
    QString webhookUrl;
    QString webhook2Url;
    QString precallUrl;
    QDateTime created;
};

} // namespace numbers::simulator

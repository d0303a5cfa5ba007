#pragma once

#include "base/accountsid.h"
#include "base/phonenumber.h"
#include "base/secretstring.h"
#include "base/webhookconfiguration.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace numbers::twilio {

/// Account SID and Auth Token. Copies share the token.
struct Credentials
{
    AccountSid accountSid;
    std::shared_ptr<const SecretString> authToken;

    [[nodiscard]] bool isComplete() const
    {
        return !accountSid.isNull() && authToken && !authToken->isEmpty();
    }
};

/// Account resource (2010-04-01). `Unknown*` stands for words this version does not know.
struct Account
{
    enum class Status { Active, Suspended, Closed, UnknownStatus };
    enum class Type { Full, Trial, UnknownType };

    AccountSid sid;
    AccountSid ownerSid; ///< its own SID for a main account
    QString friendlyName;
    Status status = Status::UnknownStatus;
    Type type = Type::UnknownType;
    /// Twilio returns it to a parent; null when it was not in the answer.
    std::shared_ptr<const SecretString> authToken;

    [[nodiscard]] bool isSubaccount() const { return !ownerSid.isNull() && ownerSid != sid; }
};

struct Capabilities
{
    bool voice = false;
    bool sms = false;
    bool mms = false;
    bool fax = false;

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

/// IncomingPhoneNumber resource (2010-04-01).
struct IncomingNumber
{
    QString sid; ///< `PN…`
    AccountSid accountSid;
    PhoneNumber phoneNumber;
    QString friendlyName;
    std::optional<Capabilities> capabilities; ///< nothing when the answer does not say so in known words
    WebhookConfiguration webhooks;
    QString status; ///< "in-use" and others; empty when absent
    QString origin; ///< "twilio" or "hosted"
    bool isBeta = false;
    QDateTime updatedAt; ///< UTC, invalid when absent
};

/// Application resource (2010-04-01), a "TwiML app": a number that names one answers with its addresses.
struct Application
{
    QString sid; ///< `AP…`
    QString friendlyName;
    QString voiceUrl;
    QString voiceFallbackUrl;
    QString statusCallback;
    QString smsUrl;
    QString smsFallbackUrl;
};

/// Trunk resource (trunking v1): calls leave Twilio for the customer's own telephone system.
struct Trunk
{
    QString sid; ///< `TK…`
    QString friendlyName;
    QString domainName;
    QString disasterRecoveryUrl; ///< answers when the trunk cannot be reached
};

/// Service resource (messaging v1): takes the texts of the numbers in its sender pool.
struct MessagingService
{
    QString sid; ///< `MG…`
    QString friendlyName;
    QString inboundRequestUrl; ///< empty: inbound messages are dropped
    QString fallbackUrl;
    /// It leaves the texts to the number's own address after all; nothing when the answer does not say.
    std::optional<bool> usesInboundWebhookOnNumber;
    QStringList senderSids; ///< `PN…` of the pool
};

} // namespace numbers::twilio

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>
#include <utility>

namespace numbers {

/// Everything at a Twilio number that decides where its calls and texts go: what an import at Nixflex
/// replaces, and what a backup must keep (IncomingPhoneNumber resource, API version 2010-04-01).
///
/// Texts are as Twilio sent them; null and "" are the same here: not set.
struct WebhookConfiguration
{
    QString voiceUrl;
    QString voiceMethod;
    QString voiceFallbackUrl;
    QString voiceFallbackMethod;
    QString voiceApplicationSid;
    QString voiceCallerIdLookup; ///< "true", "false" or empty
    QString voiceReceiveMode;    ///< "voice", "fax" or empty
    QString trunkSid;
    QString smsUrl;
    QString smsMethod;
    QString smsFallbackUrl;
    QString smsFallbackMethod;
    QString smsApplicationSid;
    QString statusCallback;
    QString statusCallbackMethod;

    /// One member of the above, with its names in Twilio's JSON answers and in its form-encoded requests.
    struct Field
    {
        QLatin1StringView jsonName;
        QLatin1StringView formName;
        QString WebhookConfiguration::*member;
        bool isDestination; ///< a URL or SID that something answers at; methods and switches are not
    };
    [[nodiscard]] static const std::array<Field, 15> &fields();

    /// Reads Twilio's number object; members that are missing, null or of another type count as not set.
    [[nodiscard]] static WebhookConfiguration fromJson(const QJsonObject &number);
    /// The URL that a method is the method of; null for all other members.
    [[nodiscard]] static QString WebhookConfiguration::*urlOfMethod(QString WebhookConfiguration::*method);

    /// All fields by their JSON names, "" where not set.
    [[nodiscard]] QJsonObject toJson() const;
    /// All fields by their form names, ready for one update request.
    [[nodiscard]] QList<std::pair<QString, QString>> toForm() const;

    /// Nothing at all answers: no destination is set.
    [[nodiscard]] bool isEmpty() const;

    /// Pointers into `fields()` where the two differ. A method counts only where one of its URLs is set,
    /// since Twilio fills methods in with POST.
    [[nodiscard]] QList<const Field *> differences(const WebhookConfiguration &other) const;

    friend bool operator==(const WebhookConfiguration &, const WebhookConfiguration &) = default;
};

/// Twilio's own demonstration URLs, set on every new number: "never configured" (twilio-labs/dev-phone).
[[nodiscard]] bool isTwilioDemoUrl(const QString &url);

} // namespace numbers

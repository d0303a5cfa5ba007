#include "nixflex/errors.h"

#include "base/jsonreader.h"
#include "base/redact.h"
#include "net/refusal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace numbers::nixflex {

namespace {

struct NixflexText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::nixflex::Errors)
};

using Kind = Error::Kind;
using Subject = ErrorSubject;

struct Known
{
    QLatin1StringView code;
    Kind kind;
    Subject subject;
    const char *text;
};

constexpr auto keyText = QT_TRANSLATE_NOOP(
    "numbers::nixflex::Errors",
    "Nixflex refused the API key: it is wrong, was revoked or replaced. Enter a valid key in "
    "Preferences > Nixflex key.");
constexpr auto pairText = QT_TRANSLATE_NOOP(
    "numbers::nixflex::Errors",
    "Twilio refused the customer's Account SID and Auth Token when Nixflex used them. Copy both again "
    "from the Twilio Console; a subaccount needs its own pair.");
constexpr auto limitText = QT_TRANSLATE_NOOP(
    "numbers::nixflex::Errors",
    "Nixflex allows no more requests for the moment. Nothing was changed. Try again in a minute.");

// docs.nixflex.com/reference/errors and the pages of the single calls.
constexpr std::array known{
    Known{"invalid_api_key"_L1, Kind::Unauthorized, Subject::NixflexKey, keyText},
    Known{"invalid_key"_L1, Kind::Unauthorized, Subject::NixflexKey, keyText},
    Known{"key_secret_required"_L1, Kind::Unauthorized, Subject::NixflexKey,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "Nixflex got only one half of the API key. Enter both halves, nxf_…:nxfs_…, in Preferences > "
              "Nixflex key.")},
    Known{"twilio_invalid_credentials"_L1, Kind::Unauthorized, Subject::TwilioCredentials, pairText},
    Known{"twilio_auth_failed"_L1, Kind::Unauthorized, Subject::TwilioCredentials, pairText},
    Known{"invalid_twilio_sid"_L1, Kind::Invalid, Subject::TwilioCredentials,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "Nixflex does not accept the Account SID. It has AC and 32 digits or letters a to f.")},
    Known{"missing_field"_L1, Kind::Invalid, Subject::Other,
          QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "Nixflex misses an entry. Fill in all of them.")},
    Known{"invalid_phone_format"_L1, Kind::Invalid, Subject::PhoneNumber,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "Nixflex does not accept the phone number. It needs the international form with + and the "
              "country code.")},
    Known{"number_not_in_twilio"_L1, Kind::NotFound, Subject::PhoneNumber,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "Nixflex did not find this number in the Twilio account. Choose the account or subaccount "
              "that owns it.")},
    Known{"number_already_imported"_L1, Kind::Conflict, Subject::PhoneNumber,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "This number is connected to an agent already, and a number belongs to one agent. If it is in "
              "your fleet, move it to the other agent. If not, another Nixflex account has it.")},
    Known{"number_not_found"_L1, Kind::NotFound, Subject::PhoneNumber,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "Nixflex does not have this number for your key. It may have been removed already.")},
    Known{
        "agent_not_found"_L1, Kind::NotFound, Subject::Agent,
        QT_TRANSLATE_NOOP("numbers::nixflex::Errors",
                          "Nixflex does not have this agent. Choose another one; it may have been deleted.")},
    Known{"agent_not_owned"_L1, Kind::Forbidden, Subject::Agent,
          QT_TRANSLATE_NOOP(
              "numbers::nixflex::Errors",
              "This agent belongs to another Nixflex key or account. Choose one of your own, or use the key "
              "it was made with.")},
    Known{"custom_prompt_too_long"_L1, Kind::Invalid, Subject::BusinessProfile,
          QT_TRANSLATE_NOOP("numbers::nixflex::Errors",
                            "The business profile is too long. It may have 8,000 characters.")},
    Known{"prompt_too_long"_L1, Kind::Invalid, Subject::BusinessProfile,
          QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "The text is too long for Nixflex.")},
    Known{"voicemail_message_required"_L1, Kind::Invalid, Subject::BusinessProfile,
          QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "Voicemail needs a message.")},
    Known{"invalid_voice_id"_L1, Kind::Invalid, Subject::Agent,
          QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "Nixflex does not have this voice.")},
    Known{"invalid_json"_L1, Kind::Invalid, Subject::Other,
          QT_TRANSLATE_NOOP("numbers::nixflex::Errors",
                            "Nixflex could not read the request. Nothing was changed. Please report this.")},
    Known{"rate_limit_exceeded"_L1, Kind::RateLimited, Subject::Service, limitText},
};

struct ByStatus
{
    int status;
    Kind kind;
    Subject subject;
    const char *text;
};

constexpr std::array byStatus{
    ByStatus{400, Kind::Invalid, Subject::Other,
             QT_TRANSLATE_NOOP("numbers::nixflex::Errors",
                               "Nixflex did not accept the request. Nothing was changed.")},
    ByStatus{401, Kind::Unauthorized, Subject::NixflexKey, keyText},
    ByStatus{402, Kind::PaymentRequired, Subject::Balance,
             QT_TRANSLATE_NOOP(
                 "numbers::nixflex::Errors",
                 "The Nixflex account has no credit left. Nothing was changed. Add credit in the Nixflex "
                 "dashboard, then try again.")},
    ByStatus{403, Kind::Forbidden, Subject::NixflexKey,
             QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "Nixflex does not allow this with this API key.")},
    ByStatus{404, Kind::NotFound, Subject::Other,
             QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "Nixflex does not have what was asked for.")},
    ByStatus{409, Kind::Conflict, Subject::PhoneNumber,
             QT_TRANSLATE_NOOP(
                 "numbers::nixflex::Errors",
                 "Nixflex refused this because something else was done with the number meanwhile. Look at it "
                 "again.")},
    ByStatus{422, Kind::Invalid, Subject::Other,
             QT_TRANSLATE_NOOP("numbers::nixflex::Errors",
                               "Nixflex did not accept a value. Nothing was changed.")},
    ByStatus{429, Kind::RateLimited, Subject::Service, limitText},
    ByStatus{
        502, Kind::Server, Subject::Service,
        QT_TRANSLATE_NOOP("numbers::nixflex::Errors",
                          "Nixflex got no proper answer from Twilio or another service. Try again later.")},
};

const Known *knownCode(const QString &code)
{
    const auto entry =
        std::find_if(known.begin(), known.end(), [&code](const Known &one) { return one.code == code; });
    return !code.isEmpty() && entry != known.end() ? &*entry : nullptr;
}

const ByStatus *knownStatus(int status)
{
    const auto entry = std::find_if(byStatus.begin(), byStatus.end(),
                                    [status](const ByStatus &one) { return one.status == status; });
    return entry != byStatus.end() ? &*entry : nullptr;
}

/// What an answer means whose code is not known.
ByStatus meaningOf(int status, const QString &code, bool isForeignBody)
{
    // On import a 401 may be about the customer's pair, and only the code can tell.
    if (status == 401 && code.startsWith("twilio_"_L1)) {
        return {status, Kind::Unauthorized, Subject::TwilioCredentials, pairText};
    }
    const ByStatus *entry = knownStatus(status);
    const bool speaksForItself = status == 401 || status == 429 || status >= 500;
    if (entry != nullptr && (speaksForItself || !isForeignBody)) {
        return *entry;
    }
    if (status >= 500) {
        return {status, Kind::Server, Subject::Service,
                QT_TRANSLATE_NOOP("numbers::nixflex::Errors", "Nixflex has a problem. Try again later.")};
    }
    return {status, Kind::BadReply, Subject::Service, nullptr};
}

} // namespace

Error errorOf(const net::HttpResponse &response, net::Verb verb)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    const QJsonObject envelope = document.object().value(u"error"_s).toObject();
    const QString code = quotable(envelope.value(u"code"_s).toVariant().toString(), 100);
    const QString message = quotable(envelope.value(u"message"_s).toString());

    const bool isProviders = !code.isEmpty() || !message.isEmpty();
    Error error = net::refusalOf(response, verb, Error::Provider::Nixflex, {isProviders, message});
    error.providerCode = code;
    const char *text = nullptr;
    if (const Known *entry = knownCode(code)) {
        error.kind = entry->kind;
        text = entry->text;
    } else {
        // "Nothing was changed" is true only where Nixflex itself says so.
        const bool isForeign =
            net::isForeign(response.body, document) || error.effect == Error::Effect::Unknown;
        const ByStatus meaning = meaningOf(response.status, code, isForeign);
        error.kind = meaning.kind;
        text = meaning.text;
    }
    error.userText = text != nullptr ? QCoreApplication::translate("numbers::nixflex::Errors", text)
                                     : badReply({}).userText;
    const bool isOurs = knownCode(code) != nullptr && error.kind != Kind::Invalid;
    if (!message.isEmpty() && !isOurs) {
        error.userText += u' ' + NixflexText::tr("Nixflex says: “%1”").arg(message);
    }
    if (error.effect == Error::Effect::Unknown) {
        error.userText += u' ' + net::unknownOutcomeHint();
    }
    return error;
}

ErrorSubject subjectOf(const Error &error)
{
    switch (error.kind) {
    case Kind::Offline:
    case Kind::Timeout:
    case Kind::Tls:
    case Kind::ProxyAuth:
        return Subject::Connection;
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::BadReply:
        return Subject::Service;
    default:
        break;
    }
    if (const Known *entry = knownCode(error.providerCode)) {
        return entry->subject;
    }
    if (error.provider == Error::Provider::Twilio) {
        // Buying: what is wrong with the wanted number.
        if (error.providerCode == "21421"_L1 || error.providerCode == "21422"_L1) {
            return Subject::PhoneNumber;
        }
        const bool isAboutPair = error.kind == Kind::Unauthorized || error.kind == Kind::Forbidden;
        return isAboutPair                    ? Subject::TwilioCredentials
               : error.kind == Kind::NotFound ? Subject::PhoneNumber
                                              : Subject::Other;
    }
    if (error.provider == Error::Provider::Nixflex && error.httpStatus != 0) {
        return meaningOf(error.httpStatus, error.providerCode, false).subject;
    }
    return Subject::Other;
}

} // namespace numbers::nixflex

#include "twilio/errors.h"

#include "base/jsonreader.h"
#include "base/redact.h"
#include "net/refusal.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

struct TwilioText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::twilio::Errors)
};

using Kind = Error::Kind;

struct Known
{
    int code;
    Kind kind;
    const char *text;
};

// Twilio's error dictionary: twilio.com/docs/api/errors
constexpr std::array known{
    Known{20003, Kind::Unauthorized,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "Twilio refused the Account SID and Auth Token. Copy both again from the first page of the "
              "Twilio Console, without blanks. They are also refused when the token was replaced, when the "
              "account is suspended, when they are those of a subaccount or of another region.")},
    Known{20005, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "This Twilio account is not active: it has no funds or was not activated. Resolve this in "
              "the Twilio Console.")},
    Known{10001, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "This Twilio account is not active: it has no funds or was not activated. Resolve this in "
              "the Twilio Console.")},
    Known{20006, Kind::Forbidden,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "These credentials may not do this at Twilio. Use the account's Auth Token.")},
    Known{20403, Kind::Forbidden,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "These credentials may not do this at Twilio. Use the account's Auth Token.")},
    Known{20008, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "These are Twilio's test credentials, which cannot read numbers. Use the live credentials "
              "from the first page of the Twilio Console.")},
    Known{20010, Kind::Forbidden,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "This is disabled for this Twilio account. Ask Twilio's support.")},
    Known{20404, Kind::NotFound,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio does not have this in this account. It may "
                                                       "have been removed, or belong to another account "
                                                       "or subaccount.")},
    Known{20409, Kind::Conflict,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Somebody else is changing this at Twilio at the same time. Try again.")},
    Known{20422, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio did not accept a value. Correct it and try again.")},
    Known{20001, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio did not accept a value. Correct it and try again.")},
    Known{20429, Kind::RateLimited,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio is asked too much at once. Try again in a moment.")},
    Known{20500, Kind::Server,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio has a problem. Try again later.")},
    Known{20503, Kind::Server,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio is not available now. Try again later.")},
    Known{21402, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio did not accept a webhook address or its method. Check the address.")},
    Known{21403, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio did not accept a webhook address or its method. Check the address.")},
    Known{21405, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio does not accept a fallback address without a main address. Set both.")},
    Known{11100, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio did not accept a webhook address or its method. Check the address.")},
    Known{21404, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "A Twilio trial account cannot do this. Upgrade the account in the Twilio Console.")},
    Known{10002, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "A Twilio trial account cannot do this. Upgrade the account in the Twilio Console.")},
    Known{21421, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio says this is no phone number. Check its digits.")},
    Known{21422, Kind::Conflict,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "This number is no longer available. Choose another one.")},
    Known{21451, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors", "This is no area code. Enter another one.")},
    Known{21452, Kind::NotFound,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "There are no numbers in this area code now. Choose another one.")},
    Known{21615, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio wants a local address for this number. Add one in the Twilio Console.")},
    Known{21631, Kind::Invalid,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "Twilio wants an address for this number. Add one in the Twilio Console.")},
    Known{21649, Kind::Invalid,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "Twilio wants a regulatory bundle for this number. Create one in the Twilio Console.")},
    Known{
        21650, Kind::Invalid,
        QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                          "The regulatory bundle does not fit this number. Check it in the Twilio Console.")},
    Known{21651, Kind::Invalid,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "Twilio wants an identity document for this number. Add one in the Twilio Console.")},
    Known{21608, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "A trial account may text verified numbers only. Verify the number or upgrade the account in "
              "the Twilio Console.")},
    Known{21215, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "Calls to this country are switched off in the account's geographic permissions. Switch them "
              "on in the Twilio Console.")},
    Known{
        21408, Kind::Forbidden,
        QT_TRANSLATE_NOOP(
            "numbers::twilio::Errors",
            "Text messages to this country are switched off in the account's geographic permissions. Switch "
            "them on in the Twilio Console.")},
    Known{21710, Kind::Conflict,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "The number is in this Messaging Service already. Nothing has to be done.")},
    Known{21712, Kind::Conflict,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                            "The number is in another Messaging Service. Take it out there first.")},
    Known{30034, Kind::Forbidden,
          QT_TRANSLATE_NOOP("numbers::twilio::Errors", "The number is not registered for A2P 10DLC, so text "
                                                       "messages to the US are blocked. Register it in "
                                                       "the Twilio Console.")},
    Known{30032, Kind::Forbidden,
          QT_TRANSLATE_NOOP(
              "numbers::twilio::Errors",
              "The toll-free number is not verified, so text messages are blocked. Verify it in the Twilio "
              "Console.")},
};

Kind kindOfStatus(int status)
{
    switch (status) {
    case 400:
    case 422:
        return Kind::Invalid;
    case 401:
        return Kind::Unauthorized;
    case 402:
        return Kind::PaymentRequired;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 409:
        return Kind::Conflict;
    case 429:
        return Kind::RateLimited;
    default:
        return status >= 500 ? Kind::Server : Kind::BadReply;
    }
}

const char *textOfKind(Kind kind)
{
    switch (kind) {
    case Kind::Invalid:
        return QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio did not accept the request.");
    case Kind::Unauthorized:
        return known.front().text;
    case Kind::Forbidden:
        return QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                                 "Twilio does not allow this with these credentials.");
    case Kind::NotFound:
        return QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio does not have this in this account.");
    case Kind::RateLimited:
        return QT_TRANSLATE_NOOP("numbers::twilio::Errors",
                                 "Twilio is asked too much at once. Try again in a moment.");
    case Kind::Server:
        return QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio has a problem. Try again later.");
    default:
        return QT_TRANSLATE_NOOP("numbers::twilio::Errors", "Twilio gave an unexpected answer.");
    }
}

} // namespace

Error errorOf(const net::HttpResponse &response, net::Verb verb)
{
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    const QJsonObject body = document.object();
    const QJsonValue codeValue = body.value(u"code"_s);
    const int code = codeValue.isDouble() ? codeValue.toInt() : codeValue.toString().toInt();
    QString message = quotable(body.value(u"message"_s).toString());
    if (message.isEmpty()) {
        message = quotable(body.value(u"detail"_s).toString());
    }

    const bool isProviders = code != 0 || body.value(u"message"_s).isString();
    Error error = net::refusalOf(response, verb, Error::Provider::Twilio, {isProviders, message});
    error.providerCode = code != 0 ? QString::number(code) : QString();
    const auto entry =
        std::find_if(known.begin(), known.end(), [code](const Known &one) { return one.code == code; });
    if (code != 0 && entry != known.end()) {
        error.kind = entry->kind;
        error.userText = QCoreApplication::translate("numbers::twilio::Errors", entry->text);
    } else {
        error.kind = kindOfStatus(response.status);
        if (net::isForeign(response.body, document) && error.kind != Kind::Unauthorized &&
            error.kind != Kind::RateLimited && error.kind != Kind::Server) {
            error.kind = Kind::BadReply;
        }
        error.userText = error.kind == Kind::BadReply
                             ? badReply({}).userText
                             : QCoreApplication::translate("numbers::twilio::Errors", textOfKind(error.kind));
    }
    const bool saysMore =
        !message.isEmpty() && (entry == known.end() || code == 0 || error.kind == Kind::Invalid ||
                               error.kind == Kind::Unauthorized);
    if (saysMore) {
        error.userText += u' ' + TwilioText::tr("Twilio says: “%1”").arg(message);
    }
    if (error.effect == Error::Effect::Unknown) {
        error.userText += u' ' + net::unknownOutcomeHint();
    }
    return error;
}

} // namespace numbers::twilio

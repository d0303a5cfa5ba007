#include "twilio/decoding.h"

#include "base/jsonreader.h"
#include "base/knownsecrets.h"
#include "twilio/errors.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace numbers::twilio {

namespace {

Error ofTwilio(Error error)
{
    error.provider = Error::Provider::Twilio;
    error.effect = Error::Effect::Answered;
    return error;
}

Account::Status statusOf(const QString &word)
{
    const auto is = [&word](QLatin1StringView known) {
        return word.compare(known, Qt::CaseInsensitive) == 0;
    };
    return is("active"_L1)      ? Account::Status::Active
           : is("suspended"_L1) ? Account::Status::Suspended
           : is("closed"_L1)    ? Account::Status::Closed
                                : Account::Status::UnknownStatus;
}

Account::Type typeOf(const QString &word)
{
    return word.compare("full"_L1, Qt::CaseInsensitive) == 0    ? Account::Type::Full
           : word.compare("trial"_L1, Qt::CaseInsensitive) == 0 ? Account::Type::Trial
                                                                : Account::Type::UnknownType;
}

/// Nothing when it does not say, or says one of them in a word that is neither yes nor no.
std::optional<Capabilities> capabilitiesOf(const QJsonObject &object)
{
    Capabilities capabilities;
    JsonReader reader(object, u"capabilities"_s);
    auto saysAny = false;
    // Some answers write SMS and MMS in capitals.
    const auto read = [&](bool &can, QLatin1StringView name, QLatin1StringView other) {
        const auto flag = object.contains(name) ? reader.flag(name) : reader.flag(other);
        saysAny = saysAny || flag.has_value();
        can = flag.value_or(false);
    };
    read(capabilities.voice, "voice"_L1, "Voice"_L1);
    read(capabilities.sms, "sms"_L1, "SMS"_L1);
    read(capabilities.mms, "mms"_L1, "MMS"_L1);
    read(capabilities.fax, "fax"_L1, "Fax"_L1);
    return saysAny && reader.isGood() ? std::optional(capabilities) : std::nullopt;
}

} // namespace

Result<QJsonObject> objectOf(const Result<net::HttpResponse> &answer, net::Verb verb)
{
    if (!answer) {
        return failure(answer.error());
    }
    if (!answer->isSuccess()) {
        return failure(errorOf(*answer, verb));
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(answer->body, &problem);
    if (!document.isObject()) {
        return failure(unexpected(
            *answer, u"%1, %2 bytes, no JSON object: %3"_s.arg(QString::fromLatin1(answer->contentType))
                         .arg(answer->body.size())
                         .arg(problem.errorString())));
    }
    return document.object();
}

Error unexpected(const net::HttpResponse &answer, const QString &problem)
{
    Error error = ofTwilio(badReply(u"HTTP %1: %2"_s.arg(answer.status).arg(problem)));
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    return error;
}

Result<Account> decodeAccount(const QJsonObject &object)
{
    JsonReader reader(object, u"account"_s);
    Account account;
    const auto sid = AccountSid::parse(reader.requiredText("sid"_L1));
    if (!sid) {
        reader.addProblem("sid"_L1, u"is no Account SID"_s);
    } else {
        account.sid = *sid;
    }
    if (const auto owner = AccountSid::parse(reader.text("owner_account_sid"_L1))) {
        account.ownerSid = *owner;
    }
    account.friendlyName = reader.name("friendly_name"_L1);
    account.status = statusOf(reader.word("status"_L1));
    account.type = typeOf(reader.word("type"_L1));
    if (const QString token = reader.text("auth_token"_L1); !token.isEmpty()) {
        account.authToken = std::make_shared<const SecretString>(SecretString::fromText(token));
        keepOutOfTexts(*account.authToken);
    }
    if (!reader.isGood()) {
        return failure(ofTwilio(reader.error()));
    }
    return account;
}

Result<IncomingNumber> decodeIncomingNumber(const QJsonObject &object)
{
    JsonReader reader(object, u"incoming_phone_number"_s);
    IncomingNumber number;
    number.sid = reader.requiredText("sid"_L1);
    if (!number.sid.isEmpty() && !isTwilioSid(u"PN", number.sid)) {
        reader.addProblem("sid"_L1, u"is no phone number SID"_s);
    }
    if (const auto account = AccountSid::parse(reader.text("account_sid"_L1))) {
        number.accountSid = *account;
    }
    const auto phoneNumber = PhoneNumber::fromE164(reader.requiredText("phone_number"_L1));
    if (phoneNumber) {
        number.phoneNumber = *phoneNumber;
    } else {
        reader.addProblem("phone_number"_L1, u"is not E.164"_s);
    }
    number.friendlyName = reader.name("friendly_name"_L1);
    number.capabilities = capabilitiesOf(object.value(u"capabilities"_s).toObject());
    number.webhooks = WebhookConfiguration::fromJson(object);
    number.status = reader.word("status"_L1);
    number.origin = reader.word("origin"_L1);
    number.isBeta = reader.knownFlag("beta"_L1).value_or(false);
    number.updatedAt = reader.time("date_updated"_L1);
    if (!reader.isGood()) {
        return failure(ofTwilio(reader.error()));
    }
    return number;
}

} // namespace numbers::twilio

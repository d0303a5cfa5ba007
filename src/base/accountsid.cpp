#include "base/accountsid.h"

#include "base/pastedtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

constexpr qsizetype sidLength = 34;
constexpr qsizetype tokenLength = 32;
/// Far more than any token; keeps pasted documents from being sent.
constexpr qsizetype longestToken = 500;

struct CredentialsText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::TwilioCredentials)
};

bool isLowerHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

InputCheck wrong(QString message)
{
    return {InputCheck::Verdict::Wrong, std::move(message), {}};
}

} // namespace

bool isTwilioSid(QStringView prefix, QStringView text)
{
    return text.size() == sidLength && text.startsWith(prefix) &&
           std::all_of(text.begin() + prefix.size(), text.end(), isLowerHex);
}

Result<AccountSid> AccountSid::parse(const QString &text)
{
    if (isTwilioSid(u"AC", text)) {
        return AccountSid(text);
    }
    InputCheck check = checkAccountSid(text);
    if (check.verdict == InputCheck::Verdict::Fixable) {
        return AccountSid(check.suggestion);
    }
    if (check.message.isEmpty()) {
        check.message = CredentialsText::tr("Enter the Account SID: AC and 32 digits or letters a to f.");
    }
    return failure(Error::make(Error::Kind::Invalid, check.message));
}

QString AccountSid::shortened() const
{
    return isNull() ? QString() : m_text.left(6) + u'…' + m_text.right(4);
}

InputCheck checkAccountSid(const QString &text)
{
    const QString compact = withoutPasteMarks(text);
    if (compact.isEmpty()) {
        return {};
    }
    if (isTwilioSid(u"AC", text)) {
        return {InputCheck::Verdict::Good, {}, {}};
    }
    const QString corrected = compact.left(2).toUpper() + compact.mid(2).toLower();
    if (corrected.startsWith("SK"_L1)) {
        return wrong(CredentialsText::tr(
            "This is an API key (SK…). Nixflex needs the Account SID (AC…) and its Auth Token. Both are "
            "on the first page of the Twilio Console."));
    }
    if (isTwilioSid(u"AC", corrected)) {
        if (compact != corrected) {
            return {InputCheck::Verdict::Fixable,
                    CredentialsText::tr("Twilio writes this SID in lower-case letters."), corrected};
        }
        return {InputCheck::Verdict::Fixable,
                CredentialsText::tr("There are blanks, line breaks or quotes in this SID."), corrected};
    }
    if (!u"AC"_s.startsWith(corrected.left(2))) {
        if (compact.size() >= 2 && corrected.at(0).isLetter() && corrected.at(1).isLetter() &&
            isTwilioSid(corrected.left(2), corrected)) {
            return wrong(
                CredentialsText::tr("This is the SID of something else (%1…). An Account SID starts with AC.")
                    .arg(corrected.left(2)));
        }
        if (compact.size() == tokenLength && std::all_of(compact.begin(), compact.end(), isLowerHex)) {
            return wrong(
                CredentialsText::tr("This looks like an Auth Token. An Account SID starts with AC."));
        }
        return wrong(CredentialsText::tr("An Account SID starts with AC."));
    }
    const QString digits = corrected.mid(2);
    if (!std::all_of(digits.begin(), digits.end(), isLowerHex)) {
        return wrong(
            CredentialsText::tr("After AC only the digits 0 to 9 and the letters a to f can follow."));
    }
    if (compact.size() < sidLength) {
        //: %1 is how many characters are still to be typed
        return {InputCheck::Verdict::Incomplete,
                CredentialsText::tr("%1 characters are missing.").arg(sidLength - compact.size()),
                {}};
    }
    return wrong(CredentialsText::tr("This is too long for an Account SID: it has 34 characters."));
}

InputCheck checkAuthToken(const QString &text)
{
    const QString compact = withoutPasteMarks(text);
    if (compact.isEmpty()) {
        return {};
    }
    const QString sid = compact.left(2).toUpper() + compact.mid(2).toLower();
    if (isTwilioSid(u"AC", sid)) {
        return wrong(CredentialsText::tr(
            "This is an Account SID. The Auth Token stands below it in the Twilio Console."));
    }
    if (isTwilioSid(u"SK", sid)) {
        return wrong(
            CredentialsText::tr("This is an API key (SK…). Nixflex needs the account's Auth Token."));
    }
    // What belongs to the one provider is not sent to the other.
    if (compact.startsWith("nxf_"_L1, Qt::CaseInsensitive) ||
        compact.startsWith("nxfs_"_L1, Qt::CaseInsensitive)) {
        return wrong(CredentialsText::tr("This is a Nixflex API key. Enter the Auth Token of Twilio."));
    }
    if (compact.size() > longestToken) {
        return wrong(CredentialsText::tr("This is too long for an Auth Token."));
    }
    if (compact != text) {
        return {InputCheck::Verdict::Fixable,
                CredentialsText::tr("There are blanks, line breaks or quotes in this token."), compact};
    }
    const bool isHex = std::all_of(compact.begin(), compact.end(), isLowerHex);
    if (isHex && compact.size() == tokenLength) {
        return {InputCheck::Verdict::Good, {}, {}};
    }
    const auto unusual = [](const QString &message) {
        return InputCheck{InputCheck::Verdict::Good, message, {}};
    };
    const bool isWord = std::all_of(compact.begin(), compact.end(),
                                    [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    if (isWord && !isHex && compact.size() == tokenLength) {
        return unusual(CredentialsText::tr(
            "This may be the secret of an API key; Nixflex needs the account's Auth Token. Twilio decides "
            "whether it works."));
    }
    if (isHex && compact.size() < tokenLength) {
        return unusual(CredentialsText::tr("Auth Tokens usually have 32 characters: %1 are missing. Twilio "
                                           "decides whether it works.")
                           .arg(tokenLength - compact.size()));
    }
    return unusual(
        CredentialsText::tr("Auth Tokens usually have 32 digits and letters a to f. Twilio decides "
                            "whether this one works."));
}

} // namespace numbers

#include "base/accountsid.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

constexpr qsizetype sidLength = 34;
constexpr qsizetype tokenLength = 32;

struct CredentialsText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::TwilioCredentials)
};

bool isLowerHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

QString withoutBlanks(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        // Format characters (zero width space, byte order mark) come along when copying from a web page.
        if (!c.isSpace() && c.category() != QChar::Other_Format && c.category() != QChar::Other_Control) {
            kept.append(c);
        }
    }
    return kept;
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
    const QString compact = withoutBlanks(text);
    if (compact.isEmpty()) {
        return {};
    }
    if (isTwilioSid(u"AC", text)) {
        return {InputCheck::Verdict::Good, {}, {}};
    }
    const QString mended = compact.left(2).toUpper() + compact.mid(2).toLower();
    if (mended.startsWith("SK"_L1)) {
        return wrong(CredentialsText::tr(
            "This is an API key (SK…). Nixflex needs the Account SID (AC…) and its Auth Token. Both are "
            "on the first page of the Twilio Console."));
    }
    if (isTwilioSid(u"AC", mended)) {
        if (compact != mended) {
            return {InputCheck::Verdict::Fixable,
                    CredentialsText::tr("Twilio writes this SID in lower-case letters."), mended};
        }
        return {InputCheck::Verdict::Fixable,
                CredentialsText::tr("There are blanks or line breaks in this SID."), mended};
    }
    if (!u"AC"_s.startsWith(mended.left(2))) {
        if (compact.size() >= 2 && mended.at(0).isLetter() && mended.at(1).isLetter() &&
            isTwilioSid(mended.left(2), mended)) {
            return wrong(
                CredentialsText::tr("This is the SID of something else (%1…). An Account SID starts with AC.")
                    .arg(mended.left(2)));
        }
        if (compact.size() == tokenLength && std::all_of(compact.begin(), compact.end(), isLowerHex)) {
            return wrong(
                CredentialsText::tr("This looks like an Auth Token. An Account SID starts with AC."));
        }
        return wrong(CredentialsText::tr("An Account SID starts with AC."));
    }
    const QString digits = mended.mid(2);
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
    const QString compact = withoutBlanks(text);
    if (compact.isEmpty()) {
        return {};
    }
    const QString upper = compact.left(2).toUpper();
    if (compact.size() == sidLength && upper == "AC"_L1) {
        return wrong(CredentialsText::tr(
            "This is an Account SID. The Auth Token stands below it in the Twilio Console."));
    }
    if (compact.size() == sidLength && upper == "SK"_L1) {
        return wrong(
            CredentialsText::tr("This is an API key (SK…). Nixflex needs the account's Auth Token."));
    }
    const bool isHex = std::all_of(compact.begin(), compact.end(), isLowerHex);
    if (isHex && compact.size() == tokenLength) {
        if (compact != text) {
            return {InputCheck::Verdict::Fixable,
                    CredentialsText::tr("There are blanks or line breaks in this token."), compact};
        }
        return {InputCheck::Verdict::Good, {}, {}};
    }
    const bool isWord = std::all_of(compact.begin(), compact.end(),
                                    [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
    if (isWord && compact.size() == tokenLength) {
        const QString lower = compact.toLower();
        if (std::all_of(lower.begin(), lower.end(), isLowerHex) && compact == compact.toUpper()) {
            return {InputCheck::Verdict::Fixable,
                    CredentialsText::tr("Twilio writes its tokens in lower-case letters."), lower};
        }
        return wrong(CredentialsText::tr(
            "This looks like the secret of an API key. Nixflex needs the account's Auth Token: 32 "
            "digits and letters a to f."));
    }
    if (!isHex) {
        return wrong(CredentialsText::tr("An Auth Token has only the digits 0 to 9 and the letters a to f."));
    }
    if (compact.size() < tokenLength) {
        return {InputCheck::Verdict::Incomplete,
                CredentialsText::tr("%1 characters are missing.").arg(tokenLength - compact.size()),
                {}};
    }
    return wrong(CredentialsText::tr("This is too long for an Auth Token: it has 32 characters."));
}

} // namespace numbers

#include "base/phonenumber.h"

#include "base/countryname.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <phonenumbers/phonenumberutil.h>

using namespace Qt::StringLiterals;
namespace lib = i18n::phonenumbers;

namespace numbers {

namespace {

const lib::PhoneNumberUtil &util()
{
    return *lib::PhoneNumberUtil::GetInstance();
}

struct NumberText
{
    Q_DECLARE_TR_FUNCTIONS(numbers::PhoneNumber)
};

lib::PhoneNumber toLibrary(const QString &e164)
{
    lib::PhoneNumber number;
    // Everything here went through the shape check, so a failure only leaves the number empty.
    util().Parse(e164.toStdString(), "ZZ", &number);
    return number;
}

QString formatted(const QString &e164, lib::PhoneNumberUtil::PhoneNumberFormat format)
{
    const lib::PhoneNumber number = toLibrary(e164);
    if (number.country_code() == 0) {
        return e164;
    }
    std::string text;
    util().Format(number, format, &text);
    return QString::fromStdString(text);
}

Error parseError(lib::PhoneNumberUtil::ErrorType type, bool hasRegion)
{
    switch (type) {
    case lib::PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return Error::make(
            Error::Kind::Invalid,
            hasRegion ? NumberText::tr("There is no country with this calling code.")
                      : NumberText::tr("Start with + and the country code, for example +44 7700 900123."));
    case lib::PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case lib::PhoneNumberUtil::TOO_SHORT_NSN:
        return Error::make(Error::Kind::Invalid, NumberText::tr("This is too short for a phone number."));
    case lib::PhoneNumberUtil::TOO_LONG_NSN:
        return Error::make(Error::Kind::Invalid, NumberText::tr("This is too long for a phone number."));
    default:
        return Error::make(Error::Kind::Invalid, NumberText::tr("This is not a phone number."));
    }
}

} // namespace

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (const int value = c.digitValue(); value >= 0 && c.category() == QChar::Number_DecimalDigit) {
            digits.append(QChar(u'0' + value));
        }
    }
    return digits;
}

Result<PhoneNumber> PhoneNumber::parse(const QString &text, const QString &defaultRegion)
{
    const QString trimmed = text.simplified();
    if (trimmed.isEmpty()) {
        return failure(Error::make(Error::Kind::Invalid, NumberText::tr("Enter a phone number.")));
    }
    // libphonenumber reads letters as a telephone keypad does (1-800-FLOWERS): a guess we do not want to
    // import.
    QString unprefixed = trimmed;
    if (unprefixed.startsWith("tel:"_L1, Qt::CaseInsensitive)) {
        unprefixed.remove(0, 4);
    }
    for (const QChar c : std::as_const(unprefixed)) {
        if (c.isLetter()) {
            return failure(
                Error::make(Error::Kind::Invalid,
                            NumberText::tr("A phone number has no letters. Enter the digits only.")));
        }
    }
    // Longer than any number with all its punctuation; keeps pasted documents away from the parser.
    if (unprefixed.size() > 60) {
        return failure(
            Error::make(Error::Kind::Invalid, NumberText::tr("This is too long for a phone number.")));
    }
    const QString region = defaultRegion.isEmpty() ? u"ZZ"_s : defaultRegion.toUpper();
    lib::PhoneNumber number;
    const auto outcome = util().Parse(unprefixed.toStdString(), region.toStdString(), &number);
    if (outcome != lib::PhoneNumberUtil::NO_PARSING_ERROR) {
        return failure(parseError(outcome, !defaultRegion.isEmpty()));
    }
    if (number.has_extension()) {
        return failure(Error::make(Error::Kind::Invalid,
                                   NumberText::tr("An extension cannot be imported. Enter the number "
                                                  "without it.")));
    }
    std::string e164;
    util().Format(number, lib::PhoneNumberUtil::E164, &e164);
    return fromE164(QString::fromStdString(e164));
}

Result<PhoneNumber> PhoneNumber::fromE164(const QString &e164)
{
    static const QRegularExpression shape(u"\\A\\+[1-9][0-9]{1,14}\\z"_s);
    if (!shape.match(e164).hasMatch()) {
        return failure(
            Error::make(Error::Kind::Invalid,
                        NumberText::tr("This is not a phone number in international form (E.164).")));
    }
    return PhoneNumber(e164);
}

QString PhoneNumber::national() const
{
    return isNull() ? QString() : formatted(m_e164, lib::PhoneNumberUtil::NATIONAL);
}

QString PhoneNumber::international() const
{
    return isNull() ? QString() : formatted(m_e164, lib::PhoneNumberUtil::INTERNATIONAL);
}

QString PhoneNumber::regionCode() const
{
    if (isNull()) {
        return {};
    }
    const lib::PhoneNumber number = toLibrary(m_e164);
    std::string region;
    util().GetRegionCodeForNumber(number, &region);
    if (region == "ZZ" || region.empty()) {
        // A number the plan does not know still starts with a country's code.
        util().GetRegionCodeForCountryCode(number.country_code(), &region);
    }
    return region == "ZZ" ? QString() : QString::fromStdString(region);
}

QString PhoneNumber::countryName() const
{
    return englishCountryNameOf(regionCode());
}

PhoneNumber::Validity PhoneNumber::validity() const
{
    const lib::PhoneNumber number = toLibrary(m_e164);
    if (util().IsValidNumber(number)) {
        return Validity::Valid;
    }
    return util().IsPossibleNumber(number) ? Validity::Possible : Validity::Doubtful;
}

QString PhoneNumber::searchDigits() const
{
    return isNull() ? QString() : digitsOf(m_e164) + u' ' + digitsOf(national());
}

} // namespace numbers

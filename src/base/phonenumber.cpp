#include "base/phonenumber.h"

#include "base/countryname.h"
#include "base/pastedtext.h"
#include "base/phonereadings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
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

/// The library's own form, as long as it is the same number: it leaves digits out that a plan had formerly
/// (the "1" of Mexican mobiles), and puts others in (San Marino). What is shown must be found again.
QString formatted(const QString &e164, lib::PhoneNumberUtil::PhoneNumberFormat format)
{
    const lib::PhoneNumber number = toLibrary(e164);
    if (number.country_code() == 0) {
        return e164;
    }
    std::string text;
    util().Format(number, format, &text);
    const QString shown = QString::fromStdString(text);
    const bool isWhole = format != lib::PhoneNumberUtil::INTERNATIONAL || digitsOf(shown) == digitsOf(e164);
    return isWhole ? shown : e164;
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

/// The very digits of an international number; nothing where a digit is to be left out ("(0)"), or where it
/// is no E.164 number.
std::optional<PhoneNumber> literalReading(const QString &plain)
{
    // The shortest ones that exist: a country code of three digits and four more.
    constexpr qsizetype shortest = 7;
    const auto isOfOneNumber = [](QChar c) { return c.isDigit() || QStringView(u" ()-./").contains(c); };
    if (!plain.startsWith(u'+') || plain.contains("(0)"_L1) ||
        !std::all_of(plain.begin() + 1, plain.end(), isOfOneNumber)) {
        return std::nullopt;
    }
    const QString digits = digitsOf(plain);
    const auto number = PhoneNumber::fromE164(u'+' + digits);
    return number && digits.size() >= shortest ? std::optional(*number) : std::nullopt;
}

Result<PhoneNumber> libraryReading(const QString &plain, const QString &defaultRegion)
{
    const QString region = defaultRegion.isEmpty() ? u"ZZ"_s : defaultRegion.toUpper();
    lib::PhoneNumber number;
    const auto outcome = util().Parse(plain.toStdString(), region.toStdString(), &number);
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
    return PhoneNumber::fromE164(QString::fromStdString(e164));
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
    auto all = phoneReadings(text, defaultRegion);
    if (!all) {
        return failure(all.error());
    }
    return all->last();
}

Result<QList<PhoneNumber>> phoneReadings(const QString &text, const QString &defaultRegion)
{
    // Far longer than any number with all its punctuation; keeps pasted documents away from the parser.
    constexpr qsizetype longestLink = 400;
    constexpr qsizetype longestText = 60;
    const QString plain = text.size() > longestLink ? QString() : plainPhoneText(text);
    if (text.size() > longestLink || plain.size() > longestText) {
        return failure(
            Error::make(Error::Kind::Invalid, NumberText::tr("This is too long for a phone number.")));
    }
    if (plain.isEmpty()) {
        return failure(Error::make(Error::Kind::Invalid, NumberText::tr("Enter a phone number.")));
    }
    // libphonenumber reads letters as a telephone keypad does (1-800-FLOWERS): a guess we do not want to
    // import.
    if (std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isLetter(); })) {
        return failure(Error::make(Error::Kind::Invalid,
                                   NumberText::tr("A phone number has no letters. Enter the digits only.")));
    }
    QList<PhoneNumber> numbers;
    if (const auto literal = literalReading(plain)) {
        numbers << *literal;
    }
    const auto parsed = libraryReading(plain, defaultRegion);
    if (parsed && !numbers.contains(*parsed)) {
        numbers << *parsed;
    }
    // Numbers of a plan that the library does not know are believed only in the form in which they are shown.
    const bool isExact = !numbers.isEmpty() && numbers.first().e164() == plain;
    if (!parsed && !isExact) {
        return failure(parsed.error());
    }
    return numbers;
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

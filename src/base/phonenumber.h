#pragma once

#include "base/result.h"

#include <QLocale>
#include <QMetaType>
#include <QString>

namespace numbers {

/// A telephone number in E.164 (ITU-T E.164: "+", then up to 15 digits). Immutable; safe on any thread.
class PhoneNumber
{
public:
    /// How sure libphonenumber is. Numbering plans change faster than the library: a doubt is a hint, no
    /// refusal.
    enum class Validity { Valid, Possible, Doubtful };

    /// Empty; `isNull()`.
    PhoneNumber() = default;

    /// Reads what a person types: spaces, brackets, dots, dashes, "00", "tel:", other scripts' digits;
    /// without a leading "+" the number is read as one of `defaultRegion` (ISO 3166-1 alpha-2, may be empty).
    /// Error Invalid: no number, letters, an extension, too long, or no country known.
    [[nodiscard]] static Result<PhoneNumber> parse(const QString &text, const QString &defaultRegion);

    /// Takes a provider's word for it: only the shape of E.164 is checked (`^\+[1-9][0-9]{1,14}$`).
    [[nodiscard]] static Result<PhoneNumber> fromE164(const QString &e164);

    [[nodiscard]] bool isNull() const { return m_e164.isEmpty(); }
    [[nodiscard]] const QString &e164() const { return m_e164; }
    /// "07700 900123"; the international form where the library knows no national one.
    [[nodiscard]] QString national() const;
    /// "+44 7700 900123".
    [[nodiscard]] QString international() const;
    /// ISO 3166-1 alpha-2 ("GB"), "001" for numbers of no country (such as +800), empty when unknown.
    [[nodiscard]] QString regionCode() const;
    /// The country's name in English words of Qt's CLDR data; empty when unknown.
    [[nodiscard]] QString countryName() const;
    [[nodiscard]] Validity validity() const;
    /// The digits a person might search by: E.164 without "+", a blank, the national form's digits.
    [[nodiscard]] QString searchDigits() const;

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;
    friend auto operator<=>(const PhoneNumber &left, const PhoneNumber &right)
    {
        return QString::compare(left.m_e164, right.m_e164) <=> 0;
    }
    friend size_t qHash(const PhoneNumber &number, size_t seed = 0) { return qHash(number.m_e164, seed); }

private:
    explicit PhoneNumber(QString e164)
        : m_e164(std::move(e164))
    {
    }

    QString m_e164;
};

/// The digits of `text` in ASCII, whatever script they were typed in.
[[nodiscard]] QString digitsOf(const QString &text);

} // namespace numbers

Q_DECLARE_METATYPE(numbers::PhoneNumber)

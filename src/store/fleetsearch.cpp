#include "store/fleetsearch.h"

#include "base/countryname.h"
#include "base/pastedtext.h"
#include "base/phonenumber.h"
#include "base/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

bool isTelephoneText(const QString &text)
{
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return hasDigit && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.isDigit() || c.isSpace() || QStringView(u"+-()./").contains(c);
           });
}

QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

QString containing(const QString &text)
{
    return u'%' + escaped(text) + u'%';
}

/// Without "(0)", which no number has when it is dialled. After "+" or "00" the country's code follows.
QString digitsPattern(QString text)
{
    text.remove(u"(0)"_s);
    const QString digits = digitsOf(text);
    if (text.startsWith(u'+') && !digits.isEmpty()) {
        return digits + u'%';
    }
    if (digits.startsWith("00"_L1) && digits.size() > 2) {
        return digits.mid(2) + u'%';
    }
    return u'%' + digits + u'%';
}

/// The word is in what a number is found by, the country as it is called where the list is shown.
QString wordCondition(const QString &word, const CountryWords &countries, QVariantList &values)
{
    const auto isOneOf = [&values](const QStringList &keys) {
        for (const QString &key : keys) {
            values << key;
        }
        return u"country_key IN (%1)"_s.arg(QStringList(keys.size(), u"?"_s).join(u','));
    };
    QString text = u"search_text"_s;
    if (const auto hidden = countries.foundOnlyInEnglish(word); !hidden.isEmpty()) {
        // The last part is the English name, which nobody sees.
        text = u"CASE WHEN %1 THEN substr(search_text, 1, length(search_text) - length(country_key)) "
               "ELSE search_text END"_s.arg(isOneOf(hidden));
    }
    values << containing(word);
    QString condition = text + u" LIKE ? ESCAPE '\\'"_s;
    if (const auto shown = countries.foundOnlyAsShown(word); !shown.isEmpty()) {
        condition = u"(%1 OR %2)"_s.arg(condition, isOneOf(shown));
    }
    return condition;
}

} // namespace

QString folded(const QString &text)
{
    QString letters = text.normalized(QString::NormalizationForm_KD);
    letters.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return letters.toCaseFolded();
}

CountryWords::CountryWords(const QHash<QString, QString> &names)
{
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        const QString key = folded(englishCountryNameOf(it.key()));
        const QString name = folded(it.value());
        if (!key.isEmpty() && name != key) {
            m_shown.insert(key, name);
        }
    }
}

QStringList CountryWords::foundOnlyAsShown(const QString &word) const
{
    QStringList keys;
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it.value().contains(word) && !it.key().contains(word)) {
            keys << it.key();
        }
    }
    return keys;
}

QStringList CountryWords::foundOnlyInEnglish(const QString &word) const
{
    QStringList keys;
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it.key().contains(word) && !it.value().contains(word)) {
            keys << it.key();
        }
    }
    return keys;
}

SearchCondition searchCondition(const QString &text, const CountryWords &countries)
{
    SearchCondition condition;
    const QString trimmed = lineOf(text).simplified();
    if (trimmed.isEmpty()) {
        return condition;
    }
    QStringList parts;
    const QStringList words = telephonePattern(trimmed) ? QStringList{trimmed} : trimmed.split(u' ');
    for (const QString &word : words) {
        if (const auto digits = telephonePattern(word)) {
            parts << u"(search_digits LIKE ? ESCAPE '\\' OR search_text LIKE ? ESCAPE '\\')"_s;
            condition.values << *digits << containing(folded(word));
        } else {
            parts << wordCondition(folded(word), countries, condition.values);
        }
    }
    condition.sql = parts.join(u" AND "_s);
    return condition;
}

std::optional<QString> telephonePattern(const QString &text)
{
    const QString number = plainPhoneText(text);
    return isTelephoneText(number) ? std::optional(digitsPattern(number)) : std::nullopt;
}

QString containingPattern(const QString &text)
{
    return containing(text);
}

QString searchTextOf(const QStringList &parts)
{
    // A separator that nobody types keeps words of neighbours apart.
    return folded(parts.join(u'\n'));
}

} // namespace numbers::store

#include "store/fleetsearch.h"

#include "base/phonenumber.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::store {

namespace {

bool isTelephoneText(const QString &text)
{
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return hasDigit && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.isDigit() || c.isSpace() ||
                      QStringView(u"+-().\u00a0\u2010\u2011\u2012\u2013/").contains(c);
           });
}

QString pattern(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

/// The digits to look for: without "(0)" and the international prefix.
QString wantedDigits(QString text)
{
    text.remove(u"(0)"_s);
    const QString digits = digitsOf(text);
    return digits.startsWith("00"_L1) && digits.size() > 2 ? digits.mid(2) : digits;
}

} // namespace

SearchCondition searchCondition(const QString &text)
{
    SearchCondition condition;
    const QString trimmed = text.simplified();
    if (trimmed.isEmpty()) {
        return condition;
    }
    QStringList parts;
    const QStringList words = isTelephoneText(trimmed) ? QStringList{trimmed} : trimmed.split(u' ');
    for (const QString &word : words) {
        if (isTelephoneText(word)) {
            parts << u"(search_digits LIKE ? ESCAPE '\\' OR search_text LIKE ? ESCAPE '\\')"_s;
            condition.values << pattern(wantedDigits(word)) << pattern(word.toCaseFolded());
        } else {
            parts << u"search_text LIKE ? ESCAPE '\\'"_s;
            condition.values << pattern(word.toCaseFolded());
        }
    }
    condition.sql = parts.join(u" AND "_s);
    return condition;
}

QString foldedSearchText(const QStringList &parts)
{
    // A separator that nobody types keeps words of neighbours apart.
    return parts.join(u'\n').toCaseFolded();
}

} // namespace numbers::store

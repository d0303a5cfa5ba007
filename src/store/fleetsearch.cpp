#include "store/fleetsearch.h"

#include "base/phonenumber.h"

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

} // namespace

QString folded(const QString &text)
{
    QString letters = text.normalized(QString::NormalizationForm_KD);
    letters.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return letters.toCaseFolded();
}

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
            condition.values << digitsPattern(word) << containing(folded(word));
        } else {
            parts << u"search_text LIKE ? ESCAPE '\\'"_s;
            condition.values << containing(folded(word));
        }
    }
    condition.sql = parts.join(u" AND "_s);
    return condition;
}

QString searchTextOf(const QStringList &parts)
{
    // A separator that nobody types keeps words of neighbours apart.
    return folded(parts.join(u'\n'));
}

} // namespace numbers::store

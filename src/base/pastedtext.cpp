#include "base/pastedtext.h"

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

/// Stays behind when a cell, a word of a sentence or a value in a script is copied.
bool isQuote(QChar c)
{
    return QStringView(u"'\"`´‘’‚‛“”„‟‹›«»ʼ＇＂").contains(c);
}

/// Invisible: marks of the reading direction, zero width blanks and joiners, byte order mark, soft hyphen.
bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format;
}

template <typename Predicate>
QString strippedOf(QStringView text, Predicate isDropped)
{
    while (!text.isEmpty() && isDropped(text.front())) {
        text = text.mid(1);
    }
    while (!text.isEmpty() && isDropped(text.back())) {
        text.chop(1);
    }
    return text.toString();
}

QChar plainPhoneCharacter(QChar c)
{
    constexpr char16_t firstFullWidth = u'！';
    constexpr char16_t lastFullWidth = u'～';
    constexpr char16_t longVowelMark = u'ー'; // the dash of Japanese keyboards
    constexpr char16_t minus = u'−';
    if (c.category() == QChar::Number_DecimalDigit) {
        return QChar(u'0' + c.digitValue());
    }
    if (c.unicode() >= firstFullWidth && c.unicode() <= lastFullWidth) {
        return QChar(c.unicode() - firstFullWidth + u'!');
    }
    if (c.category() == QChar::Punctuation_Dash || c == longVowelMark || c == minus) {
        return u'-';
    }
    return c.isSpace() ? QChar(u' ') : c;
}

/// The number of a link, with the context of a local one in front. Parameters that do not change who is
/// called are left out.
QString numberOfLink(const QString &link)
{
    QString text = QString::fromUtf8(QByteArray::fromPercentEncoding(link.toUtf8()));
    while (text.startsWith(u'/')) {
        text.remove(0, 1);
    }
    const QStringList parts = text.section(u'?', 0, 0).split(u';');
    QString number = parts.first();
    QString extension;
    for (const QString &parameter : parts.mid(1)) {
        const QString name = parameter.section(u'=', 0, 0).trimmed().toLower();
        const QString value = parameter.section(u'=', 1).trimmed();
        if (name == "phone-context"_L1 && value.startsWith(u'+') && !number.trimmed().startsWith(u'+')) {
            number.prepend(value);
        } else if (name == "ext"_L1) {
            extension = u'#' + value;
        }
    }
    return number + extension;
}

} // namespace

QString withoutPasteMarks(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (!c.isSpace() && !isInvisible(c) && c.category() != QChar::Other_Control) {
            kept.append(c);
        }
    }
    return strippedOf(kept, &isQuote);
}

QString withoutPasteMarksAround(const QString &text)
{
    return strippedOf(text, [](QChar c) { return c.isSpace() || isInvisible(c) || isQuote(c); });
}

QString plainPhoneText(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        if (!isInvisible(c)) {
            plain.append(plainPhoneCharacter(c));
        }
    }
    plain = plain.simplified();
    // A spreadsheet keeps a number from being calculated as ="+44…" or '+44….
    if (plain.startsWith("=\""_L1) || plain.startsWith("='"_L1)) {
        plain.remove(0, 1);
    }
    plain = strippedOf(plain, &isQuote);
    if (plain.startsWith(u'<') && plain.endsWith(u'>')) {
        plain = plain.mid(1).chopped(1);
    }
    for (const auto scheme : {"tel:"_L1, "callto:"_L1}) {
        if (plain.startsWith(scheme, Qt::CaseInsensitive)) {
            const QString number = numberOfLink(plain.mid(scheme.size()));
            return number.simplified();
        }
    }
    return plain.trimmed();
}

} // namespace numbers

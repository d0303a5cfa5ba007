#include "base/plaintext.h"

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

/// Unicode's property Bidi_Control (UAX #9): marks, embeddings, overrides and isolates.
bool turnsDirection(QChar c)
{
    const auto code = c.unicode();
    return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

QString escaped(const QString &text, QStringView kept)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        const auto category = c.category();
        const bool isActive = category == QChar::Other_Control || category == QChar::Separator_Line ||
                              category == QChar::Separator_Paragraph || turnsDirection(c);
        if (isActive && !kept.contains(c)) {
            shown += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        } else {
            shown += c;
        }
    }
    return shown;
}

} // namespace

QString lineOf(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        const auto code = c.unicode();
        // Embeddings, overrides and isolates (UAX #9); the marks that only stand beside a letter stay.
        if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) {
            continue;
        }
        const auto category = c.category();
        const auto isBreak = category == QChar::Other_Control || category == QChar::Separator_Line ||
                             category == QChar::Separator_Paragraph;
        line.append(isBreak ? QChar(u' ') : c);
    }
    return line.trimmed();
}

QString withoutControls(QString text)
{
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
    return text;
}

QString escapedText(const QString &text)
{
    return escaped(text, u"\n\t");
}

QString escapedLine(const QString &text)
{
    return escaped(text, {});
}

} // namespace numbers

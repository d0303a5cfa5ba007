#include "base/plaintext.h"

namespace numbers {

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

} // namespace numbers

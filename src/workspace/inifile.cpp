#include "workspace/inifile.h"

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace numbers::workspace {

namespace {

QString pathOf(const QString &section, const QString &name)
{
    return section.isEmpty() ? name : section + u'/' + name;
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}

bool needsQuotes(const QString &value)
{
    return value.trimmed() != value || value.startsWith(u'"') ||
           std::any_of(value.begin(), value.end(), isControl);
}

QString encoded(const QString &value)
{
    if (!needsQuotes(value)) {
        return value;
    }
    QString text = u"\""_s;
    for (const QChar c : value) {
        if (c == u'\\' || c == u'"') {
            text += u'\\';
            text += c;
        } else if (c == u'\n') {
            text += u"\\n"_s;
        } else if (c == u'\r') {
            text += u"\\r"_s;
        } else if (c == u'\t') {
            text += u"\\t"_s;
        } else if (isControl(c)) {
            text += u"\\u{%1}"_s.arg(QString::number(c.unicode(), 16));
        } else {
            text += c;
        }
    }
    return text + u'"';
}

/// `position` is just behind the "\u"; moves behind the closing brace.
std::optional<QChar> decodedCode(const QString &text, qsizetype &position)
{
    const qsizetype end = text.indexOf(u'}', position);
    if (position >= text.size() || text.at(position) != u'{' || end < 0) {
        return std::nullopt;
    }
    bool isNumber = false;
    const ushort code = text.mid(position + 1, end - position - 1).toUShort(&isNumber, 16);
    position = end + 1;
    return isNumber ? std::optional(QChar(code)) : std::nullopt;
}

std::optional<QString> decoded(const QString &text)
{
    if (!text.startsWith(u'"')) {
        return text;
    }
    QString value;
    qsizetype i = 1;
    while (i < text.size()) {
        const QChar c = text.at(i++);
        if (c == u'"') {
            return i == text.size() ? std::optional(value) : std::nullopt;
        }
        if (c != u'\\') {
            value += c;
            continue;
        }
        const QChar escape = i < text.size() ? text.at(i++) : QChar();
        switch (escape.unicode()) {
        case u'n':
            value += u'\n';
            break;
        case u'r':
            value += u'\r';
            break;
        case u't':
            value += u'\t';
            break;
        case u'\\':
        case u'"':
            value += escape;
            break;
        case u'u':
            if (const auto code = decodedCode(text, i)) {
                value += *code;
                break;
            }
            return std::nullopt;
        default:
            return std::nullopt;
        }
    }
    return std::nullopt; // no closing quotation mark
}

} // namespace

std::optional<IniFile> IniFile::parse(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    IniFile file;
    QString section;
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty()) {
        lines.removeLast();
    }
    for (const QString &written : std::as_const(lines)) {
        Line line{.text = written, .path = {}, .value = {}, .section = section};
        if (line.text.endsWith(u'\r')) {
            line.text.chop(1);
        }
        const QString content = line.text.trimmed();
        if (std::any_of(content.begin(), content.end(), [](QChar c) { return isControl(c) && c != u'\t'; })) {
            return std::nullopt;
        }
        if (content.startsWith(u'[')) {
            if (!content.endsWith(u']')) {
                return std::nullopt;
            }
            section = content.sliced(1, content.size() - 2).trimmed();
            line.section = section;
        } else if (!content.isEmpty() && !content.startsWith(u';') && !content.startsWith(u'#')) {
            const qsizetype equals = content.indexOf(u'=');
            const auto value = decoded(content.sliced(equals + 1).trimmed());
            if (equals < 1 || !value) {
                return std::nullopt;
            }
            line.path = pathOf(section, content.first(equals).trimmed());
            line.value = *value;
        }
        file.m_lines.append(line);
    }
    return file;
}

QByteArray IniFile::toBytes() const
{
    QByteArray bytes;
    for (const Line &line : m_lines) {
        bytes += line.text.toUtf8() + '\n';
    }
    return bytes;
}

std::optional<QString> IniFile::value(const QString &path) const
{
    const auto found = std::find_if(m_lines.rbegin(), m_lines.rend(),
                                    [&path](const Line &line) { return line.path == path; });
    return found == m_lines.rend() ? std::nullopt : std::optional(found->value);
}

void IniFile::setValue(const QString &path, const QString &value)
{
    const qsizetype slash = path.indexOf(u'/');
    const QString section = slash < 0 ? QString() : path.first(slash);
    const Line line{.text = path.sliced(slash + 1) + u'=' + encoded(value),
                    .path = path,
                    .value = value,
                    .section = section};

    qsizetype lastOfSection = -1;
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        if (m_lines.at(i).path == path) {
            m_lines[i] = line;
            return;
        }
        if (lastOfSection < 0 && m_lines.at(i).section == section &&
            !m_lines.at(i).text.trimmed().isEmpty()) {
            lastOfSection = i;
        }
    }
    if (lastOfSection < 0 && !section.isEmpty()) {
        if (!m_lines.isEmpty()) {
            m_lines.append(Line{.text = {}, .path = {}, .value = {}, .section = m_lines.last().section});
        }
        m_lines.append(Line{.text = u'[' + section + u']', .path = {}, .value = {}, .section = section});
        m_lines.append(line);
    } else {
        m_lines.insert(lastOfSection + 1, line);
    }
}

void IniFile::remove(const QString &path)
{
    m_lines.removeIf([&path](const Line &line) { return line.path == path; });
}

QStringList IniFile::names(const QString &section) const
{
    QStringList names;
    for (const Line &line : m_lines) {
        if (line.section == section && !line.path.isEmpty()) {
            names << line.path.sliced(section.isEmpty() ? 0 : section.size() + 1);
        }
    }
    return names;
}

} // namespace numbers::workspace

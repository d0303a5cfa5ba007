#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace numbers::workspace {

/// A small INI text that gives back what it was given: comments, order and entries it does not know stay as
/// they were (QSettings drops the first two and hides damage).
///
/// UTF-8. `[section]`, `name=value`, comments start with `;` or `#`. A value that starts with a quotation
/// mark is quoted, with \\ \" \n \r \t and \u{hex} inside; any other is taken as it stands, blanks at the
/// ends cut.
class IniFile
{
public:
    /// Nothing when it is damaged: not UTF-8, control characters, or a line that is none of the above. An
    /// entry that comes twice: the last one counts.
    [[nodiscard]] static std::optional<IniFile> parse(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    /// `path` is "section/name", or "name" before the first section.
    [[nodiscard]] std::optional<QString> value(const QString &path) const;
    void setValue(const QString &path, const QString &value);
    void remove(const QString &path);
    /// The names in one section, in order.
    [[nodiscard]] QStringList names(const QString &section) const;

private:
    struct Line
    {
        QString text; ///< as written
        QString path; ///< empty: a comment, a section's head or an empty line
        QString value;
        QString section; ///< the one it is in
    };
    QList<Line> m_lines;
};

} // namespace numbers::workspace

#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace numbers {

/// Reads a provider's object: tolerant of what does not matter (null for absent, numbers and flags as text),
/// strict about what does. Collects what is wrong instead of stopping, so that decoding reads top to bottom;
/// ask `error` at the end.
class JsonReader
{
public:
    /// `path` names the object in messages, such as "phone_number".
    JsonReader(QJsonObject object, QString path);

    /// Must be a text that is not empty, or a number.
    [[nodiscard]] QString requiredText(QLatin1StringView name);
    /// Empty when absent or null; numbers are read as their digits.
    [[nodiscard]] QString text(QLatin1StringView name);
    /// true, false, 1, 0 and the same as text; nothing when absent, null or "".
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView name);
    /// A name that people gave, made fit to stand in a line: see `lineOf`. As `text` otherwise.
    [[nodiscard]] QString name(QLatin1StringView name);

    // What only describes: a provider may find new words for it any day, and that must not cost the row.
    /// As `text`, but what is no text counts as absent.
    [[nodiscard]] QString word(QLatin1StringView name) const;
    /// As `flag`, but what is neither counts as absent.
    [[nodiscard]] std::optional<bool> knownFlag(QLatin1StringView name) const;
    /// A whole number that fits, also as text; nothing when absent, null or "".
    [[nodiscard]] std::optional<int> integer(QLatin1StringView name);
    /// ISO 8601 or RFC 2822, in UTC; invalid when absent. What is no time counts as absent.
    [[nodiscard]] QDateTime time(QLatin1StringView name) const;
    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    [[nodiscard]] bool isGood() const { return m_problems.isEmpty(); }
    /// BadReply that names every member that was not as expected, without its value.
    [[nodiscard]] Error error() const;
    void addProblem(QLatin1StringView name, const QString &problem);

private:
    QJsonObject m_object;
    QString m_path;
    QStringList m_problems;
};

/// The answer is not what the provider promises. `detail` is English and holds no values.
[[nodiscard]] Error badReply(const QString &detail);

} // namespace numbers

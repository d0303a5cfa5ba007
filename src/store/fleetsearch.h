#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <optional>

namespace numbers::store {

/// Text without case, accents and compatibility forms ("MÜLLER" and "muller" are the same), for comparing in
/// SQL alike in every database.
[[nodiscard]] QString folded(const QString &text);

/// What countries are called in the words of who asks, by the key they have in the records (`country_key`:
/// the English name, folded).
class CountryWords
{
public:
    /// `names`: by ISO 3166-1 code; those that are not in it keep their English names.
    explicit CountryWords(const QHash<QString, QString> &names = {});

    /// Folded; the key itself when there is no other name.
    [[nodiscard]] QString shown(const QString &key) const { return m_shown.value(key, key); }
    /// Keys of countries whose name has this folded word in it, but whose key has not.
    [[nodiscard]] QStringList foundOnlyAsShown(const QString &word) const;
    /// Keys that have this folded word in them, but whose countries are called otherwise.
    [[nodiscard]] QStringList foundOnlyInEnglish(const QString &word) const;

private:
    QHash<QString, QString> m_shown; ///< those that differ from their key
};

/// A condition for the numbers table: every word of `text` must occur; a text made of digits and telephone
/// punctuation is looked for among the digits of the number, however it is written ("(0)20 7946 0018", "0044
/// 20"). With an international prefix the number has to begin with it.
struct SearchCondition
{
    QString sql; ///< empty: everything matches
    QVariantList values;
};
[[nodiscard]] SearchCondition searchCondition(const QString &text,
                                              const CountryWords &countries = CountryWords());

/// A text made of digits and telephone punctuation as a pattern for LIKE (escape character \\) over the
/// digits of a number; nothing for other texts.
[[nodiscard]] std::optional<QString> telephonePattern(const QString &text);
/// The pattern for LIKE (escape character \\) of what has `text` somewhere in it.
[[nodiscard]] QString containingPattern(const QString &text);

/// What a number is found by; the English name of its country is the last part.
[[nodiscard]] QString searchTextOf(const QStringList &parts);

} // namespace numbers::store

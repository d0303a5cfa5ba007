#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace numbers::store {

/// Text without case, accents and compatibility forms ("MÜLLER" and "muller" are the same), for comparing in
/// SQL alike in every database.
[[nodiscard]] QString folded(const QString &text);

/// A condition for the numbers table: every word of `text` must occur; a text made of digits and telephone
/// punctuation is looked for among the digits of the number, however it is written ("(0)20 7946 0018", "0044
/// 20"). With an international prefix the number has to begin with it.
struct SearchCondition
{
    QString sql; ///< empty: everything matches
    QVariantList values;
};
[[nodiscard]] SearchCondition searchCondition(const QString &text);

/// What a number is found by.
[[nodiscard]] QString searchTextOf(const QStringList &parts);

} // namespace numbers::store

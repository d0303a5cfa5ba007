#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace numbers::store {

/// A condition for the numbers table: every word of `text` must occur; a text made of digits and telephone
/// punctuation is looked for among the digits of the number, however it is written ("(0)20 7946 0018", "0044
/// 20").
struct SearchCondition
{
    QString sql; ///< empty: everything matches
    QVariantList values;
};
[[nodiscard]] SearchCondition searchCondition(const QString &text);

/// What a number is found by; case does not matter.
[[nodiscard]] QString foldedSearchText(const QStringList &parts);

} // namespace numbers::store

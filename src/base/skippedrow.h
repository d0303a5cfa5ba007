#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace numbers {

/// A row of a provider's list that could not be read. The list is given without it.
struct SkippedRow
{
    QString name;           ///< what the row calls itself, as one short line; empty when it does not
    qsizetype position = 0; ///< in the list, from 1
    QString problem;        ///< English, without values, for details

    /// `nameMember`: the member that tells the rows of this list apart for people, such as "phone_number";
    /// "sid" names a row without it.
    [[nodiscard]] static SkippedRow of(const QJsonValue &row, const QString &nameMember, qsizetype position,
                                       QString problem);

    /// Its name, or its place in the list, for messages.
    [[nodiscard]] QString label() const;
};

/// The labels of the first few rows, and how many more there are.
[[nodiscard]] QString labelsOf(const QList<SkippedRow> &rows);

/// Rows of a list, and those that could not be read.
template <typename T>
struct Listing
{
    QList<T> rows;
    QList<SkippedRow> skipped;
};

} // namespace numbers

#pragma once

#include "store/records.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

namespace numbers::store {

/// The columns of a row of `numbers` that make a record, for SELECT, in the order `numberOf` reads.
[[nodiscard]] const QString &numberColumns();
/// The record of the row the query stands on. What an older or newer version wrote otherwise stays empty.
[[nodiscard]] NumberRecord numberOf(const QSqlQuery &row);

/// Everything that is stored of a number, in the order of `numberValues`: the record, and what is sorted and
/// searched by.
[[nodiscard]] const QStringList &storedNumberColumns();
[[nodiscard]] QVariantList numberValues(const NumberRecord &number);
/// JSON as it is stored; empty when there are none.
[[nodiscard]] QString settingsText(const QJsonObject &settings);
/// What a number is found by.
[[nodiscard]] QString searchTextOf(const NumberRecord &number);

} // namespace numbers::store

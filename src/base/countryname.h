#pragma once

#include <QHash>
#include <QString>

namespace numbers {

/// The country's name in the language of the program's words: "Vereinigtes Königreich". For people; records
/// keep the code, or PhoneNumber::countryName. `regionCode`: ISO 3166-1 alpha-2; empty when it is none that
/// is known.
[[nodiscard]] QString countryNameOf(const QString &regionCode);

/// The same in English, whatever the language: what records are made with.
[[nodiscard]] QString englishCountryNameOf(const QString &regionCode);

/// `countryNameOf` for every code there is. Takes some milliseconds.
[[nodiscard]] QHash<QString, QString> allCountryNames();

} // namespace numbers

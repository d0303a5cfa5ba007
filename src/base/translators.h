#pragma once

#include <QLocale>
#include <QObject>
#include <QString>

#include <optional>

namespace numbers {

/// Loads our words and Qt's own for `language` (BCP 47; empty: the system's) and sets the default locale.
/// Numbers are written with the digits of those words. What is not translated stays English; the words go
/// with `parent`. To be called on the main thread, before the first words are read.
///
/// Returns the locale of the words that were found; null when none suits, so that all stays English.
std::optional<QLocale> installWords(const QString &language, QObject *parent);

} // namespace numbers

#pragma once

#include <QObject>
#include <QString>

namespace numbers::app {

/// Loads our words and Qt's own for `language` (BCP 47; empty: the system's), sets the default locale and the
/// reading direction. To be called before the first window; what is not translated stays English.
void installTranslators(const QString &language, QObject *parent);

} // namespace numbers::app

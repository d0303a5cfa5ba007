#include "app/translators.h"

#include "base/translators.h"

#include <QGuiApplication>

namespace numbers::app {

void installTranslators(const QString &language, QObject *parent)
{
    const auto words = installWords(language, parent);
    // Right to left only together with the words: half of each reads badly. Whoever reads several languages
    // may have got another one than the first.
    QGuiApplication::setLayoutDirection(words ? words->textDirection() : Qt::LeftToRight);
}

} // namespace numbers::app

#include "app/translators.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

bool install(const QLocale &locale, const QString &file, const QString &directory, QObject *parent)
{
    auto *translator = new QTranslator(parent);
    if (translator->load(locale, file, u"_"_s, directory)) {
        QCoreApplication::installTranslator(translator);
        return true;
    }
    delete translator;
    return false;
}

} // namespace

void installTranslators(const QString &language, QObject *parent)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) {
        QLocale::setDefault(locale);
    }
    // Packages bring Qt's own translations along; elsewhere they are where Qt is.
    const auto isQtLoaded =
        install(locale, u"qtbase"_s, u":/i18n"_s, parent) ||
        install(locale, u"qtbase"_s, QCoreApplication::applicationDirPath() + "/translations"_L1, parent) ||
        install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath), parent);
    Q_UNUSED(isQtLoaded)
    const auto isTranslated = install(locale, u"numbers"_s, u":/i18n"_s, parent);
    if (!isTranslated) {
        // English, too, needs its plurals.
        install(QLocale(QLocale::English), u"numbers"_s, u":/i18n"_s, parent);
    }
    // Right to left only together with the words: half of each reads badly.
    QGuiApplication::setLayoutDirection(isTranslated ? locale.textDirection() : Qt::LeftToRight);
}

} // namespace numbers::app

#include "app/translators.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace numbers::app {

namespace {

using namespace Qt::StringLiterals;

/// Null when there is no such translation.
const QTranslator *install(const QLocale &locale, const QString &file, const QString &directory,
                           QObject *parent)
{
    auto *translator = new QTranslator(parent);
    if (translator->load(locale, file, u"_"_s, directory)) {
        QCoreApplication::installTranslator(translator);
        return translator;
    }
    delete translator;
    return nullptr;
}

} // namespace

void installTranslators(const QString &language, QObject *parent)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) {
        QLocale::setDefault(locale);
    }
    // Packages bring Qt's own translations along; elsewhere they are where Qt is.
    for (const auto &directory : {u":/i18n"_s, QCoreApplication::applicationDirPath() + "/translations"_L1,
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)}) {
        if (install(locale, u"qtbase"_s, directory, parent) != nullptr) {
            break;
        }
    }
    // What comes later is asked first: English, whose plurals are words like any other's, is what is left
    // when a translation lacks some.
    install(QLocale(QLocale::English), u"numbers"_s, u":/i18n"_s, parent);
    const auto *words = install(locale, u"numbers"_s, u":/i18n"_s, parent);
    // Right to left only together with the words: half of each reads badly. Whoever reads several languages
    // may have got another one than the first.
    QGuiApplication::setLayoutDirection(words != nullptr ? QLocale(words->language()).textDirection()
                                                         : Qt::LeftToRight);
}

} // namespace numbers::app

#include "base/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace numbers {

namespace {

/// Null when there is no such translation.
std::unique_ptr<QTranslator> load(const QLocale &locale, const QString &file, const QString &directory)
{
    auto translator = std::make_unique<QTranslator>();
    return translator->load(locale, file, u"_"_s, directory) ? std::move(translator) : nullptr;
}

void install(std::unique_ptr<QTranslator> translator, QObject *parent)
{
    translator->setParent(parent);
    QCoreApplication::installTranslator(translator.release());
}

/// Dates and separators stay those of the user's country; only other digits would be a mixture of scripts.
void useDigitsOf(const QLocale &words)
{
    if (QLocale().zeroDigit() != words.zeroDigit()) {
        QLocale::setDefault(words);
    }
}

} // namespace

std::optional<QLocale> installWords(const QString &language, QObject *parent)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!language.isEmpty()) {
        QLocale::setDefault(locale);
    }
    // Packages bring Qt's own translations along; elsewhere they are where Qt is.
    for (const auto &directory : {u":/i18n"_s, QCoreApplication::applicationDirPath() + "/translations"_L1,
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)}) {
        if (auto translator = load(locale, u"qtbase"_s, directory)) {
            install(std::move(translator), parent);
            break;
        }
    }
    // What comes later is asked first: English, whose plurals are words like any other's, is what is left
    // when a translation lacks some.
    auto english = load(QLocale(QLocale::English), u"numbers"_s, u":/i18n"_s);
    auto words = load(locale, u"numbers"_s, u":/i18n"_s);
    std::optional<QLocale> found;
    if (words) {
        found = QLocale(words->language());
    }
    const auto isEnglish = english && words && words->filePath() == english->filePath();
    if (english) {
        install(std::move(english), parent);
    }
    if (words && !isEnglish) {
        install(std::move(words), parent);
    }
    useDigitsOf(found.value_or(QLocale(QLocale::English)));
    return found;
}

} // namespace numbers

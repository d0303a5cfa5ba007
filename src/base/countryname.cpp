#include "base/countryname.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <unicode/uloc.h>

namespace numbers {

namespace {

/// Of the words that were loaded, not of the locale: the two differ where there are no words in its language,
/// and a single German word in an English window is no help.
QByteArray wordsLanguage()
{
    return QCoreApplication::translate("numbers::CountryName", "en",
                                       "The code of the language you translate into, such as: de")
        .toLatin1();
}

} // namespace

QString countryNameOf(const QString &regionCode)
{
    const auto territory = QLocale::codeToTerritory(regionCode);
    if (regionCode.size() != 2 || territory == QLocale::AnyTerritory) {
        return {};
    }
    const QByteArray region = "und_" + regionCode.toLatin1();
    std::array<char16_t, 200> name{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length = uloc_getDisplayCountry(region.constData(), wordsLanguage().constData(), name.data(),
                                               static_cast<int>(name.size()), &status);
    // Without data for the language ICU gives the code back.
    const bool isKnown = U_SUCCESS(status) != 0 && length > 2 && length <= static_cast<int>(name.size());
    return isKnown ? QString::fromUtf16(name.data(), length) : QLocale::territoryToString(territory);
}

QString englishCountryNameOf(const QString &regionCode)
{
    const auto territory =
        regionCode.size() == 2 ? QLocale::codeToTerritory(regionCode) : QLocale::AnyTerritory;
    return territory == QLocale::AnyTerritory ? QString() : QLocale::territoryToString(territory);
}

QHash<QString, QString> allCountryNames()
{
    QHash<QString, QString> names;
    for (int number = QLocale::AnyTerritory + 1; number <= QLocale::LastTerritory; ++number) {
        const auto code = QLocale::territoryToCode(static_cast<QLocale::Territory>(number));
        if (const auto name = countryNameOf(code); !name.isEmpty()) {
            names.insert(code, name);
        }
    }
    return names;
}

} // namespace numbers

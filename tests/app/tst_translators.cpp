#include "app/translators.h"
#include "base/accountsid.h"
#include "base/countryname.h"
#include "base/nixflexkey.h"
#include "base/phonenumber.h"

#include <QGuiApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

QString words(const char *source, int n = -1)
{
    return QCoreApplication::translate("numbers::gui::FleetPage", source, nullptr, n);
}

} // namespace

/// Which words and which reading direction there are, by the language asked for. Besides English and German
/// there is an Arabic of two words here.
class TestTranslators : public QObject
{
    Q_OBJECT

public:
    /// Somebody who reads Hebrew, and German where there is no Hebrew.
    static void initMain()
    {
        qputenv("LANGUAGE", "he:de");
        qputenv("LC_ALL", "he_IL.UTF-8");
    }

private Q_SLOTS:
    void init() { m_before = QLocale(); }
    void cleanup() { QLocale::setDefault(m_before); }
    void speaksTheLanguage_data();
    void speaksTheLanguage();
    void translatesWhatTheCoreSays();
    void readsInTheDirectionOfTheWordsThatAreThere();
    void writesNumbersInTheDigitsOfTheWords_data();
    void writesNumbersInTheDigitsOfTheWords();
    void namesCountriesInTheLanguageOfTheWords_data();
    void namesCountriesInTheLanguageOfTheWords();
    void loadsEveryFileOnce_data();
    void loadsEveryFileOnce();

private:
    QLocale m_before;
};

void TestTranslators::speaksTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("removed");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    const auto english = u"2 numbers removed from Nixflex."_s;
    QTest::newRow("English") << u"en"_s << u"All numbers"_s << english << Qt::LeftToRight;
    QTest::newRow("German") << u"de-AT"_s << u"Alle Nummern"_s << u"2 Nummern von Nixflex entfernt."_s
                            << Qt::LeftToRight;
    QTest::newRow("few words of Arabic")
        << u"ar"_s << u"كل الأرقام"_s << u"\u0662 numbers removed from Nixflex."_s << Qt::RightToLeft;
    QTest::newRow("no Hebrew at all") << u"he"_s << u"All numbers"_s << english << Qt::LeftToRight;
}

void TestTranslators::speaksTheLanguage()
{
    QFETCH(QString, language);
    QFETCH(QString, all);
    QFETCH(QString, removed);
    QFETCH(Qt::LayoutDirection, direction);
    QObject translators;
    app::installTranslators(language, &translators);
    QCOMPARE(words("All numbers"), all);
    QCOMPARE(words("%Ln number(s) removed from Nixflex.", 2), removed);
    QCOMPARE(QGuiApplication::layoutDirection(), direction);
}

void TestTranslators::translatesWhatTheCoreSays()
{
    QObject translators;
    app::installTranslators(u"de"_s, &translators);
    const auto number = PhoneNumber::parse(u"hello"_s, u"US"_s);
    QVERIFY(!number);
    QCOMPARE(number.error().userText,
             u"Eine Telefonnummer hat keine Buchstaben. Geben Sie nur die Ziffern ein."_s);
    QCOMPARE(checkAccountSid(u"XX"_s).message, u"Eine Account SID beginnt mit AC."_s);
    QCOMPARE(checkNixflexKey(u"abc"_s).message, u"Ein Nixflex-API-Schlüssel beginnt mit nxf_."_s);
}

void TestTranslators::readsInTheDirectionOfTheWordsThatAreThere()
{
    QCOMPARE(QLocale::system().textDirection(), Qt::RightToLeft);
    QObject translators;
    app::installTranslators({}, &translators);
    QCOMPARE(words("All numbers"), u"Alle Nummern"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

void TestTranslators::writesNumbersInTheDigitsOfTheWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("number");
    QTest::newRow("Arabic words") << u"ar-EG"_s << u"١٬١٢١"_s;
    QTest::newRow("no Persian words") << u"fa-IR"_s << u"1,121"_s;
    // Digits are all that is taken from the words.
    QTest::newRow("no Polish words") << u"pl-PL"_s << QLocale(u"pl-PL"_s).toString(1121);
}

void TestTranslators::writesNumbersInTheDigitsOfTheWords()
{
    QFETCH(QString, language);
    QFETCH(QString, number);
    QObject translators;
    app::installTranslators(language, &translators);
    QCOMPARE(QLocale().toString(1121), number);
}

void TestTranslators::namesCountriesInTheLanguageOfTheWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("name");
    QTest::newRow("English") << u"en"_s << u"GB"_s << u"United Kingdom"_s;
    QTest::newRow("German") << u"de"_s << u"GB"_s << u"Vereinigtes Königreich"_s;
    QTest::newRow("the system's, German") << QString() << u"US"_s << u"Vereinigte Staaten"_s;
    QTest::newRow("no Hebrew words, so no Hebrew name") << u"he"_s << u"DE"_s << u"Germany"_s;
    QTest::newRow("no country") << u"de"_s << u"001"_s << QString();
    QTest::newRow("unknown") << u"de"_s << u"ZZ"_s << QString();
    QTest::newRow("nothing") << u"de"_s << QString() << QString();
}

void TestTranslators::namesCountriesInTheLanguageOfTheWords()
{
    QFETCH(QString, language);
    QFETCH(QString, region);
    QFETCH(QString, name);
    QObject translators;
    app::installTranslators(language, &translators);
    QCOMPARE(countryNameOf(region), name);
}

void TestTranslators::loadsEveryFileOnce_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("English") << u"en-GB"_s << QStringList{u"numbers_en.qm"_s};
    QTest::newRow("German") << u"de"_s << QStringList{u"numbers_de.qm"_s, u"numbers_en.qm"_s};
}

void TestTranslators::loadsEveryFileOnce()
{
    QFETCH(QString, language);
    QFETCH(QStringList, files);
    QObject translators;
    app::installTranslators(language, &translators);
    QStringList loaded;
    const auto all = translators.findChildren<QTranslator *>();
    for (const auto *translator : all) {
        if (const auto file = translator->filePath().section(u'/', -1); file.startsWith(u"numbers_"_s)) {
            loaded.append(file);
        }
    }
    std::sort(loaded.begin(), loaded.end());
    QCOMPARE(loaded, files);
}

QTEST_MAIN(TestTranslators)
#include "tst_translators.moc"

#include "base/phonenumber.h"
#include "base/phonereadings.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using numbers::PhoneNumber;

class TestPhoneNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void readsLiterallyFirst_data();
    void readsLiterallyFirst();
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void takesOnlyTheShapeOfE164_data();
    void takesOnlyTheShapeOfE164();
    void showsNationalAndInternationalForms();
    void doubtsWithoutRefusing();
    void namesCountries();
    void isNullWhenEmpty();
    void readsBackWhatItFormats();
    void givesBackWhatItShows();
    void survivesAnyText();
};

void TestPhoneNumber::readsWhatPeopleType_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("e164");
    QTest::newRow("E.164") << u"+447700900123"_s << QString() << u"+447700900123"_s;
    QTest::newRow("blanks") << u"  +44 7700  900123\n"_s << QString() << u"+447700900123"_s;
    QTest::newRow("national") << u"07700 900123"_s << u"GB"_s << u"+447700900123"_s;
    QTest::newRow("region in lower case") << u"07700 900123"_s << u"gb"_s << u"+447700900123"_s;
    QTest::newRow("brackets and dashes") << u"(415) 555-2671"_s << u"US"_s << u"+14155552671"_s;
    QTest::newRow("dots") << u"415.555.2671"_s << u"US"_s << u"+14155552671"_s;
    QTest::newRow("00") << u"0049 30 901820"_s << u"DE"_s << u"+4930901820"_s;
    QTest::newRow("plus beats region") << u"+1 415 555 2671"_s << u"DE"_s << u"+14155552671"_s;
    QTest::newRow("tel:") << u"tel:+1-415-555-2671"_s << QString() << u"+14155552671"_s;
    QTest::newRow("trunk zero in brackets") << u"+44 (0)20 7031 3000"_s << QString() << u"+442070313000"_s;
    QTest::newRow("Arabic digits") << u"+٤٤٧٧٠٠٩٠٠١٢٣"_s << QString() << u"+447700900123"_s;
    QTest::newRow("full-width") << u"＋４４７７００９００１２３"_s << QString() << u"+447700900123"_s;
    QTest::newRow("full-width brackets and dashes")
        << u"０３（１２３４）ー５６７８"_s << u"JP"_s << u"+81312345678"_s;
    QTest::newRow("link with parameters")
        << u"tel:+1-415-555-2671;isub=12;postd=pp22"_s << QString() << u"+14155552671"_s;
    QTest::newRow("local link") << u"TEL:415-555-2671;phone-context=+1"_s << u"GB"_s << u"+14155552671"_s;
    QTest::newRow("link of a sloppy page")
        << u"tel://%2B1%20415%20555-2671"_s << QString() << u"+14155552671"_s;
    QTest::newRow("callto:") << u"callto:+14155552671"_s << QString() << u"+14155552671"_s;
    QTest::newRow("Excel's apostrophe") << u"'+14155552671"_s << QString() << u"+14155552671"_s;
    QTest::newRow("Excel's formula") << u"=\"+14155552671\""_s << QString() << u"+14155552671"_s;
    QTest::newRow("quotes") << u"“+1 415 555 2671”"_s << QString() << u"+14155552671"_s;
    QTest::newRow("angle brackets") << u"<tel:+14155552671>"_s << QString() << u"+14155552671"_s;
    QTest::newRow("embedding") << u"\u202a+1 415 555 2671\u202c"_s << QString() << u"+14155552671"_s;
    QTest::newRow("isolate") << u"\u2066+1 415\u2069 555\u2068 2671\u2069"_s << QString()
                             << u"+14155552671"_s;
    QTest::newRow("marks inside") << u"+1\u200e415\u200f555\u200d26\ufeff71\u2060"_s << QString()
                                  << u"+14155552671"_s;
    QTest::newRow("no-break") << u"+1\u00a0415\u2011555\u2010\u202f2671"_s << QString() << u"+14155552671"_s;
    QTest::newRow("minus and dashes") << u"+1−415–555—2671"_s << QString() << u"+14155552671"_s;
    QTest::newRow("Italian zero stays") << u"+39 06 69812345"_s << QString() << u"+390669812345"_s;
    QTest::newRow("no country") << u"+800 1234 5678"_s << QString() << u"+80012345678"_s;
}

void TestPhoneNumber::readsWhatPeopleType()
{
    QFETCH(QString, text);
    QFETCH(QString, region);
    QFETCH(QString, e164);
    const auto number = PhoneNumber::parse(text, region);
    QVERIFY2(number.has_value(), number ? "" : qPrintable(number.error().report()));
    QCOMPARE(number->e164(), e164);
}

void TestPhoneNumber::readsLiterallyFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("readings");
    const auto add = [](const char *name, const QString &text, const QStringList &readings) {
        QTest::newRow(name) << text << readings;
    };
    add("one meaning", u"+447700900123"_s, {u"+447700900123"_s});
    add("Mexican mobile", u"+5215512345678"_s, {u"+5215512345678"_s, u"+525512345678"_s});
    add("with blanks", u"+52 1 55 1234 5678"_s, {u"+5215512345678"_s, u"+525512345678"_s});
    add("pasted", u"'tel:+52-1-55-1234-5678\u200e"_s, {u"+5215512345678"_s, u"+525512345678"_s});
    add("San Marino", u"+378886377"_s, {u"+378886377"_s, u"+3780549886377"_s});
    add("a zero too many", u"+4407700900123"_s, {u"+4407700900123"_s, u"+447700900123"_s});
    add("a zero in brackets", u"+44 (0)7700 900123"_s, {u"+447700900123"_s});
    add("unknown to the library", u"+99912345"_s, {u"+99912345"_s});
    add("00 is dialled", u"005215512345678"_s, {u"+525512345678"_s});
}

void TestPhoneNumber::readsLiterallyFirst()
{
    QFETCH(QString, text);
    QFETCH(QStringList, readings);
    const auto numbers = numbers::phoneReadings(text, u"DE"_s);
    QVERIFY2(numbers.has_value(), numbers ? "" : qPrintable(numbers.error().userText));
    QStringList found;
    for (const PhoneNumber &number : *numbers) {
        found << number.e164();
    }
    QCOMPARE(found, readings);
}

void TestPhoneNumber::givesBackWhatItShows()
{
    const bool isProven = rc::check("E.164 and the international form are read as the number first", [] {
        const QStringList plans{u"+521%1"_s, u"+52%1"_s,  u"+378%1"_s, u"+549%1"_s, u"+39%1"_s,
                                u"+1%1"_s,   u"+225%1"_s, u"+44%1"_s,  u"+%1"_s};
        const QString plan = plans.at(*rc::gen::inRange<qsizetype>(0, plans.size()));
        const int digits = *rc::gen::inRange(7, 12);
        QString tail = QString::number(*rc::gen::inRange(1, 10));
        for (int i = 1; i < digits; ++i) {
            tail += QString::number(*rc::gen::inRange(0, 10));
        }
        const auto number = PhoneNumber::fromE164(plan.arg(tail));
        RC_ASSERT(number.has_value());
        for (const QString &shown : {number->e164(), number->international()}) {
            const auto readings = numbers::phoneReadings(shown, u"DE"_s);
            RC_ASSERT(readings.has_value());
            RC_ASSERT(readings->first().e164() == number->e164());
        }
    });
    QVERIFY(isProven);
}

void TestPhoneNumber::refusesWhatIsNoNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << u" \t"_s << u"US"_s << u"Enter a phone number."_s;
    QTest::newRow("letters") << u"1-800-FLOWERS"_s << u"US"_s << u"no letters"_s;
    QTest::newRow("scientific") << u"4.47E+11"_s << u"GB"_s << u"no letters"_s;
    QTest::newRow("no country known") << u"07700 900123"_s << QString() << u"Start with +"_s;
    QTest::newRow("no such country") << u"+999 123456"_s << QString() << u"country code"_s;
    QTest::newRow("too short") << u"+44 1"_s << QString() << u"phone number"_s;
    QTest::newRow("too long") << u"+44 7700900123 7700900123"_s << QString() << u"too long"_s;
    QTest::newRow("a document") << QString(5000, u'7') << u"US"_s << u"too long"_s;
    QTest::newRow("extension") << u"+1 415 555 2671 #123"_s << QString() << u"extension"_s;
    QTest::newRow("extension in a link") << u"tel:+14155552671;ext=5"_s << QString() << u"extension"_s;
    QTest::newRow("NUL inside") << u"+1415555%12671"_s.arg(QChar()) << QString() << u"phone number"_s;
    QTest::newRow("an escape inside") << u"+1415555\u001b2671"_s << QString() << u"phone number"_s;
    QTest::newRow("punctuation") << u"+-()"_s << u"US"_s << u"not a phone number"_s;
}

void TestPhoneNumber::refusesWhatIsNoNumber()
{
    QFETCH(QString, text);
    QFETCH(QString, region);
    QFETCH(QString, says);
    const auto number = PhoneNumber::parse(text, region);
    QVERIFY(!number.has_value());
    QVERIFY(number.error().kind == numbers::Error::Kind::Invalid);
    QVERIFY2(number.error().userText.contains(says), qPrintable(number.error().userText));
}

void TestPhoneNumber::takesOnlyTheShapeOfE164_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("good") << u"+14155552671"_s << true;
    QTest::newRow("longest") << u"+123456789012345"_s << true;
    QTest::newRow("unknown to the library") << u"+99912345"_s << true;
    QTest::newRow("too long") << u"+1234567890123456"_s << false;
    QTest::newRow("no plus") << u"14155552671"_s << false;
    QTest::newRow("zero first") << u"+04155552671"_s << false;
    QTest::newRow("blank") << u"+1 4155552671"_s << false;
    QTest::newRow("line break") << u"+14155552671\n"_s << false;
    QTest::newRow("other digits") << u"+٤٤٧٧٠٠٩٠٠١٢٣"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPhoneNumber::takesOnlyTheShapeOfE164()
{
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    QCOMPARE(PhoneNumber::fromE164(text).has_value(), isGood);
}

void TestPhoneNumber::showsNationalAndInternationalForms()
{
    const PhoneNumber number = *PhoneNumber::fromE164(u"+442070313000"_s);
    QCOMPARE(number.national(), u"020 7031 3000"_s);
    QCOMPARE(number.international(), u"+44 20 7031 3000"_s);
    QCOMPARE(number.searchDigits(), u"442070313000 02070313000"_s);
    QCOMPARE(number.validity(), PhoneNumber::Validity::Valid);
}

void TestPhoneNumber::doubtsWithoutRefusing()
{
    const PhoneNumber odd = *PhoneNumber::fromE164(u"+99912345"_s);
    QCOMPARE(odd.validity(), PhoneNumber::Validity::Doubtful);
    QCOMPARE(odd.international(), odd.e164());
    QCOMPARE(odd.regionCode(), QString());
    // Right in length, in no plan.
    QCOMPARE(PhoneNumber::fromE164(u"+10005550006"_s)->validity(), PhoneNumber::Validity::Possible);
}

void TestPhoneNumber::namesCountries()
{
    QCOMPARE(PhoneNumber::fromE164(u"+442070313000"_s)->regionCode(), u"GB"_s);
    QCOMPARE(PhoneNumber::fromE164(u"+442070313000"_s)->countryName(), u"United Kingdom"_s);
    QCOMPARE(PhoneNumber::fromE164(u"+80012345678"_s)->regionCode(), u"001"_s);
    QCOMPARE(PhoneNumber::fromE164(u"+80012345678"_s)->countryName(), QString());
}

void TestPhoneNumber::isNullWhenEmpty()
{
    const PhoneNumber none;
    QVERIFY(none.isNull());
    QCOMPARE(none.national(), QString());
    QCOMPARE(none.regionCode(), QString());
    QCOMPARE(none.searchDigits(), QString());
    QVERIFY(none < *PhoneNumber::fromE164(u"+15005550006"_s));
}

void TestPhoneNumber::readsBackWhatItFormats()
{
    const bool isProven = rc::check("every form parses to the same number", [] {
        const QStringList plans{u"+1415555%1"_s, u"+4420%1"_s, u"+4930%1"_s, u"+3906%1"_s, u"+614%1"_s};
        const QString plan = plans.at(*rc::gen::inRange<qsizetype>(0, plans.size()));
        const int digits = plan.startsWith(u"+1"_s) ? 4 : 8;
        QString tail;
        for (int i = 0; i < digits; ++i) {
            tail += QString::number(*rc::gen::inRange(0, 10));
        }
        const auto number = PhoneNumber::fromE164(plan.arg(tail));
        RC_ASSERT(number.has_value());
        RC_PRE(number->validity() == PhoneNumber::Validity::Valid);
        RC_ASSERT(PhoneNumber::parse(number->international(), QString()).value().e164() == number->e164());
        const auto national = PhoneNumber::parse(number->national(), number->regionCode());
        RC_ASSERT(national.value().e164() == number->e164());
    });
    QVERIFY(isProven);
}

void TestPhoneNumber::survivesAnyText()
{
    const bool isProven = rc::check("a number or a reason", [] {
        const QString text = QString::fromStdString(*rc::gen::arbitrary<std::string>());
        const auto number = PhoneNumber::parse(text, u"US"_s);
        if (number) {
            RC_ASSERT(PhoneNumber::fromE164(number->e164()).has_value());
        } else {
            RC_ASSERT(!number.error().userText.isEmpty());
        }
    });
    QVERIFY(isProven);
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"

#include "base/phonenumber.h"

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
    void refusesWhatIsNoNumber_data();
    void refusesWhatIsNoNumber();
    void takesOnlyTheShapeOfE164_data();
    void takesOnlyTheShapeOfE164();
    void showsNationalAndInternationalForms();
    void doubtsWithoutRefusing();
    void namesCountries();
    void isNullWhenEmpty();
    void readsBackWhatItFormats();
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

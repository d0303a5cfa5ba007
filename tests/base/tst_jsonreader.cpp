#include "base/jsonreader.h"
#include "base/plaintext.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

JsonReader readerOf(const QByteArray &json)
{
    return {QJsonDocument::fromJson(json).object(), u"thing"_s};
}

} // namespace

class TestJsonReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNullAndMissingAsAbsent();
    void forgivesOtherWaysToWriteTheSame();
    void namesEveryMemberThatIsWrong();
    void readsBothFormsOfTime_data();
    void readsBothFormsOfTime();
    void keepsEveryDigitOfAnId_data();
    void keepsEveryDigitOfAnId();
    void neverRepeatsValues();
    void forgivesWhatOnlyDescribes();
    void makesOneLine_data();
    void makesOneLine();
};

void TestJsonReader::takesNullAndMissingAsAbsent()
{
    JsonReader reader = readerOf(R"({"text":null,"flag":null,"integer":null,"blank":""})");
    QCOMPARE(reader.text("text"_L1), QString());
    QCOMPARE(reader.text("missing"_L1), QString());
    QVERIFY(!reader.flag("flag"_L1).has_value());
    QVERIFY(!reader.flag("missing"_L1).has_value());
    QVERIFY(!reader.flag("blank"_L1).has_value());
    QVERIFY(!reader.integer("integer"_L1).has_value());
    QVERIFY(!reader.integer("blank"_L1).has_value());
    QVERIFY(!reader.time("blank"_L1).isValid());
    QVERIFY(reader.isGood());
}

void TestJsonReader::forgivesOtherWaysToWriteTheSame()
{
    JsonReader reader = readerOf(
        R"({"id":12345678901,"yes":"True","no":"0","one":1,"count":"42","real":600.0,"negative":-1})");
    QCOMPARE(reader.requiredText("id"_L1), u"12345678901"_s);
    QCOMPARE(reader.flag("yes"_L1), std::optional(true));
    QCOMPARE(reader.flag("no"_L1), std::optional(false));
    QCOMPARE(reader.flag("one"_L1), std::optional(true));
    QCOMPARE(reader.integer("count"_L1), std::optional(42));
    QCOMPARE(reader.integer("real"_L1), std::optional(600));
    QCOMPARE(reader.integer("negative"_L1), std::optional(-1));
    QVERIFY(reader.isGood());
}

void TestJsonReader::namesEveryMemberThatIsWrong()
{
    JsonReader reader = readerOf(R"({"a":{},"b":[],"c":1.5,"d":"perhaps","e":1e300,"f":"x"})");
    QCOMPARE(reader.text("a"_L1), QString());
    QCOMPARE(reader.requiredText("b"_L1), QString());
    QVERIFY(!reader.integer("c"_L1).has_value());
    QVERIFY(!reader.flag("d"_L1).has_value());
    QVERIFY(!reader.integer("e"_L1).has_value());
    QVERIFY(!reader.integer("f"_L1).has_value());
    QCOMPARE(reader.requiredText("g"_L1), QString());
    QVERIFY(!reader.isGood());
    const Error error = reader.error();
    QVERIFY(error.kind == Error::Kind::BadReply);
    QCOMPARE(error.detail,
             u"thing.a is no text; thing.b is no text; thing.c is no whole number; thing.d is no flag; "
             "thing.e is no whole number; thing.f is no whole number; thing.g is missing"_s);
    QVERIFY(!error.userText.isEmpty());
}

void TestJsonReader::readsBothFormsOfTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    const QDateTime time(QDate(2026, 3, 1), QTime(12, 30, 5), Qt::UTC);
    QTest::newRow("ISO 8601") << u"2026-03-01T12:30:05Z"_s << time;
    QTest::newRow("with milliseconds") << u"2026-03-01T12:30:05.000Z"_s << time;
    QTest::newRow("with offset") << u"2026-03-01T13:30:05+01:00"_s << time;
    QTest::newRow("RFC 2822") << u"Sun, 01 Mar 2026 12:30:05 +0000"_s << time;
    QTest::newRow("no time") << u"yesterday"_s << QDateTime();
}

void TestJsonReader::readsBothFormsOfTime()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, time);
    const QDateTime read = JsonReader({{u"at"_s, text}}, u"thing"_s).time("at"_L1);
    QCOMPARE(read.isValid(), time.isValid());
    if (time.isValid()) {
        QCOMPARE(read, time);
    }
}

void TestJsonReader::keepsEveryDigitOfAnId_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("16 digits") << QByteArray("1234567890123456") << u"1234567890123456"_s;
    QTest::newRow("over 2^53") << QByteArray("9007199254740993") << u"9007199254740993"_s;
    QTest::newRow("19 digits") << QByteArray("9223372036854775807") << u"9223372036854775807"_s;
    QTest::newRow("negative") << QByteArray("-1234567890123456") << u"-1234567890123456"_s;
    QTest::newRow("written with a point") << QByteArray("1234567890123456.0") << u"1234567890123456"_s;
    QTest::newRow("no whole number") << QByteArray("0.1") << u"0.1"_s;
    // Better none than another one.
    QTest::newRow("20 digits") << QByteArray("12345678901234567890") << QString();
}

void TestJsonReader::keepsEveryDigitOfAnId()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, text);
    JsonReader reader = readerOf(R"({"id":)" + number + '}');
    QCOMPARE(reader.requiredText("id"_L1), text);
    QCOMPARE(reader.isGood(), !text.isEmpty());
}

void TestJsonReader::neverRepeatsValues()
{
    JsonReader reader = readerOf(R"({"flag":"hidden","list":["hidden"]})");
    QVERIFY(!reader.flag("flag"_L1).has_value());
    QCOMPARE(reader.text("list"_L1), QString());
    QVERIFY(!reader.error().report().contains(u"hidden"_s));
}

void TestJsonReader::forgivesWhatOnlyDescribes()
{
    JsonReader reader =
        readerOf(R"({"a":{},"b":[true],"c":"perhaps","d":"on hold","e":"no\u0000w","f":"0"})");
    QCOMPARE(reader.word("a"_L1), QString());
    QVERIFY(!reader.knownFlag("b"_L1).has_value());
    QVERIFY(!reader.knownFlag("c"_L1).has_value());
    QCOMPARE(reader.word("d"_L1), u"on hold"_s);
    QCOMPARE(reader.word("e"_L1), u"no w"_s);
    QCOMPARE(reader.knownFlag("f"_L1), std::optional(false));
    QVERIFY(reader.isGood());
    QCOMPARE(reader.name("e"_L1), u"no w"_s);
    QCOMPARE(reader.name("a"_L1), QString());
    QVERIFY(!reader.isGood());
}

void TestJsonReader::makesOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a name") << u"Müller & Söhne  GmbH"_s << u"Müller & Söhne  GmbH"_s;
    QTest::newRow("line breaks") << u"\r\none\ntwo\u2028three\u2029four\n"_s << u"one two three four"_s;
    QTest::newRow("NUL and others") << u"a%1b\u0007c\u001b[1md\u0085e\u007f"_s.arg(QChar())
                                    << u"a b c [1md e"_s;
    QTest::newRow("overrides") << u"\u202ea\u202c\u2067b\u2069"_s << u"ab"_s;
    QTest::newRow("joined emoji and marks") << u"👩\u200d🚀 \u200fא"_s << u"👩\u200d🚀 \u200fא"_s;
}

void TestJsonReader::makesOneLine()
{
    QFETCH(QString, text);
    QFETCH(QString, line);
    QCOMPARE(lineOf(text), line);
}

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"

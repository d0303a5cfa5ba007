#include "base/knownsecrets.h"
#include "base/redact.h"
#include "base/secretstring.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;

namespace {

// No pattern knows them.
const QString secret = u"Quiet-harbour+9/wünsch"_s;
const QString plain = u"qz7vw2xk9mt4bd6c"_s;

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

/// With a zero byte for each character, as UTF-16 is when it is taken for Latin-1.
QString wide(const QString &text, bool isBigEndian)
{
    QString result;
    for (const QChar c : text) {
        const QChar high(char16_t{c.row()});
        const QChar low(char16_t{c.cell()});
        result += isBigEndian ? high : low;
        result += isBigEndian ? low : high;
    }
    return result;
}

QByteArray bytesOf(const QString &wideText)
{
    return wideText.toLatin1();
}

} // namespace

class TestKnownSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void masksEveryEncoding_data();
    void masksEveryEncoding();
    void leavesWhatIsAround();
    void masksPartsOfTwelveCharacters();
    void leavesShorterParts();
    void leavesTextsThatRepeatASign();
    void ignoresShortSecrets();
    void knowsASecretUntilTheEnd();
    void quotesNoSecretThatInvisibleCharactersDivide();
};

void TestKnownSecrets::initTestCase()
{
    QCOMPARE(withoutKnownSecrets(plain), plain);
    keepOutOfTexts(SecretString::fromText(secret));
    keepOutOfTexts(SecretString::fromText(plain));
    keepOutOfTexts(SecretString::fromText(plain)); // twice is once
}

void TestKnownSecrets::masksEveryEncoding_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &one : {secret, plain}) {
        const QByteArray name = one == plain ? "plain" : "odd";
        const auto add = [&name](const char *how, const QString &text) {
            QTest::newRow((name + ", " + how).constData()) << text;
        };
        const QByteArray utf8 = one.toUtf8();
        add("as it is", one);
        add("upper case", one.toUpper());
        add("in a sentence", u"the word “%1” is wrong"_s.arg(one));
        add("in two lines", one.left(8) + u"\r\n    "_s + one.mid(8));
        add("with zero width spaces", one.left(5) + u"\u200b"_s + one.mid(5, 4) + u"\u2060"_s + one.mid(9));
        add("UTF-16, low byte first", wide(one, false));
        add("UTF-16, high byte first", wide(one, true));
        add("UTF-8 as Latin-1", QString::fromLatin1(utf8));
        add("percent", QString::fromLatin1(utf8.toPercentEncoding()));
        add("percent everywhere", QString::fromLatin1("%" + utf8.toHex('%')));
        add("percent in capitals", QString::fromLatin1("%" + utf8.toHex('%').toUpper()));
        add("hexadecimal", QString::fromLatin1(utf8.toHex()));
        add("Base64", base64(utf8));
        add("Base64 for URLs", QString::fromLatin1(utf8.toBase64(QByteArray::Base64UrlEncoding)));
        add("Base64 after a scheme", u"Basic "_s + base64(utf8));
        for (const char *before : {"", "x", "xy", "AC00000000000000000000000000000001:"}) {
            const QByteArray body = "{\"token\":\"" + QByteArray(before) + utf8 + "\",\"x\":1}";
            add(("Base64 of a body with " + QByteArray(before)).constData(), base64(body));
            QString lines = base64(body);
            lines.insert(20, u"\n"_s);
            add(("Base64 in lines, " + QByteArray(before)).constData(), lines);
        }
        add("Base64 of UTF-16", base64("a" + bytesOf(wide(one, false))));
        add("Base64 of UTF-16, high byte first", base64(bytesOf(wide(one, true))));
    }
    QTest::newRow("in JSON") << u"{\"a\":\"qz7vw2xk9mt4bd6c\"}"_s;
}

void TestKnownSecrets::masksEveryEncoding()
{
    QFETCH(QString, text);
    const QString result = redacted(text);
    QVERIFY2(result.contains(u"***"_s), qPrintable(result));
    // Nothing is left of which twelve characters could be read.
    for (qsizetype at = 0; at + 12 <= text.size(); ++at) {
        const QString part = text.mid(at, 12);
        const bool isOfASecret = withoutKnownSecrets(part) != part;
        QVERIFY2(!isOfASecret || !result.contains(part), qPrintable(part + u" in "_s + result));
    }
    QCOMPARE(redacted(result), result);
}

void TestKnownSecrets::leavesWhatIsAround()
{
    QCOMPARE(withoutKnownSecrets(u"HTTP 400: “"_s + plain +
                                 u"” is no token, AC00000000000000000000000000000001"_s),
             u"HTTP 400: “***” is no token, AC00000000000000000000000000000001"_s);
    const QString prose =
        u"The Messaging Service MG0123456789abcdef0123456789abcdef drops texts. Try again later."_s;
    QCOMPARE(withoutKnownSecrets(prose), prose);
    QCOMPARE(withoutKnownSecrets(plain + u' ' + plain), u"***"_s);
    QCOMPARE(withoutKnownSecrets({}), QString());
}

void TestKnownSecrets::masksPartsOfTwelveCharacters()
{
    QCOMPARE(withoutKnownSecrets(u"begins with "_s + plain.left(12)), u"begins with ***"_s);
    QCOMPARE(withoutKnownSecrets(u"ends in "_s + plain.right(13)), u"ends in ***"_s);
}

void TestKnownSecrets::leavesShorterParts()
{
    const QString part = u"begins with "_s + plain.left(6) + u"…"_s;
    QCOMPARE(withoutKnownSecrets(part), part);
}

void TestKnownSecrets::leavesTextsThatRepeatASign()
{
    keepOutOfTexts(SecretString("0000000000000000000000000000000a"));
    const QString sid = u"AC00000000000000000000000000000001"_s;
    QCOMPARE(withoutKnownSecrets(sid), sid);
}

void TestKnownSecrets::ignoresShortSecrets()
{
    keepOutOfTexts(SecretString("office"));
    QCOMPARE(withoutKnownSecrets(u"the office is closed"_s), u"the office is closed"_s);
    keepOutOfTexts(SecretString("short8ch"));
    QCOMPARE(withoutKnownSecrets(u"it is short8ch."_s), u"it is ***."_s);
}

void TestKnownSecrets::knowsASecretUntilTheEnd()
{
    {
        const SecretString passing("w8sh4ll0wGr4ve");
        keepOutOfTexts(passing);
    }
    QCOMPARE(withoutKnownSecrets(u"w8sh4ll0wGr4ve"_s), u"***"_s);
}

void TestKnownSecrets::quotesNoSecretThatInvisibleCharactersDivide()
{
    QVERIFY(!quotable(wide(plain, false)).contains(plain));
    // Nor one that is known by its looks only.
    const QString token = u"0123456789abcdef0123456789abcdef"_s;
    QVERIFY(!quotable(u"no "_s + wide(token, false)).contains(token));
    QVERIFY(!quotable(u"no "_s + token.left(9) + u"\u200b"_s + token.mid(9)).contains(token));
}

QTEST_GUILESS_MAIN(TestKnownSecrets)
#include "tst_knownsecrets.moc"

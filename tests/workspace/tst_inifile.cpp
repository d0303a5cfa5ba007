#include "workspace/inifile.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using numbers::workspace::IniFile;

namespace {

QString randomValue()
{
    static const QString alphabet = u"abcXYZ019 \t\n\r\"\\=;#[]{}%/äß漢\u0001\u007f\u00a0"_s;
    QString text;
    const auto length = *rc::gen::inRange(0, 30);
    for (int i = 0; i < length; ++i) {
        text += alphabet.at(*rc::gen::inRange<qsizetype>(0, alphabet.size()));
    }
    return text;
}

} // namespace

class TestIniFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsValues_data();
    void readsValues();
    void refusesDamage_data();
    void refusesDamage();
    void changesOnlyWhatWasSet();
    void addsToTheRightSection();
    void givesBackAnyValue();
};

void TestIniFile::readsValues_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QByteArray("[a]\nb=c\n") << u"c"_s;
    QTest::newRow("no line break at the end") << QByteArray("[a]\nb=c") << u"c"_s;
    QTest::newRow("Windows' line breaks") << QByteArray("[a]\r\nb=c\r\n") << u"c"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[a]\nb=c\n") << u"c"_s;
    QTest::newRow("blanks around") << QByteArray(" [ a ] \n  b =\t c d \n") << u"c d"_s;
    QTest::newRow("the last of two") << QByteArray("[a]\nb=1\nb=2\n") << u"2"_s;
    QTest::newRow("section twice") << QByteArray("[a]\nx=1\n[c]\n[a]\nb=2\n") << u"2"_s;
    QTest::newRow("Windows' path") << QByteArray("[a]\nb=C:\\new\\ca.pem\n") << u"C:\\new\\ca.pem"_s;
    QTest::newRow("equals sign") << QByteArray("[a]\nb=c=d\n") << u"c=d"_s;
    QTest::newRow("quoted") << QByteArray(R"([a]
b=" \"c\"\n\t\\\u{1} "
)") << u" \"c\"\n\t\\\u0001 "_s;
    QTest::newRow("empty") << QByteArray("[a]\nb=\n") << u""_s;
}

void TestIniFile::readsValues()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, value);
    const auto file = IniFile::parse(bytes);
    QVERIFY(file);
    QCOMPARE(file->value(u"a/b"_s).value_or(u"(none)"_s), value);
    QVERIFY(!file->value(u"b"_s));
}

void TestIniFile::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("zeros, as after a power cut") << QByteArray(100, '\0');
    QTest::newRow("zero inside") << QByteArray("[a]\nb=c\0d\n", 10);
    QTest::newRow("not UTF-8") << QByteArray("[a]\nb=\xff\n");
    QTest::newRow("no equals sign") << QByteArray("[a]\nhello\n");
    QTest::newRow("no name") << QByteArray("[a]\n=x\n");
    QTest::newRow("open section") << QByteArray("[a\n");
    QTest::newRow("open quotation") << QByteArray("[a]\nb=\"c\n");
    QTest::newRow("text after the quotation") << QByteArray("[a]\nb=\"c\" d\n");
    QTest::newRow("unknown escape") << QByteArray("[a]\nb=\"\\q\"\n");
    QTest::newRow("bad code") << QByteArray("[a]\nb=\"\\u{zz}\"\n");
    QTest::newRow("JSON") << QByteArray("{\"a\": 1}\n");
}

void TestIniFile::refusesDamage()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!IniFile::parse(bytes));
}

void TestIniFile::changesOnlyWhatWasSet()
{
    const QByteArray before = "; by hand\n\n[a]\nb = 1\nfuture=\"x\\ty\"\n# more\n[z]\nq=1\n";
    auto file = IniFile::parse(before);
    QVERIFY(file);
    QCOMPARE(file->toBytes(), before);
    file->setValue(u"a/b"_s, u"2"_s);
    QCOMPARE(file->toBytes(), QByteArray("; by hand\n\n[a]\nb=2\nfuture=\"x\\ty\"\n# more\n[z]\nq=1\n"));
    file->remove(u"a/b"_s);
    QVERIFY(!file->value(u"a/b"_s));
    QCOMPARE(file->names(u"a"_s), QStringList{u"future"_s});
}

void TestIniFile::addsToTheRightSection()
{
    auto file = IniFile::parse("[a]\nb=1\n\n[z]\nq=1\n");
    QVERIFY(file);
    file->setValue(u"a/c"_s, u"2"_s);
    file->setValue(u"n/w"_s, u" 3"_s);
    file->setValue(u"top"_s, u"4"_s);
    QCOMPARE(file->toBytes(), QByteArray("top=4\n[a]\nb=1\nc=2\n\n[z]\nq=1\n\n[n]\nw=\" 3\"\n"));
}

void TestIniFile::givesBackAnyValue()
{
    const bool isProven = rc::check("what is set is read", [] {
        IniFile file;
        const QStringList paths{u"a/x"_s, u"a/y"_s, u"b/x"_s, u"top"_s, u"b/deep/er"_s};
        QHash<QString, QString> expected;
        const int changes = *rc::gen::inRange(1, 12);
        for (int i = 0; i < changes; ++i) {
            const QString path = paths.at(*rc::gen::inRange<qsizetype>(0, paths.size()));
            expected[path] = randomValue();
            file.setValue(path, expected[path]);
        }
        const auto read = IniFile::parse(file.toBytes());
        RC_ASSERT(read.has_value());
        for (auto entry = expected.cbegin(); entry != expected.cend(); ++entry) {
            RC_ASSERT(read->value(entry.key()) == entry.value());
        }
        RC_ASSERT(read->toBytes() == file.toBytes());
    });
    QVERIFY(isProven);
}

QTEST_GUILESS_MAIN(TestIniFile)
#include "tst_inifile.moc"

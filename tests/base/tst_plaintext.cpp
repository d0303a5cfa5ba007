#include "base/plaintext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesWhatATerminalObeys_data();
    void escapesWhatATerminalObeys();
    void keepsAJsonDocument();
};

void TestPlainText::escapesWhatATerminalObeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("line");
    const auto add = [](const char *name, const QString &text, const QString &shown, const QString &line) {
        QTest::newRow(name) << text << shown << line;
    };
    add("words", u"Müller – 日本 🚀"_s, u"Müller – 日本 🚀"_s, u"Müller – 日本 🚀"_s);
    add("lines", u"a\n\tb"_s, u"a\n\tb"_s, u"a\\u000a\\u0009b"_s);
    add("an escape sequence", u"\u001b[2Jx"_s, u"\\u001b[2Jx"_s, u"\\u001b[2Jx"_s);
    add("going back", u"safe\rbad\b"_s, u"safe\\u000dbad\\u0008"_s, u"safe\\u000dbad\\u0008"_s);
    add("C1", u"\u009b31m\u0085"_s, u"\\u009b31m\\u0085"_s, u"\\u009b31m\\u0085"_s);
    add("NUL and DEL", u"a%1b\u007f"_s.arg(QChar()), u"a\\u0000b\\u007f"_s, u"a\\u0000b\\u007f"_s);
    add("separators", u"a\u2028b\u2029"_s, u"a\\u2028b\\u2029"_s, u"a\\u2028b\\u2029"_s);
    // Every character with the property Bidi_Control.
    const QString turning = u"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"_s;
    QString escaped;
    for (const QChar c : turning) {
        escaped += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    add("reading direction", turning, escaped, escaped);
}

void TestPlainText::escapesWhatATerminalObeys()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QFETCH(QString, line);
    QCOMPARE(escapedText(text), shown);
    QCOMPARE(escapedLine(text), line);
    // What was escaped for a line comes through the whole text's escaping unchanged.
    QCOMPARE(escapedText(line), line);
}

void TestPlainText::keepsAJsonDocument()
{
    QString everything;
    for (int code = 0; code < 0x3000; ++code) {
        everything += QChar(code);
    }
    const QJsonObject object{{everything, everything}};
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented));
    const QString escaped = escapedText(text);
    QVERIFY(!escaped.contains(u'\u202e') && !escaped.contains(u'\u009b'));
    QCOMPARE(QJsonDocument::fromJson(escaped.toUtf8()).object(), object);
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"

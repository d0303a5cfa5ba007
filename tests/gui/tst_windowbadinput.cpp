#include "gui/common/fieldhint.h"
#include "gui/windowfixture.h"
#include "gui/wizarddriver.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;
using Verdict = InputCheck::Verdict;

Q_DECLARE_METATYPE(numbers::InputCheck::Verdict)

/// What people paste, into the real fields of the window's wizard: corrected at once, or refused in words
/// beside the field. Nothing of it leaves before somebody goes on.
class TestWindowBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesAccountFields_data();
    void judgesAccountFields();
    void judgesNumbers_data();
    void judgesNumbers();
    void countsTheProfile_data();
    void countsTheProfile();
    void judgesTheNixflexKey_data();
    void judgesTheNixflexKey();
    void cleanupTestCase();

private:
    [[nodiscard]] bool canGoOn() const { return m_driver.find<QPushButton>("nextButton")->isEnabled(); }

    std::unique_ptr<WindowFixture> m_fixture;
    WizardDriver m_driver;
};

namespace {

const QString sid = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;
/// Nobody reads more beside a field.
constexpr qsizetype longestHint = 250;

template <typename Edit>
void paste(Edit *edit, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
}

QString split(const QString &text, const QString &by)
{
    return text.left(14) + by + text.mid(14);
}

} // namespace

void TestWindowBadInput::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    auto &window = m_fixture->open();
    auto *action = window.findChild<QAction *>(u"importAction"_s);
    QTRY_VERIFY(action->isEnabled());
    QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
    auto *wizard = m_fixture->dialog<ImportWizard>();
    QVERIFY(wizard != nullptr);
    m_driver = WizardDriver(wizard, m_fixture->simulator());
}

void TestWindowBadInput::cleanupTestCase()
{
    m_fixture.reset();
}

void TestWindowBadInput::judgesAccountFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char *name, const QString &field, const QString &text, Verdict verdict,
                        const QString &shown) {
        QTest::addRow("%s, %s", qPrintable(field), name) << field << text << verdict << shown;
    };
    const auto corrected = [add](const char *name, const std::function<QString(QString)> &change) {
        add(name, u"accountSid"_s, change(sid), Verdict::Good, sid);
        add(name, u"authToken"_s, change(token), Verdict::Good, token);
    };
    corrected("blanks", [](const QString &t) { return u"  "_s + split(t, u" "_s) + u" "_s; });
    corrected("line breaks", [](const QString &t) { return split(t, u"\r\n"_s) + u'\n'; });
    corrected("no-break space", [](const QString &t) { return split(t, u"\u00a0"_s); });
    corrected("zero width space", [](const QString &t) { return u"\u200b"_s + split(t, u"\ufeff"_s); });
    corrected("marks of direction", [](const QString &t) { return u"\u202e"_s + split(t, u"\u200f"_s); });
    corrected("quotes", [](const QString &t) { return u"\"%1\" "_s.arg(t); });
    add("capitals", u"accountSid"_s, sid.toUpper(), Verdict::Good, sid);
    add("small letters", u"accountSid"_s, sid.toLower(), Verdict::Good, sid);
    // A SID has one form. Of a token none is documented: whatever it is, Twilio is asked.
    const auto other = [add](const char *name, const std::function<QString(QString)> &change) {
        add(name, u"accountSid"_s, change(sid), Verdict::Wrong, change(sid));
        add(name, u"authToken"_s, change(token), Verdict::Good, change(token));
    };
    other("the letter O", [](const QString &t) { return QString(t).replace(u'0', u'O'); });
    other("full width digits", [](const QString &t) { return QString(t).replace(u'1', u'\uff11'); });
    other("emoji", [](const QString &t) { return split(t, u"😀"_s); });
    other("twice", [](const QString &t) { return t + t; });
    add("capitals", u"authToken"_s, token.toUpper(), Verdict::Good, token.toUpper());
    add("half of it", u"authToken"_s, token.left(16), Verdict::Good, token.left(16));
    const auto wrong = [add](const char *name, const QString &field, const QString &text) {
        add(name, field, text, Verdict::Wrong, text);
    };
    wrong("10,000 characters", u"accountSid"_s, u"AC"_s + QString(10'000, u'a'));
    wrong("10,000 characters", u"authToken"_s, QString(10'000, u'a'));
    wrong("a document", u"accountSid"_s, sid + u" Friendly name: Shop"_s);
    wrong("a token", u"accountSid"_s, token);
    wrong("a SID", u"authToken"_s, sid);
    wrong("an API key", u"authToken"_s, u"SK"_s + sid.mid(2));
    wrong("a Nixflex key", u"authToken"_s, m_fixture->simulator().nixflexKey());
}

void TestWindowBadInput::judgesAccountFields()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(Verdict, verdict);
    QFETCH(QString, shown);
    const auto isSid = field == "accountSid"_L1;
    const auto requests = m_fixture->simulator().requests().size();
    // The other field is right, so that only this one is in the way.
    paste(m_driver.find<QLineEdit>(isSid ? "authTokenEdit" : "accountSidEdit"), isSid ? token : sid);
    auto *edit = m_driver.find<QLineEdit>(isSid ? "accountSidEdit" : "authTokenEdit");
    auto *hint = m_driver.find<gui::FieldHint>(isSid ? "sidHint" : "tokenHint");
    paste(edit, text);
    QVERIFY2(hint->verdict() == verdict, qPrintable(hint->text()));
    QVERIFY2(!hint->text().isEmpty() && hint->text().size() < longestHint, qPrintable(hint->text()));
    QCOMPARE(edit->accessibleDescription(), hint->text());
    QCOMPARE(edit->text(), shown);
    QCOMPARE(hint->text().startsWith(u"Corrected"_s), text != shown);
    QVERIFY(!hint->findChild<QPushButton *>(u"fixButton"_s)->isVisible());
    QCOMPARE(canGoOn(), hint->isGood());
    QCOMPARE(m_fixture->simulator().countRequests({}, u"2010-04-01"_s), 0);
    QVERIFY(m_fixture->simulator().requests().size() <= requests + 1);
}

void TestWindowBadInput::judgesNumbers_data()
{
    QTest::addColumn<QString>("pattern"); // %1: a number of the account, %2: another one
    QTest::addColumn<bool>("isGood");
    QTest::newRow("as it is") << u"%1"_s << true;
    QTest::newRow("blanks around") << u"  %1\n"_s << true;
    QTest::newRow("marks of direction around") << u"\u202a%1\u202c"_s << true;
    QTest::newRow("a mark of direction before") << u"\u200e%1"_s << true;
    QTest::newRow("zero width space") << u"\u200b%1\ufeff"_s << true;
    QTest::newRow("no-break space") << u"\u00a0%1\u00a0"_s << true;
    QTest::newRow("as a link") << u"tel:%1"_s << true;
    QTest::newRow("letters after it") << u"%1 CALLNOW"_s << false;
    QTest::newRow("letters as on a keypad") << u"+1 800 FLOWERS"_s << false;
    QTest::newRow("two in two lines") << u"%1\n%2"_s << false;
    QTest::newRow("two with a comma") << u"%1, %2"_s << false;
    QTest::newRow("two with a blank") << u"%1 %2"_s << false;
    QTest::newRow("two with a slash") << u"%1 / %2"_s << false;
    QTest::newRow("two with a semicolon") << u"%1;%2"_s << false;
    QTest::newRow("an extension") << u"%1 ext. 12"_s << false;
    QTest::newRow("10,000 digits") << u"+1"_s + QString(10'000, u'5') << false;
    QTest::newRow("10,000 letters") << QString(10'000, u'x') << false;
    QTest::newRow("emoji") << u"📞📞📞📞"_s << false;
    QTest::newRow("emoji and a number") << u"📞 %1"_s << true;
}

void TestWindowBadInput::judgesNumbers()
{
    QFETCH(QString, pattern);
    QFETCH(bool, isGood);
    auto &simulator = m_fixture->simulator();
    if (!m_driver.isOn(ImportWizard::NumberPageId)) {
        QVERIFY(m_driver.goToNumbers());
    }
    auto *view = m_driver.find<QTableView>("numberView");
    auto *edit = m_driver.find<QLineEdit>("numberFilterEdit");
    edit->clear();
    QTRY_VERIFY(view->model()->rowCount() > 1);
    view->clearSelection();
    const auto number = simulator.freeNumber();
    QString other;
    const auto all = simulator.numbers(simulator.mainAccount().sid);
    for (const auto &candidate : all) {
        other = candidate.phoneNumber != number ? candidate.phoneNumber : other;
    }
    auto text = pattern;
    text.replace(u"%1"_s, number).replace(u"%2"_s, other);
    paste(edit, text);
    const auto hint = m_driver.hint("numberHint");
    QVERIFY2(!hint.isEmpty() && hint.size() < longestHint, qPrintable(hint));
    QVERIFY2(canGoOn() == isGood, qPrintable(hint));
    if (isGood) {
        QVERIFY2(hint.contains(number), qPrintable(hint));
    }
}

void TestWindowBadInput::countsTheProfile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("8,000 characters") << QString(8'000, u'ü') << true;
    QTest::newRow("8,001 characters") << QString(8'001, u'ü') << false;
    QTest::newRow("emoji") << u"Open till 6 👩‍🚀🎉, ask for 漢字 and الهاتف"_s << true;
    QTest::newRow("marks of direction") << u"\u202ecba\u202c \u200f"_s << true;
    QTest::newRow("emoji over the end") << QString(7'999, u'a') + u"😀"_s << false;
    QTest::newRow("a book") << QString(100'000, u'x') << false;
}

void TestWindowBadInput::countsTheProfile()
{
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    if (!m_driver.isOn(ImportWizard::AgentPageId)) {
        m_driver.type("numberFilterEdit", m_fixture->simulator().freeNumber());
        QVERIFY(m_driver.press("nextButton") && m_driver.waitForPage(ImportWizard::AgentPageId));
        QTRY_VERIFY(m_driver.find<QTableView>("agentView")->model()->rowCount() > 0);
        m_driver.type("agentFilterEdit", m_fixture->simulator().agentId());
    }
    auto *edit = m_driver.find<QPlainTextEdit>("profileEdit");
    paste(edit, text.isEmpty() ? u" "_s : text);
    if (text.isEmpty()) {
        QTest::keyClick(edit, Qt::Key_Backspace);
    }
    QCOMPARE(edit->toPlainText(), text);
    QCOMPARE(canGoOn(), isGood);
    const auto hint = m_driver.hint("profileHint");
    QVERIFY2(hint.contains(u"8,000"_s) && hint.size() < longestHint, qPrintable(hint));
    QCOMPARE(hint.contains(u"too many"_s), !isGood);
    if (isGood && !text.isEmpty()) {
        // All the way to what will be sent, and back.
        QVERIFY(m_driver.press("nextButton") && m_driver.waitForPage(ImportWizard::ReviewPageId));
        QVERIFY(m_driver.press("backButton") && m_driver.waitForPage(ImportWizard::AgentPageId));
        QCOMPARE(m_driver.find<QPlainTextEdit>("profileEdit")->toPlainText(), text);
    }
}

void TestWindowBadInput::judgesTheNixflexKey_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("blanks and line breaks") << u" nxf_abc123:\r\nnxfs_def 456 "_s << true;
    QTest::newRow("zero width and direction") << u"\u200bnxf_abc123:\u202enxfs_def456\u00a0"_s << true;
    QTest::newRow("quotes") << u"\"nxf_abc123:nxfs_def456\""_s << true;
    QTest::newRow("as a header") << u"Bearer nxf_abc123:nxfs_def456"_s << true;
    QTest::newRow("one half") << u"nxf_abc123"_s << false;
    QTest::newRow("the other half") << u"nxfs_def456"_s << false;
    QTest::newRow("two of them") << u"nxf_abc123:nxfs_def456 nxf_abc123:nxfs_def456"_s << false;
    QTest::newRow("emoji") << u"nxf_abc123:nxfs_😀"_s << false;
    QTest::newRow("10,000 characters of nonsense") << QString(10'000, u'x') << false;
}

void TestWindowBadInput::judgesTheNixflexKey()
{
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    m_fixture->window().showPreferences(gui::PreferencesDialog::Page::Key);
    auto *preferences = m_driver.wizard()->findChild<gui::PreferencesDialog *>();
    QVERIFY(preferences != nullptr);
    auto *edit = preferences->findChild<QLineEdit *>(u"keyEdit"_s);
    auto *hint = preferences->findChild<gui::FieldHint *>(u"keyHint"_s);
    const auto requests = m_fixture->simulator().countRequests({}, u"/v1/usage"_s);
    paste(edit, text);
    QCOMPARE(hint->isGood(), isGood);
    QVERIFY2(!hint->text().isEmpty() && hint->text().size() < longestHint, qPrintable(hint->text()));
    if (!isGood) {
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_fixture->simulator().countRequests({}, u"/v1/usage"_s), requests);
        QCOMPARE(edit->text(), text);
    }
}

QTEST_MAIN(TestWindowBadInput)
#include "tst_windowbadinput.moc"

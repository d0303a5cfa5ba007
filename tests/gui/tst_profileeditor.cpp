#include "gui/accessibilitylint.h"
#include "gui/common/fieldhint.h"
#include "gui/common/messagebar.h"
#include "gui/common/tableview.h"
#include "gui/windowhelpers.h"
#include "support/runtask.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using test::accessibilityFindings;
using test::isShowing;
using test::rowCount;
using test::runTask;
using test::WindowFixture;

namespace {

const QString former = u"We sell bread."_s;

/// The window, with the business profile of a number in sight.
class Editor
{
public:
    Editor()
    {
        for (const auto &row : fixture.simulator().nixflexNumbers()) {
            fixture.simulator().changeNixflexNumber(
                row.phoneNumber, [](simulator::NixflexNumber &at) { at.customPrompt = former; });
        }
        fixture.open();
    }

    /// Chooses the row and the tab by the keyboard.
    [[nodiscard]] bool show(int row)
    {
        if (!QTest::qWaitFor([this] { return rowCount(fixture) > 2; }) ||
            !QTest::qWaitFor([this] { return !test::cell(fixture, 1).isEmpty(); })) {
            return false;
        }
        auto *view = fixture.find<QTableView>("fleetView");
        view->setFocus();
        gui::chooseRow(*view, row);
        const auto digits = digitsOf(test::cell(fixture, row));
        for (const auto &at : fixture.simulator().nixflexNumbers()) {
            if (digitsOf(at.phoneNumber) == digits) {
                number = *PhoneNumber::fromE164(at.phoneNumber);
            }
        }
        auto *bar = fixture.find<QTabWidget>("tabs")->tabBar();
        bar->setFocus();
        while (bar->currentIndex() < 2) {
            QTest::keyClick(bar, Qt::Key_Right);
        }
        return QTest::qWaitFor([this] { return text()->isVisible() && !number.isNull(); });
    }
    void edit(const QString &words)
    {
        press("editProfileButton");
        text()->selectAll();
        if (words.size() > 100) {
            text()->insertPlainText(words);
        } else {
            QTest::keyClicks(text(), words);
        }
    }
    void press(const char *button)
    {
        auto *found = fixture.find<QPushButton>(button);
        found->setFocus();
        QTest::keyClick(found, Qt::Key_Space);
    }
    [[nodiscard]] QPlainTextEdit *text() { return fixture.find<QPlainTextEdit>("profileText"); }
    [[nodiscard]] bool isEditing() { return !text()->isReadOnly(); }
    [[nodiscard]] bool canSave()
    {
        auto *button = fixture.find<QPushButton>("saveProfileButton");
        return button->isVisible() && button->isEnabled();
    }
    [[nodiscard]] QString atNixflex()
    {
        return fixture.simulator().nixflexNumber(number.e164())->customPrompt.value_or(QString());
    }
    void theyWrite(const QString &words)
    {
        fixture.simulator().changeNixflexNumber(
            number.e164(), [&words](simulator::NixflexNumber &at) { at.customPrompt = words; });
    }
    [[nodiscard]] gui::MessageBar *bar() { return fixture.find<gui::MessageBar>("profileBar"); }
    [[nodiscard]] int patches() { return fixture.simulator().countRequests(u"PATCH"_s, {}); }
    void arm(const std::function<void(simulator::Fault &)> &configure)
    {
        simulator::Fault fault;
        fault.method = u"PATCH"_s;
        configure(fault);
        fixture.simulator().armFault(fault);
    }

    WindowFixture fixture;
    PhoneNumber number;
};

} // namespace

/// The business profile in the detail pane, by keys and clicks.
class TestProfileEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesByTheKeyboardAlone();
    void clears();
    void countsCharacters();
    void takesControlCharactersOutOnDemand();
    void keepsWhatWasTypedForEachNumber();
    void escapeThrowsNothingAway();
    void cancelBringsTheFormerTextBack();
    void showsThatItIsBusy();
    void keepsTheTextWhenItIsRefused();
    void saysSoWhereTheUserIs();
    void doesNotOverwriteSomebodyElse();
    void noticesSomebodyElseWhileTyping();
    void asksBeforeTheWindowCloses();
    void asksBeforeTheModeChanges();
    void letsNobodyEditWhatIsGone();
    void isForEverybody();
};

void TestProfileEditor::changesByTheKeyboardAlone()
{
    Editor editor;
    QVERIFY(editor.show(0));
    QTRY_COMPARE(editor.text()->toPlainText(), former);
    QVERIFY(!editor.isEditing());
    editor.text()->setFocus();
    QTest::keyClick(editor.text(), Qt::Key_F2);
    QVERIFY(editor.isEditing());
    QVERIFY(!editor.canSave());
    QTest::keyClicks(editor.text(), u" And cake."_s);
    QVERIFY(editor.canSave());
    QTest::keyClick(editor.text(), Qt::Key_S, Qt::ControlModifier);
    const auto wanted = former + u" And cake."_s;
    QTRY_COMPARE(editor.atNixflex(), wanted);
    QTRY_VERIFY(editor.bar()->text().startsWith(u"Saved"_s));
    QVERIFY(!editor.isEditing());
    QCOMPARE(editor.text()->toPlainText(), wanted);
    QTRY_VERIFY(editor.fixture.find<QPushButton>("editProfileButton")->hasFocus());
    QCOMPARE(editor.patches(), 1);
    const auto operations = runTask(editor.fixture.workspace().ledger().operationsOf(editor.number));
    QVERIFY(operations && operations->size() == 1);
    QVERIFY(operations->first().kind == store::OperationRecord::Kind::Profile);
    // And it stays so when another number is looked at.
    QVERIFY(editor.show(1));
    QTRY_COMPARE(editor.text()->toPlainText(), former);
    QVERIFY(!editor.bar()->hasMessage());
    QVERIFY(editor.show(0));
    QTRY_COMPARE(editor.text()->toPlainText(), wanted);
}

void TestProfileEditor::clears()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.press("editProfileButton");
    editor.text()->selectAll();
    QTest::keyClick(editor.text(), Qt::Key_Delete);
    QTest::mouseClick(editor.fixture.find<QPushButton>("saveProfileButton"), Qt::LeftButton);
    QTRY_COMPARE(editor.atNixflex(), QString());
    QTRY_VERIFY(!editor.isEditing());
    QCOMPARE(editor.text()->toPlainText(), QString());
}

void TestProfileEditor::countsCharacters()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(QString(8000, u'x'));
    auto *hint = editor.fixture.find<gui::FieldHint>("profileHint");
    QVERIFY2(hint->text().contains(u"8,000 of 8,000"_s), qPrintable(hint->text()));
    QVERIFY(editor.canSave());
    QTest::keyClicks(editor.text(), u"yz"_s);
    QVERIFY2(hint->text().contains(u"2 too many"_s), qPrintable(hint->text()));
    QVERIFY(!editor.canSave());
    QTest::keyClick(editor.text(), Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(editor.text(), Qt::Key_Backspace);
    QTest::keyClick(editor.text(), Qt::Key_Backspace);
    QVERIFY(editor.canSave());
    QCOMPARE(editor.patches(), 0);
}

void TestProfileEditor::takesControlCharactersOutOnDemand()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(QString(101, u'x') + QChar(7));
    QVERIFY(!editor.canSave());
    auto *hint = editor.fixture.find<gui::FieldHint>("profileHint");
    auto *fix = test::findVisible<QPushButton>(hint);
    QVERIFY(fix != nullptr);
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(editor.text()->toPlainText(), QString(101, u'x'));
    QVERIFY(editor.canSave());
}

void TestProfileEditor::keepsWhatWasTypedForEachNumber()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"First"_s);
    auto *tabs = editor.fixture.find<QTabWidget>("tabs");
    QVERIFY(!tabs->tabToolTip(2).isEmpty());
    QVERIFY(editor.show(1));
    QCOMPARE(editor.text()->toPlainText(), former);
    QVERIFY(!editor.isEditing());
    QVERIFY(tabs->tabToolTip(2).isEmpty());
    editor.edit(u"Second"_s);
    editor.fixture.find<QTableView>("fleetView")->selectAll(); // Several: none is shown.
    QVERIFY(editor.show(0));
    QCOMPARE(editor.text()->toPlainText(), u"First"_s);
    QVERIFY(editor.isEditing() && editor.canSave());
    QTest::keyClick(editor.fixture.find<QTableView>("fleetView"), Qt::Key_F5); // A sync changes nothing.
    QTest::keyClick(&editor.fixture.window(), Qt::Key_F5);
    QTRY_VERIFY(editor.fixture.simulator().countRequests(u"GET"_s, u"/v1/phone-numbers"_s) >= 2);
    QTRY_COMPARE(editor.text()->toPlainText(), u"First"_s);
    QVERIFY(editor.show(1));
    QCOMPARE(editor.text()->toPlainText(), u"Second"_s);
    editor.press("saveProfileButton");
    QTRY_COMPARE(editor.atNixflex(), u"Second"_s);
    QTRY_VERIFY(!editor.isEditing());
    QVERIFY(editor.show(0));
    QCOMPARE(editor.text()->toPlainText(), u"First"_s);
    QCOMPARE(editor.atNixflex(), former);
    editor.press("cancelProfileButton");
}

void TestProfileEditor::escapeThrowsNothingAway()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.press("editProfileButton");
    QTest::keyClick(editor.text(), Qt::Key_Escape);
    QVERIFY(!editor.isEditing());
    editor.edit(u"First"_s);
    QTest::keyClick(editor.text(), Qt::Key_Escape);
    QVERIFY(editor.isEditing());
    QCOMPARE(editor.text()->toPlainText(), u"First"_s);
    editor.press("cancelProfileButton");
}

void TestProfileEditor::cancelBringsTheFormerTextBack()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"First"_s);
    editor.press("cancelProfileButton");
    QVERIFY(!editor.isEditing());
    QCOMPARE(editor.text()->toPlainText(), former);
    QVERIFY(editor.fixture.find<QPushButton>("editProfileButton")->hasFocus());
    QVERIFY(editor.fixture.find<QTabWidget>("tabs")->tabToolTip(2).isEmpty());
    QCOMPARE(editor.patches(), 0);
}

void TestProfileEditor::showsThatItIsBusy()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"Slow"_s);
    editor.arm([](auto &fault) { fault.delay = std::chrono::milliseconds(400); });
    editor.press("saveProfileButton");
    QVERIFY(isShowing(editor.fixture, "profileBusyBar"));
    QVERIFY(!editor.isEditing());
    QVERIFY(!editor.canSave());
    QVERIFY(!editor.fixture.find<QPushButton>("cancelProfileButton")->isEnabled());
    QVERIFY(editor.text()->hasFocus());
    QTest::keyClick(editor.text(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(editor.bar()->text().startsWith(u"Saved"_s));
    QVERIFY(!isShowing(editor.fixture, "profileBusyBar"));
    QCOMPARE(editor.patches(), 1);
}

void TestProfileEditor::keepsTheTextWhenItIsRefused()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"Refused"_s);
    editor.arm([](auto &fault) { fault.status = 402; });
    editor.press("saveProfileButton");
    QTRY_VERIFY(editor.bar()->hasMessage());
    QVERIFY2(editor.bar()->text().contains(u"credit"_s), qPrintable(editor.bar()->text()));
    QVERIFY(editor.isEditing());
    QCOMPARE(editor.text()->toPlainText(), u"Refused"_s);
    QVERIFY(editor.show(1));
    QVERIFY(!editor.bar()->hasMessage());
    QVERIFY(editor.show(0));
    QVERIFY(editor.bar()->text().contains(u"credit"_s));
    editor.press("saveProfileButton");
    QTRY_COMPARE(editor.atNixflex(), u"Refused"_s);
    QTRY_VERIFY(editor.bar()->text().startsWith(u"Saved"_s));
}

void TestProfileEditor::saysSoWhereTheUserIs()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"Refused"_s);
    editor.arm([](auto &fault) {
        fault.status = 402;
        fault.delay = std::chrono::milliseconds(200);
    });
    editor.press("saveProfileButton");
    QVERIFY(editor.show(1));
    QTRY_VERIFY(editor.fixture.find<gui::MessageBar>("messageBar")->text().contains(u"is not saved"_s));
    QVERIFY(!editor.bar()->hasMessage());
    QVERIFY(editor.show(0));
    QCOMPARE(editor.text()->toPlainText(), u"Refused"_s);
    QVERIFY(editor.bar()->text().contains(u"credit"_s));
    editor.press("cancelProfileButton");
}

void TestProfileEditor::doesNotOverwriteSomebodyElse()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.theyWrite(u"Theirs,\nin two lines"_s);
    editor.edit(u"Mine"_s);
    editor.press("saveProfileButton");
    QTRY_VERIFY(editor.bar()->hasMessage());
    QVERIFY2(editor.bar()->text().contains(u"Theirs, in two lines"_s), qPrintable(editor.bar()->text()));
    QCOMPARE(editor.patches(), 0);
    QCOMPARE(editor.text()->toPlainText(), u"Mine"_s);
    editor.press("replaceTheirsButton");
    QTRY_COMPARE(editor.atNixflex(), u"Mine"_s);
    QTRY_VERIFY(!editor.isEditing());
    QCOMPARE(editor.text()->toPlainText(), u"Mine"_s);
}

void TestProfileEditor::noticesSomebodyElseWhileTyping()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"Mine"_s);
    editor.theyWrite(u"Theirs"_s);
    QTest::keyClick(&editor.fixture.window(), Qt::Key_F5);
    QTRY_VERIFY(editor.bar()->hasMessage());
    QVERIFY(editor.bar()->text().contains(u"Theirs"_s));
    QCOMPARE(editor.text()->toPlainText(), u"Mine"_s);
    QVERIFY(editor.isEditing());
    editor.press("cancelProfileButton");
    QCOMPARE(editor.text()->toPlainText(), u"Theirs"_s);
    // Where nothing was typed yet, theirs is simply shown.
    editor.press("editProfileButton");
    editor.theyWrite(u"Theirs again"_s);
    QTest::keyClick(&editor.fixture.window(), Qt::Key_F5);
    QTRY_COMPARE(editor.text()->toPlainText(), u"Theirs again"_s);
    QVERIFY(!editor.isEditing());
    QVERIFY(!editor.bar()->hasMessage());
}

void TestProfileEditor::asksBeforeTheWindowCloses()
{
    Editor editor;
    QVERIFY(editor.show(0));
    editor.edit(u"Mine"_s);
    QVERIFY(!editor.fixture.window().close());
    QTRY_VERIFY(editor.fixture.dialog<QMessageBox>() != nullptr);
    QVERIFY(editor.fixture.dialog<QMessageBox>()->informativeText().contains(editor.number.international()));
    QVERIFY(QTest::qWaitForWindowActive(editor.fixture.dialog<QMessageBox>()));
    QTest::keyClick(editor.fixture.dialog<QMessageBox>(), Qt::Key_Escape);
    QTRY_VERIFY(editor.fixture.dialog<QMessageBox>() == nullptr);
    QVERIFY(editor.fixture.window().isVisible());
    QCOMPARE(editor.text()->toPlainText(), u"Mine"_s);
    QTRY_VERIFY(editor.fixture.window().findChild<QMessageBox *>() == nullptr);

    QVERIFY(!editor.fixture.window().close());
    QTRY_VERIFY(editor.fixture.dialog<QMessageBox>() != nullptr);
    QTest::mouseClick(editor.fixture.find<QPushButton>("discardProfileButton"), Qt::LeftButton);
    QTRY_VERIFY(!editor.fixture.window().isVisible());
    QCOMPARE(editor.patches(), 0);
}

void TestProfileEditor::asksBeforeTheModeChanges()
{
    Editor editor;
    int requests = 0;
    connect(&editor.fixture.window(), &gui::MainWindow::practiceRequested, this, [&requests] { ++requests; });
    QVERIFY(editor.show(0));
    editor.edit(u"Mine"_s);
    auto *action = editor.fixture.window().findChild<QAction *>(u"practiceAction"_s);
    action->trigger();
    QTRY_VERIFY(editor.fixture.dialog<QMessageBox>() != nullptr);
    QCOMPARE(requests, 0);
    QTest::mouseClick(editor.fixture.find<QPushButton>("keepWritingButton"), Qt::LeftButton);
    QTRY_VERIFY(editor.fixture.window().findChild<QMessageBox *>() == nullptr);
    QCOMPARE(requests, 0);
    action->trigger();
    QTRY_VERIFY(editor.fixture.dialog<QMessageBox>() != nullptr);
    QTest::mouseClick(editor.fixture.find<QPushButton>("discardProfileButton"), Qt::LeftButton);
    QTRY_COMPARE(requests, 1);
}

void TestProfileEditor::letsNobodyEditWhatIsGone()
{
    Editor editor;
    QVERIFY(editor.show(0));
    QVERIFY(editor.fixture.find<QPushButton>("editProfileButton")->isEnabled());
    auto record = **runTask(
        editor.fixture.workspace().ledger().number(editor.fixture.workspace().keyId(), editor.number));
    record.health = store::Health::Gone;
    QVERIFY(runTask(editor.fixture.workspace().ledger().saveNumber(record)));
    QTRY_VERIFY(!editor.fixture.find<QPushButton>("editProfileButton")->isEnabled());
    QTest::keyClick(editor.text(), Qt::Key_F2);
    QVERIFY(!editor.isEditing());
}

void TestProfileEditor::isForEverybody()
{
    Editor editor;
    QVERIFY(editor.show(0));
    QCOMPARE(accessibilityFindings(&editor.fixture.window()).join(u'\n'), QString());
    editor.edit(u"Refused"_s);
    QCOMPARE(accessibilityFindings(&editor.fixture.window()).join(u'\n'), QString());
    editor.arm([](auto &fault) { fault.status = 402; });
    editor.press("saveProfileButton");
    QTRY_VERIFY(editor.bar()->hasMessage());
    QCOMPARE(accessibilityFindings(&editor.fixture.window()).join(u'\n'), QString());
    editor.press("cancelProfileButton");
}

QTEST_MAIN(TestProfileEditor)
#include "tst_profileeditor.moc"

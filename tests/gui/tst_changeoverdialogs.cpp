#include "gui/accessibilitylint.h"
#include "gui/changeover/reassigndialog.h"
#include "gui/changeover/undodialog.h"
#include "gui/common/messagebar.h"
#include "gui/fleet/removedialog.h"
#include "gui/settings/tokendialog.h"
#include "gui/windowhelpers.h"
#include "gui/windowwizard.h"
#include "support/runtask.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;

/// Undoing an import and moving a number, in the real window by keys and clicks.
class TestChangeoverDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void undoesFromTheBarAfterAnImport();
    void undoesFromTheResult();
    void asksAboutWhatSomebodyChanged();
    void asksForATokenThatIsNotKnown();
    void saysWhatCannotBeUndone();
    void staysWhileItRuns();
    void goesOnAfterAFailure();
    void movesToAnotherAgent();
    void movesNothingByAKeyTooMany();
    void movesByTabAndEnter();
    void undoesNothingByAKeyTooMany();
    void growsWithItsWarnings();
    void saysThatItWentBack();
    void removesAndBringsBack();

private:
    void import();
    void choose();
    [[nodiscard]] simulator::TwilioNumber now() { return *m_fixture->simulator().number(m_number); }
    [[nodiscard]] bool isAtNixflex() { return m_fixture->simulator().nixflexNumber(m_number).has_value(); }
    template <typename Dialog>
    Dialog *openDialog(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(m_fixture->find<QTableView>("fleetView"), key, modifiers);
        return qobject_cast<Dialog *>(waitFor<Dialog>());
    }
    template <typename Dialog>
    Dialog *waitFor()
    {
        if (!QTest::qWaitFor([this] { return m_fixture->dialog<Dialog>() != nullptr; })) {
            return nullptr;
        }
        return m_fixture->dialog<Dialog>();
    }
    template <typename Widget>
    static Widget *child(const QWidget *parent, const char *name)
    {
        return parent->findChild<Widget *>(QString::fromLatin1(name));
    }
    static bool waitForGo(const QWidget *dialog)
    {
        return QTest::qWaitFor([dialog] { return child<QPushButton>(dialog, "goButton")->isEnabled(); });
    }
    static QString message(const QWidget *dialog)
    {
        return child<gui::MessageBar>(dialog, "messageBar")->text();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_number;
    simulator::TwilioNumber m_before;
    simulator::TwilioNumber m_imported;
};

void TestChangeoverDialogs::init()
{
    WindowFixture::Options options;
    options.settle = {std::chrono::milliseconds(600), std::chrono::milliseconds(50),
                      std::chrono::milliseconds(1'500), std::chrono::milliseconds(50)};
    m_fixture = std::make_unique<WindowFixture>(options);
    m_fixture->open();
    m_number = m_fixture->simulator().freeNumber();
    m_before = now();
}

void TestChangeoverDialogs::cleanup()
{
    m_fixture.reset();
}

/// Through the wizard, up to its result.
void TestChangeoverDialogs::import()
{
    QTRY_VERIFY(rowCount(*m_fixture) > 2);
    auto wizard = reviewIn(*m_fixture);
    QVERIFY(wizard.wizard() != nullptr);
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QVERIFY(isAtNixflex());
    m_imported = now();
}

/// The imported number is the chosen one in the fleet.
void TestChangeoverDialogs::choose()
{
    import();
    QTest::mouseClick(m_fixture->find<QPushButton>("openInFleetButton"), Qt::LeftButton);
    const auto chosen = [this] {
        const auto rows = m_fixture->find<QTableView>("fleetView")->selectionModel()->selectedRows();
        return rows.size() == 1 ? u'+' + digitsOf(rows.front().data().toString()) : QString();
    };
    QTRY_COMPARE(chosen(), m_number);
    QTRY_VERIFY(m_fixture->window().findChild<QAction *>(u"undoAction"_s)->isEnabled());
    QTRY_VERIFY(m_fixture->find<QTableView>("fleetView")->hasFocus());
}

void TestChangeoverDialogs::undoesFromTheBarAfterAnImport()
{
    choose();
    const auto rows = rowCount(*m_fixture);
    auto *button = m_fixture->find<QPushButton>("undoImportButton");
    QVERIFY(button != nullptr && button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    auto *dialog = waitFor<gui::UndoDialog>();
    QVERIFY(dialog != nullptr);
    QVERIFY(waitForGo(dialog));
    QCOMPARE(accessibilityFindings(dialog), QStringList());
    auto *tree = child<QTreeWidget>(dialog, "changeTree");
    QVERIFY(tree->topLevelItem(0)->text(1).contains(u"Nixflex"_s));
    QVERIFY2(tree->topLevelItem(0)->text(2).contains(u"Studio"_s),
             qPrintable(tree->topLevelItem(0)->text(2)));
    QVERIFY(!child<QListWidget>(dialog, "keptList")->isVisible());
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTRY_VERIFY(message(dialog).contains(u"as before the import again"_s));
    QVERIFY(!isAtNixflex());
    QCOMPARE(now().voiceUrl, m_before.voiceUrl);
    QCOMPARE(now().smsUrl, m_before.smsUrl);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->dialog<gui::UndoDialog>() == nullptr);
    // It is no longer in the fleet.
    QTRY_COMPARE(rowCount(*m_fixture), rows - 1);
}

void TestChangeoverDialogs::undoesFromTheResult()
{
    import();
    auto *button = m_fixture->find<QPushButton>("undoButton");
    QVERIFY(button != nullptr && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = waitFor<gui::UndoDialog>();
    QVERIFY(dialog != nullptr && waitForGo(dialog));
    QTest::mouseClick(child<QPushButton>(dialog, "goButton"), Qt::LeftButton);
    QTRY_VERIFY(!isAtNixflex());
    QTRY_COMPARE(now().voiceUrl, m_before.voiceUrl);
}

void TestChangeoverDialogs::asksAboutWhatSomebodyChanged()
{
    choose();
    const auto theirs = u"https://theirs.example/voice"_s;
    QVERIFY(m_fixture->simulator().changeNumber(
        m_number, [&theirs](simulator::TwilioNumber &at) { at.voiceUrl = theirs; }));
    auto *dialog = openDialog<gui::UndoDialog>(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog != nullptr && waitForGo(dialog));
    auto *kept = child<QListWidget>(dialog, "keptList");
    QVERIFY(kept->isVisible() && kept->count() >= 1);
    QVERIFY2(kept->item(0)->text().contains(theirs), qPrintable(kept->item(0)->text()));
    auto *tree = child<QTreeWidget>(dialog, "changeTree");
    QVERIFY(tree->topLevelItem(0)->text(2).contains(u"theirs.example"_s));
    // Ticked by keyboard: it is overwritten, and that is shown before it happens.
    kept->setFocus();
    kept->setCurrentRow(0);
    QTest::keyClick(kept, Qt::Key_Space);
    QVERIFY(!tree->topLevelItem(0)->text(2).contains(u"theirs.example"_s));
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTRY_VERIFY(message(dialog).contains(u"as before the import again"_s));
    QCOMPARE(now().voiceUrl, m_before.voiceUrl);
}

void TestChangeoverDialogs::asksForATokenThatIsNotKnown()
{
    choose();
    const auto account = m_fixture->simulator().mainAccount();
    const auto sid = *AccountSid::parse(account.sid);
    m_fixture->workspace().useToken(sid, nullptr);
    const secrets::SecretKey key{secrets::SecretKey::Kind::TwilioToken, account.sid};
    QVERIFY(runTask(m_fixture->workspace().secretStore().remove(key)));
    auto *dialog = openDialog<gui::UndoDialog>(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(child<QPushButton>(dialog, "enterTokenButton") != nullptr);
    QVERIFY(message(dialog).contains(u"Auth Token"_s));
    QVERIFY(!child<QPushButton>(dialog, "goButton")->isEnabled());
    QTest::keyClick(child<QPushButton>(dialog, "enterTokenButton"), Qt::Key_Space);
    auto *tokenDialog = waitFor<gui::TokenDialog>();
    QVERIFY(tokenDialog != nullptr);
    QTest::keyClicks(child<QLineEdit>(tokenDialog, "tokenEdit"), account.authToken);
    QTest::keyClick(tokenDialog, Qt::Key_Return);
    QVERIFY(waitForGo(dialog));
    QVERIFY(isAtNixflex());
}

void TestChangeoverDialogs::saysWhatCannotBeUndone()
{
    QTRY_VERIFY(rowCount(*m_fixture) > 2);
    auto *view = m_fixture->find<QTableView>("fleetView");
    view->selectRow(0);
    QTRY_VERIFY(m_fixture->window().findChild<QAction *>(u"undoAction"_s)->isEnabled());
    auto *dialog = openDialog<gui::UndoDialog>(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY2(message(dialog).contains(u"was not imported on this computer"_s),
                 qPrintable(message(dialog)));
    QVERIFY(!child<QPushButton>(dialog, "goButton")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(m_fixture->dialog<gui::UndoDialog>() == nullptr);
    // For several at once there is the removal.
    view->selectAll();
    QTRY_VERIFY(!m_fixture->window().findChild<QAction *>(u"undoAction"_s)->isEnabled());
}

void TestChangeoverDialogs::staysWhileItRuns()
{
    choose();
    auto *dialog = openDialog<gui::UndoDialog>(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog != nullptr && waitForGo(dialog));
    simulator::Fault slow;
    slow.method = u"DELETE"_s;
    slow.delay = std::chrono::milliseconds(400);
    m_fixture->simulator().armFault(slow);
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QTRY_VERIFY(message(dialog).contains(u"as before the import again"_s));
    QVERIFY(!isAtNixflex());
}

void TestChangeoverDialogs::goesOnAfterAFailure()
{
    choose();
    auto *dialog = openDialog<gui::UndoDialog>(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog != nullptr && waitForGo(dialog));
    simulator::Fault down;
    down.method = u"POST"_s;
    down.path = u"/IncomingPhoneNumbers/PN"_s;
    down.status = 503;
    down.times = 0;
    m_fixture->simulator().armFault(down);
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTRY_VERIFY2(message(dialog).contains(u"nobody answers it now"_s), qPrintable(message(dialog)));
    m_fixture->simulator().clearFaults();
    QTest::keyClick(child<QPushButton>(dialog, "lookAgainButton"), Qt::Key_Space);
    QTRY_VERIFY2(message(dialog).contains(u"as before the import again"_s), qPrintable(message(dialog)));
    QCOMPARE(now().voiceUrl, m_before.voiceUrl);
}

void TestChangeoverDialogs::movesToAnotherAgent()
{
    choose();
    const auto former = m_fixture->simulator().nixflexNumber(m_number)->agentId;
    auto *dialog = openDialog<gui::ReassignDialog>(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    auto *agents = child<QComboBox>(dialog, "agentCombo");
    QTRY_VERIFY(agents->count() > 2);
    QCOMPARE(accessibilityFindings(dialog), QStringList());
    QVERIFY(agents->findData(former) < 0);
    QVERIFY(!child<QPushButton>(dialog, "goButton")->isEnabled());
    QTRY_VERIFY(agents->hasFocus());
    // Down to the first that is active.
    do {
        QTest::keyClick(agents, Qt::Key_Down);
    } while (agents->currentText().contains(u"not active"_s));
    const auto chosen = agents->currentData().toString();
    QVERIFY(waitForGo(dialog));
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTRY_VERIFY2(message(dialog).contains(u"now"_s), qPrintable(message(dialog)));
    QCOMPARE(m_fixture->simulator().nixflexNumber(m_number)->agentId, chosen);
    QCOMPARE(now().voiceUrl, m_imported.voiceUrl);
}

void TestChangeoverDialogs::movesNothingByAKeyTooMany()
{
    choose();
    const auto former = m_fixture->simulator().nixflexNumber(m_number)->agentId;
    auto *dialog = openDialog<gui::ReassignDialog>(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    auto *agents = child<QComboBox>(dialog, "agentCombo");
    QTRY_VERIFY(agents->count() > 2 && agents->hasFocus());
    // Every agent is reached, and the list keeps the focus when a move becomes possible.
    for (int row = 1; row < agents->count(); ++row) {
        QTest::keyClick(agents, Qt::Key_Down);
        QCOMPARE(agents->currentIndex(), row);
        QVERIFY(waitForGo(dialog));
        QVERIFY(agents->hasFocus());
        QVERIFY(!child<QPushButton>(dialog, "goButton")->isDefault());
    }
    QTest::keyClick(agents, Qt::Key_Return);
    QTRY_VERIFY(m_fixture->dialog<gui::ReassignDialog>() == nullptr);
    QCOMPARE(m_fixture->simulator().nixflexNumber(m_number)->agentId, former);
    QCOMPARE(now().voiceUrl, m_imported.voiceUrl);
}

void TestChangeoverDialogs::movesByTabAndEnter()
{
    choose();
    auto *dialog = openDialog<gui::ReassignDialog>(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    auto *agents = child<QComboBox>(dialog, "agentCombo");
    QTRY_VERIFY(agents->count() > 2 && agents->hasFocus());
    QTest::keyClick(agents, Qt::Key_Down);
    QVERIFY(waitForGo(dialog));
    const auto chosen = agents->currentData().toString();
    auto *goButton = child<QPushButton>(dialog, "goButton");
    while (!goButton->hasFocus()) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(goButton, Qt::Key_Return);
    QTRY_COMPARE(m_fixture->simulator().nixflexNumber(m_number)->agentId, chosen);
}

void TestChangeoverDialogs::undoesNothingByAKeyTooMany()
{
    choose();
    auto *dialog = openDialog<gui::UndoDialog>(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(dialog != nullptr && waitForGo(dialog));
    QVERIFY(child<QTreeWidget>(dialog, "changeTree")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_fixture->dialog<gui::UndoDialog>() == nullptr);
    QVERIFY(isAtNixflex());
    QCOMPARE(now().voiceUrl, m_imported.voiceUrl);
}

void TestChangeoverDialogs::growsWithItsWarnings()
{
    choose();
    auto *dialog = openDialog<gui::ReassignDialog>(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    auto *agents = child<QComboBox>(dialog, "agentCombo");
    QTRY_VERIFY(agents->count() > 2 && agents->hasFocus());
    dialog->resize(dialog->minimumSize()); // as small as it may be
    do {
        QTest::keyClick(agents, Qt::Key_Down);
    } while (!agents->currentText().contains(u"not active"_s));
    QVERIFY(waitForGo(dialog));
    QTRY_COMPARE(overflowFindings(dialog).join(u'\n'), QString());
    QVERIFY(agents->height() >= agents->sizeHint().height());
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTRY_VERIFY2(message(dialog).contains(u"no one answers until it is activated"_s),
                 qPrintable(message(dialog)));
    QTRY_COMPARE(overflowFindings(dialog).join(u'\n'), QString());
}

void TestChangeoverDialogs::saysThatItWentBack()
{
    choose();
    const auto former = m_fixture->simulator().nixflexNumber(m_number)->agentId;
    auto *dialog = openDialog<gui::ReassignDialog>(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog != nullptr);
    auto *agents = child<QComboBox>(dialog, "agentCombo");
    QTRY_VERIFY(agents->count() > 2 && agents->hasFocus());
    QTest::keyClick(agents, Qt::Key_Down);
    QVERIFY(waitForGo(dialog));
    simulator::Fault refusal;
    refusal.method = u"POST"_s;
    refusal.path = u"/v1/phone-numbers"_s;
    refusal.status = 402;
    m_fixture->simulator().armFault(refusal);
    QTest::keyClick(child<QPushButton>(dialog, "goButton"), Qt::Key_Space);
    QTRY_VERIFY2(message(dialog).contains(u"everything is as before"_s), qPrintable(message(dialog)));
    QCOMPARE(m_fixture->simulator().nixflexNumber(m_number)->agentId, former);
}

void TestChangeoverDialogs::removesAndBringsBack()
{
    choose();
    QTest::keyClick(m_fixture->find<QTableView>("fleetView"), Qt::Key_Delete);
    auto *dialog = waitFor<gui::RemoveDialog>();
    QVERIFY(dialog != nullptr);
    auto *restore = child<QCheckBox>(dialog, "restoreCheck");
    QVERIFY(restore->isVisible() && !restore->isChecked());
    QTest::keyClick(restore, Qt::Key_Space);
    QVERIFY(child<QLabel>(dialog, "doesLabel")->text().contains(u"is set back at Twilio"_s));
    QTest::keyClick(child<QCheckBox>(dialog, "confirmCheck"), Qt::Key_Space);
    QTest::keyClick(child<QPushButton>(dialog, "confirmRemoveButton"), Qt::Key_Space);
    QTRY_VERIFY(!isAtNixflex());
    QTRY_COMPARE(now().voiceUrl, m_before.voiceUrl);
    QTRY_VERIFY(m_fixture->find<gui::MessageBar>("messageBar")
                    ->text()
                    .contains(u"answered as before its import again"_s));
}

QTEST_MAIN(TestChangeoverDialogs)
#include "tst_changeoverdialogs.moc"

#include "gui/changeover/undodialog.h"
#include "gui/common/messagebar.h"
#include "gui/historyscene.h"
#include "gui/wizarddriver.h"
#include "operations/health/healthrepair.h"
#include "simulator/world/sharedworld.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace numbers;
using store::OperationRecord;
using test::History;
using test::runTask;

namespace {

twilio::Credentials credentialsOf(History &history)
{
    const auto account = history.fixture.simulator().mainAccount();
    return {*AccountSid::parse(account.sid),
            std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
}

WebhookConfiguration webhooksOf(History &history)
{
    const auto at = history.fixture.simulator().number(history.imported.e164());
    WebhookConfiguration webhooks;
    webhooks.voiceUrl = at->voiceUrl;
    webhooks.smsUrl = at->smsUrl;
    webhooks.statusCallback = at->statusCallback;
    return webhooks;
}

/// The history's newest entry is of that kind; its button is pressed.
void undoNewest(History &history, OperationRecord::Kind kind)
{
    QVERIFY(QTest::qWaitFor([&] { return test::rowCount(history.fixture) > 2; }));
    QTest::keyClick(&history.fixture.window(), Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(history.window() != nullptr && history.count() > 0);
    const auto newest = runTask(history.fixture.workspace().ledger().operations(1, 0));
    QVERIFY(newest && newest->first().kind == kind);
    history.view()->selectRow(0);
    auto *undoButton = history.fixture.find<QPushButton>("undoOperationButton");
    QTRY_VERIFY(undoButton->isEnabled());
    QTest::keyClick(undoButton, Qt::Key_Space);
}

/// Carries out what the dialog shows, and closes it.
void goIn(History &history, const QString &sign)
{
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() != nullptr);
    auto *dialog = history.fixture.dialog<gui::UndoDialog>();
    auto *goButton = dialog->findChild<QPushButton *>(u"goButton"_s);
    QTRY_VERIFY(goButton->isEnabled());
    QTest::keyClick(goButton, Qt::Key_Space);
    const auto *bar = dialog->findChild<gui::MessageBar *>(u"messageBar"_s);
    QTRY_VERIFY2(bar->text().contains(sign), qPrintable(bar->text()));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() == nullptr);
}

/// Answers the question, and gives what is said at the end.
QString confirm(History &history, const char *endBox)
{
    if (!QTest::qWaitFor([&] { return history.fixture.find<QPushButton>("confirmButton") != nullptr; })) {
        return u"no question"_s;
    }
    QTest::keyClick(history.fixture.find<QPushButton>("confirmButton"), Qt::Key_Space);
    if (!QTest::qWaitFor([&] { return history.fixture.find<QMessageBox>(endBox) != nullptr; })) {
        return u"no end"_s;
    }
    auto *box = history.fixture.find<QMessageBox>(endBox);
    auto text = box->text() + u'\n' + box->informativeText();
    QTest::keyClick(box, Qt::Key_Return);
    return text;
}

/// The number is removed, and what answered before its import set back.
void removeAndRestore(History &history)
{
    auto &importer = *history.fixture.workspace().operations();
    const auto pair = credentialsOf(history);
    history.fixture.workspace().useToken(pair.accountSid, pair.authToken);
    using Kind = operations::OperationOutcome::Kind;
    QVERIFY(runTask(importer.remove(history.imported, pair, {})).kind == Kind::Succeeded);
    const auto offer = runTask(importer.offerRestore(pair, history.imported, {}));
    QVERIFY(offer && runTask(importer.restore(*offer, {})).kind == Kind::Succeeded);
}

store::NumberRecord rowOf(History &history)
{
    auto &workspace = history.fixture.workspace();
    const auto row = runTask(workspace.ledger().number(workspace.keyId(), history.imported));
    return row && *row ? **row : store::NumberRecord();
}

} // namespace

/// Every kind of operation is taken back from its entry in the history, by keys.
class TestHistoryUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesBackWhatCanBeTakenBack();
    void takesBackAChangeOfAProfile();
    void takesBackARestore();
    void asksAboutWhatSomebodyChangedAfterARestore();
    void offersAnUndoneImportAgain();
    void takesBackAnAdoption();
    void takesBackAForgetting();
    void saysWhatCannotBeTakenBackAnyMore();
    void setsBackWhatWasBeforeWithoutAnEntry();
};

/// The import undone from its entry; tried once more, it is said to be done.
void TestHistoryUndo::takesBackWhatCanBeTakenBack()
{
    History history;
    auto &simulator = history.fixture.simulator();
    const auto account = simulator.mainAccount();
    history.fixture.workspace().useToken(
        *AccountSid::parse(account.sid),
        std::make_shared<const SecretString>(SecretString::fromText(account.authToken)));
    history.change(history.number[2], u"Third"_s);
    QVERIFY(history.open());
    auto *undoButton = history.fixture.find<QPushButton>("undoOperationButton");
    history.view()->selectRow(2); // Refused: there is nothing to take back.
    QTRY_VERIFY(!undoButton->isEnabled());
    history.view()->selectRow(1);
    QTRY_VERIFY(undoButton->isEnabled());
    QTest::keyClick(undoButton, Qt::Key_Space);
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() != nullptr);
    auto *dialog = history.fixture.dialog<gui::UndoDialog>();
    auto *goButton = dialog->findChild<QPushButton *>(u"goButton"_s);
    QTRY_VERIFY(goButton->isEnabled());
    QTest::keyClick(goButton, Qt::Key_Space);
    const auto isDone = [](const QDialog *of) {
        return of->findChild<gui::MessageBar *>(u"messageBar"_s)
            ->text()
            .contains(u"as before the import again"_s);
    };
    QTRY_VERIFY(isDone(dialog));
    QVERIFY(!simulator.nixflexNumber(history.imported.e164()));
    QCOMPARE(simulator.number(history.imported.e164())->voiceUrl,
             u"https://user:open-sesame-77@former.example/voice"_s);
    QTRY_COMPARE(history.count(), 5);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() == nullptr);
    history.view()->selectRow(2);
    QTRY_VERIFY(undoButton->isEnabled());
    QTest::keyClick(undoButton, Qt::Key_Space);
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() != nullptr);
    QTRY_VERIFY(isDone(history.fixture.dialog<gui::UndoDialog>()));
}

void TestHistoryUndo::takesBackAChangeOfAProfile()
{
    History history;
    auto &simulator = history.fixture.simulator();
    const auto number = history.number[2];
    history.change(number, u"Before"_s);
    history.change(number, u"After"_s);
    QTest::keyClick(&history.fixture.window(), Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(history.window() != nullptr && history.count() == 5);
    auto *undoButton = history.fixture.find<QPushButton>("undoOperationButton");
    const auto profile = [&] {
        return simulator.nixflexNumber(number.e164())->customPrompt.value_or(QString());
    };
    const auto ask = [&] {
        history.view()->selectRow(0);
        QTRY_VERIFY(undoButton->isEnabled());
        QTest::keyClick(undoButton, Qt::Key_Space);
        QTRY_VERIFY(history.fixture.find<QPushButton>("confirmButton") != nullptr);
    };
    const auto shown = [&](const char *name) {
        const auto *box = history.fixture.find<QMessageBox>(name);
        return box == nullptr ? QString() : box->text();
    };

    ask();
    const auto *question = history.fixture.find<QMessageBox>("undoProfileBox");
    QVERIFY(question->informativeText().contains(u"Before"_s) &&
            question->informativeText().contains(u"After"_s));
    QTest::keyClick(history.fixture.find<QMessageBox>("undoProfileBox"), Qt::Key_Escape);
    QTRY_VERIFY(history.fixture.find<QMessageBox>("undoProfileBox") == nullptr);
    QCOMPARE(profile(), u"After"_s);

    ask();
    QTest::keyClick(history.fixture.find<QPushButton>("confirmButton"), Qt::Key_Space);
    QTRY_VERIFY(shown("profileUndoneBox").contains(u"former business profile again"_s));
    QCOMPARE(profile(), u"Before"_s);
    QTRY_COMPARE(history.count(), 6);
    QTest::keyClick(history.fixture.find<QMessageBox>("profileUndoneBox"), Qt::Key_Return);
    QTRY_VERIFY(history.fixture.find<QMessageBox>("profileUndoneBox") == nullptr);

    // Somebody writes another one elsewhere: that stays, and it is said.
    simulator.changeNixflexNumber(number.e164(),
                                  [](simulator::NixflexNumber &at) { at.customPrompt = u"Theirs"_s; });
    ask();
    QTest::keyClick(history.fixture.find<QPushButton>("confirmButton"), Qt::Key_Space);
    QTRY_VERIFY(shown("profileNotUndoneBox").contains(u"not changed"_s));
    QCOMPARE(profile(), u"Theirs"_s);
}

void TestHistoryUndo::takesBackARestore()
{
    History history;
    removeAndRestore(history);
    const auto former = u"https://user:open-sesame-77@former.example/voice"_s;
    QCOMPARE(webhooksOf(history).voiceUrl, former);
    undoNewest(history, OperationRecord::Kind::Restore);
    const auto entries = history.count();
    // Who answers now is not taken for Nixflex.
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() != nullptr);
    const auto *changes =
        history.fixture.dialog<gui::UndoDialog>()->findChild<QTreeWidget *>(u"changeTree"_s);
    QTRY_VERIFY(changes->topLevelItemCount() > 0);
    QVERIFY2(changes->topLevelItem(0)->text(1).contains(u"former.example"_s),
             qPrintable(changes->topLevelItem(0)->text(1)));
    goIn(history, u"as it was before it was set back"_s);
    QVERIFY(webhooksOf(history).voiceUrl.isEmpty());
    // And that one, too.
    QTRY_COMPARE(history.count(), entries + 1);
    history.view()->selectRow(0);
    auto *undoButton = history.fixture.find<QPushButton>("undoOperationButton");
    QTRY_VERIFY(undoButton->isEnabled());
    QTest::keyClick(undoButton, Qt::Key_Space);
    goIn(history, u"as it was before it was set back"_s);
    QCOMPARE(webhooksOf(history).voiceUrl, former);
}

void TestHistoryUndo::asksAboutWhatSomebodyChangedAfterARestore()
{
    History history;
    removeAndRestore(history);
    const auto theirs = u"https://theirs.example/voice"_s;
    auto &simulator = history.fixture.simulator();
    QVERIFY(simulator.changeNumber(history.imported.e164(), [&](simulator::TwilioNumber &at) {
        at.voiceUrl = theirs;
        at.smsUrl.clear();
        at.statusCallback.clear();
    }));
    undoNewest(history, OperationRecord::Kind::Restore);
    QTRY_VERIFY(history.fixture.dialog<gui::UndoDialog>() != nullptr);
    auto *dialog = history.fixture.dialog<gui::UndoDialog>();
    auto *kept = dialog->findChild<QListWidget *>(u"keptList"_s);
    // Nothing is said to be done, and nothing can be done, until that is ticked.
    QTRY_VERIFY(kept->isVisible() && kept->count() > 0);
    auto *goButton = dialog->findChild<QPushButton *>(u"goButton"_s);
    QVERIFY(!dialog->findChild<gui::MessageBar *>(u"messageBar"_s)->hasMessage());
    QVERIFY(!goButton->isEnabled());
    for (int row = 0; row < kept->count(); ++row) {
        kept->item(row)->setCheckState(Qt::Checked);
    }
    goIn(history, u"as it was before it was set back"_s);
    QVERIFY(webhooksOf(history).voiceUrl.isEmpty());
}

void TestHistoryUndo::offersAnUndoneImportAgain()
{
    History history;
    auto &importer = *history.fixture.workspace().operations();
    const auto pair = credentialsOf(history);
    history.change(history.imported, u"Opens at nine"_s);
    const auto agentId = rowOf(history).agentId;
    // Another one than that of last time.
    history.fixture.workspace().settings().setValue(workspace::Settings::Key::LastAgentId,
                                                    history.fixture.simulator().inactiveAgentId());
    const auto offer = runTask(importer.offerUndo(pair, history.imported, {}));
    QVERIFY(offer &&
            runTask(importer.undo(*offer, {})).kind == operations::OperationOutcome::Kind::Succeeded);
    undoNewest(history, OperationRecord::Kind::Undo);
    QTRY_VERIFY(history.fixture.dialog<gui::ImportWizard>() != nullptr);
    test::WizardDriver wizard(history.fixture.dialog<gui::ImportWizard>(), history.fixture.simulator());
    // What is known of it stands on the pages; only the token has to be typed.
    QTRY_COMPARE(wizard.find<QLineEdit>("accountSidEdit")->text(), pair.accountSid.toString());
    wizard.type("authTokenEdit", history.fixture.simulator().mainAccount().authToken);
    QVERIFY(wizard.press("nextButton"));
    QTRY_VERIFY(wizard.find("subaccountCombo")->isVisible());
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(gui::ImportWizard::NumberPageId));
    QCOMPARE(wizard.find<QLineEdit>("numberFilterEdit")->text(), history.imported.e164());
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(gui::ImportWizard::AgentPageId));
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(gui::ImportWizard::ReviewPageId));
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton"));
    QVERIFY(wizard.waitForPage(gui::ImportWizard::ImportPageId) && wizard.waitForOutcome());
    QCOMPARE(rowOf(history).agentId.toString(), agentId.toString());
    QCOMPARE(rowOf(history).customPrompt, u"Opens at nine"_s);
}

void TestHistoryUndo::takesBackAnAdoption()
{
    History history;
    const auto pair = credentialsOf(history);
    auto shown = rowOf(history);
    const auto before = *shown.baseline;
    history.fixture.simulator().changeNumber(history.imported.e164(), [](simulator::TwilioNumber &at) {
        at.voiceUrl = u"https://theirs.example/voice"_s;
    });
    const auto services = history.fixture.workspace().operationServices();
    shown.lastSeen = before;
    shown.lastSeen->voiceUrl = u"https://theirs.example/voice"_s;
    QVERIFY(runTask(operations::adoptRouting(services, pair, shown, {})));
    QCOMPARE(rowOf(history).baseline->voiceUrl, u"https://theirs.example/voice"_s);
    undoNewest(history, OperationRecord::Kind::Adopt);
    QVERIFY(confirm(history, "recordedUndoneBox").contains(u"had set up before again"_s));
    QCOMPARE(rowOf(history).baseline->toJson(), before.toJson());
    QTRY_COMPARE(history.cell(0, 1), u"Compared with before again"_s);
    // That is no entry to be taken back.
    history.view()->selectRow(0);
    QTRY_VERIFY(!history.fixture.find<QPushButton>("undoOperationButton")->isEnabled());
}

void TestHistoryUndo::takesBackAForgetting()
{
    History history;
    const auto services = history.fixture.workspace().operationServices();
    history.fixture.simulator().world().change(
        [&](simulator::WorldData &data) { data.removeRow(history.imported.e164()); });
    auto gone = rowOf(history);
    gone.health = store::Health::Gone;
    QVERIFY(runTask(history.fixture.workspace().ledger().saveNumber(gone)));
    QVERIFY(runTask(operations::forgetGone(services, history.imported)));
    QCOMPARE(rowOf(history).id, 0);
    undoNewest(history, OperationRecord::Kind::Forget);
    QVERIFY(confirm(history, "recordedUndoneBox").contains(u"in the list again"_s));
    QVERIFY(rowOf(history).health == store::Health::Gone);
    QCOMPARE(rowOf(history).agentId.toString(), gone.agentId.toString());
}

void TestHistoryUndo::saysWhatCannotBeTakenBackAnyMore()
{
    History history;
    const auto services = history.fixture.workspace().operationServices();
    auto gone = rowOf(history);
    gone.health = store::Health::Gone;
    QVERIFY(runTask(history.fixture.workspace().ledger().saveNumber(gone)));
    QVERIFY(runTask(operations::forgetGone(services, history.imported)));
    // A synchronisation has brought it back.
    gone.health = store::Health::Good;
    gone.id = 0;
    QVERIFY(runTask(history.fixture.workspace().ledger().saveNumber(gone)));
    undoNewest(history, OperationRecord::Kind::Forget);
    QVERIFY(confirm(history, "recordedNotUndoneBox").contains(u"already"_s));
    QVERIFY(rowOf(history).health == store::Health::Good);
}

/// Somebody removed the number elsewhere: there is no entry of that, but there is the number in the list.
void TestHistoryUndo::setsBackWhatWasBeforeWithoutAnEntry()
{
    History history;
    auto &fixture = history.fixture;
    const auto pair = credentialsOf(history);
    fixture.workspace().useToken(pair.accountSid, pair.authToken);
    fixture.simulator().world().change(
        [&](simulator::WorldData &data) { data.removeRow(history.imported.e164()); });
    QVERIFY(fixture.simulator().changeNumber(history.imported.e164(), [](simulator::TwilioNumber &at) {
        at.voiceUrl.clear();
        at.smsUrl.clear();
        at.statusCallback.clear();
    }));
    QTRY_VERIFY(test::rowCount(fixture) > 0);
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QTRY_VERIFY(rowOf(history).health == store::Health::Gone);
    fixture.find<QLineEdit>("searchEdit")->setText(history.imported.e164());
    auto *view = fixture.find<QTableView>("fleetView");
    QTRY_COMPARE(view->model()->rowCount(), 1);
    view->selectRow(0);
    auto *button = fixture.find<QPushButton>("restoreFormerButton");
    QTRY_VERIFY(button->isVisible());
    QTest::keyClick(button, Qt::Key_Space);
    goIn(history, u"as before the import again"_s);
    QCOMPARE(webhooksOf(history).voiceUrl, u"https://user:open-sesame-77@former.example/voice"_s);
}

QTEST_MAIN(TestHistoryUndo)
#include "tst_historyundo.moc"

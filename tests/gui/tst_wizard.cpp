#include "gui/accessibilitylint.h"
#include "gui/common/fieldsdialog.h"
#include "gui/wizardfixture.h"
#include "support/runtask.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;

/// The whole way from account to import, by keys and clicks.
class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsOneNumberByKeyboardAlone();
    void sendsOneRequestForADoubleClickOnImport();
    void keepsEverythingTypedWhenGoingBack();
    void needsNoYesWhereNobodyAnswers();
    void saysWhoAnswersNowAndAsksForAYes();
    void changesNothingWhenCancelledOnTheReview();
    void asksBeforeClosingWhileImportingAndGoesOnWithout();
    void importsAnotherNumberOfTheSameAccount();
    void readsEverythingAnewWhenANumberIsReviewedAgain();
    void showsTheTechnicalFieldsOfTheReview();
    void opensTheNumberInTheFleet();
    void copiesTheResultWithoutSecrets();
    void refusesANumberThatIsThereAlready();
    void offersToMoveANumberThatIsConnected();
    void importsANumberThatWasRemovedSince();
    void showsAnAccountsNameAsPlainText();
    void saysSoWhenTheNumberChangedSinceTheReview();
    void isReadableOnEveryPage();
};

void TestWizard::importsOneNumberByKeyboardAlone()
{
    WizardFixture fixture;
    auto *wizard = fixture.wizard();
    const auto main = fixture.simulator().mainAccount();
    const auto number = fixture.simulator().freeNumber();

    fixture.find("accountSidEdit")->setFocus();
    QTest::keyClicks(wizard->focusWidget(), main.sid);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Tab);
    QCOMPARE(wizard->focusWidget()->objectName(), u"authTokenEdit"_s);
    QTest::keyClicks(wizard->focusWidget(), main.authToken);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(wizard->focusWidget()->objectName(), u"subaccountCombo"_s);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));

    QTRY_COMPARE(wizard->focusWidget()->objectName(), u"numberFilterEdit"_s);
    QTest::keyClicks(wizard->focusWidget(), number);
    QTRY_VERIFY(!fixture.find<QTableView>("numberView")->selectionModel()->selectedRows().isEmpty());
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));

    auto *agents = fixture.find<QTableView>("agentView");
    QTRY_VERIFY(agents->model()->rowCount() > 0);
    fixture.find("agentFilterEdit")->setFocus();
    QTest::keyClicks(wizard->focusWidget(), fixture.simulator().agentId());
    QCOMPARE(agents->model()->rowCount(), 1);
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Down);
    QCOMPARE(wizard->focusWidget(), agents);
    QTest::keyClick(agents, Qt::Key_Return);
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));

    QTRY_COMPARE(wizard->focusWidget()->objectName(), u"confirmCheckBox"_s);
    QVERIFY(!fixture.find("importButton")->isEnabled());
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
    QVERIFY(fixture.find("importButton")->isEnabled());
    QTest::keyClick(wizard->focusWidget(), Qt::Key_Return);
    QVERIFY(fixture.waitForPage(ImportWizard::ImportPageId));
    QVERIFY(fixture.waitForOutcome());

    QCOMPARE(wizard->currentPage()->title(), u"Imported"_s);
    const auto row = fixture.simulator().nixflexNumber(number);
    QVERIFY(row);
    QCOMPARE(row->agentId, fixture.simulator().agentId());
    QCOMPARE(row->twilioSid, main.sid);
    QCOMPARE(fixture.posts(), 1);
}

void TestWizard::sendsOneRequestForADoubleClickOnImport()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToReview());
    QVERIFY(fixture.press("confirmCheckBox"));
    auto *button = fixture.find("importButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseDClick(button, Qt::LeftButton);
    QTest::mouseRelease(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Imported"_s);
    QCOMPARE(fixture.posts(), 1);
}

void TestWizard::keepsEverythingTypedWhenGoingBack()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    QVERIFY(fixture.goToAgents());
    QTRY_VERIFY(fixture.find<QTableView>("agentView")->model()->rowCount() > 0);
    fixture.find<QTableView>("agentView")->selectRow(1);
    const auto agent = fixture.find<QTableView>("agentView")->currentIndex().data().toString();
    fixture.find<QPlainTextEdit>("profileEdit")->setPlainText(u"Open from 8 to 6."_s);

    fixture.click("backButton");
    QVERIFY(fixture.isOn(ImportWizard::NumberPageId));
    QCOMPARE(fixture.find<QLineEdit>("numberFilterEdit")->text(), fixture.simulator().freeNumber());
    fixture.click("backButton");
    QVERIFY(fixture.isOn(ImportWizard::AccountPageId));
    QCOMPARE(fixture.find<QLineEdit>("accountSidEdit")->text(), main.sid);
    QCOMPARE(fixture.find<QLineEdit>("authTokenEdit")->text(), main.authToken);

    const auto asked = fixture.simulator().requests().size();
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));
    QCOMPARE(fixture.simulator().requests().size(), asked); // proven already, and read already
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
    QTRY_COMPARE(fixture.find<QTableView>("agentView")->currentIndex().data().toString(), agent);
    QCOMPARE(fixture.find<QPlainTextEdit>("profileEdit")->toPlainText(), u"Open from 8 to 6."_s);
}

void TestWizard::needsNoYesWhereNobodyAnswers()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    QVERIFY(fixture.simulator().changeNumber(number, [](simulator::TwilioNumber &changed) {
        changed.voiceUrl = u"https://demo.twilio.com/welcome/voice/"_s;
        changed.smsUrl = u"https://demo.twilio.com/welcome/sms/reply"_s;
        changed.statusCallback.clear();
        changed.voiceFallbackUrl.clear();
        changed.smsFallbackUrl.clear();
    }));
    QVERIFY(fixture.goToNumbers());
    fixture.type("numberFilterEdit", number);
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
    QTRY_VERIFY(fixture.find<QTableView>("agentView")->model()->rowCount() > 0);
    fixture.find<QTableView>("agentView")->selectRow(0);
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(fixture.find("routingTable")->isVisible());
    QVERIFY(!fixture.find("confirmCheckBox")->isVisible());
    QVERIFY(fixture.find("importButton")->isEnabled());
    QVERIFY(fixture.find<QLabel>("consequenceLabel")->text().contains(u"nothing stops working"_s));
}

void TestWizard::saysWhoAnswersNowAndAsksForAYes()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToReview());
    const auto *table = fixture.find<QTableWidget>("routingTable");
    QVERIFY(table->item(0, 1)->text().contains(u"Studio flow"_s));
    QVERIFY(table->item(0, 2)->text().startsWith(u"Nixflex"_s));
    QVERIFY(fixture.find<QLabel>("consequenceLabel")
                ->text()
                .contains(u"will no longer get this number’s calls"_s));
    QVERIFY(fixture.find("confirmCheckBox")->isVisible());
    QVERIFY(!fixture.find("importButton")->isEnabled());
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.find("importButton")->isEnabled());
}

void TestWizard::changesNothingWhenCancelledOnTheReview()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToReview());
    const auto before = fixture.simulator().number(fixture.simulator().freeNumber())->voiceUrl;
    fixture.click("cancelWizardButton");
    QTRY_VERIFY(fixture.wizard() == nullptr);
    QCOMPARE(fixture.simulator().countRequests(u"POST"_s, {}), 0);
    QCOMPARE(fixture.simulator().number(fixture.simulator().freeNumber())->voiceUrl, before);
    const auto operations = runTask(fixture.workspace().ledger().operations(0, 0));
    QVERIFY(operations && operations->isEmpty());
}

void TestWizard::asksBeforeClosingWhileImportingAndGoesOnWithout()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.path = u"/v1/phone-numbers"_s;
    slow.delay = std::chrono::milliseconds(600);
    fixture.simulator().armFault(slow);
    QVERIFY(fixture.startImport());
    QTRY_COMPARE(fixture.posts(), 1);

    fixture.wizard()->close();
    QVERIFY(fixture.wizard()->isVisible());
    auto *box = fixture.wizard()->findChild<QMessageBox *>(u"closeWhileImportingBox"_s);
    QVERIFY(box != nullptr && box->isVisible());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(fixture.wizard()->isVisible());
    QTRY_VERIFY(fixture.wizard()->findChild<QMessageBox *>(u"closeWhileImportingBox"_s) == nullptr);

    fixture.wizard()->reject();
    QVERIFY(fixture.press("closeAnywayButton"));
    QTRY_VERIFY(fixture.wizard() == nullptr);
    const auto isRecorded = [&] {
        const auto record = runTask(
            fixture.workspace().ledger().number(fixture.workspace().keyId(), *PhoneNumber::fromE164(number)));
        return record && record->has_value();
    };
    QTRY_VERIFY(isRecorded());
    QVERIFY(fixture.simulator().nixflexNumber(number));
    QCOMPARE(fixture.posts(), 1);
}

void TestWizard::importsAnotherNumberOfTheSameAccount()
{
    WizardFixture fixture;
    const auto first = fixture.simulator().freeNumber();
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QVERIFY(fixture.press("importAnotherButton"));
    QVERIFY(fixture.isOn(ImportWizard::NumberPageId));
    QVERIFY(fixture.find<QLineEdit>("numberFilterEdit")->text().isEmpty());

    // The first one is now marked.
    fixture.type("numberFilterEdit", first);
    QTRY_VERIFY2(fixture.hint("numberHint").contains(u"already connected to"_s),
                 qPrintable(fixture.hint("numberHint")));
    const auto second = fixture.simulator().freeNumber();
    QVERIFY(!second.isEmpty() && second != first);
    fixture.type("numberFilterEdit", second);
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
    QVERIFY(fixture.press("nextButton")); // the agent of before
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QVERIFY(fixture.simulator().nixflexNumber(second));
    QCOMPARE(fixture.posts(), 2);
}

void TestWizard::readsEverythingAnewWhenANumberIsReviewedAgain()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToReview());
    const auto lists = [&fixture] {
        return fixture.simulator().countRequests(u"GET"_s, u"^/v1/Services\\?"_s);
    };
    QCOMPARE(lists(), 1);
    // Back to look at something else, or to mend it at Twilio, and forth.
    QVERIFY(fixture.press("backButton"));
    QVERIFY(fixture.isOn(ImportWizard::AgentPageId));
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(fixture.find("routingTable")->isVisible());
    QCOMPARE(lists(), 2);
}

void TestWizard::showsTheTechnicalFieldsOfTheReview()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    fixture.simulator().changeNumber(number, [](simulator::TwilioNumber &at) {
        at.voiceUrl = u"https://user:open-sesame-78@pbx.example/Flows/FW7"_s;
        at.smsMethod = u"GET"_s;
    });
    QVERIFY(fixture.goToReview());
    QVERIFY(fixture.press("fieldsButton"));
    QTRY_VERIFY(fixture.wizard()->findChild<gui::FieldsDialog *>() != nullptr);
    auto *dialog = fixture.wizard()->findChild<gui::FieldsDialog *>();
    QCOMPARE(accessibilityFindings(dialog), QStringList());
    const auto *tree = dialog->findChild<QTreeWidget *>(u"fieldTree"_s);
    QCOMPARE(tree->topLevelItemCount(), static_cast<int>(WebhookConfiguration::fields().size()));
    QHash<QString, QString> shown;
    for (int row = 0; row < tree->topLevelItemCount(); ++row) {
        shown.insert(tree->topLevelItem(row)->text(0), tree->topLevelItem(row)->text(1));
    }
    QVERIFY(shown.value(u"voice_url"_s).contains(u"pbx.example/Flows/FW7"_s));
    QVERIFY(!shown.value(u"voice_url"_s).contains(u"open-sesame-78"_s));
    QCOMPARE(shown.value(u"sms_method"_s), u"GET"_s);
    QTest::keyClick(dialog->findChild<QPushButton *>(u"copyFieldsButton"_s), Qt::Key_Space);
    const auto copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(number) && copied.contains(u"sms_method\tGET"_s));
    QVERIFY(!copied.contains(u"open-sesame-78"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.wizard()->findChild<gui::FieldsDialog *>() == nullptr);
    QVERIFY(fixture.isOn(ImportWizard::ReviewPageId));
}

void TestWizard::opensTheNumberInTheFleet()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    QSignalSpy opened(fixture.wizard(), &ImportWizard::openInFleetRequested);
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QVERIFY(fixture.press("openInFleetButton"));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.front().front().value<PhoneNumber>().e164(), number);
    QTRY_VERIFY(fixture.wizard() == nullptr);
}

void TestWizard::copiesTheResultWithoutSecrets()
{
    WizardFixture fixture;
    const auto token = fixture.simulator().mainAccount().authToken;
    const auto key = fixture.simulator().nixflexKey().section(u':', 1);
    fixture.failImport(500, u"internal_error"_s);
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QVERIFY(fixture.press("copyResultButton"));
    const auto text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(fixture.simulator().mainAccount().sid), qPrintable(text));
    QVERIFY(!text.contains(token));
    QVERIFY(!text.contains(key));
}

void TestWizard::refusesANumberThatIsThereAlready()
{
    WizardFixture fixture;
    const auto rows = fixture.simulator().nixflexNumbers();
    QString imported;
    const auto mainSid = fixture.simulator().mainAccount().sid;
    for (const auto &row : rows) {
        if (row.twilioSid == mainSid) {
            imported = row.phoneNumber;
        }
    }
    QVERIFY2(!imported.isEmpty(), "the seeded fleet has no imported number in the main account");
    QVERIFY(fixture.goToNumbers());
    fixture.type("numberFilterEdit", imported);
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
    QTRY_VERIFY(fixture.find<QTableView>("agentView")->model()->rowCount() > 0);
    fixture.find<QTableView>("agentView")->selectRow(0);
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY2(fixture.message().contains(u"already connected"_s), qPrintable(fixture.message()));
    QVERIFY(!fixture.message().contains(u"Remove it"_s)); // that would leave it without anybody who answers
    QVERIFY(!fixture.find("importButton")->isEnabled());
    QSignalSpy moved(fixture.wizard(), &ImportWizard::moveRequested);
    QVERIFY(fixture.find("moveButton")->isVisible());
    QVERIFY(fixture.press("mendButton"));
    QVERIFY(fixture.isOn(ImportWizard::NumberPageId));
    QVERIFY(fixture.hint("numberHint").contains(u"already connected"_s));
    QCOMPARE(fixture.find<QLineEdit>("numberFilterEdit")->text(), imported);
    QCOMPARE(moved.size(), 0);
}

void TestWizard::offersToMoveANumberThatIsConnected()
{
    WizardFixture fixture;
    // As the window does at its start.
    QVERIFY(runTask(fixture.workspace().fleetSync()->run([](int) {}, {})));
    const auto rows = fixture.simulator().nixflexNumbers();
    const auto mainSid = fixture.simulator().mainAccount().sid;
    const auto row = std::find_if(rows.cbegin(), rows.cend(),
                                  [&mainSid](const auto &at) { return at.twilioSid == mainSid; });
    QVERIFY(row != rows.cend());
    QVERIFY(fixture.goToNumbers());
    fixture.type("numberFilterEdit", row->phoneNumber);
    QTRY_VERIFY(fixture.find("moveButton")->isVisible());
    QVERIFY2(fixture.hint("numberHint").contains(u"already connected to “"_s),
             qPrintable(fixture.hint("numberHint")));
    QVERIFY(!fixture.hint("numberHint").contains(row->agentId));
    // Next goes no further than here.
    QVERIFY(fixture.press("nextButton"));
    QTRY_VERIFY(fixture.find("moveButton")->hasFocus());
    QVERIFY(fixture.isOn(ImportWizard::NumberPageId));
    QSignalSpy moved(fixture.wizard(), &ImportWizard::moveRequested);
    QTest::keyClick(fixture.wizard()->focusWidget(), Qt::Key_Return);
    QCOMPARE(moved.size(), 1);
    const auto number = moved.front().at(0).value<store::NumberRecord>();
    QCOMPARE(number.phoneNumber.e164(), row->phoneNumber);
    QCOMPARE(number.agentId.toString(), row->agentId);
    QCOMPARE(number.accountSid.toString(), mainSid);
    QTRY_VERIFY(fixture.wizard() == nullptr);
}

void TestWizard::importsANumberThatWasRemovedSince()
{
    WizardFixture fixture;
    QVERIFY(runTask(fixture.workspace().fleetSync()->run([](int) {}, {})));
    const auto rows = fixture.simulator().nixflexNumbers();
    const auto mainSid = fixture.simulator().mainAccount().sid;
    const auto row = std::find_if(rows.cbegin(), rows.cend(),
                                  [&mainSid](const auto &at) { return at.twilioSid == mainSid; });
    QVERIFY(row != rows.cend());
    QVERIFY(runTask(fixture.workspace().nixflex()->deleteNumber(*PhoneNumber::fromE164(row->phoneNumber),
                                                                "removed", {})));
    QVERIFY(fixture.goToNumbers());
    fixture.type("numberFilterEdit", row->phoneNumber);
    QTRY_VERIFY(fixture.find("moveButton")->isVisible());
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
}

void TestWizard::showsAnAccountsNameAsPlainText()
{
    WizardFixture fixture;
    const auto name = u"<b>Branch</b>"_s;
    QVERIFY(fixture.simulator().changeAccount(
        fixture.simulator().mainAccount().sid,
        [name](simulator::TwilioAccount &account) { account.friendlyName = name; }));
    QVERIFY(fixture.goToNumbers());
    int found = 0;
    const auto labels = fixture.wizard()->findChildren<QLabel *>();
    for (const auto *label : labels) {
        if (label->text().contains(name)) {
            ++found;
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        }
    }
    QVERIFY(found > 0);
}

void TestWizard::saysSoWhenTheNumberChangedSinceTheReview()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    QVERIFY(fixture.goToReview());
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.simulator().changeNumber(number, [](simulator::TwilioNumber &changed) {
        changed.voiceUrl = u"https://new.example.com/voice"_s;
    }));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.posts(), 0);
    QVERIFY2(fixture.message().contains(u"changed since you reviewed"_s), qPrintable(fixture.message()));
    QVERIFY(fixture.press("fixButton"));
    QVERIFY(fixture.isOn(ImportWizard::ReviewPageId));
    QTRY_VERIFY(fixture.find("routingTable")->isVisible());
    QVERIFY(fixture.find<QTableWidget>("routingTable")->item(0, 1)->text().contains(u"new.example.com"_s));
    // What was confirmed before was something else.
    QVERIFY(!fixture.find<QAbstractButton>("confirmCheckBox")->isChecked());
}

void TestWizard::isReadableOnEveryPage()
{
    WizardFixture fixture;
    const auto findings = [&fixture] {
        auto *page = fixture.wizard()->currentPage();
        return accessibilityFindings(page) + tabOrderFindings(page) + overflowFindings(fixture.wizard());
    };
    QCOMPARE(findings().join(u'\n'), QString());
    QVERIFY(fixture.goToNumbers());
    QCOMPARE(findings().join(u'\n'), QString());
    fixture.type("numberFilterEdit", fixture.simulator().freeNumber());
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::AgentPageId));
    QTRY_VERIFY(fixture.find<QTableView>("agentView")->model()->rowCount() > 0);
    fixture.find<QTableView>("agentView")->selectRow(0);
    QCOMPARE(findings().join(u'\n'), QString());
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(fixture.find("confirmCheckBox")->isVisible());
    QCOMPARE(findings().join(u'\n'), QString());
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(findings().join(u'\n'), QString());
}

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"

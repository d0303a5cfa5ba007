#include "gui/common/fieldhint.h"
#include "gui/wizard/steplist.h"
#include "gui/wizardfixture.h"
#include "support/runtask.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;

/// Every documented refusal, from the wire to the page and field where it is mended.
class TestWizardErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToThePlaceWhereItIsMended_data();
    void leadsToThePlaceWhereItIsMended();
    void sendsTheUserToTheKeySettings_data();
    void sendsTheUserToTheKeySettings();
    void staysAndOffersAnotherTry_data();
    void staysAndOffersAnotherTry();
    void settlesALostAnswerThatWasExecuted();
    void settlesALostAnswerThatWasNotExecuted();
    void saysThatItDoesNotKnowAndAsksAgain();
    void cancelsBeforeTheRequestLeaves();
    void showsWhatTheReviewCouldNotRead();
};

void TestWizardErrors::leadsToThePlaceWhereItIsMended_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("field"); // the hint that shows it
    const auto row = [](int status, const char *code, ImportWizard::Page page, const char *hint) {
        QTest::newRow(code) << status << QString::fromLatin1(code) << static_cast<int>(page)
                            << QString::fromLatin1(hint);
    };
    row(400, "invalid_phone_format", ImportWizard::NumberPageId, "numberHint");
    row(404, "number_not_in_twilio", ImportWizard::NumberPageId, "numberHint");
    row(409, "number_already_imported", ImportWizard::NumberPageId, "numberHint");
    row(400, "invalid_twilio_sid", ImportWizard::AccountPageId, "sidHint");
    row(401, "twilio_invalid_credentials", ImportWizard::AccountPageId, "tokenHint");
    row(401, "twilio_auth_failed", ImportWizard::AccountPageId, "tokenHint");
    row(404, "agent_not_found", ImportWizard::AgentPageId, "agentHint");
    row(403, "agent_not_owned", ImportWizard::AgentPageId, "agentHint");
    row(400, "custom_prompt_too_long", ImportWizard::AgentPageId, "profileHint");
}

void TestWizardErrors::leadsToThePlaceWhereItIsMended()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(int, page);
    QFETCH(QString, field);
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    const auto number = fixture.simulator().freeNumber();
    QVERIFY(fixture.goToReview());
    fixture.failImport(status, code);
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Not imported"_s);
    QVERIFY2(fixture.message().contains(u"Nothing was changed"_s), qPrintable(fixture.message()));
    QVERIFY(fixture.find<gui::StepList>("wizardSteps")->state(ImportWizard::ImportPageId) ==
            gui::StepList::State::Failed);
    QVERIFY(fixture.find("copyDetailsButton")->isVisible());
    QVERIFY(fixture.press("fixButton"));
    QCOMPARE(fixture.wizard()->currentId(), page);
    const auto words = fixture.hint(field.toLatin1().constData());
    QVERIFY(!words.isEmpty());
    if (page == ImportWizard::AccountPageId) {
        QCOMPARE(fixture.message(), QString()); // The field says it.
    } else {
        QVERIFY2(fixture.message().contains(words), qPrintable(fixture.message() + u" / "_s + words));
    }
    QCOMPARE(fixture.posts(), 1);
    QVERIFY(!fixture.simulator().nixflexNumber(number));

    // Nothing typed is lost, and the way forward works.
    while (!fixture.isOn(ImportWizard::AccountPageId)) {
        QVERIFY(fixture.press("backButton"));
    }
    QCOMPARE(fixture.find<QLineEdit>("accountSidEdit")->text(), main.sid);
    QCOMPARE(fixture.find<QLineEdit>("authTokenEdit")->text(), main.authToken);
}

void TestWizardErrors::sendsTheUserToTheKeySettings_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("invalid_api_key") << u"invalid_api_key"_s;
    QTest::newRow("key_secret_required") << u"key_secret_required"_s;
}

void TestWizardErrors::sendsTheUserToTheKeySettings()
{
    QFETCH(QString, code);
    WizardFixture fixture;
    QSignalSpy asked(fixture.wizard(), &ImportWizard::keySettingsRequested);
    fixture.failImport(401, code);
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QVERIFY2(fixture.find<QLabel>("nextLabel")->text().contains(u"Nixflex key"_s),
             qPrintable(fixture.find<QLabel>("nextLabel")->text()));
    QVERIFY(fixture.press("fixButton"));
    QCOMPARE(asked.size(), 1);
    // With a working key, the same again.
    QVERIFY(fixture.press("tryAgainButton"));
    QVERIFY(fixture.isOn(ImportWizard::ReviewPageId));
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Imported"_s);
}

void TestWizardErrors::staysAndOffersAnotherTry_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("no credit") << 402 << u"insufficient_balance"_s;
    QTest::newRow("validation") << 422 << u"validation_failed"_s;
    QTest::newRow("missing field") << 400 << u"missing_field"_s;
    QTest::newRow("Twilio failed at Nixflex") << 502 << u"provider_error"_s;
    QTest::newRow("server error") << 500 << u"server_error"_s;
    QTest::newRow("an unknown code") << 418 << u"teapot"_s;
}

void TestWizardErrors::staysAndOffersAnotherTry()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    WizardFixture fixture;
    fixture.failImport(status, code);
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Not imported"_s);
    QVERIFY(!fixture.find<QLabel>("nextLabel")->text().isEmpty());
    QCOMPARE(fixture.posts(), 1);
    QVERIFY(fixture.press("fixButton"));
    QVERIFY(fixture.isOn(ImportWizard::ReviewPageId));
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Imported"_s);
    QCOMPARE(fixture.posts(), 2);
}

void TestWizardErrors::settlesALostAnswerThatWasExecuted()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    fixture.loseImportAnswer(simulator::Drop::AfterExecuting);
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Imported"_s);
    QVERIFY(fixture.simulator().nixflexNumber(number));
    QCOMPARE(fixture.posts(), 1);
}

void TestWizardErrors::settlesALostAnswerThatWasNotExecuted()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    fixture.loseImportAnswer(simulator::Drop::BeforeExecuting);
    QVERIFY(fixture.startImport());
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Not imported"_s);
    QVERIFY(!fixture.simulator().nixflexNumber(number));
    QCOMPARE(fixture.posts(), 1);
}

void TestWizardErrors::saysThatItDoesNotKnowAndAsksAgain()
{
    WizardFixture fixture;
    const auto number = fixture.simulator().freeNumber();
    QVERIFY(fixture.goToReview());
    fixture.loseImportAnswer(simulator::Drop::AfterExecuting);
    fixture.refuseNumberList();
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Not known yet"_s);
    QVERIFY2(fixture.message().contains(u"not known whether"_s), qPrintable(fixture.message()));
    const auto *steps = fixture.find<gui::StepList>("wizardSteps");
    QVERIFY(steps->state(ImportWizard::ImportPageId) == gui::StepList::State::Unclear);

    fixture.simulator().clearFaults();
    QVERIFY(fixture.press("fixButton"));
    QVERIFY(steps->state(ImportWizard::ImportPageId) == gui::StepList::State::Running);
    QVERIFY(fixture.waitForOutcome());
    QTRY_COMPARE(fixture.wizard()->currentPage()->title(), u"Imported"_s);
    QVERIFY(steps->state(ImportWizard::ImportPageId) == gui::StepList::State::Done);
    QVERIFY(fixture.simulator().nixflexNumber(number));
    QCOMPARE(fixture.posts(), 1);
}

void TestWizardErrors::cancelsBeforeTheRequestLeaves()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToReview());
    simulator::Fault slow;
    slow.path = u"/IncomingPhoneNumbers/PN"_s;
    slow.delayAnswer = std::chrono::milliseconds(500);
    fixture.simulator().armFault(slow);
    QVERIFY(fixture.press("confirmCheckBox"));
    QVERIFY(fixture.press("importButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ImportPageId));
    QVERIFY(fixture.press("cancelButton"));
    QVERIFY(fixture.waitForOutcome());
    QCOMPARE(fixture.wizard()->currentPage()->title(), u"Cancelled"_s);
    QCOMPARE(fixture.posts(), 0);
    QVERIFY(fixture.press("fixButton"));
    QVERIFY(fixture.isOn(ImportWizard::ReviewPageId));
}

void TestWizardErrors::showsWhatTheReviewCouldNotRead()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToAgents());
    QTRY_VERIFY(fixture.find<QTableView>("agentView")->model()->rowCount() > 0);
    fixture.find<QTableView>("agentView")->selectRow(0);
    simulator::Fault html;
    html.path = u"/v1/phone-numbers"_s;
    html.html = true;
    html.status = 200;
    html.times = 0;
    fixture.simulator().armFault(html);
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(!fixture.message().isEmpty());
    QVERIFY(!fixture.find("importButton")->isEnabled());
    fixture.simulator().clearFaults();
    QVERIFY(fixture.press("planAgainButton"));
    QTRY_VERIFY(fixture.find("routingTable")->isVisible());
    QVERIFY(fixture.message().isEmpty());
}

QTEST_MAIN(TestWizardErrors)
#include "tst_wizarderrors.moc"

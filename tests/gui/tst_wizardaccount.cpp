#include "gui/common/fieldhint.h"
#include "gui/wizardfixture.h"
#include "support/runtask.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;

/// Page 1: what is recognised before any call, what Twilio says, what is remembered.
class TestWizardAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisesAnApiKeyBeforeAnyCall();
    void correctsAnUpperCaseSid();
    void acceptsATokenPastedWithBlanks();
    void staysWithTheWrongToken();
    void staysWithASuspendedAccount();
    void asksTwilioOnceForADoubleClickOnNext();
    void dropsTheAnswerOfACancelledCheck();
    void dropsTheAnswerWhenTheInputChanges();
    void warnsOfATrialAccountBeforeGoingOn();
    void usesTheSubaccountsOwnPair();
    void refusesASuspendedSubaccount();
    void remembersOnlyWhenAsked_data();
    void remembersOnlyWhenAsked();
    void offersTheSessionWhenTheKeychainIsMissing();
    void asksForATokenThatCannotBeRead();
    void usesASavedAccountWithoutTyping();
    void forgetsASavedAccount();
    void showsTheTokenOnlyWhenAsked();
    void pointsToTheNetworkSettingsWhenTwilioIsNotReachable();
};

namespace {

void slowDownTwilio(WizardFixture &fixture, int milliseconds)
{
    simulator::Fault slow;
    slow.method = u"GET"_s;
    slow.path = u"/2010-04-01/"_s;
    slow.delayAnswer = std::chrono::milliseconds(milliseconds);
    slow.times = 0;
    fixture.simulator().armFault(slow);
}

bool isBusy(const WizardFixture &fixture)
{
    return fixture.find("busyBar")->isVisible();
}

} // namespace

void TestWizardAccount::recognisesAnApiKeyBeforeAnyCall()
{
    WizardFixture fixture;
    fixture.type("accountSidEdit", u"SK"_s + QString(32, u'a'));
    fixture.type("authTokenEdit", fixture.simulator().mainAccount().authToken);
    QVERIFY2(fixture.hint("sidHint").contains(u"API key"_s), qPrintable(fixture.hint("sidHint")));
    QVERIFY(!fixture.find("nextButton")->isEnabled());
    QCOMPARE(fixture.simulator().requests().size(), 0);
}

void TestWizardAccount::correctsAnUpperCaseSid()
{
    WizardFixture fixture;
    const auto sid = fixture.simulator().mainAccount().sid;
    fixture.type("accountSidEdit", sid.toUpper());
    fixture.type("authTokenEdit", fixture.simulator().mainAccount().authToken);
    QCOMPARE(fixture.find<QLineEdit>("accountSidEdit")->text(), sid);
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

void TestWizardAccount::acceptsATokenPastedWithBlanks()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    fixture.type("accountSidEdit", main.sid);
    fixture.type("authTokenEdit", u" "_s + main.authToken + u"  "_s);
    QCOMPARE(fixture.find<QLineEdit>("authTokenEdit")->text(), main.authToken);
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

void TestWizardAccount::staysWithTheWrongToken()
{
    WizardFixture fixture;
    const auto wrong = QString(32, u'0');
    const auto name = fixture.find<QLineEdit>("authTokenEdit")->accessibleName();
    QVERIFY(fixture.enterAccount(fixture.simulator().mainAccount().sid, wrong));
    QTRY_VERIFY2(fixture.hint("tokenHint").contains(u"refused"_s), qPrintable(fixture.hint("tokenHint")));
    QVERIFY(fixture.isOn(ImportWizard::AccountPageId));
    QCOMPARE(fixture.message(), QString()); // once is enough
    QCOMPARE(fixture.wizard()->focusWidget()->objectName(), u"authTokenEdit"_s);
    QCOMPARE(fixture.find<QLineEdit>("authTokenEdit")->text(), wrong);
    // What is wrong describes the field; its name stays.
    QCOMPARE(fixture.find<QLineEdit>("authTokenEdit")->accessibleName(), name);
    QVERIFY(fixture.find<QLineEdit>("authTokenEdit")->accessibleDescription().contains(u"refused"_s));
    const auto accounts = runTask(fixture.workspace().ledger().accounts());
    QVERIFY(accounts && accounts->isEmpty());

    // Mended, it goes on.
    fixture.type("authTokenEdit", fixture.simulator().mainAccount().authToken);
    QVERIFY(fixture.message().isEmpty());
    QVERIFY(fixture.press("nextButton"));
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
    QVERIFY2(fixture.hint("subaccountHint").contains(u"choose where the number is"_s),
             qPrintable(fixture.hint("subaccountHint")));
}

void TestWizardAccount::staysWithASuspendedAccount()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    QVERIFY(fixture.simulator().changeAccount(
        main.sid, [](simulator::TwilioAccount &account) { account.status = u"suspended"_s; }));
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY2(fixture.hint("tokenHint").contains(u"suspended"_s), qPrintable(fixture.hint("tokenHint")));
    QVERIFY(fixture.isOn(ImportWizard::AccountPageId));
    QCOMPARE(fixture.message(), QString());
}

void TestWizardAccount::asksTwilioOnceForADoubleClickOnNext()
{
    WizardFixture fixture;
    slowDownTwilio(fixture, 100);
    const auto main = fixture.simulator().mainAccount();
    fixture.type("accountSidEdit", main.sid);
    fixture.type("authTokenEdit", main.authToken);
    auto *next = fixture.find("nextButton");
    QTest::mouseClick(next, Qt::LeftButton);
    QVERIFY(!next->isEnabled());
    QTest::mouseDClick(next, Qt::LeftButton);
    QTest::mouseRelease(next, Qt::LeftButton);
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
    QCOMPARE(fixture.simulator().countRequests(u"GET"_s, u"/Accounts/AC[0-9a-f]+\\.json"_s), 1);
}

void TestWizardAccount::dropsTheAnswerOfACancelledCheck()
{
    WizardFixture fixture;
    slowDownTwilio(fixture, 400);
    const auto main = fixture.simulator().mainAccount();
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY(isBusy(fixture));
    QVERIFY(fixture.press("cancelButton"));
    QVERIFY(!isBusy(fixture));
    QVERIFY(fixture.find("nextButton")->isEnabled());
    QVERIFY(fixture.isOn(ImportWizard::AccountPageId));
    QCOMPARE(fixture.find<QLineEdit>("authTokenEdit")->text(), main.authToken);

    // A new check is answered by its own answer.
    fixture.simulator().clearFaults();
    QVERIFY(fixture.press("nextButton"));
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
}

void TestWizardAccount::dropsTheAnswerWhenTheInputChanges()
{
    WizardFixture fixture({.hasSavedAccount = true});
    QTRY_VERIFY(fixture.find("nextButton")->isEnabled());
    slowDownTwilio(fixture, 300);
    QVERIFY(fixture.press("nextButton"));
    QTRY_VERIFY(isBusy(fixture));
    // While checking, nothing can be changed but by cancelling.
    QVERIFY(!fixture.find("accountCombo")->isEnabled());
    QVERIFY(fixture.press("cancelButton"));
    auto *combo = fixture.find<QComboBox>("accountCombo");
    combo->setCurrentIndex(combo->count() - 1);
    QVERIFY(fixture.find("accountSidEdit")->isVisible());
    QVERIFY(!fixture.find("nextButton")->isEnabled());
    QVERIFY(!fixture.find("subaccountCombo")->isVisible());
}

void TestWizardAccount::warnsOfATrialAccountBeforeGoingOn()
{
    WizardFixture fixture;
    const auto trial = fixture.simulator().trialAccount();
    QVERIFY(fixture.enterAccount(trial.sid, trial.authToken));
    QTRY_VERIFY2(fixture.message().contains(u"trial account"_s), qPrintable(fixture.message()));
    QVERIFY(fixture.isOn(ImportWizard::AccountPageId));
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));
}

void TestWizardAccount::usesTheSubaccountsOwnPair()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    const auto sub = fixture.simulator().subaccounts().first();
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
    auto *combo = fixture.find<QComboBox>("subaccountCombo");
    combo->setCurrentIndex(combo->findData(sub.sid));
    fixture.simulator().resetRequests();
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));
    QTRY_VERIFY(fixture.find<QTableView>("numberView")->model()->rowCount() > 0);
    QVERIFY(fixture.simulator().countRequests(u"GET"_s, u"/Accounts/%1/IncomingPhoneNumbers"_s.arg(sub.sid)) >
            0);
    const auto token = runTask(fixture.workspace().tokenOf(*AccountSid::parse(sub.sid)));
    QVERIFY(token && *token);
    QVERIFY(**token == SecretString::fromText(sub.authToken));
}

void TestWizardAccount::refusesASuspendedSubaccount()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
    auto *combo = fixture.find<QComboBox>("subaccountCombo");
    combo->setCurrentIndex(combo->findData(fixture.simulator().subaccounts().last().sid));
    QVERIFY(combo->currentText().contains(u"suspended"_s));
    QVERIFY(!fixture.find("nextButton")->isEnabled());
    combo->setCurrentIndex(0);
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

void TestWizardAccount::remembersOnlyWhenAsked_data()
{
    QTest::addColumn<bool>("isRemembered");
    QTest::newRow("remembered") << true;
    QTest::newRow("for this session") << false;
}

void TestWizardAccount::remembersOnlyWhenAsked()
{
    QFETCH(bool, isRemembered);
    WizardFixture fixture;
    auto *check = fixture.find<QAbstractButton>("rememberCheckBox");
    if (check->isChecked() != isRemembered) {
        fixture.click("rememberCheckBox");
    }
    QCOMPARE(fixture.find("labelEdit")->isVisible(), isRemembered);
    if (isRemembered) {
        fixture.type("labelEdit", u"Head office"_s);
        fixture.type("customerEdit", u"Northwind"_s);
    }
    QVERIFY(fixture.goToNumbers());
    const auto main = fixture.simulator().mainAccount();
    const auto accounts = runTask(fixture.workspace().ledger().accounts());
    QVERIFY(accounts && accounts->size() == 1);
    QCOMPARE(accounts->first().sid.toString(), main.sid);
    QCOMPARE(accounts->first().isTokenRemembered, isRemembered);
    QCOMPARE(accounts->first().label, isRemembered ? u"Head office"_s : QString());
    QCOMPARE(accounts->first().customer, isRemembered ? u"Northwind"_s : QString());
    const secrets::SecretKey key{secrets::SecretKey::Kind::TwilioToken, main.sid};
    const auto stored = runTask(fixture.keychain().read(key));
    QVERIFY(stored);
    QCOMPARE(*stored != nullptr, isRemembered);
}

void TestWizardAccount::offersTheSessionWhenTheKeychainIsMissing()
{
    WizardFixture fixture;
    fixture.keychain().setState(secrets::SecretStore::State::WaitingForUnlock);
    auto *check = fixture.find<QAbstractButton>("rememberCheckBox");
    if (!check->isChecked()) {
        fixture.click("rememberCheckBox");
    }
    QVERIFY(fixture.find<QLabel>("keychainLabel")->isVisible());
    const auto main = fixture.simulator().mainAccount();
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY2(fixture.message().contains(u"could not be remembered"_s), qPrintable(fixture.message()));
    QTRY_VERIFY(fixture.find("unlockKeychainButton")->isVisible());
    QVERIFY(fixture.press("sessionOnlyButton"));
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));
}

void TestWizardAccount::asksForATokenThatCannotBeRead()
{
    WizardFixture fixture({.hasSavedAccount = true});
    QTRY_VERIFY(fixture.find("nextButton")->isEnabled());
    // Another start of the program: nothing is kept for the session.
    store::AccountRecord other;
    other.sid = *AccountSid::parse(fixture.simulator().trialAccount().sid);
    other.friendlyName = u"Elsewhere"_s;
    QVERIFY(runTask(fixture.workspace().ledger().saveAccount(other)));
    auto *combo = fixture.find<QComboBox>("accountCombo");
    QTRY_VERIFY(combo->findData(other.sid.toString()) >= 0);
    combo->setCurrentIndex(combo->findData(other.sid.toString()));
    QTRY_VERIFY(fixture.find("authTokenEdit")->isVisible());
    QVERIFY(!fixture.find("nextButton")->isEnabled());
    QVERIFY(!fixture.find("accountSidEdit")->isVisible());

    combo->setCurrentIndex(combo->findData(fixture.simulator().mainAccount().sid));
    fixture.keychain().setState(secrets::SecretStore::State::WaitingForUnlock);
    combo->setCurrentIndex(combo->findData(other.sid.toString()));
    QTRY_VERIFY2(fixture.message().contains(u"could not be read"_s), qPrintable(fixture.message()));
    fixture.type("authTokenEdit", fixture.simulator().trialAccount().authToken);
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

void TestWizardAccount::usesASavedAccountWithoutTyping()
{
    WizardFixture fixture({.hasSavedAccount = true});
    QTRY_VERIFY(fixture.find("nextButton")->isEnabled());
    QVERIFY(fixture.find<QComboBox>("accountCombo")->currentText().contains(u"Our main account"_s));
    QVERIFY(!fixture.find("authTokenEdit")->isVisible());
    QVERIFY(fixture.press("nextButton"));
    QTRY_VERIFY(fixture.find("subaccountCombo")->isVisible());
    QVERIFY(fixture.press("nextButton"));
    QVERIFY(fixture.waitForPage(ImportWizard::NumberPageId));
}

void TestWizardAccount::forgetsASavedAccount()
{
    WizardFixture fixture({.hasSavedAccount = true});
    QTRY_VERIFY(fixture.find("forgetButton")->isVisible());
    QVERIFY(fixture.press("forgetButton"));
    auto *box = fixture.wizard()->findChild<QMessageBox *>(u"forgetAccountBox"_s);
    QVERIFY(box != nullptr);
    QTest::mouseClick(box->findChild<QAbstractButton *>(u"confirmButton"_s), Qt::LeftButton);
    QTRY_VERIFY(fixture.find("accountSidEdit")->isVisible());
    const auto accounts = runTask(fixture.workspace().ledger().accounts());
    QVERIFY(accounts && accounts->isEmpty());
}

void TestWizardAccount::showsTheTokenOnlyWhenAsked()
{
    WizardFixture fixture;
    auto *edit = fixture.find<QLineEdit>("authTokenEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    auto *action = edit->findChild<QAction *>(u"showTokenAction"_s);
    QVERIFY(action != nullptr);
    action->trigger();
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    action->trigger();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
}

void TestWizardAccount::pointsToTheNetworkSettingsWhenTwilioIsNotReachable()
{
    WizardFixture fixture;
    const auto main = fixture.simulator().mainAccount();
    fixture.simulator().stop();
    QSignalSpy asked(fixture.wizard(), &ImportWizard::networkSettingsRequested);
    QVERIFY(fixture.enterAccount(main.sid, main.authToken));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.message().isEmpty(), 20'000);
    QVERIFY(fixture.press("networkSettingsButton"));
    QCOMPARE(asked.size(), 1);
    QVERIFY(fixture.find("nextButton")->isEnabled());
}

QTEST_MAIN(TestWizardAccount)
#include "tst_wizardaccount.moc"

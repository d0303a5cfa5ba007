#include "gui/fleet/fleetcontroller.h"
#include "gui/settings/preferencesdialog.h"
#include "gui/settings/tokendialog.h"
#include "gui/windowfixture.h"
#include "gui/windowwizard.h"
#include "support/runtask.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using namespace numbers::test;
using Outcome = store::OperationRecord::Outcome;

Q_DECLARE_METATYPE(numbers::simulator::Fault)

/// The program ends while an import's answer is awaited. The next start finds out what became of it without
/// the user doing anything, says so, and never asks Nixflex twice to import.
class TestWindowSettling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesAtTheNextStart_data();
    void settlesAtTheNextStart();
    void saysThatItDoesNotKnowAndTriesAgain_data();
    void saysThatItDoesNotKnowAndTriesAgain();
    void settlesWhatTheWizardLeftUnknown();
    void settlesWhenANewTokenComes_data();
    void settlesWhenANewTokenComes();
    void saysNothingWhenNothingWasLeft();
};

namespace {

WindowFixture::Options quickOptions()
{
    WindowFixture::Options options;
    options.settle = {300ms, 50ms, 400ms, 50ms};
    return options;
}

/// Ends window and workspace while the import is on its way, as a crash would.
bool dieWhileImporting(WindowFixture &fixture, bool isExecuted)
{
    fixture.open();
    auto wizard = reviewIn(fixture);
    if (wizard.wizard() == nullptr) {
        return false;
    }
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.path = u"/v1/phone-numbers"_s;
    slow.drop = isExecuted ? simulator::Drop::AfterExecuting : simulator::Drop::BeforeExecuting;
    (isExecuted ? slow.delayAnswer : slow.delay) = 30s;
    fixture.simulator().armFault(slow);
    const auto hasArrived = [&wizard, isExecuted] {
        const auto requests = wizard.simulator().requests();
        return std::any_of(requests.begin(), requests.end(), [isExecuted](const auto &request) {
            return request.method == "POST"_L1 && (request.isExecuted || !isExecuted);
        });
    };
    if (!wizard.press("confirmCheckBox") || !wizard.press("importButton") ||
        !WizardDriver::waitFor(hasArrived)) {
        return false;
    }
    fixture.close();
    fixture.simulator().clearFaults();
    return true;
}

int posts(const WindowFixture &fixture)
{
    return const_cast<WindowFixture &>(fixture).simulator().countRequests(u"POST"_s, u"/v1/phone-numbers"_s);
}

bool isInFleet(const WindowFixture &fixture, const QString &number)
{
    const auto *model = fixture.find<QTableView>("fleetView")->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (digitsOf(model->index(row, 0).data().toString()) == digitsOf(number)) {
            return true;
        }
    }
    return false;
}

Outcome recordedOutcome(WindowFixture &fixture, const QString &number)
{
    const auto operations =
        runTask(fixture.workspace().ledger().operationsOf(*PhoneNumber::fromE164(number)));
    return operations && operations->size() == 1 ? operations->first().outcome : Outcome::None;
}

QPushButton *againButton(const WindowFixture &fixture)
{
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    const auto buttons = bar->findChildren<QPushButton *>(u"settleAgainButton"_s);
    for (auto *button : buttons) {
        if (bar->hasMessage() && button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

/// Imports through the wizard, then undoes it until Twilio refuses the token in the middle.
bool leaveUndoHalfDone(WindowFixture &fixture)
{
    auto wizard = reviewIn(fixture);
    if (wizard.wizard() == nullptr || !wizard.press("confirmCheckBox") || !wizard.press("importButton") ||
        !wizard.waitForOutcome()) {
        return false;
    }
    wizard.wizard()->close();
    if (!WizardDriver::waitFor([&wizard] { return wizard.wizard() == nullptr; })) {
        return false;
    }
    const auto number = *PhoneNumber::fromE164(
        runTask(fixture.workspace().ledger().operations(1, 0))->first().phoneNumber.e164());
    const auto account = fixture.simulator().mainAccount();
    const twilio::Credentials credentials{
        *AccountSid::parse(account.sid),
        std::make_shared<const SecretString>(SecretString::fromText(account.authToken))};
    auto *importer = fixture.workspace().operations();
    const auto offer = runTask(importer->offerUndo(credentials, number, {}));
    simulator::Fault refused;
    refused.method = u"POST"_s;
    refused.path = u"/IncomingPhoneNumbers/PN"_s;
    refused.status = 401;
    fixture.simulator().armFault(refused);
    return offer && runTask(importer->undo(*offer, {})).kind == operations::OperationOutcome::Kind::Unknown;
}

} // namespace

void TestWindowSettling::settlesAtTheNextStart_data()
{
    QTest::addColumn<bool>("isExecuted");
    QTest::addColumn<QString>("words");
    QTest::newRow("executed") << true << u"Done, settled afterwards"_s;
    QTest::newRow("not executed") << false << u"Not carried out, nothing changed"_s;
}

void TestWindowSettling::settlesAtTheNextStart()
{
    QFETCH(bool, isExecuted);
    QFETCH(QString, words);
    WindowFixture fixture(quickOptions());
    const auto number = fixture.simulator().freeNumber();
    QVERIFY(dieWhileImporting(fixture, isExecuted));
    QCOMPARE(posts(fixture), 1);

    fixture.open();
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    QTRY_VERIFY(bar->hasMessage());
    QVERIFY2(bar->text().contains(u"is now known"_s), qPrintable(bar->text()));
    QVERIFY2(bar->text().contains(words), qPrintable(bar->text()));
    QVERIFY2(digitsOf(bar->text()).contains(digitsOf(number)), qPrintable(bar->text()));
    QVERIFY(againButton(fixture) == nullptr);
    QTRY_COMPARE(isInFleet(fixture, number), isExecuted);
    QVERIFY(recordedOutcome(fixture, number) == (isExecuted ? Outcome::Succeeded : Outcome::NotExecuted));
    QCOMPARE(posts(fixture), 1);
    QCOMPARE(fixture.simulator().nixflexNumber(number).has_value(), isExecuted);

    // Once is enough: the start after that has nothing to tell.
    fixture.close();
    fixture.open();
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    QVERIFY(!fixture.find<gui::MessageBar>("noticeBar")->hasMessage());
    QCOMPARE(posts(fixture), 1);
}

void TestWindowSettling::saysThatItDoesNotKnowAndTriesAgain_data()
{
    QTest::addColumn<simulator::Fault>("fault");
    QTest::addColumn<bool>("isExecuted");
    simulator::Fault fault;
    fault.method = u"GET"_s;
    fault.path = u"/v1/phone-numbers"_s;
    fault.times = 0;
    fault.status = 403;
    QTest::newRow("refused") << fault << true;
    fault.status = 0;
    fault.drop = simulator::Drop::BeforeExecuting;
    QTest::newRow("connection cut") << fault << false;
    fault.drop = simulator::Drop::No;
    fault.rawBody = "{\"phone_numbers\":\"none\"}";
    QTest::newRow("an answer without sense") << fault << true;
}

void TestWindowSettling::saysThatItDoesNotKnowAndTriesAgain()
{
    QFETCH(simulator::Fault, fault);
    QFETCH(bool, isExecuted);
    WindowFixture fixture(quickOptions());
    const auto number = fixture.simulator().freeNumber();
    QVERIFY(dieWhileImporting(fixture, isExecuted));
    fixture.simulator().armFault(fault);

    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(againButton(fixture) != nullptr, 15'000);
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    QVERIFY2(bar->text().contains(u"Not known yet"_s), qPrintable(bar->text()));
    QCOMPARE(bar->kind(), gui::MessageKind::Warning);
    QVERIFY(recordedOutcome(fixture, number) == Outcome::Unknown);

    // Asked while it still cannot be known: says so again, and still offers it.
    QTest::mouseClick(againButton(fixture), Qt::LeftButton);
    QVERIFY2(!bar->text().contains(u"Not known yet"_s), qPrintable(bar->text()));
    QTRY_VERIFY_WITH_TIMEOUT(bar->text().contains(u"Not known yet"_s), 15'000);
    QVERIFY(againButton(fixture) != nullptr);

    fixture.simulator().clearFaults();
    QTest::mouseClick(againButton(fixture), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bar->text().contains(u"is now known"_s), 15'000);
    QVERIFY(againButton(fixture) == nullptr);
    QVERIFY(recordedOutcome(fixture, number) == (isExecuted ? Outcome::Succeeded : Outcome::NotExecuted));
    QTRY_COMPARE(isInFleet(fixture, number), isExecuted);
    QCOMPARE(posts(fixture), 1);
}

void TestWindowSettling::settlesWhatTheWizardLeftUnknown()
{
    WindowFixture fixture(quickOptions());
    const auto number = fixture.simulator().freeNumber();
    fixture.open();
    auto wizard = reviewIn(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    wizard.loseImportAnswer(simulator::Drop::AfterExecuting);
    wizard.refuseNumberList();
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Not known yet"_s);
    fixture.close();
    fixture.simulator().clearFaults();

    fixture.open();
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    QTRY_VERIFY(bar->text().contains(u"Done, settled afterwards"_s));
    QTRY_VERIFY(isInFleet(fixture, number));
    QCOMPARE(posts(fixture), 1);
}

void TestWindowSettling::settlesWhenANewTokenComes_data()
{
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("the former one was refused") << true;
    QTest::newRow("it was not known at the start") << false;
}

void TestWindowSettling::settlesWhenANewTokenComes()
{
    QFETCH(bool, isKnown);
    WindowFixture fixture(quickOptions());
    const auto number = fixture.simulator().freeNumber();
    const auto before = fixture.simulator().number(number)->voiceUrl;
    const auto account = fixture.simulator().mainAccount();
    fixture.open();
    QVERIFY(leaveUndoHalfDone(fixture));
    QVERIFY(fixture.simulator().number(number)->voiceUrl != before);
    if (!isKnown) {
        fixture.workspace().useToken(*AccountSid::parse(account.sid), nullptr);
        const secrets::SecretKey key{secrets::SecretKey::Kind::TwilioToken, account.sid};
        QVERIFY(runTask(fixture.workspace().secretStore().remove(key)));
        fixture.close();
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(againButton(fixture) != nullptr, 15'000);
    }
    auto *bar = fixture.find<gui::MessageBar>("noticeBar");
    fixture.window().showPreferences(gui::PreferencesDialog::Page::Accounts);
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() != nullptr);
    auto *preferences = fixture.dialog<gui::PreferencesDialog>();
    auto *table = preferences->findChild<QTableWidget *>(u"accountTable"_s);
    QTRY_COMPARE(table->rowCount(), 1);
    const QSignalSpy saved(&fixture.workspace().ledger(), &store::Ledger::accountsChanged);
    const QSignalSpy settled(fixture.window().findChild<gui::FleetController *>(),
                             &gui::FleetController::settled);
    fixture.simulator().resetRequests();
    // Another label is no reason to ask anybody.
    table->item(0, 0)->setText(u"Ours"_s);
    QTRY_COMPARE(saved.count(), 1);
    QTRY_COMPARE(table->rowCount(), 1);
    table->selectRow(0);
    QTest::keyClick(preferences->findChild<QPushButton *>(u"replaceButton"_s), Qt::Key_Space);
    QTRY_VERIFY(fixture.dialog<gui::TokenDialog>() != nullptr);
    QVERIFY(runTask(fixture.workspace().ledger().accounts())->first().label == "Ours"_L1);
    QCOMPARE(fixture.simulator().requests().size(), 0);
    auto *dialog = fixture.dialog<gui::TokenDialog>();
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"tokenEdit"_s), account.authToken);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bar->text().contains(u"is now known"_s), 15'000);
    QVERIFY2(digitsOf(bar->text()).contains(digitsOf(number)), qPrintable(bar->text()));
    QVERIFY(againButton(fixture) == nullptr);
    QCOMPARE(fixture.simulator().number(number)->voiceUrl, before);
    QVERIFY(!fixture.simulator().nixflexNumber(number));
    QCOMPARE(settled.count(), 1);
    QCOMPARE(fixture.simulator().countRequests(u"POST"_s, u"/IncomingPhoneNumbers/PN"_s), 1);
    const auto open = runTask(fixture.workspace().ledger().unfinishedOperations(true));
    QVERIFY(open && open->isEmpty());
}

void TestWindowSettling::saysNothingWhenNothingWasLeft()
{
    WindowFixture fixture(quickOptions());
    fixture.open();
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    QVERIFY(!fixture.find<gui::MessageBar>("noticeBar")->hasMessage());
    QCOMPARE(posts(fixture), 0);
}

QTEST_MAIN(TestWindowSettling)
#include "tst_windowsettling.moc"

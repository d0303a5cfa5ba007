#include "gui/accessibilitylint.h"
#include "gui/common/messagebar.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/preferencesdialog.h"
#include "gui/settings/tokendialog.h"
#include "gui/windowfixture.h"
#include "simulator/simulator.h"
#include "support/runtask.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using Key = workspace::Settings::Key;
using Page = gui::PreferencesDialog::Page;

namespace {

template <typename Widget>
Widget *child(QWidget *parent, const char *name)
{
    return parent->findChild<Widget *>(QString::fromLatin1(name));
}

void rememberAccount(WindowFixture &fixture)
{
    const auto account = fixture.simulator().mainAccount();
    store::AccountRecord record;
    record.sid = *AccountSid::parse(account.sid);
    record.friendlyName = account.friendlyName;
    auto token = std::make_shared<const SecretString>(SecretString::fromText(account.authToken));
    const auto saved = runTask(fixture.workspace().saveAccount(record, token, true));
    QVERIFY(saved.has_value());
}

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesAndKeepsATheme();
    void savesTheProxyWithoutItsPassword();
    void refusesAFileWithoutCertificates();
    void testsTheConnectionWithoutAKey();
    void saysWhenTheConnectionTestFails();
    void testsWhatWasChosenWithoutSavingIt();
    void savesNothingWhenItIsClosed_data();
    void savesNothingWhenItIsClosed();
    void savesWhenAskedOnClosing();
    void closesWithoutAskingWhenNothingIsChanged();
    void forgetsTheKeyOnlyAfterAsking();
    void editsAccountsInPlace();
    void showsAccountsWithoutScrollingSideways();
    void forgetsAnAccountAfterAsking();
    void refusesATokenThatTwilioRefuses();
    void opensBeforeTheFirstSignIn();
    void hasANameForEveryInputOnEveryPage();
    void fitsItsTextOnEveryPage();
    void tellsVersionAndLicences();

private:
    static gui::PreferencesDialog *open(WindowFixture &fixture, Page page);
    static void chooseProxy(gui::PreferencesDialog *dialog);
};

gui::PreferencesDialog *TestPreferences::open(WindowFixture &fixture, Page page)
{
    fixture.window().showPreferences(page);
    return fixture.dialog<gui::PreferencesDialog>();
}

void TestPreferences::appliesAndKeepsATheme()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::General);
    auto *combo = child<QComboBox>(dialog, "themeCombo");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_End);
    QCOMPARE(fixture.workspace().settings().text(Key::Theme), u"high-contrast"_s);
    QCOMPARE(fixture.theme().choice(), gui::Theme::Choice::HighContrast);
    fixture.theme().apply(gui::Theme::Choice::Light);
}

void TestPreferences::savesTheProxyWithoutItsPassword()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    auto *modeCombo = child<QComboBox>(dialog, "modeCombo");
    QVERIFY(!child<QLineEdit>(dialog, "hostEdit")->isEnabled());
    modeCombo->setFocus();
    QTest::keyClick(modeCombo, Qt::Key_End);
    QVERIFY(child<QLineEdit>(dialog, "hostEdit")->isEnabled());
    QTest::keyClicks(child<QLineEdit>(dialog, "hostEdit"), u"proxy.example.com"_s);
    child<QSpinBox>(dialog, "portSpin")->setValue(8080);
    QTest::keyClicks(child<QLineEdit>(dialog, "userEdit"), u"staff"_s);
    QTest::keyClicks(child<QLineEdit>(dialog, "passwordEdit"), u"open-sesame-42"_s);
    QTest::mouseClick(child<QPushButton>(dialog, "saveButton"), Qt::LeftButton);
    QTRY_VERIFY(child<gui::MessageBar>(child<QWidget>(dialog, "networkPage"), "messageBar")->hasMessage());
    const auto &settings = fixture.workspace().settings();
    QCOMPARE(settings.text(Key::ProxyMode), u"manual"_s);
    QCOMPARE(settings.value(Key::ProxyPort).toInt(), 8080);
    QVERIFY(child<QLineEdit>(dialog, "passwordEdit")->text().isEmpty());
    QVERIFY(fixture.workspace().settings().flush().has_value());
    QFile file(fixture.workspace().profile().settingsFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto content = file.readAll();
    QVERIFY(content.contains("proxy.example.com"));
    QVERIFY(!content.contains("open-sesame-42"));
    const secrets::SecretKey name{secrets::SecretKey::Kind::ProxyPassword, u"staff@proxy.example.com:8080"_s};
    const auto stored = runTask(fixture.keychain().read(name));
    QVERIFY(stored && *stored && (*stored)->reveal() == "open-sesame-42");
}

void TestPreferences::refusesAFileWithoutCertificates()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    child<QLineEdit>(dialog, "caEdit")->setText(fixture.workspace().profile().settingsFile());
    QTest::mouseClick(child<QPushButton>(dialog, "saveButton"), Qt::LeftButton);
    QVERIFY(fixture.workspace().settings().text(Key::ExtraCaFile).isEmpty());
    QVERIFY(!child<QLineEdit>(dialog, "caEdit")->accessibleDescription().isEmpty());
}

void TestPreferences::testsTheConnectionWithoutAKey()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    QTest::mouseClick(child<QPushButton>(dialog, "testButton"), Qt::LeftButton);
    auto *bar = child<gui::MessageBar>(child<QWidget>(dialog, "networkPage"), "messageBar");
    QTRY_VERIFY(bar->hasMessage());
    QCOMPARE(bar->kind(), gui::MessageKind::Success);
    QVERIFY(bar->text().contains(u"Nixflex"_s) && bar->text().contains(u"Twilio"_s));
}

void TestPreferences::saysWhenTheConnectionTestFails()
{
    WindowFixture fixture;
    fixture.open();
    fixture.goOffline();
    auto *dialog = open(fixture, Page::Network);
    QTest::mouseClick(child<QPushButton>(dialog, "testButton"), Qt::LeftButton);
    auto *bar = child<gui::MessageBar>(child<QWidget>(dialog, "networkPage"), "messageBar");
    QTRY_VERIFY_WITH_TIMEOUT(bar->hasMessage(), 30'000);
    QCOMPARE(bar->kind(), gui::MessageKind::Error);
}

/// Another proxy, not saved.
void TestPreferences::chooseProxy(gui::PreferencesDialog *dialog)
{
    auto *modeCombo = child<QComboBox>(dialog, "modeCombo");
    modeCombo->setFocus();
    QTest::keyClick(modeCombo, Qt::Key_End);
    QTest::keyClicks(child<QLineEdit>(dialog, "hostEdit"), u"127.0.0.1"_s);
    child<QSpinBox>(dialog, "portSpin")->setValue(1);
}

void TestPreferences::testsWhatWasChosenWithoutSavingIt()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    chooseProxy(dialog);
    QTest::mouseClick(child<QPushButton>(dialog, "testButton"), Qt::LeftButton);
    auto *bar = child<gui::MessageBar>(child<QWidget>(dialog, "networkPage"), "messageBar");
    QTRY_VERIFY(bar->hasMessage());
    // The servers are simulated on this computer: that is said, so that nobody believes the proxy works.
    QVERIFY2(bar->text().contains(u"the proxy was not used"_s), qPrintable(bar->text()));
    QVERIFY2(bar->text().contains(u"not saved"_s), qPrintable(bar->text()));
    QCOMPARE(fixture.workspace().settings().text(Key::ProxyMode), u"system"_s);
    QVERIFY(fixture.workspace().settings().text(Key::ProxyHost).isEmpty());
    QVERIFY(child<QPushButton>(dialog, "saveButton")->isEnabled());
}

void TestPreferences::savesNothingWhenItIsClosed_data()
{
    QTest::addColumn<bool>("isEscape");
    QTest::newRow("Escape") << true;
    QTest::newRow("Close") << false;
}

void TestPreferences::savesNothingWhenItIsClosed()
{
    QFETCH(bool, isEscape);
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    chooseProxy(dialog);
    const auto close = [dialog, isEscape] {
        if (isEscape) {
            QTest::keyClick(dialog, Qt::Key_Escape);
        } else {
            QTest::mouseClick(child<QDialogButtonBox>(dialog, "buttonBox")->button(QDialogButtonBox::Close),
                              Qt::LeftButton);
        }
    };
    close();
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    // Escape and Enter go back to the settings; only the button discards them.
    QTest::keyClick(fixture.dialog<QMessageBox>(), Qt::Key_Return);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() == nullptr);
    QVERIFY(dialog->isVisible());
    QCOMPARE(child<QLineEdit>(dialog, "hostEdit")->text(), u"127.0.0.1"_s);
    close();
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QTest::mouseClick(child<QPushButton>(fixture.dialog<QMessageBox>(), "discardNetworkButton"),
                      Qt::LeftButton);
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() == nullptr);
    QCOMPARE(fixture.workspace().settings().text(Key::ProxyMode), u"system"_s);
    QVERIFY(fixture.workspace().settings().text(Key::ProxyHost).isEmpty());
}

void TestPreferences::savesWhenAskedOnClosing()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    chooseProxy(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QTest::mouseClick(child<QPushButton>(fixture.dialog<QMessageBox>(), "saveNetworkButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.window().findChild<gui::PreferencesDialog *>() == nullptr);
    QCOMPARE(fixture.workspace().settings().text(Key::ProxyHost), u"127.0.0.1"_s);

    // What cannot be saved stays there to be fixed.
    dialog = open(fixture, Page::Network);
    child<QLineEdit>(dialog, "hostEdit")->clear();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QTest::mouseClick(child<QPushButton>(fixture.dialog<QMessageBox>(), "saveNetworkButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() == nullptr);
    QVERIFY(dialog->isVisible());
    QVERIFY(child<gui::MessageBar>(child<QWidget>(dialog, "networkPage"), "messageBar")->hasMessage());
    QCOMPARE(fixture.workspace().settings().text(Key::ProxyHost), u"127.0.0.1"_s);
}

void TestPreferences::closesWithoutAskingWhenNothingIsChanged()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Network);
    QVERIFY(!child<QPushButton>(dialog, "saveButton")->isEnabled());
    chooseProxy(dialog);
    QVERIFY(child<QPushButton>(dialog, "saveButton")->isEnabled());
    // And back again, as it was.
    child<QLineEdit>(dialog, "hostEdit")->setFocus();
    child<QLineEdit>(dialog, "hostEdit")->selectAll();
    QTest::keyClick(child<QLineEdit>(dialog, "hostEdit"), Qt::Key_Delete);
    child<QSpinBox>(dialog, "portSpin")->setValue(3128);
    QTest::keyClick(child<QComboBox>(dialog, "modeCombo"), Qt::Key_Home);
    QVERIFY(!child<QPushButton>(dialog, "saveButton")->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() == nullptr);
}

void TestPreferences::forgetsTheKeyOnlyAfterAsking()
{
    WindowFixture fixture;
    fixture.open();
    auto *dialog = open(fixture, Page::Key);
    const auto keyId = fixture.workspace().keyId();
    QVERIFY(child<QLabel>(dialog, "currentLabel")->text().contains(keyId));
    auto *page = child<QWidget>(dialog, "keyPage");
    QTest::mouseClick(child<QPushButton>(page, "forgetButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QVERIFY(fixture.dialog<QMessageBox>()->text().contains(keyId));
    QVERIFY(fixture.dialog<QMessageBox>()->informativeText().contains(u"only once"_s));
    QTest::keyClick(fixture.dialog<QMessageBox>(), Qt::Key_Return);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() == nullptr);
    QCOMPARE(fixture.workspace().keyId(), keyId);

    QTest::mouseClick(child<QPushButton>(page, "forgetButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.dialog<QMessageBox>() != nullptr);
    QTest::mouseClick(child<QPushButton>(fixture.dialog<QMessageBox>(), "confirmButton"), Qt::LeftButton);
    QTRY_VERIFY(!fixture.workspace().hasKey());
    QTRY_VERIFY(fixture.find<QWidget>("firstRunPage")->isVisible());
}

void TestPreferences::editsAccountsInPlace()
{
    WindowFixture fixture;
    fixture.open();
    rememberAccount(fixture);
    auto *dialog = open(fixture, Page::Accounts);
    auto *table = child<QTableWidget>(dialog, "accountTable");
    QTRY_COMPARE(table->rowCount(), 1);
    table->item(0, 0)->setText(u"Head office"_s);
    table->item(0, 1)->setText(u"Acme"_s);
    const auto isSaved = [&fixture] {
        const auto accounts = runTask(fixture.workspace().ledger().accounts());
        return accounts && accounts->constFirst().label == "Head office"_L1 &&
               accounts->constFirst().customer == "Acme"_L1;
    };
    QTRY_VERIFY(isSaved());
}

void TestPreferences::showsAccountsWithoutScrollingSideways()
{
    WindowFixture fixture;
    fixture.open();
    rememberAccount(fixture);
    auto *dialog = open(fixture, Page::Accounts);
    auto *table = child<QTableWidget>(dialog, "accountTable");
    QTRY_COMPARE(table->rowCount(), 1);
    table->item(0, 0)->setText(u"A label that somebody made as long as a whole sentence, for reasons"_s);
    QTRY_VERIFY(table->isVisible());
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    // What does not fit is still there to be read.
    QTRY_COMPARE(table->item(0, 0)->toolTip(), table->item(0, 0)->text());
    QCOMPARE(table->item(0, 4)->toolTip(), fixture.simulator().mainAccount().sid);
}

void TestPreferences::forgetsAnAccountAfterAsking()
{
    WindowFixture fixture;
    fixture.open();
    rememberAccount(fixture);
    auto *dialog = open(fixture, Page::Accounts);
    auto *page = child<QWidget>(dialog, "accountsPage");
    auto *table = child<QTableWidget>(page, "accountTable");
    QTRY_COMPARE(table->rowCount(), 1);
    table->selectRow(0);
    QTest::mouseClick(child<QPushButton>(page, "forgetButton"), Qt::LeftButton);
    QTRY_VERIFY(page->findChild<QMessageBox *>() != nullptr);
    QTest::mouseClick(page->findChild<QMessageBox *>()->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(page->findChild<QMessageBox *>() == nullptr);
    // The ledger works in order: nothing that was asked of it before is still to come.
    QCOMPARE(runTask(fixture.workspace().ledger().accounts())->size(), 1);
    QCOMPARE(table->rowCount(), 1);

    QTest::mouseClick(child<QPushButton>(page, "forgetButton"), Qt::LeftButton);
    QTRY_VERIFY(page->findChild<QMessageBox *>() != nullptr);
    QTest::mouseClick(child<QPushButton>(page->findChild<QMessageBox *>(), "confirmButton"), Qt::LeftButton);
    QTRY_COMPARE(table->rowCount(), 0);
}

void TestPreferences::refusesATokenThatTwilioRefuses()
{
    WindowFixture fixture;
    fixture.open();
    rememberAccount(fixture);
    auto *dialog = open(fixture, Page::Accounts);
    auto *table = child<QTableWidget>(dialog, "accountTable");
    QTRY_COMPARE(table->rowCount(), 1);
    table->selectRow(0);
    QTest::mouseClick(child<QPushButton>(dialog, "replaceButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.dialog<gui::TokenDialog>() != nullptr);
    auto *tokenDialog = fixture.dialog<gui::TokenDialog>();
    auto *okButton = child<QDialogButtonBox>(tokenDialog, "buttonBox")->button(QDialogButtonBox::Ok);
    QVERIFY(!okButton->isEnabled());
    child<QLineEdit>(tokenDialog, "tokenEdit")->setText(QString(32, u'0'));
    QTRY_VERIFY(okButton->isEnabled());
    QTest::mouseClick(okButton, Qt::LeftButton);
    auto *bar = child<gui::MessageBar>(tokenDialog, "messageBar");
    QTRY_VERIFY(bar->hasMessage());
    QCOMPARE(bar->kind(), gui::MessageKind::Error);
    // The one that works is still there.
    const auto token =
        runTask(fixture.workspace().tokenOf(*AccountSid::parse(fixture.simulator().mainAccount().sid)));
    QVERIFY(token && *token &&
            (*token)->reveal() == fixture.simulator().mainAccount().authToken.toStdString());
}

void TestPreferences::opensBeforeTheFirstSignIn()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(fixture.find<QWidget>("firstRunPage")->isVisible());
    QTest::mouseClick(fixture.find<QPushButton>("networkButton"), Qt::LeftButton);
    QTRY_VERIFY(fixture.dialog<gui::PreferencesDialog>() != nullptr);
    QTRY_VERIFY(child<QWidget>(fixture.dialog<gui::PreferencesDialog>(), "networkPage")->isVisible());
}

void TestPreferences::hasANameForEveryInputOnEveryPage()
{
    WindowFixture fixture;
    fixture.open();
    rememberAccount(fixture);
    for (const auto page : {Page::General, Page::Key, Page::Network, Page::Accounts}) {
        auto *dialog = open(fixture, page);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(accessibilityFindings(dialog).join(u'\n'), QString());
        QCOMPARE(tabOrderFindings(dialog).join(u'\n'), QString());
    }
}

void TestPreferences::fitsItsTextOnEveryPage()
{
    WindowFixture fixture;
    fixture.open();
    for (const auto page : {Page::General, Page::Key, Page::Network, Page::Accounts}) {
        auto *dialog = open(fixture, page);
        QTRY_VERIFY(dialog->isVisible());
        QTRY_COMPARE(overflowFindings(dialog).join(u'\n'), QString());
    }
}

void TestPreferences::tellsVersionAndLicences()
{
    gui::AboutDialog dialog;
    dialog.show();
    QVERIFY(child<QLabel>(&dialog, "versionLabel")->text().contains(QStringLiteral(NUMBERS_VERSION)));
    QVERIFY(child<QPlainTextEdit>(&dialog, "licencesText")->toPlainText().contains(u"LGPL"_s));
    QCOMPARE(accessibilityFindings(&dialog).join(u'\n'), QString());
}

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"

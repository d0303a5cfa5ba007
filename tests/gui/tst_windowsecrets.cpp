#include "gui/common/fieldhint.h"
#include "gui/fleet/removedialog.h"
#include "gui/leaksearch.h"
#include "gui/settings/aboutdialog.h"
#include "gui/settings/tokendialog.h"
#include "gui/windowfixture.h"
#include "gui/wizarddriver.h"
#include "support/logcapture.h"
#include "workspace/logfile.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace numbers;
using namespace numbers::test;
using Fields = LeakSearch::Fields;
using gui::ImportWizard;
using Page = gui::PreferencesDialog::Page;

/// Known secrets go through every part of the window, accepted and refused; after each step everything that
/// can be seen, heard, copied or read from the disk is searched for them.
class TestWindowSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesNoSecretAnywhere();
    void hidesAProviderThatRepeatsThem_data();
    void hidesAProviderThatRepeatsThem();
    void findsWhatIsPlanted();
};

namespace {

/// At the field where it is mended, or else on the page.
bool isRefused(const WizardDriver &wizard)
{
    return !wizard.message().isEmpty() ||
           wizard.find<gui::FieldHint>("tokenHint")->verdict() == InputCheck::Verdict::Wrong;
}

const QString wrongToken = u"feedfacecafebeef0123456789abcdef"_s;

/// The window with a log file of the talkative kind, and all that is logged before it is redacted.
struct Stage
{
    explicit Stage(bool hasKey)
        : fixture(optionsFor(hasKey))
    {
        auto &simulator = fixture.simulator();
        const auto key = simulator.nixflexKey();
        secrets.add(u"key"_s, key.section(u':', 1));
        secrets.add(u"pair of the key"_s, key);
        secrets.add(u"wrong token"_s, wrongToken);
        const auto main = simulator.mainAccount();
        secrets.add(u"token"_s, main.authToken);
        secrets.add(u"SID with token"_s, main.sid + u':' + main.authToken);
        const auto subaccounts = simulator.subaccounts();
        for (const auto &account : subaccounts) {
            secrets.add(u"token of "_s + account.friendlyName, account.authToken);
        }
        workspace::LogFile::Options options;
        options.directory = fixture.profileDirectory() + u"/logs"_s;
        options.programName = u"nixflex-numbers"_s;
        options.isVerbose = true;
        options.standardError = std::nullopt;
        logFile = std::move(*workspace::LogFile::install(options));
        log = std::make_unique<LogCapture>();
        fixture.open().setLogSource([this] { return logFile->lastLines(500); });
    }

    static WindowFixture::Options optionsFor(bool hasKey)
    {
        WindowFixture::Options options;
        options.hasKey = hasKey;
        options.settle = {300ms, 50ms, 1'500ms, 50ms};
        return options;
    }

    [[nodiscard]] QString findings(Fields fields) const
    {
        auto all = secrets.inWidgets(fields) + secrets.inFiles(fixture.profileDirectory()) +
                   secrets.inSurroundings();
        if (const auto name = secrets.foundIn(log->text()); !name.isEmpty()) {
            all.append(u"the log holds the "_s + name);
        }
        return all.join(u'\n');
    }

    WindowFixture fixture;
    LeakSearch secrets;
    std::unique_ptr<workspace::LogFile> logFile;
    std::unique_ptr<LogCapture> log;
};

void paste(QLineEdit *edit, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    // What the user copied is the user's; from here on it would be ours.
    QGuiApplication::clipboard()->setText(u"something else"_s);
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
}

template <typename Widget>
Widget *child(QWidget *parent, const char *name)
{
    return parent->findChild<Widget *>(QString::fromLatin1(name));
}

WizardDriver openWizard(WindowFixture &fixture)
{
    QTest::keyClick(&fixture.window(), Qt::Key_N, Qt::ControlModifier);
    auto *wizard = fixture.dialog<ImportWizard>();
    return wizard != nullptr ? WizardDriver(wizard, fixture.simulator()) : WizardDriver();
}

} // namespace

#define NOTHING_LEAKS(fields)                                                                                \
    do {                                                                                                     \
        const auto found = stage.findings(fields);                                                           \
        QVERIFY2(found.isEmpty(), qPrintable(found));                                                        \
    } while (false)

void TestWindowSecrets::leavesNoSecretAnywhere()
{
    Stage stage(false);
    auto &fixture = stage.fixture;
    auto &simulator = fixture.simulator();
    const auto key = simulator.nixflexKey();
    const auto main = simulator.mainAccount();
    const auto number = simulator.freeNumber();

    // The key: pasted with the blanks that come along, refused, then accepted.
    QTRY_VERIFY(fixture.find<QWidget>("firstRunPage")->isVisible());
    auto *keyEdit = fixture.find<QLineEdit>("keyEdit");
    simulator::Fault refusal;
    refusal.status = 401;
    refusal.message = u"no such key "_s + key;
    simulator.armFault(refusal);
    paste(keyEdit, u"  "_s + key + u"\u200b \n"_s);
    QTest::keyClick(keyEdit, Qt::Key_Return);
    QTRY_COMPARE(fixture.find<gui::FieldHint>("keyHint")->verdict(), InputCheck::Verdict::Wrong);
    QVERIFY(!keyEdit->text().isEmpty());
    NOTHING_LEAKS(Fields::MayHold);
    QTest::keyClick(keyEdit, Qt::Key_Return);
    QTRY_VERIFY(fixture.find<QWidget>("fleetPage")->isVisible());
    QTRY_VERIFY(fixture.find<QTableView>("fleetView")->model()->rowCount() > 0);
    NOTHING_LEAKS(Fields::MustBeEmpty);

    // An account: a wrong token, then the right one with blanks in it.
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    QVERIFY(wizard.enterAccount(main.sid, wrongToken));
    QVERIFY(WizardDriver::waitFor([&wizard] { return isRefused(wizard); }));
    NOTHING_LEAKS(Fields::MayHold);
    auto *tokenEdit = wizard.find<QLineEdit>("authTokenEdit");
    paste(tokenEdit, main.authToken.left(16) + u" \u00a0"_s + main.authToken.mid(16) + u" "_s);
    NOTHING_LEAKS(Fields::MayHold);
    QCOMPARE(tokenEdit->text(), main.authToken);
    if (!wizard.find<QCheckBox>("rememberCheckBox")->isChecked()) {
        QVERIFY(wizard.press("rememberCheckBox"));
    }
    QVERIFY(wizard.press("nextButton"));
    QVERIFY(WizardDriver::waitFor([&wizard] { return wizard.find("subaccountCombo")->isVisible(); }));
    NOTHING_LEAKS(Fields::MayHold);
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::NumberPageId));
    wizard.type("numberFilterEdit", number);
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::AgentPageId));
    QTRY_VERIFY(wizard.find<QTableView>("agentView")->model()->rowCount() > 0);
    wizard.type("agentFilterEdit", simulator.agentId());
    QVERIFY(wizard.press("nextButton") && wizard.waitForPage(ImportWizard::ReviewPageId));

    // Nixflex refuses it and repeats the credentials; the user copies the details. Then it works.
    wizard.failImport(502, u"provider_error"_s, u"rejected "_s + main.sid + u':' + main.authToken);
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Not imported"_s);
    QVERIFY(wizard.press("copyDetailsButton"));
    QVERIFY(QGuiApplication::clipboard()->text() != "something else"_L1);
    NOTHING_LEAKS(Fields::MayHold);
    QVERIFY(wizard.press("copyResultButton"));
    NOTHING_LEAKS(Fields::MayHold);
    QVERIFY(wizard.press("fixButton"));
    QVERIFY(wizard.press("confirmCheckBox") && wizard.press("importButton") && wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Imported"_s);
    QVERIFY(wizard.press("copyResultButton"));
    NOTHING_LEAKS(Fields::MayHold);
    QVERIFY(wizard.press("openInFleetButton"));
    QTRY_VERIFY(wizard.wizard() == nullptr);
    NOTHING_LEAKS(Fields::MustBeEmpty);

    // The preferences, every page; a token replaced by a wrong one.
    fixture.window().showPreferences(Page::General);
    const QPointer preferences = fixture.dialog<gui::PreferencesDialog>();
    auto *tabs = preferences->findChild<QTabWidget *>();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        NOTHING_LEAKS(Fields::MustBeEmpty);
    }
    auto *accounts = child<QWidget>(preferences, "accountsPage");
    auto *table = child<QTableWidget>(accounts, "accountTable");
    tabs->setCurrentWidget(accounts);
    QTRY_VERIFY(table->rowCount() > 0);
    table->selectRow(0);
    QTest::mouseClick(child<QPushButton>(accounts, "replaceButton"), Qt::LeftButton);
    auto *dialog = fixture.dialog<gui::TokenDialog>();
    QVERIFY(dialog != nullptr);
    paste(child<QLineEdit>(dialog, "tokenEdit"), wrongToken);
    QTest::mouseClick(child<QDialogButtonBox>(dialog, "buttonBox")->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QTRY_VERIFY(child<gui::MessageBar>(dialog, "messageBar")->hasMessage());
    NOTHING_LEAKS(Fields::MayHold);
    QTest::keyClick(dialog, Qt::Key_Escape);
    preferences->close();
    QTRY_VERIFY(preferences.isNull());

    // About, diagnostics, sync, removal.
    child<QAction>(&fixture.window(), "aboutAction")->trigger();
    QTRY_VERIFY(fixture.dialog<gui::AboutDialog>() != nullptr);
    NOTHING_LEAKS(Fields::MustBeEmpty);
    fixture.dialog<gui::AboutDialog>()->close();
    child<QAction>(&fixture.window(), "diagnosticsAction")->trigger();
    auto *fileDialog = fixture.dialog<QFileDialog>();
    QVERIFY(fileDialog != nullptr);
    auto *nameEdit = child<QLineEdit>(fileDialog, "fileNameEdit");
    nameEdit->setText(fixture.profileDirectory() + u"/diagnostics.txt"_s);
    QTest::keyClick(nameEdit, Qt::Key_Return);
    QTRY_VERIFY(QFile::exists(fixture.profileDirectory() + u"/diagnostics.txt"_s));
    fixture.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const auto reads = simulator.countRequests(u"GET"_s, u"/v1/phone-numbers"_s);
    QTest::keyClick(&fixture.window(), Qt::Key_F5);
    QTRY_VERIFY(simulator.countRequests(u"GET"_s, u"/v1/phone-numbers"_s) > reads);
    QTRY_VERIFY(fixture.find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s));
    auto *view = fixture.find<QTableView>("fleetView");
    fixture.find<QLineEdit>("searchEdit")->setText(number);
    QTRY_VERIFY(view->model()->rowCount() == 1 && !view->model()->index(0, 0).data().toString().isEmpty());
    // What was read from Nixflex is shown anew, which may take the selection away again.
    auto *removeAction = child<QAction>(&fixture.window(), "removeAction");
    QVERIFY(WizardDriver::waitFor([view, removeAction] {
        view->selectRow(0);
        return removeAction->isEnabled();
    }));
    QTest::keyClick(view, Qt::Key_Delete);
    QTRY_VERIFY(fixture.dialog<gui::RemoveDialog>() != nullptr);
    auto *removal = fixture.dialog<gui::RemoveDialog>();
    QTest::keyClick(child<QCheckBox>(removal, "confirmCheck"), Qt::Key_Space);
    QTest::mouseClick(child<QPushButton>(removal, "confirmRemoveButton"), Qt::LeftButton);
    QTRY_VERIFY(!simulator.nixflexNumber(number).has_value());
    QTRY_VERIFY(fixture.find<gui::MessageBar>("messageBar")->hasMessage());
    NOTHING_LEAKS(Fields::MustBeEmpty);

    // They are where they belong, and only there; also after the window has written its last.
    QStringList kept;
    for (const auto &secret : fixture.keychainContent()) {
        kept.append(
            QString::fromUtf8(secret->reveal().data(), static_cast<qsizetype>(secret->reveal().size())));
    }
    kept.sort();
    QStringList expected{key, main.authToken};
    expected.sort();
    QCOMPARE(kept, expected);
    fixture.close();
    NOTHING_LEAKS(Fields::MustBeEmpty);
}

void TestWindowSecrets::hidesAProviderThatRepeatsThem_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 500}) {
        QTest::addRow("Twilio says %d", status) << u"/2010-04-01/"_s << status;
    }
}

void TestWindowSecrets::hidesAProviderThatRepeatsThem()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    Stage stage(true);
    auto &fixture = stage.fixture;
    const auto main = fixture.simulator().mainAccount();
    QTRY_VERIFY(fixture.find<QWidget>("fleetPage")->isVisible());
    auto wizard = openWizard(fixture);
    QVERIFY(wizard.wizard() != nullptr);
    simulator::Fault fault;
    fault.path = path;
    fault.status = status;
    fault.times = 0;
    const auto basic = (main.sid + u':' + main.authToken).toUtf8().toBase64();
    fault.message = u"Authorization: Basic %1 (%2, AccountToken=%2) was not accepted"_s.arg(
        QString::fromLatin1(basic), main.authToken);
    fixture.simulator().armFault(fault);
    QVERIFY(wizard.enterAccount(main.sid, main.authToken));
    QVERIFY(WizardDriver::waitFor([&wizard] { return isRefused(wizard); }));
    NOTHING_LEAKS(Fields::MayHold);
    if (wizard.find("copyDetailsButton") != nullptr) {
        QVERIFY(wizard.press("copyDetailsButton"));
    }
    NOTHING_LEAKS(Fields::MayHold);
    wizard.wizard()->close();
    QTRY_VERIFY(wizard.wizard() == nullptr);
    NOTHING_LEAKS(Fields::MustBeEmpty);
}

/// The search itself: a secret in each of the places is found, in each of its forms.
void TestWindowSecrets::findsWhatIsPlanted()
{
    Stage stage(true);
    QTRY_VERIFY(stage.fixture.find<QWidget>("fleetPage")->isVisible());
    NOTHING_LEAKS(Fields::MustBeEmpty);
    const auto token = stage.fixture.simulator().mainAccount().authToken;
    const auto basic = (u"AC1:"_s + token).toUtf8().toBase64();
    for (const auto &form :
         {token, QString::fromLatin1(basic), QString::fromLatin1(token.toUtf8().toHex())}) {
        QVERIFY(!stage.secrets.foundIn(u"before "_s + form + u" after"_s).isEmpty());
        auto &window = stage.fixture.window();
        for (const auto &plant : QList<std::function<void(const QString &)>>{
                 [&window](const QString &text) { window.setToolTip(text); },
                 [&window](const QString &text) { window.setAccessibleDescription(text); },
                 [&window](const QString &text) { window.menuBar()->actions().first()->setStatusTip(text); },
                 [&stage](const QString &text) { stage.fixture.find<QLineEdit>("keyEdit")->setText(text); },
                 [](const QString &text) { QGuiApplication::clipboard()->setText(text); },
             }) {
            plant(form);
            QVERIFY(!stage.findings(Fields::MustBeEmpty).isEmpty());
            plant({});
            NOTHING_LEAKS(Fields::MustBeEmpty);
        }
    }
    QFile file(stage.fixture.profileDirectory() + u"/logs/planted"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(token.toUtf8()) > 0);
    file.close();
    QVERIFY(!stage.findings(Fields::MustBeEmpty).isEmpty());
    QVERIFY(file.remove());
    qWarning("%s", qPrintable(token));
    QVERIFY(stage.findings(Fields::MustBeEmpty).contains(u"the log holds"_s));
}

#undef NOTHING_LEAKS

QTEST_MAIN(TestWindowSecrets)
#include "tst_windowsecrets.moc"

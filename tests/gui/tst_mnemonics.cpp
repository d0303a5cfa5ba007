#include "gui/accessibilitylint.h"
#include "gui/changeover/reassigndialog.h"
#include "gui/changeover/undodialog.h"
#include "gui/common/messagebar.h"
#include "gui/settings/preferencesdialog.h"
#include "gui/settings/tokendialog.h"
#include "gui/windowfixture.h"
#include "gui/wizardfixture.h"

#include <QAction>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;

/// Alt and a letter reach one thing in every window and on every page, in English and German.
class TestMnemonics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void areUniqueInThePreferences_data() { languages(); }
    void areUniqueInThePreferences();
    void areUniqueOnTheFirstRun_data() { languages(); }
    void areUniqueOnTheFirstRun();
    void areUniqueInTheMainWindow_data() { languages(); }
    void areUniqueInTheMainWindow();
    void areUniqueInTheWizard_data() { languages(); }
    void areUniqueInTheWizard();
    void areUniqueInTheWizardWhenThingsFail_data() { languages(); }
    void areUniqueInTheWizardWhenThingsFail();
    void areUniqueInTheDialogsThatChangeWhoAnswers_data() { languages(); }
    void areUniqueInTheDialogsThatChangeWhoAnswers();

private:
    static void languages();
    [[nodiscard]] static store::NumberRecord anyNumber(WindowFixture &fixture);

    std::unique_ptr<QTranslator> m_translator;
};

void TestMnemonics::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString();
    QTest::newRow("German") << u"de"_s;
}

void TestMnemonics::init()
{
    QFETCH(QString, language);
    if (!language.isEmpty()) {
        m_translator = std::make_unique<QTranslator>();
        QVERIFY(m_translator->load(":/i18n/numbers_%1.qm"_L1.arg(language)));
        QCoreApplication::installTranslator(m_translator.get());
    }
}

void TestMnemonics::cleanup()
{
    m_translator.reset();
}

store::NumberRecord TestMnemonics::anyNumber(WindowFixture &fixture)
{
    store::NumberRecord number;
    number.phoneNumber = *PhoneNumber::fromE164(fixture.simulator().freeNumber());
    number.agentId = *AgentId::parse(fixture.simulator().agentId());
    return number;
}

void TestMnemonics::areUniqueInThePreferences()
{
    using Page = gui::PreferencesDialog::Page;
    WindowFixture fixture;
    fixture.open();
    for (const auto page : {Page::General, Page::Key, Page::Network, Page::Accounts}) {
        fixture.window().showPreferences(page);
        auto *dialog = fixture.dialog<gui::PreferencesDialog>();
        // With what the page's message says when something fails.
        const auto bars = dialog->findChildren<gui::MessageBar *>(u"messageBar"_s);
        for (auto *bar : bars) {
            if (bar->parentWidget()->isVisible()) {
                bar->showError(Error::make(Error::Kind::Offline, u"No connection."_s));
                break;
            }
        }
        QCOMPARE(mnemonicFindings(dialog).join(u'\n'), QString());
    }
    gui::TokenDialog tokenDialog(fixture.workspace(), store::AccountRecord());
    tokenDialog.findChild<gui::MessageBar *>()->showError(Error::make(Error::Kind::Offline, u"No."_s));
    QCOMPARE(mnemonicFindings(&tokenDialog).join(u'\n'), QString());
}

void TestMnemonics::areUniqueOnTheFirstRun()
{
    WindowFixture::Options options;
    options.hasKey = false;
    WindowFixture fixture(options);
    fixture.open();
    QTRY_VERIFY(fixture.find<QWidget>("firstRunPage")->isVisible());
    QCOMPARE(mnemonicFindings(&fixture.window()).join(u'\n'), QString());
}

void TestMnemonics::areUniqueInTheMainWindow()
{
    WindowFixture fixture;
    fixture.open();
    auto *view = fixture.find<QTableView>("fleetView");
    QTRY_VERIFY(view->model()->rowCount() > 2);
    view->selectRow(0);
    QTRY_VERIFY(fixture.window().findChild<QAction *>(u"undoAction"_s)->isEnabled());
    QCOMPARE(mnemonicFindings(&fixture.window()).join(u'\n'), QString());
}

void TestMnemonics::areUniqueInTheWizard()
{
    using Way = bool (WizardDriver::*)();
    for (const Way way : {&WizardDriver::goToNumbers, &WizardDriver::goToAgents, &WizardDriver::goToReview,
                          &WizardDriver::startImport}) {
        WizardFixture fixture;
        QCOMPARE(mnemonicFindings(fixture.wizard()).join(u'\n'), QString());
        QVERIFY((fixture.*way)());
        QCOMPARE(mnemonicFindings(fixture.wizard()).join(u'\n'), QString());
    }
}

void TestMnemonics::areUniqueInTheWizardWhenThingsFail()
{
    WizardFixture fixture;
    QVERIFY(fixture.goToReview());
    QVERIFY(fixture.press("confirmCheckBox"));
    fixture.loseImportAnswer(simulator::Drop::AfterExecuting);
    fixture.refuseNumberList();
    QVERIFY(fixture.press("importButton") && fixture.waitForOutcome());
    QCOMPARE(mnemonicFindings(fixture.wizard()).join(u'\n'), QString());
}

void TestMnemonics::areUniqueInTheDialogsThatChangeWhoAnswers()
{
    WindowFixture fixture;
    fixture.open();
    const auto number = anyNumber(fixture);
    gui::ReassignDialog reassign(fixture.workspace(), number, {});
    gui::UndoDialog undo(fixture.workspace(), number, gui::UndoDialog::Mode::Undo, {}, nullptr);
    for (auto *dialog :
         {static_cast<gui::ChangeoverDialog *>(&reassign), static_cast<gui::ChangeoverDialog *>(&undo)}) {
        auto *bar = dialog->findChild<gui::MessageBar *>(u"messageBar"_s);
        bar->showError(Error::make(Error::Kind::Offline, u"No connection."_s));
        QCOMPARE(mnemonicFindings(dialog).join(u'\n'), QString());
    }
}

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"

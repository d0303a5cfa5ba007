#include "gui/common/fieldhint.h"
#include "gui/windowfixture.h"
#include "gui/wizarddriver.h"
#include "models/fleetmodel.h"
#include "simulator/world/sharedworld.h"
#include "support/runtask.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace numbers;
using namespace numbers::test;
using gui::ImportWizard;

/// NUL, escapes, line breaks and what turns the reading direction, in the names of both providers and in what
/// is pasted: shown without harm, kept whole, and nothing leaves that stops in the middle.
class TestWindowControlCharacters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsNamesOfTheFleet();
    void showsNamesInTheWizard();
    void savesWholeLabels();
    void refusesHalfANumber();
    void offersToCleanTheProfile();
    void takesAnAgentIdWhole();

private:
    [[nodiscard]] bool openWizard();
    [[nodiscard]] simulator::Simulator &simulator() const { return m_fixture->simulator(); }

    std::unique_ptr<WindowFixture> m_fixture;
    WizardDriver m_wizard;
};

namespace {

const QString nul = QChar();
/// Every control character there is, and those that turn what follows.
const QString disturbing = u"a"_s + nul + u"b\u0007c\u001b[31md\ne\tf\u0085g\u2028h\u202ei\u2067j"_s;
const QString calm = u"a b c [31md e f g hij"_s;

void paste(QWidget *edit, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
}

bool isCalm(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
               c == u'\u202e';
    });
}

} // namespace

void TestWindowControlCharacters::init()
{
    m_fixture = std::make_unique<WindowFixture>();
}

void TestWindowControlCharacters::cleanup()
{
    m_fixture.reset();
}

bool TestWindowControlCharacters::openWizard()
{
    m_fixture->open();
    const auto isSynced = [this] {
        return m_fixture->find<QLabel>("syncLabel")->text().startsWith(u"Synced"_s);
    };
    if (!WizardDriver::waitFor(isSynced)) {
        return false;
    }
    QTest::keyClick(&m_fixture->window(), Qt::Key_N, Qt::ControlModifier);
    auto *wizard = m_fixture->dialog<ImportWizard>();
    m_wizard = wizard != nullptr ? WizardDriver(wizard, simulator()) : WizardDriver();
    return wizard != nullptr;
}

void TestWindowControlCharacters::showsNamesOfTheFleet()
{
    const auto agents = simulator().agents();
    for (const auto &agent : agents) {
        simulator().changeAgent(agent.agentId, [](auto &changed) { changed.name = disturbing; });
    }
    m_fixture->open();
    auto *view = m_fixture->find<QTableView>("fleetView");
    QTRY_VERIFY(view->model()->rowCount() > 2);
    QCOMPARE(view->model()->rowCount(), static_cast<int>(simulator().nixflexNumbers().size()));
    const auto agentColumn = static_cast<int>(models::FleetModel::Column::Agent);
    // Of another customer's agent, or of none, there is no name.
    int named = 0;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const auto index = view->model()->index(row, agentColumn);
        QTRY_VERIFY(!index.siblingAtColumn(0).data().toString().isEmpty());
        const auto text = index.data().toString();
        QVERIFY2(isCalm(text), qPrintable(text));
        named += text == calm ? 1 : 0;
    }
    QVERIFY(named > 0);
    // What is copied is what is shown, to its end.
    view->setFocus();
    view->selectAll();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    // The rows are read from the ledger first.
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(calm), named);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), view->model()->rowCount() - 1);
}

void TestWindowControlCharacters::showsNamesInTheWizard()
{
    const auto main = simulator().mainAccount();
    const auto number = simulator().freeNumber();
    simulator().changeAccount(main.sid, [](auto &account) { account.friendlyName = disturbing; });
    const auto sub = simulator().subaccounts().first();
    simulator().changeAccount(sub.sid, [](auto &account) { account.friendlyName = disturbing; });
    simulator().changeNumber(number, [](auto &changed) {
        changed.friendlyName = disturbing;
        changed.voiceUrl = u"https://shop.example/a"_s + nul + u"b\n\u202ec"_s;
        changed.smsUrl = disturbing;
    });
    simulator().changeAgent(simulator().agentId(), [](auto &agent) { agent.name = disturbing; });
    QVERIFY(openWizard());
    QVERIFY(m_wizard.enterAccount(main.sid, main.authToken));
    auto *combo = m_wizard.find<QComboBox>("subaccountCombo");
    QTRY_VERIFY(combo->isVisible());
    for (int index = 0; index < combo->count(); ++index) {
        QVERIFY2(isCalm(combo->itemText(index)), qPrintable(combo->itemText(index)));
    }
    QVERIFY2(combo->itemText(0).startsWith(calm), qPrintable(combo->itemText(0)));
    QVERIFY(m_wizard.press("nextButton") && m_wizard.waitForPage(ImportWizard::NumberPageId));
    QVERIFY2(isCalm(m_wizard.wizard()->currentPage()->subTitle()),
             qPrintable(m_wizard.wizard()->currentPage()->subTitle()));
    m_wizard.type("numberFilterEdit", number);
    auto *numbers = m_wizard.find<QTableView>("numberView")->model();
    QTRY_COMPARE(numbers->rowCount(), 1);
    QCOMPARE(numbers->index(0, 1).data().toString(), calm);
    QVERIFY(m_wizard.press("nextButton") && m_wizard.waitForPage(ImportWizard::AgentPageId));
    auto *agents = m_wizard.find<QTableView>("agentView")->model();
    QTRY_VERIFY(agents->rowCount() > 1);
    m_wizard.type("agentFilterEdit", simulator().agentId());
    QTRY_COMPARE(agents->rowCount(), 1);
    QCOMPARE(agents->index(0, 0).data().toString(), calm);
    QVERIFY(m_wizard.press("nextButton") && m_wizard.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(m_wizard.find("routingTable")->isVisible());
    const auto labels = m_wizard.wizard()->currentPage()->findChildren<QLabel *>();
    for (const auto *label : labels) {
        // Our own texts have line breaks.
        QVERIFY2(isCalm(QString(label->text()).remove(u'\n')), qPrintable(label->text()));
    }
    const auto *routing = m_wizard.find<QAbstractItemView>("routingTable")->model();
    for (int row = 0; row < routing->rowCount(); ++row) {
        for (int column = 0; column < routing->columnCount(); ++column) {
            const auto text = routing->index(row, column).data().toString();
            QVERIFY2(isCalm(text), qPrintable(text));
        }
    }
    QVERIFY(m_wizard.press("confirmCheckBox") && m_wizard.press("importButton") && m_wizard.waitForOutcome());
    QCOMPARE(m_wizard.wizard()->currentPage()->title(), u"Imported"_s);
    // The backup is what stood there, to the letter.
    const auto operations = runTask(m_fixture->workspace().ledger().operations(0, 0));
    QVERIFY(operations && operations->size() == 1);
    const auto backups = runTask(m_fixture->workspace().ledger().backups(operations->first().id));
    QVERIFY(backups && !backups->isEmpty());
    QCOMPARE(backups->first().webhooks.voiceUrl, u"https://shop.example/a"_s + nul + u"b\n\u202ec"_s);
}

void TestWindowControlCharacters::savesWholeLabels()
{
    QVERIFY(openWizard());
    const auto main = simulator().mainAccount();
    m_wizard.type("accountSidEdit", main.sid);
    m_wizard.type("authTokenEdit", main.authToken);
    auto *remember = m_wizard.find<QAbstractButton>("rememberCheckBox");
    if (!remember->isChecked()) {
        m_wizard.click("rememberCheckBox");
    }
    paste(m_wizard.find("labelEdit"), u"Shop"_s + nul + u"North\u001b[1m"_s);
    paste(m_wizard.find("customerEdit"), u"Cus"_s + nul + u"tomer"_s);
    QVERIFY(m_wizard.press("nextButton"));
    QTRY_VERIFY(m_wizard.find("subaccountCombo")->isVisible());
    const auto accounts = runTask(m_fixture->workspace().ledger().accounts());
    QVERIFY(accounts && accounts->size() == 1);
    QCOMPARE(accounts->first().label, u"Shop North [1m"_s);
    QCOMPARE(accounts->first().customer, u"Cus tomer"_s);
}

void TestWindowControlCharacters::refusesHalfANumber()
{
    QVERIFY(openWizard() && m_wizard.goToNumbers());
    const auto number = simulator().freeNumber();
    auto *edit = m_wizard.find<QLineEdit>("numberFilterEdit");
    const auto lookUps = simulator().countRequests(u"GET"_s, u"PhoneNumber="_s);
    // The digits behind it are part of the number, or this is none: never the number up to there.
    for (const auto &text :
         {number + nul + u"99"_s, number.left(10) + nul + number.mid(10), number + u"\u0007\u001b[1m7"_s}) {
        paste(edit, text);
        const auto hint = m_wizard.hint("numberHint");
        QVERIFY2(!hint.isEmpty(), qPrintable(text));
        if (m_wizard.find<QAbstractButton>("nextButton")->isEnabled()) {
            QVERIFY2(hint.contains(number) && digitsOf(text) == digitsOf(number), qPrintable(hint));
        }
    }
    QCOMPARE(simulator().countRequests(u"GET"_s, u"PhoneNumber="_s), lookUps);
}

void TestWindowControlCharacters::offersToCleanTheProfile()
{
    QVERIFY(openWizard() && m_wizard.goToAgents());
    QTRY_VERIFY(m_wizard.find<QTableView>("agentView")->model()->rowCount() > 0);
    m_wizard.type("agentFilterEdit", simulator().agentId());
    auto *edit = m_wizard.find<QPlainTextEdit>("profileEdit");
    const auto *next = m_wizard.find<QAbstractButton>("nextButton");
    paste(edit, u"Open till 6\n\tand 8"_s);
    QVERIFY(next->isEnabled());
    paste(edit, u"Open"_s + nul + u" till\u001b 6\u0007\n\tand 8"_s);
    auto *hint = m_wizard.find<gui::FieldHint>("profileHint");
    QVERIFY2(hint->text().contains(u"cannot be read"_s), qPrintable(hint->text()));
    QVERIFY(!next->isEnabled());
    auto *fixButton = hint->findChild<QAbstractButton *>(u"fixButton"_s);
    QVERIFY(fixButton->isVisible());
    QTest::mouseClick(fixButton, Qt::LeftButton);
    QCOMPARE(edit->toPlainText(), u"Open till 6\n\tand 8"_s);
    QVERIFY(next->isEnabled());
    QVERIFY(m_wizard.press("nextButton") && m_wizard.waitForPage(ImportWizard::ReviewPageId));
    QTRY_VERIFY(m_wizard.find("routingTable")->isVisible());
    QVERIFY(m_wizard.press("confirmCheckBox") && m_wizard.press("importButton") && m_wizard.waitForOutcome());
    const auto all = simulator().nixflexNumbers();
    QVERIFY(std::any_of(all.begin(), all.end(),
                        [](const auto &one) { return one.customPrompt == u"Open till 6\n\tand 8"_s; }));
}

void TestWindowControlCharacters::takesAnAgentIdWhole()
{
    QVERIFY(openWizard() && m_wizard.goToAgents());
    m_wizard.click("typeIdCheckBox");
    auto *edit = m_wizard.find<QLineEdit>("agentIdEdit");
    const auto id = simulator().agentId();
    paste(edit, id + nul + u"x"_s);
    QVERIFY(!m_wizard.find<QAbstractButton>("nextButton")->isEnabled());
    QVERIFY(!m_wizard.hint("agentHint").isEmpty());
    paste(edit, id);
    QVERIFY(m_wizard.find<QAbstractButton>("nextButton")->isEnabled());
}

QTEST_MAIN(TestWindowControlCharacters)
#include "tst_windowcontrolcharacters.moc"

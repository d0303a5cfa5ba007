#include "app/application.h"
#include "gui/common/messagebar.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/wizard/importwizard.h"
#include "gui/wizarddriver.h"
#include "simulator/simulator.h"
#include "store/ledger.h"
#include "support/runtask.h"
#include "support/visiblewidget.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace numbers;
using gui::MainWindow;
using test::findVisible;

/// From practice to real work and back in the running program, by its menus and buttons.
class TestModeSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsRealWorkAndPracticeApart();
    void practisesFromTheFirstPage();
    void closesAWizardThatIsOpen();
    void waitsForARemoval();
    void waitsForAnImport_data();
    void waitsForAnImport();
    void letsAnImportEndWithoutItsWizard();
    void switchesOnce();
    void stopsReading();

private:
    /// Starts real work on the simulator, as far as the fleet.
    bool startReal();
    [[nodiscard]] static QList<MainWindow *> windows();
    /// The one window, once there is only one; null when that does not come to pass.
    [[nodiscard]] static MainWindow *window(bool isPractice);
    bool enterKey();
    /// The wizard of the window on the review page; without one when it is not reached.
    [[nodiscard]] test::WizardDriver reviewIn(MainWindow *window) const;
    /// What the real ledger says, read as another program does.
    [[nodiscard]] QList<store::OperationRecord> recordedOperations() const;
    [[nodiscard]] store::OperationRecord::Outcome recordedOutcome() const;
    /// Waits until the one window is that of practice mode and shows its fleet.
    [[nodiscard]] static bool isPractising();
    static void chooseFromMenu(const char *actionName);

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<simulator::Simulator> m_simulator;
    std::unique_ptr<app::Application> m_application;
};

namespace {

bool waitFor(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

int rowCount(QWidget *window)
{
    const auto *view = findVisible<QTableView>(window, u"fleetView"_s);
    return view != nullptr ? view->model()->rowCount() : 0;
}

QString labelText(QWidget *window, const char *name)
{
    const auto *label = findVisible<QLabel>(window, QString::fromLatin1(name));
    return label != nullptr ? label->text() : QString();
}

/// Counts the windows that are told to close, as long as it lives.
class ClosedWindows : public QObject
{
public:
    ClosedWindows() { qApp->installEventFilter(this); }

    [[nodiscard]] int count() const { return m_count; }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Close && qobject_cast<MainWindow *>(watched) != nullptr) {
            ++m_count;
        }
        return false;
    }

private:
    int m_count = 0;
};

/// Every file of a folder with its bytes.
QHash<QString, QByteArray> filesOf(const QString &directory)
{
    QHash<QString, QByteArray> files;
    QDirIterator all(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly)) {
            files.insert(file.fileName(), file.readAll());
        }
    }
    return files;
}

} // namespace

void TestModeSwitch::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    // Where practice mode finds its own place; and no keychain of the computer that runs this.
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toLocal8Bit());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    simulator::SimulatorOptions options;
    options.fleet = 12;
    m_simulator = simulator::Simulator::start(options);
    QVERIFY(m_simulator);
}

void TestModeSwitch::cleanup()
{
    m_application.reset();
    test::letTasksEnd();
    m_simulator.reset();
}

QList<MainWindow *> TestModeSwitch::windows()
{
    QList<MainWindow *> found;
    const auto all = QApplication::topLevelWidgets();
    for (auto *widget : all) {
        if (auto *window = qobject_cast<MainWindow *>(widget)) {
            found.append(window);
        }
    }
    return found;
}

MainWindow *TestModeSwitch::window(bool isPractice)
{
    const auto isThere = [isPractice] {
        const auto all = windows();
        return all.size() == 1 && all.first()->windowTitle().startsWith("Practice"_L1) == isPractice;
    };
    return waitFor(isThere) ? windows().first() : nullptr;
}

bool TestModeSwitch::enterKey()
{
    auto *real = window(false);
    if (real == nullptr ||
        !waitFor([real] { return findVisible<QLineEdit>(real, u"keyEdit"_s) != nullptr; })) {
        return false;
    }
    findVisible<QCheckBox>(real, u"rememberCheck"_s)->setChecked(false);
    auto *keyEdit = findVisible<QLineEdit>(real, u"keyEdit"_s);
    QTest::keyClicks(keyEdit, m_simulator->nixflexKey());
    QTest::keyClick(keyEdit, Qt::Key_Return);
    return waitFor([real] { return labelText(real, "syncLabel").startsWith("Synced"_L1); });
}

bool TestModeSwitch::startReal()
{
    app::CommandLine commandLine;
    commandLine.profileDirectory = m_home->filePath(u"real"_s);
    commandLine.nixflexUrl = m_simulator->nixflexUrl();
    commandLine.twilioUrl = m_simulator->twilioUrl();
    m_application = std::make_unique<app::Application>(commandLine);
    return m_application->start() && enterKey();
}

void TestModeSwitch::chooseFromMenu(const char *actionName)
{
    auto *window = windows().first();
    auto *action = window->findChild<QAction *>(QString::fromLatin1(actionName));
    QVERIFY(action->isVisible() && action->isEnabled());
    auto *menu = window->findChild<QMenu *>(u"fileMenu"_s);
    menu->popup(window->mapToGlobal(QPoint()));
    menu->setActiveAction(action);
    QTest::keyClick(menu, Qt::Key_Return);
}

void TestModeSwitch::keepsRealWorkAndPracticeApart()
{
    QVERIFY(startReal());
    auto *real = window(false);
    QVERIFY(findVisible<QWidget>(real, u"practiceBanner"_s) == nullptr);
    const auto realKey = m_simulator->nixflexKey().section(u':', 0, 0);
    QCOMPARE(findVisible<QLabel>(real, u"keyLabel"_s)->toolTip(), realKey);
    const auto realNumbers = static_cast<int>(m_simulator->nixflexNumbers().size());
    QTRY_COMPARE(rowCount(real), realNumbers);
    const QPointer former = real;

    chooseFromMenu("practiceAction");
    auto *practice = window(true);
    QVERIFY(practice != nullptr);
    QVERIFY(former.isNull());
    QVERIFY(findVisible<QWidget>(practice, u"practiceBanner"_s) != nullptr);
    QVERIFY(waitFor([practice] { return labelText(practice, "syncLabel").startsWith("Synced"_L1); }));
    QTRY_VERIFY(rowCount(practice) > realNumbers);
    QCOMPARE(labelText(practice, "modeLabel"), u"Practice"_s);
    const auto before = filesOf(m_home->filePath(u"real"_s));
    QVERIFY(before.size() >= 2);
    const auto requests = m_simulator->requests().size();

    // Work in practice mode: the wizard knows its accounts, its numbers are its own.
    QTest::keyClick(practice, Qt::Key_N, Qt::ControlModifier);
    auto *wizard = practice->findChild<gui::ImportWizard *>();
    QVERIFY(wizard != nullptr);
    QVERIFY(waitFor([wizard] { return findVisible<QLabel>(wizard, u"savedInfoLabel"_s) != nullptr; }));
    QVERIFY(findVisible<QLabel>(wizard, u"practiceLabel"_s) != nullptr);
    QTest::keyClick(wizard, Qt::Key_Escape);
    QTest::keyClick(practice, Qt::Key_F5);
    QVERIFY(waitFor([practice] { return labelText(practice, "syncLabel").startsWith("Synced"_L1); }));
    QCOMPARE(m_simulator->requests().size(), requests);
    QCOMPARE(filesOf(m_home->filePath(u"real"_s)), before);

    // Back by the banner: the real profile, its own providers, and no key of the practised ones.
    QTest::mouseClick(findVisible<QPushButton>(practice, u"leavePracticeButton"_s), Qt::LeftButton);
    QVERIFY(enterKey());
    real = window(false);
    QVERIFY(findVisible<QWidget>(real, u"practiceBanner"_s) == nullptr);
    QCOMPARE(findVisible<QLabel>(real, u"keyLabel"_s)->toolTip(), realKey);
    QCOMPARE(labelText(real, "modeLabel"), u"Live"_s);
    QTRY_COMPARE(rowCount(real), realNumbers);
    QTest::keyClick(real, Qt::Key_N, Qt::ControlModifier);
    wizard = real->findChild<gui::ImportWizard *>();
    QVERIFY(wizard != nullptr);
    QVERIFY(findVisible<QLabel>(wizard, u"practiceLabel"_s) == nullptr);
    QTRY_VERIFY(findVisible<QLineEdit>(wizard, u"accountSidEdit"_s) != nullptr);
    QVERIFY(findVisible<QLineEdit>(wizard, u"accountSidEdit"_s)->text().isEmpty());
}

void TestModeSwitch::practisesFromTheFirstPage()
{
    app::CommandLine commandLine;
    commandLine.profileDirectory = m_home->filePath(u"real"_s);
    commandLine.nixflexUrl = m_simulator->nixflexUrl();
    commandLine.twilioUrl = m_simulator->twilioUrl();
    m_application = std::make_unique<app::Application>(commandLine);
    QVERIFY(m_application->start());
    auto *real = window(false);
    QVERIFY(waitFor([real] { return findVisible<QPushButton>(real, u"practiceButton"_s) != nullptr; }));
    QTest::mouseClick(findVisible<QPushButton>(real, u"practiceButton"_s), Qt::LeftButton);
    auto *practice = window(true);
    QVERIFY(practice != nullptr);
    QVERIFY(waitFor([practice] { return rowCount(practice) > 0; }));
    QCOMPARE(m_simulator->requests().size(), 0);
    chooseFromMenu("leavePracticeAction");
    QVERIFY(window(false) != nullptr);
}

void TestModeSwitch::closesAWizardThatIsOpen()
{
    QVERIFY(startReal());
    auto *real = window(false);
    QTest::keyClick(real, Qt::Key_N, Qt::ControlModifier);
    const QPointer wizard = real->findChild<gui::ImportWizard *>();
    QVERIFY(wizard != nullptr);
    const auto posts = m_simulator->countRequests(u"POST"_s, {});
    // Where the menus stay in reach of a dialog, as on macOS.
    real->findChild<QAction *>(u"practiceAction"_s)->trigger();
    QVERIFY(window(true) != nullptr);
    QVERIFY(wizard.isNull());
    QCOMPARE(m_simulator->countRequests(u"POST"_s, {}), posts);
}

void TestModeSwitch::waitsForARemoval()
{
    QVERIFY(startReal());
    auto *real = window(false);
    QTRY_VERIFY(rowCount(real) > 0);
    simulator::Fault slow;
    slow.method = u"DELETE"_s;
    slow.delayAnswer = std::chrono::milliseconds(1'000);
    m_simulator->armFault(slow);
    auto *view = findVisible<QTableView>(real, u"fleetView"_s);
    const auto before = static_cast<int>(m_simulator->nixflexNumbers().size());
    real->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(real));
    // What was read from Nixflex is shown anew, which may take the selection away again.
    const auto *removeAction = real->findChild<QAction *>(u"removeAction"_s);
    QVERIFY(waitFor([view, removeAction] {
        view->selectRow(0);
        return removeAction->isEnabled() && !view->model()->index(0, 0).data().toString().isEmpty();
    }));
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY(waitFor([real] { return findVisible<QCheckBox>(real, u"confirmCheck"_s) != nullptr; }));
    QTest::keyClick(findVisible<QCheckBox>(real, u"confirmCheck"_s), Qt::Key_Space);
    QTest::mouseClick(findVisible<QPushButton>(real, u"confirmRemoveButton"_s), Qt::LeftButton);
    QVERIFY(waitFor([this] { return m_simulator->countRequests(u"DELETE"_s, {}) == 1; }));

    chooseFromMenu("practiceAction");
    auto *bar = real->findChild<gui::MessageBar *>(u"noticeBar"_s);
    QVERIFY(waitFor([bar] { return bar->hasMessage(); }));
    QVERIFY2(bar->text().contains(u"still under way"_s), qPrintable(bar->text()));
    QCOMPARE(windows().size(), 1);
    QVERIFY(waitFor([real, before] { return rowCount(real) == before - 1; }));
    QCOMPARE(static_cast<int>(m_simulator->nixflexNumbers().size()), before - 1);
    chooseFromMenu("practiceAction");
    QVERIFY(window(true) != nullptr);
}

test::WizardDriver TestModeSwitch::reviewIn(MainWindow *window) const
{
    QTest::keyClick(window, Qt::Key_N, Qt::ControlModifier);
    auto *opened = window->findChild<gui::ImportWizard *>();
    if (opened == nullptr) {
        return {};
    }
    test::WizardDriver wizard(opened, *m_simulator);
    return wizard.goToReview() && wizard.press("confirmCheckBox") ? wizard : test::WizardDriver();
}

bool TestModeSwitch::isPractising()
{
    auto *practice = window(true);
    return practice != nullptr && waitFor([practice] { return rowCount(practice) > 0; });
}

void TestModeSwitch::waitsForAnImport_data()
{
    QTest::addColumn<simulator::Drop>("drop");
    QTest::addColumn<bool>("isAtOnce");
    QTest::newRow("before anything is sent") << simulator::Drop::No << true;
    QTest::newRow("while the answer is awaited") << simulator::Drop::No << false;
    QTest::newRow("while a lost answer is looked for") << simulator::Drop::AfterExecuting << false;
}

/// Chosen from menus that stay in reach of a dialog, as on macOS.
void TestModeSwitch::waitsForAnImport()
{
    QFETCH(simulator::Drop, drop);
    QFETCH(bool, isAtOnce);
    QVERIFY(startReal());
    auto *real = window(false);
    auto wizard = reviewIn(real);
    QVERIFY(wizard.wizard() != nullptr);
    const auto number = m_simulator->freeNumber();
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.delayAnswer = std::chrono::milliseconds(700);
    slow.drop = drop;
    m_simulator->armFault(slow);
    if (drop != simulator::Drop::No) {
        simulator::Fault slowList;
        slowList.path = u"/v1/phone-numbers"_s;
        slowList.method = u"GET"_s;
        slowList.delay = std::chrono::milliseconds(700);
        m_simulator->armFault(slowList);
    }
    const auto isLookedFor = [&wizard] {
        return wizard.simulator().countRequests(u"GET"_s, u"/v1/phone-numbers"_s) > 0;
    };
    m_simulator->resetRequests();
    QVERIFY(wizard.press("importButton"));
    if (!isAtOnce) {
        QVERIFY(waitFor([&] { return drop == simulator::Drop::No ? wizard.posts() == 1 : isLookedFor(); }));
    }
    auto *practiceAction = real->findChild<QAction *>(u"practiceAction"_s);
    practiceAction->trigger();
    const auto *bar = real->findChild<gui::MessageBar *>(u"noticeBar"_s);
    QVERIFY(waitFor([bar] { return bar->hasMessage(); }));
    QVERIFY2(bar->text().contains(u"still under way"_s), qPrintable(bar->text()));
    QCOMPARE(windows(), QList{real});
    // The wizard is neither closed nor asked to be.
    QVERIFY(wizard.wizard() != nullptr && wizard.wizard()->isVisible());
    QVERIFY(wizard.wizard()->findChild<QMessageBox *>() == nullptr);
    QVERIFY(wizard.waitForOutcome());
    QCOMPARE(wizard.wizard()->currentPage()->title(), u"Imported"_s);
    QCOMPARE(wizard.posts(), 1);
    QVERIFY(m_simulator->nixflexNumber(number));

    practiceAction->trigger();
    QVERIFY(isPractising());
    QCOMPARE(m_simulator->countRequests(u"POST"_s, u"/v1/phone-numbers"_s), 1);
    QVERIFY(recordedOutcome() == store::OperationRecord::Outcome::Succeeded);
}

/// The one operation that was begun. Read with the ledger open elsewhere, as other programs do.
store::OperationRecord::Outcome TestModeSwitch::recordedOutcome() const
{
    const auto operations = recordedOperations();
    return operations.size() == 1 ? operations.first().outcome : store::OperationRecord::Outcome::None;
}

void TestModeSwitch::letsAnImportEndWithoutItsWizard()
{
    QVERIFY(startReal());
    auto *real = window(false);
    const auto rows = static_cast<int>(m_simulator->nixflexNumbers().size());
    QTRY_COMPARE(rowCount(real), rows);
    auto wizard = reviewIn(real);
    QVERIFY(wizard.wizard() != nullptr);
    simulator::Fault slow;
    slow.method = u"POST"_s;
    slow.delayAnswer = std::chrono::milliseconds(1'500);
    m_simulator->armFault(slow);
    QVERIFY(wizard.press("importButton") && waitFor([&wizard] { return wizard.posts() == 1; }));
    QTest::keyClick(wizard.wizard(), Qt::Key_Escape);
    auto *closeButton = findVisible<QPushButton>(wizard.wizard(), u"closeAnywayButton"_s);
    QVERIFY(closeButton != nullptr);
    QTest::mouseClick(closeButton, Qt::LeftButton);
    QVERIFY(waitFor([&wizard] { return wizard.wizard() == nullptr; }));

    chooseFromMenu("practiceAction");
    const auto *bar = real->findChild<gui::MessageBar *>(u"noticeBar"_s);
    QVERIFY(waitFor([bar] { return bar->hasMessage(); }));
    QVERIFY2(bar->text().contains(u"still under way"_s), qPrintable(bar->text()));
    QCOMPARE(windows(), QList{real});
    QVERIFY(waitFor([real, rows] { return rowCount(real) == rows + 1; }));

    // It has ended: its row is there once, and nothing is in the way any more.
    QTRY_VERIFY(recordedOutcome() == store::OperationRecord::Outcome::Succeeded);
    chooseFromMenu("practiceAction");
    QVERIFY(isPractising());
    QVERIFY(recordedOutcome() == store::OperationRecord::Outcome::Succeeded);
    QCOMPARE(m_simulator->countRequests(u"POST"_s, u"/v1/phone-numbers"_s), 1);
}

void TestModeSwitch::switchesOnce()
{
    QVERIFY(startReal());
    // The program would end with its last window.
    const ClosedWindows closed;
    // A second click while the first one is being looked at.
    auto *action = window(false)->findChild<QAction *>(u"practiceAction"_s);
    action->trigger();
    action->trigger();
    QTest::qSleep(100); // lint: the ledger has both questions answered before this thread hears of one
    auto *practice = window(true);
    QVERIFY(practice != nullptr);
    QVERIFY(waitFor([practice] { return rowCount(practice) > 0; }));
    QCOMPARE(windows(), QList{practice});
    QVERIFY(practice->isVisible());
    QCOMPARE(closed.count(), 0);
    auto *leaveButton = findVisible<QPushButton>(practice, u"leavePracticeButton"_s);
    QTest::mouseClick(leaveButton, Qt::LeftButton);
    QTest::mouseClick(leaveButton, Qt::LeftButton);
    QTest::qSleep(100); // lint: as above
    QVERIFY(enterKey());
    QVERIFY(window(false)->isVisible());
    QCOMPARE(closed.count(), 0);
}

QList<store::OperationRecord> TestModeSwitch::recordedOperations() const
{
    SystemClock clock;
    auto ledger = test::runTask(store::Ledger::open(m_home->filePath(u"real/ledger.sqlite"_s), &clock));
    const auto read = test::runTask((*ledger)->operations(0, 0));
    return read.value_or(QList<store::OperationRecord>());
}

void TestModeSwitch::stopsReading()
{
    QVERIFY(startReal());
    auto *real = window(false);
    simulator::Fault slow;
    slow.method = u"GET"_s;
    slow.times = 0;
    slow.delay = std::chrono::seconds(30);
    m_simulator->armFault(slow);
    const auto requests = m_simulator->requests().size();
    QTest::keyClick(real, Qt::Key_F5);
    QVERIFY(waitFor([this, requests] { return m_simulator->requests().size() > requests; }));
    chooseFromMenu("practiceAction");
    auto *practice = window(true);
    QVERIFY(practice != nullptr);
    QVERIFY(waitFor([practice] { return rowCount(practice) > 0; }));
}

QTEST_MAIN(TestModeSwitch)
#include "tst_modeswitch.moc"
